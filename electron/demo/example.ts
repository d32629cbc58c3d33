import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import { type Instant, instantAt } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { runDemo } from './run.ts';
import { FRESH_MAILS } from './writtenMails.ts';

/** The clock of the invented town when somebody opens it to try the app: a Monday, some days after its two months (P64). */
export const EXAMPLE_MORNING: Instant = instantAt('2027-01-11', '09:05');

/**
 * Fills the folder of the invented town the first time it is opened: two months of work through the real use-cases, and
 * some e-mails still to be read. A folder that already holds something is left as it is.
 */
export async function prepareExample(
  folder: string,
  progress: (done: number, total: number) => void,
): Promise<Result<void, Problem>> {
  if (existsSync(folder)) return ok(undefined);
  const result = await runDemo({ workspace: folder, mails: undefined, tell: () => undefined, progress });
  if (!result.ok) return result;
  return storageResult(() => {
    for (const { name, eml } of FRESH_MAILS) writeFileSync(join(folder, 'posta', `${name}.eml`), eml);
  });
}
