/** A desk that delivers what is due, telling one character before and one after each hand-over; it waits to be killed. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { openDesk } from '#electron/desk/desk.ts';
import { folderChoices } from '#electron/desk/folders.ts';
import { systemBehind } from '#electron/desk/system.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { openBlobs } from '#electron/journal/blobs.ts';
import { openJournal } from '#electron/journal/journal.ts';
import { openOutbox } from '#electron/outbox/outbox.ts';
import { peopleProjections, peopleStore } from '#electron/people/store.ts';
import { spoolChannel } from '#electron/queue/sending/channels/spool.ts';
import { DELIVER, deliverProgram } from '#electron/queue/sending/deliver.ts';
import { queueProjections, queueStore } from '#electron/queue/store.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { aloneClaims } from '../../../helpers/alone.ts';

const [folder = '', moment = ''] = process.argv.slice(2);
const now = (): string => moment;
const opened = openDatabase(join(folder, 'avvisi.db'), migrations);
if (!opened.ok) throw new Error(opened.error.what);
const database = opened.value;
const journal = openJournal({
  database,
  device: 'desk0001',
  projections: [...peopleProjections, ...queueProjections],
  now,
  changed: () => undefined,
});
const local = localValues(database);
const files = nodeFiles();
const blobs = openBlobs(join(folder, 'allegati'));
const outbox = openOutbox({ database, now, newId: () => 'errore' });
const desk = openDesk({
  database,
  journal,
  outbox,
  blobs,
  claims: aloneClaims,
  local,
  folders: folderChoices(local, folder),
  files,
  system: systemBehind(async () => ok(null), files),
  tell: () => undefined,
  reader: peopleStore(database, blobs),
  refusal: () => undefined,
  profile: valdombra,
  now,
  newId: () => 'id',
});
const spool = spoolChannel(() => join(folder, 'consegne'), files);
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3));
const channel: typeof spool = {
  ...spool,
  handOver: async (job, leaving) => {
    writeSync(1, '<');
    await pause();
    const handed = await spool.handOver(job, leaving);
    writeSync(1, '>');
    await pause();
    return handed;
  },
};
const deliver = deliverProgram(desk, queueStore(database), {
  channelOf: () => channel,
  notFromHere: () => undefined,
  linkGone: async () => undefined,
  isEmergency: () => false,
  textTrouble: () => undefined,
  stopTrouble: () => undefined,
  clockTrouble: () => undefined,
});
outbox.serve({ [DELIVER]: deliver });
await outbox.tick();
setInterval(() => undefined, 1_000);
