/**
 * Several desks on nothing but a folder (P41): the real use-cases, real SQLite, the real process that touches the drive.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { testClock } from './helpers/desk.ts';
import { temporaryFolder } from './helpers/folders.ts';
import { inWork } from './helpers/inWork.ts';
import { INCOMPLETE } from './helpers/mails.ts';
import { exchangeAll, joinAll, openTownDeskOn, type TownDesk } from './helpers/sharedTown.ts';

/** Two desks and the head's laptop, each with somebody at it, in one register. */
async function sharedTown(): Promise<{ shared: string; one: TownDesk; two: TownDesk; laptop: TownDesk }> {
  const shared = join(temporaryFolder(), ' PuntoSi');
  mkdirSync(shared);
  const one = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(one.app);
  await act(one.app, 'people.actAs', { id: 'marta' });
  const two = openTownDeskOn({ name: 'Sportello 2', shared });
  const laptop = openTownDeskOn({ name: 'Portatile', shared });
  await joinAll(one, two, laptop);
  await act(two.app, 'people.actAs', { id: 'luca' });
  await act(laptop.app, 'people.actAs', { id: 'ornella' });
  return { shared, one, two, laptop };
}

const NEWS = 'https://www.comune.valdombra.example/novita/biblioteca';
const TEXT = `Biblioteca chiusa\n\nLa biblioteca di viale Po è chiusa lunedì 9 marzo 2026.\n\n${NEWS}`;
/** Thursday 5 March 2026 at 8:30, when the desk opens. */
const PLANNED = instantAt('2026-03-05', '08:30');

/** A request typed at a desk for Thursday 5 March. */
async function typed({ app }: TownDesk, title = 'Biblioteca chiusa'): Promise<string> {
  const data = {
    sendDate: '2026-03-05',
    sendTime: null,
    link: NEWS,
    office: 'Biblioteca',
    category: 'Servizi',
    reason: 'servizio' as const,
  };
  return (await act(app, 'requests.write', { title, text: TEXT, data, corrects: null })).id;
}

/** A notice forwarded at one desk and approved on the head's laptop, for the folder of the contractor. */
async function approved(desk: TownDesk, laptop: TownDesk, title?: string): Promise<string> {
  const id = await typed(desk, title);
  await act(desk.app, 'drafts.forward', {
    id,
    text: TEXT,
    reasons: { prontuario: 'Concordato.', duplicati: 'Sono due avvisi diversi.' },
  });
  await exchangeAll(desk, laptop);
  const draft = (await act(laptop.app, 'drafts.waiting', {})).find((one) => one.id === id);
  const seen = draft?.rewritten.hash ?? '';
  await act(laptop.app, 'queue.approve', { id, seen, text: TEXT, route: 'cartella della ditta' });
  return id;
}

const jobOf = async ({ app }: TownDesk, id: string) => (await act(app, 'queue.list', {})).find((job) => job.id === id);
/** What this desk gave to the program of the contractor. */
const deliveries = ({ folder }: TownDesk): readonly string[] =>
  readdirSync(join(folder, 'consegne-scelte')).filter((name) => name.endsWith('.json'));

const rows = ({ app }: TownDesk) => inWork(app);

