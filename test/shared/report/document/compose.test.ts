import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayNumber } from '#shared/kernel/text.ts';
import { composeReport } from '#shared/report/document/compose.ts';
import { sayDifference } from '#shared/report/document/lookup.ts';
import type { HeardRow } from '#shared/report/figures/heardRows.ts';
import { questionsOf } from '#shared/report/reconciling/decisions.ts';
import { sayDuration, sayShare } from '#shared/report/words.ts';
import { type DocumentBlock, type PrintedDocument, printedDocumentSchema } from '#shared/text/document/document.ts';
import { sampleInput } from '../../../helpers/reportInput.ts';

type Table = Extract<DocumentBlock, { kind: 'table' }>;

const headings = ({ sections, annexes }: PrintedDocument): readonly string[] =>
  [...sections, ...annexes].map(({ heading }) => heading);
const tableOf = ({ sections }: PrintedDocument, title: string): Table => {
  const found = sections
    .flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'table' && block.title === title);
  if (found?.kind !== 'table') throw new Error(`no table ${title}`);
  return found;
};

const RECORDED = 'da Marta Bellin, 05/03/2026 09:12';
const HEARD: HeardRow = {
  number: '2026/0002',
  title: 'Farmacie di turno',
  decision: 'Rinviata a giovedì 12 marzo 2026',
  way: 'telefono',
  by: 'Ornella Vidal',
  at: '2026-03-05T08:10:00.000Z',
  recordedBy: 'Marta Bellin',
  recordedAt: '2026-03-05T08:12:00.000Z',
  why: 'Dopo la giunta',
};

test('decisions by telephone have a table with who wrote them down and when; without any there is no section (P38)', () => {
  const refused: HeardRow = {
    ...HEARD,
    number: null,
    decision: 'Non selezionata',
    why: 'Basta la notizia',
    way: 'e-mail',
  };
  const heard = [HEARD, refused, { ...HEARD, decision: 'Approvata', why: null }];
  const section = composeReport({ ...sampleInput(2), heard }).sections.find(({ heading }) =>
    heading.includes('prese per telefono'),
  );
  expect(section?.blocks).toMatchObject([
    {
      rows: [
        [
          ...['2026/0002', 'Farmacie di turno', 'Rinviata a giovedì 12 marzo 2026: Dopo la giunta'],
          ...['da Ornella Vidal per telefono, 05/03/2026 09:10', RECORDED],
        ],
        [
          ...['non inviato', 'Farmacie di turno', 'Non selezionata: Basta la notizia'],
          ...['da Ornella Vidal per e-mail, 05/03/2026 09:10', RECORDED],
        ],
        ['2026/0002', 'Farmacie di turno', 'Approvata', 'da Ornella Vidal per telefono, 05/03/2026 09:10', RECORDED],
      ],
    },
  ]);
});

