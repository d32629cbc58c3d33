/** September and October 2026 in Valdombra: the register, what the contractor says it sent, what it invoices. */
import { writeXlsx } from 'hucre';
import type { Blobs } from '#electron/journal/blobs.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import type { Entry } from '#shared/register/entry.ts';
import { reportFact } from '#shared/report/facts.ts';
import { invoiceLine, invoiceXml, type MadeBody } from '../invoiceXml.ts';
import { entryOf } from './entries.ts';
import { type Told, told } from './told.ts';

/** How far the report came, and what the contractor's files are like. */
export interface ReportOptions {
  /** `statement`: the statement is read; `invoice`: the invoice too. */
  readonly report?: 'statement' | 'invoice';
  /** The heads of the statement's columns say nothing: they must be told. */
  readonly unknownColumns?: boolean;
  /** The statement that agrees with the register in everything. */
  readonly agreeing?: boolean;
  /** What is changed in the invoice, and more invoices in the same file. */
  readonly bodies?: readonly MadeBody[];
  /** What is made of the file of the invoice: it is signed, or altered afterwards. */
  readonly seal?: (xml: Uint8Array) => Uint8Array;
}

const PERIOD = '2026-5';
const CIG = 'Z0A1B2C3D4';
const FROM_TO = '<DataInizioPeriodo>2026-09-01</DataInizioPeriodo><DataFinePeriodo>2026-10-31</DataFinePeriodo>';

const NOTICES: readonly (readonly [title: string, office: string, day: Day, text: string])[] = [
  [
    'Bando per le associazioni',
    'Cultura',
    '2026-09-18',
    'Le associazioni possono chiedere un contributo fino al 30 settembre.',
  ],
  [
    'Interruzione dell’acqua in via Euganea',
    'Lavori pubblici',
    '2026-10-07',
    'Giovedì 8 ottobre dalle 9 alle 12 manca l’acqua in via Euganea. Fai una piccola scorta.',
  ],
  [
    'Sportello digitale: nuovi orari',
    'Demografici',
    '2026-10-13',
    'Lo sportello digitale apre il martedì e il giovedì dalle 9 alle 13.',
  ],
  [
    'Assemblea pubblica sulla ciclabile',
    'Lavori pubblici',
    '2026-10-16',
    'Venerdì 16 ottobre alle 20.30 in sala consiliare presentiamo il progetto della ciclabile di via Argine.',
  ],
  [
    'Festa dei nonni al parco',
    'Servizi sociali',
    '2026-10-20',
    'Sabato 24 ottobre alle 15.30 festa dei nonni al parco Etruria, con merenda.',
  ],
  [
    'Domenica ecologica del 25 ottobre',
    'Ambiente',
    '2026-10-21',
    'Domenica 25 ottobre niente auto in centro dalle 9 alle 18. I bus sono gratuiti.',
  ],
  [
    'Farmacie di turno dal 23 ottobre',
    'Servizi sociali',
    '2026-10-22',
    'Da venerdì 23 ottobre è di turno la farmacia di piazza Alpini.',
  ],
  [
    'Potature in viale dei Platani',
    'Ambiente',
    '2026-10-27',
    'Da mercoledì 28 a venerdì 30 ottobre divieto di sosta in viale dei Platani per le potature.',
  ],
];

/** The rows of the register in the two months. */
export const REPORT_ENTRIES: readonly Entry[] = NOTICES.map(([title, office, day, text], index) => ({
  ...entryOf({
    ...{ number: 178 + index, title, office, category: 'Servizi', day, text, recipients: 1_470 + index },
    link: `https://www.comune.valdombra.example/novita/avviso-${178 + index}`,
  }),
  sentAt: instantAt(day, '10:00'),
  deviations: [],
}));

interface Item {
  readonly day: Day;
  readonly time: string;
  readonly text: string;
  readonly recipients: number;
}

