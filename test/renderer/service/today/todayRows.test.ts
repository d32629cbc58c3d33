import { describe, expect, test } from 'vitest';
import { todayLists, todaySentence, todayTitle } from '#renderer/service/today/todayLists.ts';
import { isInDanger, lower, type TodayRow } from '#renderer/service/today/todayRows.ts';
import type { IrregularView } from '#shared/drafts/views.ts';
import type { Roster } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import type { Stuck } from '#shared/service/stuck.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { allRows } from '../../../helpers/morning/rows.ts';

async function listsOf(
  person: string,
  change: Partial<Session> = {},
  irregular: readonly IrregularView[] = [],
  more: { readonly stuck?: readonly Stuck[]; readonly altered?: string; readonly absences?: Roster['absences'] } = {},
) {
  const bridge = townBridge({ person });
  const session = { ...(await bridge.ask('people.session', {})), ...change };
  const share = await bridge.ask('service.sharing', {});
  const requests = await allRows(bridge);
  const approvals = await bridge.ask('drafts.waiting', {});
  const rows = await bridge.ask('queue.list', {});
  const jobs = rows.map((job) => (job.id === more.altered ? { ...job, isAltered: true, obstacle: OBSTACLE } : job));
  const { stuck = [], absences = [] } = more;
  const unread = { count: 0, since: null };
  const shown = { requests, approvals, irregular, jobs, stuck };
  return todayLists({ session, absences, reminder: null, unread, share, roles: [], ...shown });
}
const dutyOf = async () => (await townBridge({ person: 'bellin' }).ask('people.session', {})).duty;
const OBSTACLE = { code: 'text-altered', what: 'Il testo non è quello approvato.', remedy: 'Annulla l’invio.' };
const words = (rows: readonly TodayRow[]) => rows.map(({ verb, thing }) => `${verb}: ${thing}`);

describe('urgency and waits (P14, P27)', () => {
  async function shown(change: { readonly urgent?: boolean; readonly until?: string; readonly waits?: string }) {
    const bridge = townBridge({ person: 'vidal' });
    const session = await bridge.ask('people.session', {});
    const [approval] = await bridge.ask('drafts.waiting', {});
    const [row] = await allRows(bridge);
    if (!approval || !row) return expect.fail('no rows');
    const data = { ...row.data, sendDate: session.today };
    const text = {
      ...approval,
      urgent: change.urgent ?? false,
      request: { ...approval.request, data },
      due: '2027-01-01T09:00:00.000Z',
    };
    const postponed = change.until === undefined ? {} : { state: 'postponed' as const, until: change.until };
    const waiting = { since: session.now, for: 'Cultura', until: change.waits ?? null };
    const requests = change.waits === undefined ? [] : [{ ...row, data, state: 'waiting' as const, waiting }];
    const approvals = [{ ...text, ...postponed }];
    const share = await bridge.ask('service.sharing', {});
    const nothing = {
      reminder: null,
      unread: { count: 0, since: null },
      roles: [],
      irregular: [],
      jobs: [],
      stuck: [],
    };
    return todayLists({ session, share, requests, approvals, ...nothing });
  }

  test('an urgent text is red for the head; one that was put off is no task until its day (A5, A6)', async () => {
    expect((await shown({ urgent: true })).mine[0]?.flag).toMatchObject({
      text: 'urgente, richiesto per oggi',
      tone: 'bad',
    });
    expect((await shown({})).mine[0]?.flag).toBeUndefined();
    expect((await shown({ until: '2026-11-25' })).mine).toEqual([]);
    expect((await shown({ until: '2026-11-24' })).mine).toHaveLength(1);
  });

  test('a wait that goes on when the notice should leave is a task, and waits for others no more (R35)', async () => {
    const { mine, groups, others } = await shown({ waits: '2026-11-25' });
    expect([...mine, ...groups.flatMap(({ rows }) => rows)]).toMatchObject([
      { verb: 'Decidi sul testo' },
      { verb: 'Riprendi dall’attesa', due: 'per oggi', flag: { text: 'attesa oltre la data' } },
    ]);
    expect(others).toEqual([]);
  });
});

