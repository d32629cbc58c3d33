import { describe, expect, test } from 'vitest';
import { type TodayRow, todayLists, todaySentence, todayTitle } from '#renderer/service/todayRows.ts';
import type { IrregularView } from '#shared/drafts/views.ts';
import type { Status } from '#shared/service/status.ts';
import { fakeDesk } from '../../helpers/fakeDesk.ts';

function listsOf(person: string, change: Partial<Status> = {}, irregular: readonly IrregularView[] = []) {
  const desk = fakeDesk({ person });
  const status = { ...desk.status([]), ...change };
  return todayLists({ status, requests: desk.rows(), approvals: desk.approvals(), irregular, jobs: desk.jobs });
}
const words = (rows: readonly TodayRow[]) => rows.map(({ verb, thing }) => `${verb}: ${thing}`);

describe('what to do now', () => {
  test('for an operator is the urgent request, then the uncertain sending, then by due moment', () => {
    expect(words(listsOf('bellin').mine)).toEqual([
      'Prendi in carico: chiusura di via dei Tigli',
      'Chiarisci l’invio: mercato spostato in piazza Alpini',
      'Conferma l’invio: farmacia di turno',
      'Finisci: corso di primo soccorso',
      'Prendi in carico: laboratori di Natale',
      'Prendi in carico: nuovo orario 2027',
      'Prendi in carico: saldo Imu: promemoria',
      'Prendi in carico: fiera di Santa Lucia',
      'Prendi in carico: iscrizioni al nido 2027',
    ]);
  });

  test('leaves out what others have in charge, and what is forwarded or closed', () => {
    const things = words(listsOf('bellin').mine).join();
    for (const title of ['mercatino', 'olio', 'palestra']) expect(things).not.toContain(title);
    expect(words(listsOf('zennaro').mine).join()).toContain('Finisci: mercatino di Natale in centro');
  });

  test('for the head has the texts to decide on, and waits for nobody', () => {
    const { mine, others } = listsOf('vidal');
    expect(words(mine)).toContain('Decidi sul testo: raccolta dell’olio usato');
    expect(mine.find(({ thing }) => thing.startsWith('raccolta'))?.flag?.text).toBe('in ritardo');
    expect(others).toEqual([]);
  });

  test('for the head has the emergencies to put in order, and only for the head', () => {
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
    const row = listsOf('vidal', {}, [emergency]).mine.find(({ verb }) => verb.startsWith('Regolarizza'));
    expect(row).toMatchObject({
      thing: 'allerta meteo',
      due: 'oggi alle 17:30',
      flag: { text: 'emergenza' },
      action: 'Regolarizza',
      target: { place: 'emergency', id: 'urgente-1' },
    });
    expect(words(listsOf('bellin', {}, [emergency]).mine).join()).not.toContain('Regolarizza');
  });

  test('tells an operator what waits for the head, with the oldest text', () => {
    const [row] = listsOf('bellin').others;
    expect(`${row?.verb} ${row?.thing}`).toBe(
      'Ornella Vidal decide su 2 testi, il più vecchio di venerdì 20 alle 12:00',
    );
  });

  test('is nothing for somebody without a part in it', () => {
    const accounting = {
      id: 'conti',
      name: 'Ada',
      address: 'a@b.example',
      roles: ['contabilità' as const],
      accounts: [],
    };
    expect(listsOf('bellin', { person: accounting }).mine).toEqual([]);
  });
});

test('an overdue request says so instead of what it lacks', () => {
  const late = listsOf('bellin', { now: '2026-11-25T08:00:00.000Z', today: '2026-11-25' });
  const imu = late.mine.find(({ thing }) => thing.startsWith('saldo'));
  expect(imu?.flag?.text).toBe('scaduta');
  expect(imu?.story).toContain('È scaduta ieri alle 17:30.');
});

test('what leaves today comes in order, with its clock and the time left', () => {
  expect(listsOf('bellin').leaving.map(({ verb, thing, due }) => [verb, thing, due])).toEqual([
    ['10:00', 'Parcheggi di via Roma', 'tra 48 minuti'],
    ['12:00', 'Consiglio comunale di giovedì 26', 'tra 2 h 48 min'],
  ]);
});

test('the sentence says whose turn it is and until when the office serves', () => {
  const status = fakeDesk().status([]);
  expect(todayTitle(status.today)).toBe('Martedì 24 novembre 2026');
  expect(todaySentence(status)).toBe('Oggi la presa in carico tocca a te. Il servizio chiude alle 17:30.');
  expect(todaySentence({ ...status, person: null })).toContain('tocca a Marta Bellin');
  const nobody = { ...status, duty: { ...status.duty, intake: null }, today: '2026-11-29' };
  expect(todaySentence(nobody)).toBe('Oggi il servizio è chiuso.');
});
