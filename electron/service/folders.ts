import { join } from 'node:path';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

const path = z.string().min(1);
/** The folders of this desk, absolute paths exactly as chosen: a name may begin with a space (P4). */
const choicesSchema = z.object({
  mails: z.exactOptional(path),
  deliveries: z.exactOptional(path),
  reports: z.exactOptional(path),
  outgoing: z.exactOptional(path),
});
export type Folders = Readonly<Required<z.infer<typeof choicesSchema>>>;
export type FolderName = keyof Folders;

const FOLDERS = 'folders';
const TITLES: Readonly<Record<FolderName, string>> = {
  mails: 'Scegli la cartella delle e-mail',
  deliveries: 'Scegli la cartella delle consegne alla ditta',
  reports: 'Scegli la cartella delle relazioni',
  outgoing: 'Scegli la cartella delle e-mail in partenza',
};

export interface FolderChoices {
  /** The folders inside the desk's own data, used until others are chosen. */
  readonly inside: Folders;
  readonly get: () => Folders;
  /** Whether somebody chose it on this desk. */
  readonly isChosen: (which: FolderName) => boolean;
  readonly set: (which: FolderName, path: string) => void;
}

/** The folders chosen on this desk; until then those inside its own data folder. */
export function folderChoices(local: LocalValues, dataFolder: string): FolderChoices {
  const inside: Folders = {
    mails: join(dataFolder, 'posta'),
    deliveries: join(dataFolder, 'consegne'),
    reports: join(dataFolder, 'relazioni'),
    outgoing: join(dataFolder, 'uscita'),
  };
  const chosen = () => local.get(FOLDERS, choicesSchema) ?? {};
  return {
    inside,
    get: () => ({ ...inside, ...chosen() }),
    isChosen: (which) => chosen()[which] !== undefined,
    set: (which, folder) => local.set(FOLDERS, { ...chosen(), [which]: folder }),
  };
}

/** What the shell answers: see `Ask`, whose shape this is the part of. */
type AskFolder = (ask: {
  readonly what: 'choose-folder';
  readonly title: string;
  readonly start: string;
}) => Promise<Result<unknown, Problem>>;

/** Lets the user choose a folder; `chosen` is false when the window was closed without a choice. */
export async function chooseFolder(
  folders: FolderChoices,
  which: FolderName,
  ask: AskFolder,
  changed: (topics: readonly string[]) => void,
): Promise<Result<{ chosen: boolean }, Problem>> {
  const answered = await ask({ what: 'choose-folder', title: TITLES[which], start: folders.get()[which] });
  if (!answered.ok) return answered;
  const chosen = path.safeParse(answered.value);
  if (!chosen.success) return ok({ chosen: false });
  folders.set(which, chosen.data);
  changed(['service']);
  return ok({ chosen: true });
}
