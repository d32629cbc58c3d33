import { describe, expect, test } from 'vitest';
import { columnMapSchema, layoutOf } from '#shared/report/statement/columns.ts';
import { readRegisterFile, readStatement, type Statement } from '#shared/report/statement/statement.ts';
import type { Cell } from '#shared/text/cells.ts';

type Rows = readonly (readonly Cell[])[];

function statementOf(rows: Rows, map?: Parameters<typeof readStatement>[1]): Statement {
  const read = readStatement(rows, map);
  if (!read.ok) throw new Error(read.error.what);
  return read.value;
}

const codeOf = (rows: Rows): string => {
  const read = readStatement(rows);
  return read.ok ? 'none' : read.error.code;
};

/** As contractors send them: titles above, heads in row 5, a total and a signature below. */
const REAL: Rows = [
  ['Servizi Messaggi S.r.l.', null, null, null, null],
  ['Rendiconto messaggi WhatsApp, gennaio e febbraio 2026', null, null, null, null],
  [],
  ['Cliente: Comune di Valdombra'],
  ['Prog.', 'Data invio', 'Ora', 'Testo del messaggio', 'N. destinatari', 'Importo €'],
  [
    1,
    new Date(Date.UTC(2026, 0, 14)),
    new Date(Date.UTC(1899, 11, 31, 8, 30)),
    'Interruzione dell’acqua',
    '3.120',
    '18,00',
  ],
  [2, '15/01/2026', '9.05', 'Farmacie di turno', '3.121', 18],
  [],
  ['Prog.', 'Data invio', 'Ora', 'Testo del messaggio', 'N. destinatari', 'Importo €'],
  [3, '16.01.26', null, 'Allerta meteo', null, null],
  ['TOTALE', null, null, null, '6.241', '54,00'],
  [],
  ['Valdombra, 2 marzo 2026', null, null, 'Il responsabile', null, null],
];

test('the rows of a real statement are found between titles, repeated heads, total and signature', () => {
  const { layout, items, skipped } = statementOf(REAL);
  expect(layout).toEqual({
    headerRow: 4,
    columns: { number: 0, date: 1, time: 2, text: 3, recipients: 4, amount: 5 },
  });
  const common = { number: expect.any(String), link: null };
  expect(items).toEqual([
    {
      ...common,
      row: 6,
      day: '2026-01-14',
      time: '08:30',
      text: 'Interruzione dell’acqua',
      recipients: 3120,
      amount: 1800,
    },
    { ...common, row: 7, day: '2026-01-15', time: '09:05', text: 'Farmacie di turno', recipients: 3121, amount: 1800 },
    { ...common, row: 10, day: '2026-01-16', time: null, text: 'Allerta meteo', recipients: null, amount: null },
  ]);
  expect(skipped).toEqual([
    { row: 9, why: 'heads' },
    { row: 11, why: 'total' },
    { row: 13, why: 'no message' },
  ]);
});

describe('columns', () => {
  test.each<[string, readonly string[], object]>([
    [
      'English heads of a register',
      ['number', 'date', 'time', 'text', 'recipients'],
      { number: 0, date: 1, time: 2, text: 3, recipients: 4 },
    ],
    ['day and time in one column', ['Data e ora', 'Messaggio', 'Inviati'], { date: 0, text: 1, recipients: 2 }],
    ['subject and text: the text counts', ['Oggetto', 'Giorno', 'Testo'], { date: 1, text: 2 }],
    ['only a subject', ['Data', 'Oggetto'], { date: 0, text: 1 }],
    [
      'number of recipients is no number of the register',
      ['Data', 'Testo', 'Numero destinatari'],
      { date: 0, text: 1, recipients: 2 },
    ],
    ['capitals and signs', ['DATA  INVIO:', '* TESTO *', 'LINK'], { date: 0, text: 1, link: 2 }],
  ])('%s', (_, heads, columns) => {
    expect(layoutOf([heads]).columns).toEqual(columns);
  });

  test('a map by hand overrides the heads', () => {
    const rows: Rows = [
      ['a', 'b', 'c'],
      ['Testo', 'x', 'y'],
      ['ignorato', '14/01/2026', 'Vero testo'],
    ];
    const { items } = statementOf(rows, { date: 'B', text: 'c', headerRow: 2 });
    expect(items).toMatchObject([{ row: 3, day: '2026-01-14', text: 'Vero testo' }]);
  });

  test('a table without heads is read by a map alone', () => {
    const rows: Rows = [
      ['14/01/2026', 'Uno'],
      ['15/01/2026', 'Due'],
    ];
    expect(statementOf(rows, { date: 'A', text: 'B' }).items.map(({ row }) => row)).toEqual([1, 2]);
  });

  test('two-letter columns', () => {
    expect(layoutOf([[]], { text: 'AA', date: 'Z' }).columns).toEqual({ text: 26, date: 25 });
  });

  test.each([[{ date: '1' }], [{ dato: 'A' }], [{ headerRow: 0 }], [{ text: 'ABCD' }], ['B']])(
    '%j is no map',
    (map) => {
      expect(columnMapSchema.safeParse(map).success).toBe(false);
    },
  );
});

test.each<[string, Rows, string]>([
  [
    'no heads',
    [
      ['x', 'y'],
      ['1', '2'],
    ],
    'statement-columns',
  ],
  [
    'no text',
    [
      ['Data', 'Ora'],
      ['14/01/2026', '8:30'],
    ],
    'statement-columns',
  ],
  ['heads alone', [['Data', 'Testo']], 'statement-empty'],
  [
    'heads and a total',
    [
      ['Data', 'Testo'],
      ['', 'Totale'],
    ],
    'statement-empty',
  ],
  [
    'a file of years',
    [['Data', 'Testo'], ...Array.from({ length: 2001 }, () => ['14/01/2026', 'x'])],
    'statement-too-long',
  ],
])('a statement with %s is refused', (_, rows, code) => {
  expect(codeOf(rows)).toBe(code);
});

test('a register file names its messages by number, or by row where there is none', () => {
  const read = readRegisterFile([
    ['number', 'date', 'time', 'text', 'recipients', 'altro'],
    ['2026/0001', '2026-01-14', '08:30', 'Uno', 3120, 'x'],
    [null, '2026-01-15', null, 'Due', null, 'y'],
  ]);
  expect(read).toEqual({
    ok: true,
    value: [
      { number: '2026/0001', day: '2026-01-14', time: '08:30', text: 'Uno', recipients: 3120, link: null },
      { number: 'riga 3', day: '2026-01-15', time: null, text: 'Due', recipients: null, link: null },
    ],
  });
});