describe('a whole report', () => {
  const document = composeReport(sampleInput(31));

  test('is a document, with its sections in reading order', () => {
    expect(() => printedDocumentSchema.parse(document)).not.toThrow();
    expect(headings(document)).toEqual([
      'Atti di riferimento',
      'In sintesi',
      'Le cifre del periodo',
      'I tempi',
      'La pressione sui cittadini',
      'I testi cambiati dalla ditta',
      'Il confronto con il rendiconto della ditta',
      'La fattura',
      'La decisione',
      'Allegato A. 31 avvisi inviati',
      'Allegato B. 31 giorni con avvisi',
      'Allegato C. 30 avvisi abbinati',
    ]);
  });

  test('says its period in words', () => {
    expect(document.subtitle).toEqual({ text: 'Gennaio–febbraio 2026', note: 'dal 1° gennaio al 28 febbraio 2026' });
  });

  test('holds the arithmetic of P52', () => {
    const { rows, total } = tableOf(document, 'Conti a confronto');
    expect(rows).toEqual([
      ['Rendiconto della ditta', '32', '18,00 €', '576,00 €'],
      ['Riconciliato con il registro', '30', '18,00 €', '540,00 €'],
      ['Fattura', '32', '18,00 €', '576,00 €'],
    ]);
    expect(total).toEqual(['Differenza tra fattura e riconciliato', '', '', '36,00 €']);
  });

  test('holds the lists of P51 with what was decided', () => {
    expect(tableOf(document, 'Abbinati con differenze').rows[0]).toEqual([
      '2026/0004',
      '6',
      'data',
      '07/01/2026',
      '08/01/2026',
      'da decidere',
    ]);
    expect(tableOf(document, 'Solo nel registro: inviati e non rendicontati').rows.map(([number]) => number)).toEqual([
      '2026/0008',
    ]);
    expect(tableOf(document, 'Solo nel rendiconto: rendicontati e non nel registro').rows).toEqual([
      ['2', '02/01/2026', 'Messaggio di prova', 'contestato: prova della ditta, non richiesta dal Comune'],
    ]);
    expect(tableOf(document, 'Doppi').rows[0]?.slice(0, 2)).toEqual(['riga 33', 'riga 12']);
  });

  test('every table adds up to the messages of the period', () => {
    for (const title of ['Per ufficio', 'Per categoria', 'Per canale']) {
      const { rows, total } = tableOf(document, title);
      expect(rows.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(31);
      expect(total?.[1]).toBe('31');
    }
  });

  test('every chart says all its numbers in words', () => {
    const charts = document.sections
      .flatMap(({ blocks }) => blocks)
      .filter((block) => block.kind === 'bars' || block.kind === 'columns');
    expect(charts).toHaveLength(2);
    for (const { alternative, bars } of charts) {
      for (const { label, value, before } of bars) expect(alternative).toContain(`${label} ${value}, prima ${before}`);
    }
  });

  test('the same input gives the same document', () => {
    expect(composeReport(sampleInput(31))).toEqual(document);
  });
});

test('what is not there is left out: no statement, no invoice, no decision', () => {
  const document = composeReport({ ...sampleInput(31), comparison: null, invoice: null, conclusion: null });
  expect(headings(document)).toEqual([
    'Atti di riferimento',
    'In sintesi',
    'Le cifre del periodo',
    'I tempi',
    'La pressione sui cittadini',
    'I testi cambiati dalla ditta',
    'Allegato A. 31 avvisi inviati',
    'Allegato B. 31 giorni con avvisi',
  ]);
});

test('a period without messages is a document too', () => {
  const document = composeReport({ ...sampleInput(0), rows: [], comparison: null, invoice: null, conclusion: null });
  expect(() => printedDocumentSchema.parse(document)).not.toThrow();
  expect(JSON.stringify(document)).not.toMatch(/NaN|undefined|null%/);
  expect(document.annexes.map(({ heading }) => heading)).toEqual(['Allegato A. 0 avvisi inviati']);
});

test('many offices fit into nine bars, and none is lost', () => {
  const input = sampleInput(40);
  const rows = input.rows.map((row, index) => ({ ...row, office: `Ufficio ${index % 14}` }));
  const chart = composeReport({ ...input, rows })
    .sections.flatMap(({ blocks }) => blocks)
    .find((block) => block.kind === 'bars');
  expect(chart?.bars).toHaveLength(9);
  expect(chart?.bars.at(-1)?.label).toBe('Altri');
  expect(chart?.bars.reduce((sum, { value }) => sum + value, 0)).toBe(40);
});

test('any texts keep the shape of the tables', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (title, office) => {
      const input = sampleInput(3);
      const rows = input.rows.map((row) => ({ ...row, title, office, text: title }));
      expect(printedDocumentSchema.safeParse(composeReport({ ...input, rows })).success).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a difference far inside two long texts is shown, not cut away', () => {
  const long =
    'Il Comune informa che per lavori alla rete idrica, salvo maltempo e altri imprevisti, mercoledì 14 gennaio ';
  const [register, statement] = sayDifference({
    field: 'text',
    register: `${long}dalle 8:30 manca l’acqua.`,
    statement: `${long}dalle 9:00 manca l’acqua.`,
  });
  expect([register, statement]).toEqual([
    '…mercoledì 14 gennaio dalle 8:30 manca l’acqua.',
    '…mercoledì 14 gennaio dalle 9:00 manca l’acqua.',
  ]);
  expect(sayDifference({ field: 'text', register: 'Uno', statement: 'Uno due' })).toEqual(['Uno', 'Uno due']);
});

test('durations, numbers and shares are said in Italian', () => {
  expect([10_000, 60_000, 95 * 60_000, 120 * 60_000].map(sayDuration)).toEqual([
    '1 minuto',
    '1 minuto',
    '1 ora e 35 minuti',
    '2 ore',
  ]);
  expect([0, 999, 3120, 1_234_567].map(sayNumber)).toEqual(['0', '999', '3.120', '1.234.567']);
  expect([sayShare(29, 31), sayShare(0, 0), sayShare(5, 5)]).toEqual(['93,5 %', 'non noto', '100,0 %']);
});

test('without notices two months before the charts compare with nothing, and do not say they do', () => {
  const input = sampleInput(12);
  const chartsOf = (rows: typeof input.rows) =>
    composeReport({ ...input, rows }).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'bars' || block.kind === 'columns' ? [block] : [])),
    );
  const alone = chartsOf(input.rows.filter(({ day }) => day >= '2026-01-01'));
  expect(alone.length).toBe(2);
  expect(alone.flatMap(({ bars }) => bars.map(({ before }) => before)).every((before) => before === null)).toBe(true);
  expect(alone.map(({ legend }) => legend.before)).toEqual(['', '']);
  expect(alone.some(({ alternative }) => alternative.includes('prima'))).toBe(false);
  expect(chartsOf(input.rows).every(({ legend }) => legend.before === 'due mesi prima')).toBe(true);
});

test('the report says how many differences wait for a decision, and what was added to the register', () => {
  const input = sampleInput(12);
  const { comparison } = input;
  if (!comparison) throw new Error('no comparison');
  const said = (decisions: typeof comparison.decisions): string =>
    JSON.stringify(composeReport({ ...input, comparison: { ...comparison, decisions } }).sections);
  expect(said([])).toMatch(/Differenze ancora da decidere: \d+\./);
  const [trial] = comparison.decisions;
  if (!trial) throw new Error('no decision');
  const everything = questionsOf(comparison.reconciliation, comparison.statement).map((about) => ({ ...trial, about }));
  expect(said(everything)).toContain('Tutte le differenze sono decise.');
  expect(said(everything)).not.toContain('Aggiunti al registro');
  expect(said([{ ...trial, outcome: 'added to the register' }])).toContain('Aggiunti al registro dopo il confronto');
});
