/** A desk with its own data on a real disk and a real folder as the network drive, without the test runner. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { type Foundation, layFoundation } from '#electron/foundation.ts';
import type { SharedLog } from '#electron/journal/sharedLog.ts';
import { peopleProjections } from '#electron/people/store.ts';
import { folderLog } from '#electron/share/folderLog.ts';
import { nodeFolder } from '#electron/share/nodeFolder.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';

export interface FolderDesk extends Foundation {
  readonly database: Database;
}

/** The shared log in a real folder, touched by this very process. */
function folderLogAt(shared: string): SharedLog {
  const path = join(shared, '.puntosi-v1');
  return folderLog({
    connect: async () => ({ place: { path, withoutSpace: false }, folder: nodeFolder(path) }),
    random: () => randomBytes(4).toString('hex'),
    close: () => undefined,
  });
}

/** Opens the desk whose data lie in `own`, over `log` or else the folder `shared`. */
export function openFolderDesk(own: string, shared: string, log: SharedLog = folderLogAt(shared)): FolderDesk {
  const opened = openDatabase(join(own, 'avvisi.db'), migrations);
  if (!opened.ok) throw new Error(opened.error.message);
  const foundation = layFoundation({
    database: opened.value,
    dataFolder: own,
    profile: valdombra,
    programs: {},
    computer: { machine: own, name: 'Sportello', appVersion: '0.1.0' },
    projections: peopleProjections,
    now: () => new Date().toISOString(),
    changed: () => undefined,
    received: () => undefined,
  });
  foundation.exchange.use(log, shared);
  return { ...foundation, database: opened.value };
}