describe('desks that share a register', () => {
  test('found it, join it, and all see the same people and desks', async () => {
    const { one, two, laptop } = await sharedTown();
    for (const desk of [one, two, laptop]) {
      const share = await desk.share();
      expect(share).toMatchObject({ state: 'connected', waiting: 0, isEnrolled: true, quarantine: [], gaps: [] });
      expect(share.desks.map(({ name }) => name).sort()).toEqual(['Portatile', 'Sportello 1', 'Sportello 2']);
      const { people } = await act(desk.app, 'people.roster', {});
      expect(people.map(({ name }) => name)).toEqual(['Luca Zennaro', 'Marta Bellin', 'Ornella Vidal']);
    }
  });

  test('a request read at one desk is whole at the others, and one of two that take it keeps it', async () => {
    const { one, two } = await sharedTown();
    await one.receive(INCOMPLETE);
    await exchangeAll(one, two);
    const [mine, theirs] = [await rows(one), await rows(two)];
    expect(theirs).toEqual(mine);
    const [row] = mine;
    if (!row) throw new Error('Manca la richiesta.');
    const detail = await act(two.app, 'requests.get', { id: row.id });
    expect(detail.mailText).toBe((await act(one.app, 'requests.get', { id: row.id })).mailText);
    expect(detail.senderName).not.toBeNull();

    // Both take it before either knows of the other.
    await act(one.app, 'requests.takeCharge', { id: row.id });
    await act(two.app, 'requests.takeCharge', { id: row.id });
    await exchangeAll(one, two);
    const [atOne] = await rows(one);
    const [atTwo] = await rows(two);
    expect(atOne).toEqual(atTwo);
    expect(atOne?.inCharge).toEqual({ person: 'marta' });
    const charged = await act(one.app, 'requests.get', { id: row.id });
    expect(charged.inCharge).toEqual((await act(two.app, 'requests.get', { id: row.id })).inCharge);
    expect(charged.inCharge).toMatchObject({ person: 'marta', claimed: true });
    expect(charged.charges).toHaveLength(2);
  });

  test('two things said of one field apart are both shown, one counts, and setting it decides', async () => {
    const { one, two } = await sharedTown();
    const id = await typed(one);
    await exchangeAll(one, two);
    await act(one.app, 'requests.setData', { id, data: { sendDate: '2026-03-09', office: 'Biblioteca' } });
    two.clock.advance(60_000);
    await act(two.app, 'requests.setData', { id, data: { sendDate: '2026-03-10' } });
    await exchangeAll(one, two);
    const [row] = await rows(one);
    expect((await rows(two))[0]).toEqual(row);
    expect(row?.conflicts).toEqual([{ field: 'sendDate' }]);
    expect((await act(one.app, 'requests.get', { id })).conflicts).toEqual([
      {
        field: 'sendDate',
        options: [
          expect.objectContaining({ value: '2026-03-09', by: 'marta' }),
          expect.objectContaining({ value: '2026-03-10', by: 'luca' }),
        ],
      },
    ]);
    expect(row?.data).toMatchObject({ sendDate: '2026-03-10', office: 'Biblioteca' });
    await act(one.app, 'requests.setData', { id, data: { sendDate: '2026-03-09' } });
    await exchangeAll(one, two);
    for (const desk of [one, two]) {
      expect((await rows(desk))[0]).toMatchObject({ data: { sendDate: '2026-03-09' }, conflicts: [] });
    }
  });

  test('an approved notice leaves once, from the desk that may send it, and has one number everywhere', async () => {
    const { one, two, laptop } = await sharedTown();
    await act(one.app, 'service.chooseFolder', { which: 'deliveries' });
    const id = await approved(one, laptop);
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.set(PLANNED);
    await exchangeAll(two, laptop);
    expect(await jobOf(laptop, id)).toMatchObject({
      state: 'queued',
      obstacle: { code: 'route-not-here', what: 'Questo invio parte da «Sportello 1», che adesso non si vede.' },
    });
    await exchangeAll(one, two, laptop);
    expect(deliveries(one)).toHaveLength(1);
    for (const desk of [one, two, laptop]) {
      expect(await jobOf(desk, id)).toMatchObject({ state: 'handedOver', deskName: 'Sportello 1', isElsewhere: false });
    }
    const { number } = await act(two.app, 'queue.confirmSent', { id, text: null, recipients: 900, sentAt: null });
    expect(number).toBe('2026/0001');
    await exchangeAll(one, two, laptop);
    for (const desk of [one, laptop]) {
      expect(await act(desk.app, 'register.get', { id })).toMatchObject({ year: 2026, number: 1, recipients: 900 });
    }
  });

  test('without the drive a row is provisional, everything goes on, and numbers never collide on return', async () => {
    const { shared, one, two, laptop } = await sharedTown();
    for (const desk of [one, two]) await act(desk.app, 'service.chooseFolder', { which: 'deliveries' });
    const [first, second] = [await approved(one, laptop, 'Prima'), await approved(one, laptop, 'Seconda')];
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.set(PLANNED);
    await exchangeAll(one, two, laptop);
    const away = `${shared} via`;
    renameSync(shared, away);
    for (const desk of [one, two]) await desk.app.exchange();
    expect(await one.share()).toMatchObject({ state: 'away', problem: { code: 'folder-missing' } });
    const said = { text: null, recipients: 900, sentAt: null };
    expect(await act(one.app, 'queue.confirmSent', { id: first, ...said })).toEqual({ number: 'provv.' });
    expect(await act(two.app, 'queue.confirmSent', { id: second, ...said })).toEqual({ number: 'provv.' });
    expect(await one.share()).toMatchObject({ provisional: 1, waiting: expect.any(Number) });
    renameSync(away, shared);
    for (const { clock } of [one, two, laptop]) clock.advance(60_000);
    await exchangeAll(one, two, laptop);
    const numbers = await Promise.all(
      [first, second].map(async (id) => (await act(laptop.app, 'register.get', { id })).number),
    );
    expect([...numbers].sort()).toEqual([1, 2]);
    expect(await laptop.share()).toMatchObject({ provisional: 0, collisions: [], waiting: 0, state: 'connected' });
  });

  test('a desk that dies while it sends leaves it uncertain to whoever takes over, and nothing leaves twice', async () => {
    const { one, two, laptop } = await sharedTown();
    for (const desk of [one, two]) await act(desk.app, 'service.chooseFolder', { which: 'deliveries' });
    const id = await approved(one, laptop);
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.set(PLANNED);
    // It claims and hands over, and dies before anybody hears of it.
    await one.app.tick();
    expect(deliveries(one)).toHaveLength(1);
    one.app.close();
    await exchangeAll(two, laptop);
    expect(deliveries(two)).toEqual([]);
    expect(await jobOf(two, id)).toMatchObject({ state: 'queued', isElsewhere: true });
    await act(two.app, 'queue.takeOver', { id, why: 'Lo Sportello 1 è spento.' });
    await exchangeAll(two, laptop);
    expect(await jobOf(laptop, id)).toMatchObject({ state: 'uncertain', isElsewhere: false });
    expect(deliveries(two)).toEqual([]);
    await act(two.app, 'queue.requeue', { id, why: 'La ditta non l’ha ricevuto.' });
    for (const { clock } of [two, laptop]) clock.advance(11_000);
    await exchangeAll(two, laptop);
    expect(deliveries(two)).toHaveLength(1);
  });

  test('a notice that left while another desk cancelled it is not cancelled: it is what happened that counts', async () => {
    const { shared, one, two, laptop } = await sharedTown();
    await act(one.app, 'service.chooseFolder', { which: 'deliveries' });
    const id = await approved(one, laptop);
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.set(PLANNED);
    // The second desk is cut off when it cancels; the first one sends.
    const away = `${shared} via`;
    renameSync(shared, away);
    await two.app.exchange();
    await act(two.app, 'queue.cancel', { id, why: 'Lavori rinviati.' });
    renameSync(away, shared);
    one.clock.advance(2_000);
    await one.app.exchange();
    await one.app.tick();
    expect(deliveries(one)).toHaveLength(1);
    await exchangeAll(one, two, laptop);
    for (const desk of [one, two, laptop]) expect(await jobOf(desk, id)).toMatchObject({ state: 'handedOver' });
    await act(two.app, 'queue.confirmSent', { id, text: null, recipients: 900, sentAt: null });
    await exchangeAll(one, two, laptop);
    expect(await jobOf(laptop, id)).toMatchObject({ state: 'sent' });
    expect(deliveries(one)).toHaveLength(1);
  });

  test('a desk cannot cancel what another one has begun to send', async () => {
    const { one, two, laptop } = await sharedTown();
    await act(one.app, 'service.chooseFolder', { which: 'deliveries' });
    const id = await approved(one, laptop);
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.set(PLANNED);
    await one.app.tick();
    const refused = await two.app.call('queue.cancel', { id, why: 'Lavori rinviati.' });
    expect(refused).toMatchObject({ ok: false, error: { code: 'sent-elsewhere' } });
    expect(await two.app.call('queue.withdraw', { id, why: 'Non serve più.' })).toMatchObject({
      error: { code: 'sent-elsewhere' },
    });
  });

  test('of two texts approved apart neither leaves until the head chose one, and that one does', async () => {
    const { one, two, laptop } = await sharedTown();
    await act(one.app, 'service.chooseFolder', { which: 'deliveries' });
    const id = await typed(one);
    await act(one.app, 'drafts.forward', { id, text: TEXT, reasons: { prontuario: 'Concordato.' } });
    await exchangeAll(one, two, laptop);
    await act(two.app, 'people.actAs', { id: 'ornella' });
    const [draft] = await act(laptop.app, 'drafts.waiting', {});
    const seen = draft?.rewritten.hash ?? '';
    const route = 'cartella della ditta' as const;
    await act(laptop.app, 'queue.approve', { id, seen, text: `${TEXT} UNO`, route });
    await act(two.app, 'queue.approve', { id, seen, text: `${TEXT} DUE`, route });
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.set(PLANNED);
    await exchangeAll(one, two, laptop);
    expect(deliveries(one)).toEqual([]);
    expect((await jobOf(one, id))?.obstacle?.what).toContain('due testi diversi');
    const [conflicting] = await act(laptop.app, 'drafts.waiting', {});
    const texts = conflicting?.conflicts.map(({ text }) => text.slice(-3)) ?? [];
    expect([...texts].sort()).toEqual(['DUE', 'UNO']);
    const first = conflicting?.conflicts.find(({ text }) => text.endsWith('UNO'));
    await act(laptop.app, 'queue.approve', { id, seen: first?.hash ?? '', text: first?.text ?? '', route });
    for (const { clock } of [one, two, laptop]) clock.advance(60_000);
    await exchangeAll(one, two, laptop);
    expect(deliveries(one)).toHaveLength(1);
    expect(readFileSync(join(one.folder, 'consegne-scelte', deliveries(one)[0] ?? ''), 'utf8')).toContain('UNO');
    expect(await act(laptop.app, 'drafts.waiting', {})).toEqual([]);
    await act(one.app, 'queue.confirmSent', { id, text: null, recipients: 900, sentAt: null });
    const entry = await act(one.app, 'register.get', { id });
    expect(entry.approved?.text).toBe(`${TEXT} UNO`);
    expect(entry.deviations.join()).not.toContain('non è quello approvato');
  });

  test('a sending moved at one desk leaves from the other at its new moment, once', async () => {
    const { one, two, laptop } = await sharedTown();
    for (const desk of [one, two]) await act(desk.app, 'service.chooseFolder', { which: 'deliveries' });
    const id = await approved(one, laptop);
    await exchangeAll(one, two, laptop);
    const later = instantAt('2026-03-05', '16:00');
    await act(two.app, 'queue.move', { id, plannedFor: later, why: null });
    await exchangeAll(one, two, laptop);
    expect(await jobOf(laptop, id)).toMatchObject({ plannedFor: later, movedBy: 'luca', moves: 1 });
    const everywhere = async (moment: string) => {
      for (const { clock } of [one, two, laptop]) clock.set(moment);
      await exchangeAll(one, two, laptop);
      return [...deliveries(one), ...deliveries(two)];
    };
    expect(await everywhere(PLANNED)).toEqual([]);
    expect(await everywhere(later)).toHaveLength(1);
  });

  test('all sendings stopped at one desk are stopped at every desk, and go on everywhere', async () => {
    const { one, two, laptop } = await sharedTown();
    await act(one.app, 'service.chooseFolder', { which: 'deliveries' });
    await approved(one, laptop);
    await exchangeAll(one, two, laptop);
    await act(two.app, 'queue.stop', { why: 'Errore nel testo.' });
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.set(PLANNED);
    await exchangeAll(one, two, laptop);
    expect(deliveries(one)).toEqual([]);
    const { stopped } = await act(one.app, 'service.status', {});
    expect(stopped).toMatchObject({ by: 'Luca Zennaro', why: 'Errore nel testo.' });
    await act(laptop.app, 'queue.resume', {});
    await exchangeAll(one, two, laptop);
    for (const { clock } of [one, two, laptop]) clock.advance(11_000);
    await exchangeAll(one, two, laptop);
    expect((await act(one.app, 'service.status', {})).stopped).toBeNull();
    expect(deliveries(one)).toHaveLength(1);
  });

  test('an approval by who was no longer head, unknown to that desk, is kept and shown as out of role', async () => {
    const { one, laptop } = await sharedTown();
    const id = await typed(one);
    await act(one.app, 'drafts.forward', { id, text: TEXT, reasons: { prontuario: 'Concordato.' } });
    await exchangeAll(one, laptop);
    // The laptop is away from the network when her role ends, and approves without knowing.
    const ornella = (await act(one.app, 'people.roster', {})).people.find((person) => person.id === 'ornella');
    if (!ornella) throw new Error('Manca Ornella.');
    await act(one.app, 'people.setPerson', { ...ornella, roles: ['contabilità'] });
    laptop.clock.advance(60_000);
    const [draft] = await act(laptop.app, 'drafts.waiting', {});
    const seen = draft?.rewritten.hash ?? '';
    await act(laptop.app, 'queue.approve', { id, seen, text: TEXT, route: 'gruppo operativo' });
    await exchangeAll(one, laptop);
    for (const desk of [one, laptop])
      expect(await jobOf(desk, id)).toMatchObject({ state: 'queued', outOfRole: 'ornella' });
    await act(one.app, 'queue.askGroup', { id });
    await act(one.app, 'queue.confirmAsked', { id });
    await act(one.app, 'queue.confirmSent', { id, text: null, recipients: 900, sentAt: null });
    expect((await act(one.app, 'register.get', { id })).deviations).toContain(
      'Approvato fuori ruolo: Ornella Vidal non era capo settore.',
    );
  });

  test('a desk whose clock is a day ahead sends nothing before its time, and says why', async () => {
    const shared = join(temporaryFolder(), 'registro');
    mkdirSync(shared);
    const day = 24 * 60 * 60_000;
    const one = openTownDeskOn({ name: 'Sportello 1', shared });
    await seedPeople(one.app);
    await act(one.app, 'people.actAs', { id: 'marta' });
    const laptop = openTownDeskOn({ name: 'Portatile', shared });
    const ahead = openTownDeskOn({
      name: 'Sportello 2',
      shared,
      ahead: day,
      clock: testClock('2026-03-03T08:00:00.000Z'),
    });
    await joinAll(one, laptop, ahead);
    await act(laptop.app, 'people.actAs', { id: 'ornella' });
    await act(ahead.app, 'service.chooseFolder', { which: 'deliveries' });
    const id = await approved(one, laptop);
    await exchangeAll(one, laptop, ahead);
    ahead.clock.set(PLANNED);
    await exchangeAll(ahead, one);
    expect(deliveries(ahead)).toEqual([]);
    expect((await jobOf(ahead, id))?.obstacle).toEqual({
      code: 'clock-wrong',
      what: 'L’orologio di questo computer è avanti di 1 giorno: gli invii aspettano.',
      remedy: 'Correggi data e ora del computer, oppure invia da un’altra postazione.',
    });
  });
});
