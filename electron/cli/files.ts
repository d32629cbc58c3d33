import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** Bytes of a plain file of at most `limit` bytes; otherwise a problem that names it. A pipe or device is never opened. */
export async function readInput(file: string, limit: number): Promise<Result<Uint8Array, Problem>> {
  const read = await nodeFiles().read(file, limit);
  if (read.ok) return read;
  switch (read.error.code) {
    case 'file-too-large':
      return problem({
        code: 'file-too-large',
        what: `Il file «${file}» è troppo grande: al massimo ${Math.round(limit / 1_000_000)} MB.`,
        remedy: 'Usa un file più piccolo.',
      });
    case 'file-not-plain':
      return problem({
        code: 'file-not-plain',
        what: `«${file}» non è un file: è una cartella, una pipe o un dispositivo.`,
        remedy: 'Salva il contenuto in un file e indica quello.',
      });
    default:
      return problem({
        code: 'file-unreadable',
        what: `Il file «${file}» non si trova o non si può leggere.`,
        remedy: 'Controlla il nome del file e i permessi.',
      });
  }
}

/** The beginning of the standard input, which may never end: as many characters as `limit`. */
async function readStandardInput(limit: number): Promise<string> {
  let text = '';
  process.stdin.setEncoding('utf8');
  // Leaving the loop closes the standard input.
  for await (const chunk of process.stdin) {
    text += chunk;
    if (text.length >= limit) break;
  }
  return text.slice(0, limit);
}

/** The text of a UTF-8 file, or of the standard input for `-`. */
export async function readText(file: string, limit: number): Promise<Result<string, Problem>> {
  if (file === '-') return ok(await readStandardInput(limit));
  const bytes = await readInput(file, limit);
  return bytes.ok
    ? ok(
        Buffer.from(bytes.value)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      )
    : bytes;
}

/** The JSON of a file, parsed by a schema; the problem names the file. */
export async function readJson<Value>(
  file: string,
  limit: number,
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
): Promise<Result<Value, Problem>> {
  const bytes = await readInput(file, limit);
  if (!bytes.ok) return bytes;
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(bytes.value).toString('utf8')));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // Told below together with a document of another form.
  }
  return problem({
    code: 'file-not-understood',
    what: `Il file «${file}» non ha la forma attesa.`,
    remedy: 'Controlla che sia JSON con i campi descritti nell’uso del comando.',
  });
}
