/** An enrolled desk that writes other words under the approved hash: nobody delivers them, everybody is told (P24). */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { fileSecrets } from '#electron/db/secrets.ts';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { openRuntime } from '#electron/desk/runtime.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { peopleStore } from '#electron/people/store.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { must } from './helpers/desk.ts';
import { temporaryFolder } from './helpers/folders.ts';
import { exchangeAll, joinAll, openTownDeskOn, type TownDesk } from './helpers/sharedTown.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/biblioteca';
const TEXT = `Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa lunedì 9 marzo 2026.\n\n${NEWS}`;
const PLANNED = instantAt('2026-03-05', '08:30');

/** Writes a fact into the journal of a desk past all its rules, as a hostile program on it would. */
function forgeAt({ folder, name, clock }: TownDesk, fact: NewFact): void {
  const database = must(openDatabase(join(folder, 'avvisi.db'), migrations));
  const { desk } = openRuntime({
    database,
    dataFolder: folder,
    profile: valdombra,
    computer: { machine: name, name, appVersion: '0.1.0' },
    projections: [],
    now: clock.now,
    changed: () => undefined,
    ask: async () => ok(null),
    files: nodeFiles(),
    secrets: must(fileSecrets(folder)),
    facts: [],
    blobs: {},
    reader: peopleStore,
  });
  desk.journal.append([fact], { actor: 'ornella' });
  database.close();
}

test('other words of an enrolled desk under the approved hash do not leave, and every desk says so', async () => {
  const shared = join(temporaryFolder(), 'Condivisa');
  mkdirSync(shared);
  const one = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(one.app);
  await act(one.app, 'people.actAs', { id: 'marta' });
  const two = openTownDeskOn({ name: 'Sportello 2', shared });
  await joinAll(one, two);
  await act(two.app, 'people.actAs', { id: 'ornella' });
  await act(one.app, 'service.chooseFolder', { which: 'deliveries' });
  const data = {
    sendDate: '2026-03-05',
    sendTime: null,
    link: NEWS,
    office: 'Biblioteca',
    category: 'Servizi',
    reason: 'servizio' as const,
  };
  const { id } = await act(one.app, 'requests.write', { title: 'Biblioteca', text: TEXT, data, corrects: null });
  await act(one.app, 'drafts.forward', { id, text: TEXT, reasons: { prontuario: 'Concordato.' } });
  await exchangeAll(one, two);
  const [draft] = await act(two.app, 'drafts.waiting', {});
  const hash = draft?.rewritten.hash ?? '';
  await act(two.app, 'queue.approve', { id, seen: hash, text: TEXT, route: 'cartella della ditta' });
  await exchangeAll(one, two);

  two.app.close();
  forgeAt(two, queueFact('job.textChosen', `job/${id}`, { text: 'Paga qui la tua multa.', hash }));
  const again = openTownDeskOn({ name: 'Sportello 2', shared, folder: two.folder, clock: two.clock });
  await exchangeAll(one, again);
  for (const { clock } of [one, again]) clock.set(PLANNED);
  await exchangeAll(one, again);

  const [row] = await act(one.app, 'queue.list', {});
  expect(row).toMatchObject({
    state: 'queued',
    notice: { text: 'Paga qui la tua multa.', hash },
    isAltered: true,
    obstacle: { code: 'text-altered' },
  });
  expect(readdirSync(join(one.folder, 'consegne-scelte'))).toEqual([]);
});
