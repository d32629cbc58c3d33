import type { SheetColumn, SheetData, SheetValue } from '#electron/tables/sheet.ts';
import { writeCsv } from '#electron/tables/writeCsv.ts';
import { writeXlsx } from '#electron/tables/writeXlsx.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { writableText } from '#shared/kernel/text.ts';
import type { ReportInput } from '#shared/report/document/compose.ts';
import { electionWords } from '#shared/report/document/electionSection.ts';
import type { StatementComparison } from '#shared/report/document/reconciliationSection.ts';
import { type Count, type Figures, figuresOf, rowsOfPeriod } from '#shared/report/figures/figures.ts';
import type { HeardRow } from '#shared/report/figures/heardRows.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import type { Pair } from '#shared/report/reconciling/reconcile.ts';

const column = (head: string, kind: SheetColumn['kind'], width: number): SheetColumn => ({ head, kind, width });

const MESSAGES: readonly (SheetColumn & { readonly value: (row: RegisterRow) => SheetValue })[] = [
  { ...column('Numero', 'text', 12), value: ({ number }) => number },
  { ...column('Data', 'day', 12), value: ({ day }) => day },
  { ...column('Ora', 'time', 8), value: ({ time }) => time },
  { ...column('Ufficio', 'text', 24), value: ({ office }) => office },
  { ...column('Categoria', 'text', 24), value: ({ category }) => category },
  { ...column('Canale', 'text', 20), value: ({ route }) => route },
  { ...column('Avviso', 'text', 40), value: ({ title }) => title },
  { ...column('Testo approvato', 'text', 60), value: ({ approvedText }) => approvedText },
  { ...column('Testo inviato', 'text', 60), value: ({ text }) => text },
  { ...column('Link', 'text', 40), value: ({ link }) => link },
  { ...column('Destinatari', 'whole', 12), value: ({ recipients }) => recipients },
];

/** Only where a notice of the period left in an election period (P39). */
const ELECTION: (typeof MESSAGES)[number] = {
  ...column('Periodo elettorale', 'text', 40),
  value: ({ election }) => (election ? electionWords(election) : null),
};

/** Only where somebody wrote an approval down for the head (P38). */
const ELSEWHERE: (typeof MESSAGES)[number] = {
  ...column('Approvato da', 'text', 40),
  value: ({ approvedElsewhere }) => approvedElsewhere ?? null,
};

function messagesSheet({ rows, period }: ReportInput): SheetData {
  const sent = rowsOfPeriod(rows, period);
  const used = [ELSEWHERE, ELECTION].filter(({ value }) => sent.some((row) => value(row) !== null));
  const columns = [...MESSAGES, ...used];
  return { name: 'Avvisi', columns, rows: sent.map((row) => columns.map(({ value }) => value(row))) };
}

function figuresSheet({ rows, period, calendar }: ReportInput): SheetData {
  const figures = figuresOf(period, rows, calendar);
  const lines = (what: string, counts: readonly Count[]): SheetValue[][] =>
    counts.map(({ label, now, before, yearAgo }) => [what, label, now, before, yearAgo]);
  return {
    name: 'Cifre',
    columns: [
      column('Che cosa', 'text', 14),
      column('Voce', 'text', 30),
      column('Questo periodo', 'whole', 16),
      column('Due mesi prima', 'whole', 16),
      column('Un anno prima', 'whole', 16),
    ],
    rows: [
      ...lines('Totale', [figures.total]),
      ...lines('Ufficio', figures.byOffice),
      ...lines('Categoria', figures.byCategory),
      ...lines('Canale', figures.byRoute),
    ],
  };
}

function comparisonSheet({ reconciliation, statement }: StatementComparison): SheetData {
  const items = new Map(statement.map((item) => [item.row, item]));
  const line = (list: string, number: string | null, row: number | null, note: string): SheetValue[] => {
    const item = row === null ? undefined : items.get(row);
    return [list, number, row, item?.day ?? null, item?.time ?? null, item?.text ?? null, item?.amount ?? null, note];
  };
  const pair = (list: string, { register, statement: row, differences }: Pair): SheetValue[] =>
    line(list, register, row, differences.map(({ field }) => field).join(', '));
  return {
    name: 'Rendiconto',
    columns: [
      column('Elenco', 'text', 22),
      column('Numero', 'text', 12),
      column('Riga', 'whole', 8),
      column('Data', 'day', 12),
      column('Ora', 'time', 8),
      column('Testo della ditta', 'text', 60),
      column('Importo', 'euro', 12),
      column('Nota', 'text', 24),
    ],
    rows: [
      ...reconciliation.matched.map((one) => pair('abbinato', one)),
      ...reconciliation.toConfirm.map((one) => pair('da confermare', one)),
      ...reconciliation.onlyRegister.map((number) => line('solo nel registro', number, null, '')),
      ...reconciliation.onlyStatement.map((row) => line('solo nel rendiconto', null, row, '')),
      ...reconciliation.doubles.map((double) =>
        'statement' in double
          ? line('doppio', null, double.statement, `doppio della riga ${double.of}`)
          : line('doppio', double.register, null, `doppio del n. ${double.of}`),
      ),
    ],
  };
}

