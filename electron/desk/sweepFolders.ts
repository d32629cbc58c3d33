import type { Files } from '#electron/files/files.ts';
import { blobFolder } from '#electron/journal/blobs.ts';
import type { FolderChoices } from './folders.ts';

interface Swept {
  readonly files: Pick<Files, 'sweep'>;
  readonly folders: FolderChoices;
}

/** Removes what an app that was killed left half-written, wherever this desk writes; a folder that refuses waits for the next start. */
export async function sweepFolders({ files, folders }: Swept, dataFolder: string): Promise<void> {
  const { deliveries, reports, outgoing } = folders.get();
  for (const folder of new Set([deliveries, reports, outgoing])) await files.sweep(folder, false);
  await files.sweep(blobFolder(dataFolder), true);
}
