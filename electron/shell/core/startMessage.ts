import { dataFolderIn } from '#electron/shell/paths.ts';
import type { StartMessage } from '#shared/ipc/messages.ts';

/** What the shell runs in: a packed app takes its clock from the computer alone (S3). */
interface Surroundings {
  readonly isPackaged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * What the core is told at its start. `PUNTOSI_NOW` sets the app's clock to that moment, for tests and demonstrations; never
 * that of a packed app.
 */
export function startMessage(
  folder: string,
  appVersion: string,
  { isPackaged, env }: Surroundings,
): Omit<StartMessage, 'kind'> {
  const moment = isPackaged ? Number.NaN : Date.parse(env.PUNTOSI_NOW ?? '');
  return {
    dataFolder: dataFolderIn(folder),
    appVersion,
    now: Number.isNaN(moment) ? null : new Date(moment).toISOString(),
  };
}
