import { beforeEach, expect, test } from 'vitest';
import { companionsOf } from '#renderer/report/reconciling/reconcileCompanions.ts';
import { listsOf, openIn, titleAbove, titleOf } from '#renderer/report/reconciling/reconcileLists.ts';
import { offersFor } from '#renderer/report/reconciling/reconcileOffers.ts';
import { evidenceOf, markedTexts, sayPair, stateOf } from '#renderer/report/reconciling/reconcileWords.ts';
import { questionsOf } from '#shared/report/reconciling/decisions.ts';
import { reconcile } from '#shared/report/reconciling/reconcile.ts';
import type { ReportView } from '#shared/report/views.ts';
import { reportView, withPairToConfirm } from '../reportViews.ts';

let view: ReportView;
let lists: ReturnType<typeof listsOf>;
beforeEach(async () => {
  view = await reportView();
  lists = listsOf(view);
});
const rowsOf = (name: string) => lists.find((list) => list.name === name)?.rows ?? [];

test('every message and every row stands in exactly one list', () => {
  const rows = lists.flatMap((list) => list.rows);
  const numbers = rows.flatMap(({ register }) => (register ? [register.number] : []));
  const items = rows.flatMap(({ statement }) => (statement ? [statement.row] : []));
  expect(numbers.toSorted()).toEqual(view.register.map(({ number }) => number).toSorted());
  expect(items.toSorted((a, b) => a - b)).toEqual(view.comparison?.statement.map(({ row }) => row));
});

test('what is open on screen is what the rules ask a person', () => {
  const statement = view.comparison?.statement ?? [];
  expect(openIn(lists)).toBe(questionsOf(reconcile(view.register, statement), statement).length);
  expect(openIn(listsOf(withPairToConfirm(view)))).toBe(openIn(lists));
});

test('a decision closes its row, and its word stands there', () => {
  const [row] = rowsOf('doubles');
  if (!row?.about) throw new Error('no double');
  const decision = {
    about: row.about,
    outcome: 'contested',
    note: 'n',
    by: 'vidal',
    at: '2026-11-24T08:12:00.000Z',
  } as const;
  const after = listsOf({ ...view, case: { ...view.case, decisions: [decision] } });
  expect(openIn(after)).toBe(openIn(lists) - 1);
  const [decided] = after.find(({ name }) => name === 'doubles')?.rows ?? [];
  expect(decided && stateOf(decided)).toEqual({ sign: 'warning', word: 'contestato' });
});

test('a probable pair stands apart from those that differ, and asks to be confirmed', () => {
  const different = listsOf(withPairToConfirm(view)).find(({ name }) => name === 'different');
  expect(different?.groups.map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Da confermare', 1],
    ['Abbinati, con differenze', 1],
  ]);
  const [row] = different?.rows ?? [];
  expect(row && [sayPair(row), stateOf(row).word, offersFor(row)]).toEqual([
    'n. 2026/0179 e riga 4, simile al 72 %',
    'da confermare',
    [],
  ]);
});

test('companions come from the other side, the likest first, without those told apart', () => {
  const [row] = rowsOf('onlyRegister');
  if (!row) throw new Error('no lonely message');
  const found = companionsOf(row, lists, []);
  expect(found.map(({ row: other }) => other.statement?.row)).toEqual([6, 11, 2]);
  expect(found.every(({ likeness }, index) => index === 0 || likeness <= (found[index - 1]?.likeness ?? 0))).toBe(true);
  const apart = { kind: 'not the same', register: '2026/0181', statement: found[0]?.row.statement?.key ?? '' } as const;
  expect(companionsOf(row, lists, [apart]).map(({ row: other }) => other.statement?.row)).toEqual([11, 2]);
  const [pair] = rowsOf('matched');
  expect(pair && companionsOf(pair, lists, [])).toEqual([]);
});

test('only a billed row can be added to the register', () => {
  const outcomes = (name: string) => rowsOf(name).map((row) => offersFor(row).map(({ outcome }) => outcome));
  expect(outcomes('onlyRegister')).toEqual([['accepted', 'contested']]);
  expect(outcomes('onlyStatement')).toEqual(
    Array.from({ length: 2 }, () => ['accepted', 'contested', 'added to the register']),
  );
  expect(outcomes('matched').flat()).toEqual([]);
});

test('a difference names the field and both values', () => {
  expect(rowsOf('different').map(sayPair)).toEqual([
    'testo cambiato dalla ditta',
    'ora diversa: 10:00 nel registro, 11:40 nel rendiconto',
  ]);
});

test('marked texts together still are the two texts', () => {
  const marked = markedTexts('Sabato alle 9 in piazza', 'Sabato alle 10 al parco');
  const join = (parts: readonly { readonly text: string }[]) => parts.map(({ text }) => text).join('');
  expect(marked.map(join)).toEqual(['Sabato alle 9 in piazza', 'Sabato alle 10 al parco']);
  expect(marked[1].filter(({ kind }) => kind === 'only').map(({ text }) => text)).toEqual(['10 al parco']);
  expect(markedTexts('Uguale', 'Uguale')[0]).toEqual([{ kind: 'same', text: 'Uguale' }]);
});

test('the evidence says what one of the two does not know', () => {
  const [row] = rowsOf('matched');
  if (!row?.register || !row.statement) throw new Error('no pair');
  const evidence = evidenceOf(row.register, { ...row.statement, recipients: null, time: '10:14' });
  expect(evidence.map(({ label, agrees }) => [label, agrees])).toEqual([
    ['Giorno', true],
    ['Ora', true],
    ['Destinatari', null],
    ['Testo', true],
  ]);
  expect(evidenceOf(row.register, { ...row.statement, time: '10:15' })[1]?.agrees).toBe(false);
});

test('a row without a title is named by its first line, without the marks of WhatsApp', () => {
  const [row] = rowsOf('onlyStatement');
  if (!row?.statement) throw new Error('no lonely row');
  const statement = { ...row.statement, text: '*Mercato spostato*\n\nSabato' };
  expect(titleOf({ register: null, statement })).toBe('Mercato spostato');
});

test('the title stands above a text only where the text does not begin with it (W72)', () => {
  expect(titleAbove({ title: 'Via Roma chiusa', text: '*Via Roma chiusa*\nDa lunedì.' })).toBeNull();
  expect(titleAbove({ title: 'Via Roma chiusa', text: 'Da lunedì i lavori.' })).toBe('Via Roma chiusa');
});

test('blanks are never what stands in one text only (W72)', () => {
  const [ours, theirs] = markedTexts('Chiuso lunedì.\n\nRiapre martedì.', 'Chiuso lunedì.\nRiapre mercoledì.');
  const only = [...ours, ...theirs].filter(({ kind }) => kind === 'only').map(({ text }) => text.trim());
  expect(only).toEqual(['martedì.', 'mercoledì.']);
});
