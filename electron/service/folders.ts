import { join } from 'node:path';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';

/** The folders of this desk, absolute paths exactly as chosen: a name may begin with a space (P4). */
const path = z.string().min(1);
const choicesSchema = z.object({
  mails: z.exactOptional(path),
  deliveries: z.exactOptional(path),
  reports: z.exactOptional(path),
});
export type Folders = Readonly<Required<z.infer<typeof choicesSchema>>>;
export type FolderName = keyof Folders;

const FOLDERS = 'folders';

export interface FolderChoices {
  readonly get: () => Folders;
  readonly set: (which: FolderName, path: string) => void;
}

/** The folders chosen on this desk; until then those inside its own data folder. */
export function folderChoices(local: LocalValues, dataFolder: string): FolderChoices {
  const inside: Folders = {
    mails: join(dataFolder, 'posta'),
    deliveries: join(dataFolder, 'consegne'),
    reports: join(dataFolder, 'relazioni'),
  };
  const get = (): Folders => ({ ...inside, ...local.get(FOLDERS, choicesSchema) });
  return {
    get,
    set: (which, path) => {
      local.set(FOLDERS, { ...local.get(FOLDERS, choicesSchema), [which]: path });
    },
  };
}
