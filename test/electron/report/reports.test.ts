import { afterAll, describe, expect, test } from 'vitest';
import type { App } from '#electron/app.ts';
import { act } from '#electron/demo/procedure.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { invoiceXml } from '../../helpers/invoiceXml.ts';
import { openTown, type Town } from '../../helpers/openTown.ts';
import { STATEMENT_FILES } from '../../helpers/statementFiles.ts';

const NOW = '2026-11-24T08:14:00.000Z';
const PERIOD = '2026-5';

afterAll(stopWorkers);

/** The app on 24 November 2026, with Ornella at the desk. */
async function desk(): Promise<{ readonly app: App; readonly give: Town['choose'] }> {
  const { app, clock, choose } = await openTown();
  clock.set(NOW);
  await act(app, 'people.actAs', { id: 'ornella' });
  return { app, give: choose };
}

const HEADS = 'Data invio;Ora;Testo;Destinatari';
const PLAY = '16/10/2026;10:00;Sabato 17 ottobre spettacolo in auditorium alle 21;1240';
const TRIAL = '19/10/2026;;Messaggio di prova;3';
const csv = (...rows: readonly string[]): string => [HEADS, ...rows].join('\n');
const viewOf = (app: App) => act(app, 'report.get', { period: PERIOD });

async function keyOf(app: App, text: string): Promise<string> {
  const { comparison } = await viewOf(app);
  const key = comparison?.statement.find((item) => item.text.startsWith(text))?.key;
  if (key === undefined) throw new Error(`no row begins with ${text}`);
  return key;
}

describe('a statement is read from the screen', { timeout: 30_000 }, () => {
  test.each(Object.entries(STATEMENT_FILES))('%s', async (ending, make) => {
    const { app, give } = await desk();
    give(`rendiconto.${ending}`, await make());
    expect(await act(app, 'report.chooseStatement', { period: PERIOD })).toEqual({ chosen: true });
    const { comparison, problems } = await viewOf(app);
    expect(problems).toEqual([]);
    expect(comparison?.statement).toMatchObject([
      { row: 4, day: '2026-10-16', time: '10:00', text: 'Spettacolo in auditorium', recipients: 1240, amount: 1800 },
      { row: 5, day: '2026-10-19', time: '09:30', text: 'Biblioteca chiusa', recipients: 3120, amount: 1800 },
    ]);
  });

  test('a PDF is a problem that says what to ask for', async () => {
    const { app, give } = await desk();
    give('rendiconto.pdf', '%PDF-1.7\n');
    await act(app, 'report.chooseStatement', { period: PERIOD });
    expect((await viewOf(app)).problems).toMatchObject([
      { code: 'table-is-pdf', remedy: 'Chiedi lo stesso elenco in formato XLSX o CSV.' },
    ]);
  });

  test('its first rows are shown as they stand, with what the heads tell', async () => {
    const { app, give } = await desk();
    give('rendiconto.xlsx', await STATEMENT_FILES.xlsx());
    await act(app, 'report.chooseStatement', { period: PERIOD });
    const preview = await act(app, 'report.previewStatement', { period: PERIOD });
    expect(preview).toMatchObject({ headerRow: 3, columns: { date: 'A', time: 'B', text: 'C', recipients: 'D' } });
    expect(preview.rows[3]?.slice(0, 4)).toEqual(['16/10/2026', '10:00', 'Spettacolo in auditorium', '1.240']);
  });
});

describe('a message that was sent and never registered (P40)', { timeout: 30_000 }, () => {
  const ADDITION = {
    title: 'Spettacolo',
    office: 'Cultura',
    route: 'gruppo operativo',
    note: 'Chiesto a voce.',
  } as const;

  test('gets the next number; where it comes from and who added it stay with it, and it is matched', async () => {
    const { app, give } = await desk();
    give('rendiconto.csv', csv(PLAY, TRIAL));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    const statement = await keyOf(app, 'Sabato');
    const { number } = await act(app, 'report.addToRegister', { period: PERIOD, statement, ...ADDITION });
    expect(number).toBe('2026/0001');
    const [entry] = await act(app, 'register.list', { from: null, to: null });
    expect(entry).toMatchObject({
      title: 'Spettacolo',
      office: 'Cultura',
      route: 'gruppo operativo',
      sentAt: '2026-10-16T08:00:00.000Z',
      recipients: 1240,
      approved: null,
      sent: { text: 'Sabato 17 ottobre spettacolo in auditorium alle 21', by: 'ornella' },
      deviations: [
        'Aggiunto dal rendiconto della ditta («rendiconto.csv», riga 2) da Ornella Vidal: Chiesto a voce.',
        'Richiesta e approvazione non risultano.',
      ],
    });
    const { comparison, arithmetic, case: state } = await viewOf(app);
    expect(comparison).toMatchObject({ matched: [{ register: '2026/0001', statement: 2, differences: [] }] });
    expect(comparison?.onlyStatement).toEqual([3]);
    expect(arithmetic?.reconciled.quantity).toBe(1);
    expect(state.decisions).toMatchObject([{ outcome: 'added to the register', note: 'Chiesto a voce.' }]);
  });

  test('a second time is refused, also after the statement was read again; an unknown time is told', async () => {
    const { app, give } = await desk();
    give('rendiconto.csv', csv(TRIAL));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    const statement = await keyOf(app, 'Messaggio');
    const add = () => app.call('report.addToRegister', { period: PERIOD, statement, ...ADDITION });
    expect(await add()).toMatchObject({ ok: true, value: { number: '2026/0001' } });
    give('rendiconto-2.csv', csv(PLAY, TRIAL));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    expect(await add()).toMatchObject({ ok: false, error: { code: 'row-not-alone' } });
    const entries = await act(app, 'register.list', { from: null, to: null });
    expect(entries.map(({ deviations }) => deviations.at(-1))).toEqual(['L’ora dell’invio non è nota.']);
  });

  test.each([
    ['no text', ';;;3', 'row-not-alone'],
    ['no day', ';10:00;Messaggio senza giorno;3', 'row-incomplete'],
    ['a day to come', '25/12/2026;10:00;Messaggio di domani;3', 'row-in-future'],
  ])('a row with %s is refused', async (_, row, code) => {
    const { app, give } = await desk();
    give('rendiconto.csv', csv(PLAY, row));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    const { comparison } = await viewOf(app);
    const statement = comparison?.statement.find((item) => item.row === 3)?.key ?? '';
    const reply = await app.call('report.addToRegister', { period: PERIOD, statement, ...ADDITION });
    expect(reply).toMatchObject({ ok: false, error: { code } });
    expect(await act(app, 'register.list', { from: null, to: null })).toEqual([]);
  });
});

