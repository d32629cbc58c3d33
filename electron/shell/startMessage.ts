import type { StartMessage } from '#shared/ipc/messages.ts';
import { dataFolderIn } from './paths.ts';

/** What the core is told at its start. `PUNTOSI_NOW` sets the app's clock to that moment, for tests and demonstrations. */
export function startMessage(
  folder: string,
  appVersion: string,
  env: Readonly<Record<string, string | undefined>>,
): Omit<StartMessage, 'kind'> {
  const moment = Date.parse(env.PUNTOSI_NOW ?? '');
  return {
    dataFolder: dataFolderIn(folder),
    appVersion,
    now: Number.isNaN(moment) ? null : new Date(moment).toISOString(),
  };
}
