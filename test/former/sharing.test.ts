/** A desk of the former version, in a process of its own, and a desk of today share one folder and one register. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { seedPeople } from '#electron/demo/people.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { must } from '../helpers/desk.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { answersOf } from '../helpers/formerAnswers.ts';
import { startFormerDesk } from '../helpers/formerDesk.ts';
import { TWO_NOTICES, type WrittenMail } from '../helpers/mails.ts';
import { openTownDeskOn } from '../helpers/sharedTown.ts';
import { MONDAY_MORNING } from '../helpers/town.ts';

/** A desk as this story sees it, whichever version it is of. */
interface Desk {
  readonly folder: string;
  readonly act: (method: string, input?: object) => Promise<unknown>;
  readonly seed: () => Promise<void>;
  readonly exchange: () => Promise<void>;
  readonly setClock: (moment: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Calls of the former version that have another name today. */
const RENAMED: Readonly<Record<string, MethodName>> = { 'drafts.approve': 'queue.approve' };

const actBy =
  (call: (method: string, input: object) => Promise<unknown>) =>
  async (method: string, input: object = {}): Promise<unknown> => {
    const reply = (await call(method, input)) as { ok: true; value: unknown } | { ok: false; error: unknown };
    if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };

const deliveriesOf = (folder: string): string => join(folder, 'consegne-scelte');

interface Versions {
  readonly today: Desk;
  readonly former: Desk;
  /** Lets an e-mail arrive at the desk of today. */
  readonly receive: (mail: WrittenMail) => Promise<unknown>;
}

/** A desk of today and one of the former version, that share a folder, with a folder each for the contractor. */
async function twoVersions(founder: 'today' | 'former'): Promise<Versions> {
  const shared = join(temporaryFolder(), ' PuntoSi');
  mkdirSync(shared);
  const { app, clock, folder, receive } = openTownDeskOn({ name: 'oggi', shared });
  const today: Desk = {
    folder,
    act: actBy((method, input) => app.call(RENAMED[method] ?? (method as MethodName), input)),
    seed: () => seedPeople(app),
    exchange: async () => {
      await app.exchange();
      await app.tick();
    },
    setClock: async (moment) => clock.set(moment),
    close: async () => app.close(),
  };
  const child = await startFormerDesk('prima', MONDAY_MORNING, shared);
  const former: Desk = { ...child, act: actBy(child.call), setClock: (moment) => child.set({ moment }) };
  const [first, second] = founder === 'today' ? [today, former] : [former, today];
  await first.seed();
  await first.act('people.actAs', { id: 'marta' });
  for (const desk of [first, second]) await desk.act('service.chooseShare');
  await first.act('service.foundShare');
  await settle(today, former);
  const found = (await today.act('service.registerFound')) as { readonly fingerprint: string } | null;
  if (found) await today.act('service.joinShare', { fingerprint: found.fingerprint });
  await settle(today, former);
  for (const { dev, key } of (await shareOf(first)).quarantine) await first.act('service.acceptDesk', { dev, key });
  await settle(today, former);
  mkdirSync(deliveriesOf(child.folder));
  await child.set({ chosen: deliveriesOf(child.folder) });
  for (const desk of [today, former]) await desk.act('service.chooseFolder', { which: 'deliveries' });
  return { today, former, receive };
}

async function settle(...desks: readonly Desk[]): Promise<void> {
  for (let round = 0; round < 3; round++) for (const desk of desks) await desk.exchange();
}

/** How a desk shares its register: the former version tells it with the status. */
async function shareOf({ act }: Desk): Promise<{ readonly quarantine: readonly { dev: string; key: string }[] }> {
  const status = (await act('service.status')) as { share?: { quarantine: { dev: string; key: string }[] } };
  return status.share ?? ((await act('service.sharing')) as { quarantine: { dev: string; key: string }[] });
}

const NEWS = 'https://www.comune.valdombra.example/novita/';
const textOf = (slug: string): string =>
  `${slug}: chiusura\n\nL’ufficio di viale Po è chiuso lunedì 9 marzo 2026.\n\n${NEWS}${slug}`;
const reasons = { prontuario: 'Concordato.', duplicati: 'Sono avvisi diversi.' };
/** Thursday 5 March 2026 at 8:30, when the desk opens. */
const PLANNED = instantAt('2026-03-05', '08:30');

/** A notice typed at `from`, taken in charge and forwarded at `by`, approved by the head at `to`. */
async function carried(slug: string, { from, by, to }: Record<'from' | 'by' | 'to', Desk>): Promise<string> {
  await from.act('people.actAs', { id: 'marta' });
  const data = { sendDate: '2026-03-05', sendTime: null, link: `${NEWS}${slug}`, office: 'Biblioteca' };
  const typed = { title: slug, text: textOf(slug), corrects: null };
  const { id } = (await from.act('requests.write', {
    ...typed,
    data: { ...data, category: 'Servizi', reason: 'servizio' },
  })) as { id: string };
  await settle(from, by);
  await by.act('people.actAs', { id: 'luca' });
  await by.act('requests.takeCharge', { id });
  await by.act('drafts.forward', { id, text: textOf(slug), reasons });
  await settle(by, to);
  await to.act('people.actAs', { id: 'ornella' });
  const drafts = (await to.act('drafts.waiting')) as { id: string; rewritten: { hash: string; text: string } }[];
  const waiting = drafts.find((draft) => draft.id === id);
  if (!waiting) throw new Error(`«${slug}» non aspetta il capo settore.`);
  const { hash, text } = waiting.rewritten;
  await to.act('drafts.approve', { id, seen: hash, text, route: 'cartella della ditta' });
  await settle(to, from);
  return id;
}

const delivered = ({ folder }: Desk): readonly string[] =>
  readdirSync(deliveriesOf(folder)).filter((name) => name.endsWith('.json'));

/** The hashes of all facts a desk holds; it must be closed. */
function factsIn({ folder }: Desk): readonly unknown[] {
  const database = must(openDatabase(join(folder, 'avvisi.db'), migrations));
  const facts = database.prepare('SELECT h FROM fact ORDER BY h').pluck().all();
  database.close();
  return facts;
}

test.each(['former', 'today'] as const)(
  'where the desk of %s founded the register, both do the whole procedure and tell the same',
  {
    timeout: 120_000,
  },
  async (founder) => {
    const { today, former } = await twoVersions(founder);
    const there = await carried('biblioteca', { from: former, by: today, to: former });
    const here = await carried('anagrafe', { from: today, by: former, to: today });
    for (const desk of [today, former]) await desk.setClock(PLANNED);
    await settle(today, former);
    // Each left once, whichever desk was first.
    const names = [...delivered(today), ...delivered(former)].map((name) => name.split('_').at(-1)).sort();
    expect(names).toEqual([`${here}.json`, `${there}.json`].sort());

    const sent = { text: null, recipients: 900, sentAt: null };
    expect(await today.act('queue.confirmSent', { id: there, ...sent })).toEqual({ number: '2026/0001' });
    await settle(today, former);
    expect(await former.act('queue.confirmSent', { id: here, ...sent })).toEqual({ number: '2026/0002' });
    await settle(former, today);

    for (const desk of [today, former]) {
      expect(await shareOf(desk)).toMatchObject({
        state: 'connected',
        isEnrolled: true,
        waiting: 0,
        provisional: 0,
        quarantine: [],
        gaps: [],
        collisions: [],
      });
    }
    const questions = { requests: [here, there].sort(), period: '2026-2' };
    const told = await answersOf(former.act, questions);
    expect(told.queue).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(await answersOf(today.act, questions)).toMatchObject(told);
    for (const desk of [today, former]) await desk.close();
    const facts = factsIn(former);
    expect(facts.length).toBeGreaterThan(30);
    expect(factsIn(today)).toEqual(facts);
  },
);

test('an e-mail that one read is whole at the other, and of both that take it the same one keeps it', {
  timeout: 120_000,
}, async () => {
  const { today, former, receive } = await twoVersions('former');
  await today.act('people.actAs', { id: 'luca' });
  await receive(TWO_NOTICES);
  await settle(today, former);
  const list = (await former.act('requests.list')) as { id: string; title: string }[];
  const requests = list.map(({ id }) => id).sort();
  expect(requests).toHaveLength(2);
  const [id = '', other = ''] = requests;
  for (const desk of [today, former]) await desk.act('requests.takeCharge', { id });
  await today.act('requests.setData', { id: other, data: { sendTime: '10:00' } });
  await former.act('requests.setData', { id: other, data: { sendTime: '11:30' } });
  await former.act('requests.pause', { id: other, for: 'Si aspetta l’ufficio.' });
  await settle(former, today);

  const questions = { requests, period: '2026-2' };
  const told = await answersOf(former.act, questions);
  expect(told.requests).toMatchObject([
    { inCharge: { claimed: true }, charges: [{}, {}] },
    { state: 'waiting', conflicts: [{ field: 'sendTime' }], mailText: expect.stringContaining('inventario') },
  ]);
  expect(await answersOf(today.act, questions)).toMatchObject(told);
});
