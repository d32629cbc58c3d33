import type { Desk } from '#electron/desk/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { safeFileName } from '#shared/requests/reading/attachment.ts';

/**
 * Writes bytes into a folder the user chooses, under a safe name made of `name`, over nothing; answers with that name,
 * null when the window was closed without a choice.
 */
export async function saveFile(
  desk: Desk,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ fileName: string | null }, Problem>> {
  const chosen = await desk.system.chooseFolder(`Dove salvare «${name}»`, null);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok({ fileName: null });
  return map(await desk.files.save(chosen.value, safeFileName(name), bytes), (fileName) => ({ fileName }));
}
