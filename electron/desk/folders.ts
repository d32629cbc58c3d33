import { join } from 'node:path';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import { ROUTES, type Route } from '#shared/people/profile/routes.ts';

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
export interface FolderChoices {
  /** The folders inside the desk's own data, used until others are chosen. */
  readonly inside: Folders;
  readonly get: () => Folders;
  /** Whether somebody chose it on this desk. */
  readonly isChosen: (which: FolderName) => boolean;
  readonly set: (which: FolderName, path: string) => void;
}

/** The folder from which notices leave by a route; none where a person asks the operational group. */
const FOLDER_OF: Readonly<Partial<Record<Route, FolderName>>> = {
  'e-mail alla ditta': 'outgoing',
  'cartella della ditta': 'deliveries',
};

/** The routes by which notices leave from this desk: those whose folder somebody chose on it (P33). */
export const routesFrom = ({ isChosen }: Pick<FolderChoices, 'isChosen'>): readonly Route[] =>
  ROUTES.filter((route) => {
    const folder = FOLDER_OF[route];
    return folder !== undefined && isChosen(folder);
  });

/** The desk that founds the register goes on sending from the folders it sent from so far (P33). */
export function keepSending({ isChosen, inside, set }: Pick<FolderChoices, 'isChosen' | 'inside' | 'set'>): void {
  for (const folder of Object.values(FOLDER_OF)) if (!isChosen(folder)) set(folder, inside[folder]);
}

/** The folders chosen on this desk; until then those inside its own data folder, which count as chosen where `areChosen`. */
export function folderChoices(local: LocalValues, dataFolder: string, areChosen = false): FolderChoices {
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
    isChosen: (which) => areChosen || chosen()[which] !== undefined,
    set: (which, folder) => local.set(FOLDERS, { ...chosen(), [which]: folder }),
  };
}
