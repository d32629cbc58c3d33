/** A desk that delivers what is due, telling one character before and one after each hand-over; it waits to be killed. */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { openBlobs } from '#electron/journal/blobs.ts';
import { openJournal } from '#electron/journal/journal.ts';
import { type EffectProgram, openOutbox } from '#electron/outbox/outbox.ts';
import { openDesk } from '#electron/people/desk.ts';
import { peopleProjections } from '#electron/people/store.ts';
import { spoolChannel } from '#electron/queue/channels/spool.ts';
import { DELIVER, deliverProgram } from '#electron/queue/deliver.ts';
import { queueProjections, queueStore } from '#electron/queue/store.ts';
import { silentNewsSite } from '#electron/requests/newsSite.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { aloneClaims } from '../../helpers/alone.ts';

const [folder = '', moment = ''] = process.argv.slice(2);
const now = (): string => moment;
const opened = openDatabase(join(folder, 'avvisi.db'), migrations);
if (!opened.ok) throw new Error(opened.error.message);
const database = opened.value;
const journal = openJournal({
  database,
  device: 'desk0001',
  projections: [...peopleProjections, ...queueProjections],
  now,
  changed: () => undefined,
});
const programs: Record<string, EffectProgram> = {};
const outbox = openOutbox({ database, programs, now });
const desk = openDesk({
  database,
  journal,
  outbox,
  blobs: openBlobs(join(folder, 'allegati')),
  claims: aloneClaims,
  local: localValues(database),
  profile: valdombra,
  now,
  newId: () => 'id',
});
const spool = spoolChannel(() => join(folder, 'consegne'));
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
programs[DELIVER] = deliverProgram(desk, queueStore(database), {
  channelOf: () => channel,
  isRouteHere: () => true,
  site: silentNewsSite(now),
  isEmergency: () => false,
  textTrouble: () => undefined,
  stopTrouble: () => undefined,
  clockTrouble: () => undefined,
});
await outbox.tick();
setInterval(() => undefined, 1_000);