describe('what to do now', () => {
  test('for an operator is the urgent request, then the uncertain sending, then by due moment', async () => {
    expect(words((await listsOf('bellin')).mine)).toEqual([
      'Prendi in carico: chiusura di via dei Tigli',
      'Chiarisci l’invio: mercato spostato in piazza Alpini',
      'Finisci: corso di primo soccorso',
      'Prendi in carico: laboratori di Natale',
      'Prendi in carico: nuovo orario 2027',
      'Prendi in carico: saldo Imu: promemoria',
      'Prendi in carico: fiera di Santa Lucia',
      'Prendi in carico: iscrizioni al nido 2027',
    ]);
  });

  test('leaves out what others have in charge, and what is forwarded or closed', async () => {
    const things = words((await listsOf('bellin')).mine).join();
    for (const title of ['mercatino', 'olio', 'palestra']) expect(things).not.toContain(title);
    expect(words((await listsOf('zennaro')).mine).join()).toContain('Finisci: mercatino di Natale in centro');
  });

  test('for the head has the texts to decide on, and waits for nobody', async () => {
    const { mine, others } = await listsOf('vidal');
    expect(words(mine)).toContain('Decidi sul testo: raccolta dell’olio usato');
    expect(mine.find(({ thing }) => thing.startsWith('raccolta'))?.flag?.text).toBe('in ritardo');
    expect(words(others)).toEqual(['Chiesto, da confermare:: farmacia di turno']);
  });

  test('for the head has the emergencies to put in order, and only for the head', async () => {
    const emergency: IrregularView = {
      id: 'urgente-1',
      title: 'Allerta meteo',
      text: 'Resta in casa.',
      authoriser: 'Teresa Marangon, sindaca',
      why: 'Bollettino',
      releasedAt: '2026-11-23T20:40:00.000Z',
      releasedByName: 'Marta Bellin',
      due: '2026-11-24T16:30:00.000Z',
    };
    const row = (await listsOf('vidal', {}, [emergency])).mine.find(({ verb }) => verb.startsWith('Regolarizza'));
    expect(row).toMatchObject({
      thing: 'allerta meteo',
      due: 'oggi alle 17:30',
      flag: { text: 'emergenza' },
      action: 'Regolarizza',
      target: { place: 'emergency', id: 'urgente-1' },
    });
    expect(words((await listsOf('bellin', {}, [emergency])).mine).join()).not.toContain('Regolarizza');
  });

  test('begins with what does not get on: what, since when, why, and another attempt', async () => {
    const stuck: Stuck = {
      id: 'queue.deliver/x/1',
      what: 'sending',
      title: 'Parcheggi di via Roma',
      request: 'parcheggi-1',
      since: '2026-11-24T07:40:00.000Z',
      problem: {
        code: 'internal',
        what: 'Un problema interno (numero a1b2).',
        why: 'È al sicuro.',
        remedy: 'Riprova.',
      },
    };
    const waiting: Stuck = {
      ...stuck,
      id: 'l',
      what: 'letter',
      title: '',
      problem: { ...stuck.problem, code: 'away' },
    };
    const { mine } = await listsOf('bellin', {}, [], { stuck: [stuck, waiting] });
    expect(mine.find(({ id }) => id === 'stuck queue.deliver/x/1')).toMatchObject({
      verb: 'Fai partire l’invio',
      thing: 'parcheggi di via Roma',
      due: 'da oggi alle 08:40',
      flag: { text: 'problema interno', tone: 'bad', sign: 'error' },
      action: 'Riprova adesso',
      story: 'Un problema interno (numero a1b2). È al sicuro. Riprova.',
      target: { place: 'stuck', id: 'queue.deliver/x/1' },
      at: '',
    });
    expect(mine.find(({ id }) => id === 'stuck l')).toMatchObject({
      verb: 'Fai partire la e-mail',
      flag: { text: 'non riesce' },
    });
  });

  test('is a text that is not the approved one, in red, and not the confirmation of it (P24)', async () => {
    const { mine } = await listsOf('bellin', {}, [], { altered: 'farmacia-1' });
    expect(mine.find(({ verb }) => verb === 'Controlla il testo')).toMatchObject({
      thing: 'farmacia di turno',
      flag: { text: 'non è quello approvato', tone: 'bad', sign: 'error' },
      target: { place: 'sending', id: 'farmacia-1' },
      story: 'Il testo non è quello approvato. Annulla l’invio.',
      at: '',
    });
    expect(words(mine).join()).not.toContain('Conferma l’invio: farmacia');
  });

  test('tells an operator what waits for the head, with the oldest text', async () => {
    const [row] = (await listsOf('bellin')).others;
    expect(`${row?.verb} ${row?.thing}`).toBe(
      'Ornella Vidal decide su 2 testi, il più vecchio di venerdì 20 alle 12:00',
    );
  });

  test('is nothing for somebody without a part in it', async () => {
    const accounting = {
      id: 'conti',
      name: 'Ada',
      address: 'a@b.example',
      roles: ['contabilità' as const],
      accounts: [],
    };
    expect((await listsOf('bellin', { person: accounting })).mine).toEqual([]);
  });
});

