import { basename } from 'node:path';
import type { Desk } from '#electron/desk/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { MAX_REPORT_FILE_BYTES } from '#shared/report/dropped.ts';

/** Lets the user choose a file and reads it; null when none was chosen. Problem codes: those of `Files.read`. */
export async function chooseFile(
  { system, files }: Pick<Desk, 'system' | 'files'>,
  title: string,
  endings: readonly string[],
): Promise<Result<{ readonly fileName: string; readonly bytes: Uint8Array } | null, Problem>> {
  const chosen = await system.chooseFile(title, endings);
  if (!chosen.ok) return chosen;
  const path = chosen.value;
  if (path === null) return ok(null);
  return map(await files.read(path, MAX_REPORT_FILE_BYTES), (bytes) => ({ fileName: basename(path), bytes }));
}
