import { readFileSync, statSync } from 'node:fs';
import { text as readStream } from 'node:stream/consumers';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** Bytes of a file of at most `limit` bytes; otherwise a problem that names it. */
export function readInput(file: string, limit: number): Result<Uint8Array, Problem> {
  try {
    const { size } = statSync(file);
    if (size > limit) {
      return problem(
        'file-too-large',
        `Il file «${file}» è troppo grande: al massimo ${Math.round(limit / 1_000_000)} MB.`,
        'Usa un file più piccolo.',
      );
    }
    return ok(readFileSync(file));
  } catch {
    return problem(
      'file-unreadable',
      `Il file «${file}» non si trova o non si può leggere.`,
      'Controlla il nome del file e i permessi.',
    );
  }
}

/** The text of a UTF-8 file, or of the standard input for `-`. */
export async function readText(file: string, limit: number): Promise<Result<string, Problem>> {
  if (file === '-') return ok((await readStream(process.stdin)).slice(0, limit));
  const bytes = readInput(file, limit);
  return bytes.ok
    ? ok(
        Buffer.from(bytes.value)
          .toString('utf8')
          .replace(/^\uFEFF/, ''),
      )
    : bytes;
}

/** The JSON of a file, parsed by a schema; the problem names the file. */
export function readJson<Value>(
  file: string,
  limit: number,
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
): Result<Value, Problem> {
  const bytes = readInput(file, limit);
  if (!bytes.ok) return bytes;
  try {
    const parsed = schema.safeParse(JSON.parse(Buffer.from(bytes.value).toString('utf8')));
    if (parsed.success) return ok(parsed.data);
  } catch {
    // Told below together with a document of another form.
  }
  return problem(
    'file-not-understood',
    `Il file «${file}» non ha la forma attesa.`,
    'Controlla che sia JSON con i campi descritti nell’uso del comando.',
  );
}