test('an overdue request says so instead of what it lacks', async () => {
  const late = await listsOf('bellin', { now: '2026-11-25T08:00:00.000Z', today: '2026-11-25' });
  const imu = late.mine.find(({ thing }) => thing.startsWith('saldo'));
  expect(imu?.flag?.text).toBe('scaduta');
  expect(imu?.story).toContain('È scaduta ieri alle 17:30.');
});

test('what is approved and not asked is the head’s first task, and comes after one’s own at the desk (P31)', async () => {
  const head = await listsOf('vidal');
  expect(words(head.mine).slice(0, 2)).toEqual([
    'Chiedi l’invio nel gruppo: parcheggi di via Roma',
    'Chiedi l’invio nel gruppo: consiglio comunale di giovedì 26',
  ]);
  expect(head.mine[0]).toMatchObject({ action: 'Copia e apri WhatsApp', due: 'per oggi alle 10:00' });
  const [turn] = (await listsOf('bellin')).groups;
  expect(turn).toMatchObject({ title: 'Tocca a Ornella Vidal', rows: [{ due: 'per oggi alle 10:00' }, {}] });
  const away = await listsOf('bellin', { duty: { ...(await dutyOf()), headPresent: false } });
  expect(words(away.mine)[0]).toBe('Chiedi l’invio nel gruppo: parcheggi di via Roma');
  const late = await listsOf('bellin', { now: '2026-11-24T10:00:00.000Z' });
  expect(late.mine[0]).toMatchObject({ flag: { tone: 'bad' }, due: 'era per oggi alle 10:00' });
  // Red is kept for sendings: an urgent request is not one.
  const [own, urgent] = [late.mine[0], head.mine[0]].map((row) => row && isInDanger(row));
  expect([own, urgent]).toEqual([true, false]);
  const request = (await listsOf('bellin')).mine.find(
    ({ flag, target }) => flag?.tone === 'bad' && target.place === 'request',
  );
  expect(request && isInDanger(request)).toBe(false);
});

test('what was asked waits for others, and is a task after some hours of service (P31)', async () => {
  const asked = (await listsOf('bellin')).others.find(({ thing }) => thing === 'farmacia di turno');
  expect(asked).toMatchObject({ verb: 'Chiesto, da confermare:', flag: { tone: 'info' } });
  const due = await listsOf('bellin', { now: '2026-11-24T16:20:00.000Z' });
  expect(due.mine.find(({ thing }) => thing === 'farmacia di turno')).toMatchObject({
    verb: 'Conferma l’invio',
    target: { place: 'sending', id: 'farmacia-1', command: 'confirm' },
    flag: { text: 'nessuno ha detto se è uscito', tone: 'bad' },
  });
});

test('the work of who is away is shown until when, and that of who is there is not (P3)', async () => {
  const absences = [{ id: 'a', person: 'zennaro', from: '2026-11-23', to: '2026-11-25' }];
  expect((await listsOf('bellin')).groups.some(({ id }) => id.startsWith('absent'))).toBe(false);
  const { groups } = await listsOf('bellin', {}, [], { absences });
  expect(groups[0]).toMatchObject({
    title: 'Lavoro di Luca Zennaro, assente fino a mercoledì 25 novembre',
    rows: [{ verb: 'Finisci', thing: 'mercatino di Natale in centro' }],
  });
});

test('what is not one’s turn comes after one’s own, by whose it is (A16)', async () => {
  const { mine, groups } = await listsOf('vidal');
  expect(words(mine).join()).not.toContain('Prendi in carico');
  const turn = groups.find(({ title }) => title === 'Tocca a Marta Bellin');
  expect(words(turn?.rows ?? [])[0]).toBe('Prendi in carico: chiusura di via dei Tigli');
});

test('what is written in capitals stays so (W54)', () => {
  expect(['URGENTE!! Via Roma', 'IMU, saldo', 'Via Roma', 'A teatro'].map(lower)).toEqual([
    ...['URGENTE!! Via Roma', 'IMU, saldo', 'via Roma', 'a teatro'],
  ]);
});

test('the sentence says whose turn it is and until when the office serves', async () => {
  const session = await townBridge().ask('people.session', {});
  expect(todayTitle(session.today)).toBe('Martedì 24 novembre 2026');
  expect(todaySentence(session)).toBe('Oggi la presa in carico tocca a te. Il servizio chiude alle 17:30.');
  expect(todaySentence({ ...session, person: null })).toContain('tocca a Marta Bellin');
  const nobody = { ...session, duty: { ...session.duty, intake: null }, today: '2026-11-29' };
  expect(todaySentence(nobody)).toBe('Oggi il servizio è chiuso.');
});