const HEARD: readonly (SheetColumn & { readonly value: (row: HeardRow) => SheetValue })[] = [
  { ...column('Numero', 'text', 12), value: ({ number }) => number },
  { ...column('Avviso', 'text', 40), value: ({ title }) => title },
  { ...column('Decisione', 'text', 24), value: ({ decision }) => decision },
  { ...column('Motivo', 'text', 40), value: ({ why }) => why },
  { ...column('Presa da', 'text', 20), value: ({ by }) => by },
  { ...column('Per', 'text', 10), value: ({ way }) => way },
  { ...column('Presa il', 'day', 12), value: ({ at }) => romeOf(at).day },
  { ...column('Alle', 'time', 8), value: ({ at }) => romeOf(at).time },
  { ...column('Registrata da', 'text', 20), value: ({ recordedBy }) => recordedBy },
  { ...column('Registrata il', 'day', 12), value: ({ recordedAt }) => romeOf(recordedAt).day },
  { ...column('Alle', 'time', 8), value: ({ recordedAt }) => romeOf(recordedAt).time },
];

const heardSheet = (rows: readonly HeardRow[]): SheetData => ({
  name: 'Decisioni registrate',
  columns: HEARD,
  rows: rows.map((row) => HEARD.map(({ value }) => value(row))),
});

/**
 * The data of the report as a spreadsheet (P54): messages, figures and, when there are any, the decisions somebody wrote
 * down for the head (P38) and the comparison.
 */
export function exportXlsx(input: ReportInput): Promise<Uint8Array> {
  const heard = input.heard.length > 0 ? [heardSheet(input.heard)] : [];
  const comparison = input.comparison ? [comparisonSheet(input.comparison)] : [];
  return writeXlsx([messagesSheet(input), figuresSheet(input), ...heard, ...comparison], input.date);
}

/** The messages of the period as CSV for Italian spreadsheets (P54). */
export function exportCsv(input: ReportInput): Uint8Array {
  return writeCsv(messagesSheet(input));
}

/** What the file for programs calls a run of a changed text. */
const MARKS = { same: 'same', removed: 'approved', added: 'sent' } as const;

const figuresForPrograms = (figures: Figures) => ({
  ...figures,
  changedTexts: figures.changedTexts.map((changed) => ({
    ...changed,
    parts: changed.parts.map(({ kind, text }) => ({ text, mark: MARKS[kind] })),
  })),
});

/** A message as the file for programs names its fields: they keep the names of the first reports. */
const messageForPrograms = ({
  number,
  day,
  time,
  title,
  office,
  category,
  route,
  approvedText,
  text,
  ...rest
}: RegisterRow) => ({
  number,
  day,
  time,
  title,
  office,
  category,
  route,
  approvedText,
  sentText: text,
  ...rest,
});

const onlyWritable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? writableText(value) : value;

/** The data of the report for programs (P54): JSON, UTF-8, two spaces, a line end at the end. */
export function exportJson(input: ReportInput): Uint8Array {
  const { period, date, municipality, office, acts, heard, comparison, invoice, conclusion, rows, calendar } = input;
  const data = {
    format: 1,
    period,
    date,
    municipality,
    office,
    acts,
    figures: figuresForPrograms(figuresOf(period, rows, calendar)),
    messages: rowsOfPeriod(rows, period).map(messageForPrograms),
    // Only where there are any: a report of before stays as it was.
    ...(heard.length > 0 ? { recordedDecisions: heard } : {}),
    comparison,
    invoice,
    conclusion,
  };
  return new TextEncoder().encode(`${JSON.stringify(data, onlyWritable, 2)}\n`);
}