describe('choices and decisions', { timeout: 30_000 }, () => {
  test('a pair made by hand survives a statement sent again with more rows; taken back, the rows are apart', async () => {
    const { app, give } = await desk();
    give('rendiconto.csv', csv(TRIAL));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    const addition = { title: 'Prova', office: null, route: 'gruppo operativo', note: 'Chiesta.' } as const;
    await act(app, 'report.addToRegister', { period: PERIOD, statement: await keyOf(app, 'Messaggio'), ...addition });

    const other = '05/10/2026;18:00;Verifica della linea;7';
    give('rendiconto-2.csv', csv(other));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    const pair = { register: '2026/0001', statement: await keyOf(app, 'Verifica') };
    await act(app, 'report.pair', { period: PERIOD, choice: { kind: 'same', ...pair } });
    give('rendiconto-3.csv', csv(PLAY, other));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    expect((await viewOf(app)).comparison?.matched).toMatchObject([
      { register: '2026/0001', statement: 3, why: 'by hand' },
    ]);

    await act(app, 'report.unpair', { period: PERIOD, ...pair });
    const { comparison, case: state } = await viewOf(app);
    expect([comparison?.matched, comparison?.onlyRegister, state.choices]).toEqual([[], ['2026/0001'], []]);
  });

  test('the last decision about a row holds, and can be taken back', async () => {
    const { app, give } = await desk();
    give('rendiconto.csv', csv(PLAY, TRIAL));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    const about = { statement: await keyOf(app, 'Messaggio') };
    await act(app, 'report.decide', { period: PERIOD, about, outcome: 'contested', note: 'Mai chiesto.' });
    await act(app, 'report.decide', { period: PERIOD, about, outcome: 'accepted', note: 'Era una prova concordata.' });
    expect((await viewOf(app)).case.decisions).toMatchObject([{ outcome: 'accepted', by: 'ornella' }]);
    await act(app, 'report.reopen', { period: PERIOD, about });
    expect((await viewOf(app)).case.decisions).toEqual([]);
  });
});

describe('an invoice of several bodies', { timeout: 30_000 }, () => {
  test('the one with the CIG of the contract is looked at first; another one can be chosen', async () => {
    const { app, give } = await desk();
    give('rendiconto.csv', csv(PLAY));
    await act(app, 'report.chooseStatement', { period: PERIOD });
    give('lotto.xml', invoiceXml([{ number: '1' }, { number: '2', cig: valdombra.contract?.cig ?? '' }]));
    await act(app, 'report.chooseInvoice', { period: PERIOD });
    expect((await viewOf(app)).invoice).toMatchObject({ place: 1, body: { number: '2' }, signature: 'none' });
    await act(app, 'report.chooseBody', { period: PERIOD, body: 0 });
    expect((await viewOf(app)).invoice).toMatchObject({ place: 0, bodies: [{ number: '1' }, { number: '2' }] });
    give('altra.xml', invoiceXml([{ number: '3' }]));
    await act(app, 'report.chooseInvoice', { period: PERIOD });
    expect((await viewOf(app)).invoice).toMatchObject({ place: 0, body: { number: '3' } });
  });

  test('without a file there is nothing to choose in', async () => {
    const { app } = await desk();
    expect(await app.call('report.chooseBody', { period: PERIOD, body: 0 })).toMatchObject({
      error: { code: 'invoice-missing' },
    });
    expect(await app.call('report.previewStatement', { period: PERIOD })).toMatchObject({
      error: { code: 'statement-missing' },
    });
  });
});

test('a concluded report has the same bytes on whatever day it is made again (P54)', { timeout: 60_000 }, async () => {
  const { app, clock } = await openTown();
  clock.set(NOW);
  await act(app, 'people.actAs', { id: 'ornella' });
  const conclusion = { tone: 'good' as const, title: 'Si liquida', text: 'Tutto torna.' };
  await act(app, 'report.conclude', { period: PERIOD, ...conclusion });
  const made = await act(app, 'report.build', { period: PERIOD });
  clock.set('2026-12-03T09:00:00.000Z');
  expect((await act(app, 'report.build', { period: PERIOD })).sha256).toBe(made.sha256);
});