/** What differs: a text, a time, a meeting told in other words, a double, a trial. */
function itemsOf(agreeing: boolean): readonly Item[] {
  const items = NOTICES.map(
    ([, , day, text], index): Item => ({ day, time: '10:02', text, recipients: 1_470 + index }),
  );
  if (agreeing) return items;
  const change = (index: number, fields: Partial<Item>): void => {
    const item = items[index];
    if (item) items[index] = { ...item, ...fields };
  };
  change(1, { text: 'Giovedì 8 ottobre dalle 9 alle 12 manca l’acqua in via Euganea per lavori.' });
  change(2, { time: '11:40' });
  change(3, {
    day: '2026-10-28',
    text: 'Incontro pubblico nuova pista ciclabile, ore 20:30 in sala consiliare',
    recipients: 900,
  });
  const double = items.at(-1);
  if (double) items.push({ ...double, time: '10:04' });
  return [{ day: '2026-09-01', time: '10:02', text: 'Messaggio di prova', recipients: 3 }, ...items];
}

const italian = (day: Day): string => day.split('-').toReversed().join('/');
const cells = ({ day, time, text, recipients }: Item) => [italian(day), time, text, recipients, '18,00 €'];
const workbook = (rows: readonly (readonly (string | number)[])[]) =>
  writeXlsx({
    sheets: [
      { name: 'Invii', rows: rows.map((row) => [...row]) },
      { name: 'Note', rows: [['Prezzi senza IVA']] },
    ],
  });
const HEADS = ['Data invio', 'Ora', 'Testo', 'Destinatari', 'Importo'];
const AGREEING = await workbook([HEADS, ...itemsOf(true).map(cells)]);
const DIFFERING = await workbook([HEADS, ...itemsOf(false).map(cells)]);
const UNKNOWN = await workbook([
  ['Messaggi Chiari s.r.l.', '', '', ''],
  ['', '', '', ''],
  ['', '', '', ''],
  ['N.', 'Quando', '', 'Che cosa'],
  ...itemsOf(false)
    .slice(1)
    .map(({ day, time, text }, index) => [String(index + 1), italian(day), time, text]),
]);

/** The statement of the two months as the contractor sends it. */
export const statementFile = ({ agreeing, unknownColumns }: ReportOptions): Uint8Array =>
  unknownColumns ? UNKNOWN : agreeing ? AGREEING : DIFFERING;

const euro = (messages: number, percent = 100): string => ((messages * 18 * percent) / 100).toFixed(2);

/** An invoice for so many messages at 18 euro. */
export const invoiceOf = (messages: number, change: MadeBody = {}): MadeBody => ({
  number: '214',
  date: '2026-11-20',
  cig: CIG,
  lines: invoiceLine(`${messages}.00`, '18.00', euro(messages), FROM_TO),
  taxable: euro(messages),
  tax: euro(messages, 22),
  total: euro(messages, 122),
  ...change,
});

/** The invoice of the two months as the exchange system delivers it: for every row of the statement. */
export function invoiceFile({ agreeing = false, bodies = [], seal = (xml) => xml }: ReportOptions): Uint8Array {
  const [change = {}, ...more] = bodies;
  return seal(Buffer.from(invoiceXml([invoiceOf(itemsOf(agreeing).length, change), ...more]), 'utf8'));
}

export const STATEMENT_NAME = 'rendiconto-settembre-ottobre.xlsx';
export const INVOICE_NAME = 'IT00000000001_00214.xml';

/** The files that were read by the morning of 24 November. */
export function toldReport(options: ReportOptions, blobs: Blobs): readonly Told[] {
  if (options.report === undefined) return [];
  const about = `period/${PERIOD}`;
  const statement = { blob: blobs.put(statementFile(options)), fileName: STATEMENT_NAME, map: null };
  const read = told('2026-11-23T09:00:00.000Z', 'vidal', reportFact('period.statementRead', about, statement));
  if (options.report === 'statement') return read;
  const invoice = { blob: blobs.put(invoiceFile(options)), fileName: INVOICE_NAME };
  return [
    ...read,
    ...told(
      '2026-11-23T10:00:00.000Z',
      'vidal',
      reportFact('period.invoiceRead', about, invoice),
      reportFact('period.assigned', about, { assigned: addDays('2026-11-24', -1), delivered: null }),
    ),
  ];
}
