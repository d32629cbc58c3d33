/** A desk with its own data on a real disk and a real folder as the network drive, without the test runner. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { fileSecrets } from '#electron/db/secrets.ts';
import { openRuntime, type Runtime } from '#electron/desk/runtime.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import { peopleProjections, peopleStore } from '#electron/people/store.ts';
import { folderLog } from '#electron/share/folder/folderLog.ts';
import { nodeFolder } from '#electron/share/folder/nodeFolder.ts';
import { ok } from '#shared/kernel/result.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

export interface FolderDesk extends Runtime {
  readonly database: Database;
}

/** The shared log in a real folder, touched by this very process. */
function folderLogAt(shared: string): SharedLog {
  const path = join(shared, '.puntosi-v1');
  return folderLog({
    connect: async () => ({ location: { path, withoutSpace: false }, folder: nodeFolder(path) }),
    random: () => randomBytes(4).toString('hex'),
    close: () => undefined,
  });
}

/** Opens the desk whose data lie in `own`, over `log` or else the folder `shared`. */
export function openFolderDesk(own: string, shared: string, log: SharedLog = folderLogAt(shared)): FolderDesk {
  const opened = openDatabase(join(own, 'avvisi.db'), migrations);
  if (!opened.ok) throw new Error(opened.error.what);
  const secrets = fileSecrets(own);
  if (!secrets.ok) throw new Error(secrets.error.what);
  const runtime = openRuntime({
    database: opened.value,
    secrets: secrets.value,
    dataFolder: own,
    profile: valdombra,
    computer: { machine: own, name: 'Sportello', appVersion: '0.1.0' },
    projections: peopleProjections,
    now: () => new Date().toISOString(),
    changed: () => undefined,
    ask: async () => ok(null),
    files: nodeFiles(),
    facts: [peopleFacts],
    blobs: {},
    reader: peopleStore,
  });
  runtime.desk.outbox.serve({});
  runtime.exchange.use(log, shared, 'given');
  return { ...runtime, database: opened.value };
}
