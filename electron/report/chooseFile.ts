import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { z } from 'zod';
import { storageResult } from '#electron/db/storageProblem.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** What the report asks of the shell: see `Ask`, of whose shape this is a part. */
export type AskFile = (
  ask:
    | { readonly what: 'open-document' | 'show-in-folder'; readonly path: string }
    | { readonly what: 'choose-file'; readonly title: string; readonly endings: string[] },
) => Promise<Result<unknown, Problem>>;

/** No statement and no invoice comes near it. */
const MAXIMUM_BYTES = 25_000_000;

/** Lets the user choose a file and reads it; null when none was chosen. Problem codes: `file-too-large`, storage. */
export async function chooseFile(
  ask: AskFile,
  title: string,
  endings: readonly string[],
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array } | null, Problem>> {
  const chosen = await ask({ what: 'choose-file', title, endings: [...endings] });
  if (!chosen.ok) return chosen;
  const path = z.string().min(1).safeParse(chosen.value);
  if (!path.success) return ok(null);
  const size = storageResult(() => statSync(path.data).size);
  if (!size.ok) return size;
  if (size.value > MAXIMUM_BYTES) {
    return problem(
      'file-too-large',
      `Il file supera ${MAXIMUM_BYTES / 1_000_000} MB.`,
      'Controlla di avere scelto il file giusto.',
    );
  }
  const bytes = storageResult(() => readFileSync(path.data));
  return bytes.ok ? ok({ fileName: basename(path.data), bytes: bytes.value }) : bytes;
}
