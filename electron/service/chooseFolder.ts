import type { Desk } from '#electron/desk/desk.ts';
import type { FolderName } from '#electron/desk/folders.ts';
import { DELIVER } from '#electron/queue/sending/deliver.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

const TITLES: Readonly<Record<FolderName, string>> = {
  mails: 'Scegli la cartella delle e-mail',
  deliveries: 'Scegli la cartella delle consegne alla ditta',
  reports: 'Scegli la cartella delle relazioni',
  outgoing: 'Scegli la cartella delle e-mail in partenza',
};

/** Lets the user choose a folder; `chosen` is false when the window was closed without a choice. */
export async function chooseFolder(
  { folders, system, outbox, tell }: Pick<Desk, 'folders' | 'system' | 'outbox' | 'tell'>,
  which: FolderName,
): Promise<Result<{ chosen: boolean }, Problem>> {
  const chosen = await system.chooseFolder(TITLES[which], folders.get()[which]);
  if (!chosen.ok) return chosen;
  if (chosen.value === null) return ok({ chosen: false });
  folders.set(which, chosen.value);
  outbox.hurry([DELIVER]);
  tell('service');
  return ok({ chosen: true });
}
