import { expect, test } from 'vitest';
import {
  rowAsLine,
  rowsOf,
  sayNumber,
  sayShortDay,
  sayShortMoment,
  searchWords,
} from '#renderer/register/registerRows.ts';
import type { Entry } from '#shared/register/entry.ts';
import { entryWith } from './entries.ts';

const TODAY = '2026-11-24';
const notesOf = (change: Partial<Entry>) => rowsOf([entryWith(change)])[0]?.notes;
const { sent, approved, rewritten } = entryWith();

test('a row names what went differently, from the texts themselves', () => {
  expect(notesOf({})).toEqual([]);
  expect(notesOf({ sent: { ...sent, hash: 'f'.repeat(64) } })).toEqual(['testo cambiato']);
  expect(notesOf({ approved: null })).toEqual(['senza approvazione']);
  expect(notesOf({ approved: null, emergency: { authoriser: 'Ornella Vidal', why: 'allagamento' } })).toEqual([
    'emergenza',
  ]);
  expect(notesOf({ approved: approved && { ...approved, by: rewritten.by } })).toEqual(['una sola persona']);
  expect(notesOf({ deviations: ['Controllo «link» forzato: arriva domani'], corrects: 'entry-1' })).toEqual([
    'controllo forzato',
    'rettifica',
  ]);
});

test('the search looks through number, words, office, category, way and link, without accents or capitals', () => {
  const [row] = rowsOf([
    entryWith({ year: 2026, number: 42, title: 'Perché così', office: 'Polizia locale', category: 'Viabilità' }),
  ]);
  for (const query of ['2026/0042', 'PERCHE', 'viabilita polizia', 'gruppo operativo', 'novita entry']) {
    expect(
      searchWords(query).every((word) => row?.haystack.includes(word)),
      query,
    ).toBe(true);
  }
  expect(searchWords('  ')).toEqual([]);
});

test('days are short, and say their year when it is another one', () => {
  expect(sayShortDay('2026-11-24', TODAY)).toBe('mar 24 nov');
  expect(sayShortDay('2025-11-24', TODAY)).toBe('24 nov 2025');
  expect(sayShortMoment('2026-11-18T08:05:00.000Z', TODAY)).toBe('18 nov 09:05');
  expect(sayShortMoment('2025-06-18T07:05:00.000Z', TODAY)).toBe('18 giu 2025 09:05');
  expect(sayNumber(1604)).toBe('1.604');
});

test('a copied row is one line with a cell for each column, whatever the text holds', () => {
  const [row] = rowsOf([entryWith({ number: null, recipients: null, sent: { ...sent, text: 'Uno\tdue\n\ntre' } })]);
  const cells = row ? rowAsLine(row).split('\t') : [];
  expect(cells).toHaveLength(11);
  expect(cells[0]).toBe('provv.');
  expect(cells.at(-1)).toBe('Uno due tre');
});
