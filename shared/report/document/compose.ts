import { type Day, sayDate } from '#shared/kernel/day.ts';
import { plural, sayNumber } from '#shared/kernel/text.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { type Figures, figuresOf, rowsOfPeriod } from '#shared/report/figures/figures.ts';
import type { HeardRow } from '#shared/report/figures/heardRows.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import type { OnTime } from '#shared/report/figures/timeliness.ts';
import { type Period, sayPeriod, sayPeriodDays } from '#shared/report/period.ts';
import { figuresOfDay, NOT_KNOWN, sayShare } from '#shared/report/words.ts';
import { figures, labels, table, texts } from '#shared/text/document/blocks.ts';
import type { DocumentBlock, PrintedDocument } from '#shared/text/document/document.ts';
import { electionBlocks } from './electionSection.ts';
import { dayTable, figuresBlocks } from './figuresSection.ts';
import { heardBlocks } from './heardSection.ts';
import { type InvoicePart, invoiceBlocks } from './invoiceSection.ts';
import { changedTextsBlocks, type PressureLimits, pressureBlocks, timesBlocks } from './qualitySection.ts';
import { matchedTable, reconciliationBlocks, type StatementComparison } from './reconciliationSection.ts';

/** What the office decided about the invoice, in its own words (P53). */
interface Conclusion {
  readonly tone: 'good' | 'warning' | 'bad';
  readonly title: string;
  readonly text: string;
}

/** Everything the report of a period is made from (P50–P54). What is null is not in the report. */
export interface ReportInput {
  readonly period: Period;
  /** The register, at least of the period, of the two months before and of the same months a year before. */
  readonly rows: readonly RegisterRow[];
  /** The decisions of the period that somebody wrote down for the head (P38). */
  readonly heard: readonly HeardRow[];
  readonly calendar: Calendar;
  readonly pressureLimits: PressureLimits;
  readonly municipality: string;
  readonly office: string;
  readonly acts: readonly string[];
  readonly comparison: StatementComparison | null;
  readonly invoice: InvoicePart | null;
  readonly conclusion: Conclusion | null;
  /** The day the report bears. */
  readonly date: Day;
  readonly signature: { readonly place: string; readonly role: string; readonly person: string };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const TITLE = 'Relazione sugli avvisi inviati con WhatsApp';

function sayTimely(now: OnTime, before: OnTime): string {
  if (now.measured === 0) return 'nessun passaggio misurato';
  const share = sayShare(now.onTime, now.measured);
  return before.measured === 0 ? share : `${share}, era ${sayShare(before.onTime, before.measured)}`;
}

function keyFigures(figuresNow: Figures, input: ReportInput): DocumentBlock {
  const { total, timeliness, timelinessBefore, changedTexts, pressure } = figuresNow;
  const { measured, onTime } = timeliness.notices;
  const week = pressure[0];
  const limit = week ? (input.pressureLimits[week.windowDays] ?? null) : null;
  return {
    kind: 'keyFigures',
    items: [
      {
        label: 'Avvisi inviati',
        value: sayNumber(total.now),
        unit: '',
        note: `${total.before} nei due mesi prima, ${total.yearAgo} un anno prima`,
      },
      {
        label: 'Nei tempi',
        value: sayNumber(onTime),
        unit: `su ${measured}`,
        note: sayTimely(timeliness.notices, timelinessBefore.notices),
      },
      { label: 'Testi cambiati dalla ditta', value: sayNumber(changedTexts.length), unit: '', note: '' },
      {
        label: 'Pressione massima',
        value: sayNumber(week?.highest ?? 0),
        unit: `in ${week?.windowDays} giorni`,
        note: limit === null ? '' : `soglia ${limit}${(week?.highest ?? 0) > limit ? ', superata' : ''}`,
      },
    ],
  };
}

function messageTable(rows: readonly RegisterRow[]): DocumentBlock {
  return table(
    '',
    [
      labels('Numero'),
      figures('Data'),
      figures('Ora'),
      texts('Ufficio', 2),
      texts('Avviso', 4),
      figures('Destinatari'),
      labels('Canale'),
    ],
    rows.map(({ number, day, time, office, title, recipients, route }) => [
      number,
      figuresOfDay(day),
      time ?? '',
      office ?? '',
      title,
      recipients === null ? NOT_KNOWN : sayNumber(recipients),
      route ?? '',
    ]),
    'Nessun avviso inviato nel periodo.',
  );
}

/** The whole report as the PDF prints it. The same input gives the same document. */
export function composeReport(input: ReportInput): PrintedDocument {
  const { comparison, invoice, conclusion, municipality } = input;
  const sent = rowsOfPeriod(input.rows, input.period);
  const counted = figuresOf(input.period, input.rows, input.calendar);
  const outcome: DocumentBlock[] = conclusion ? [{ kind: 'outcome', ...conclusion }] : [];
  const period = capitalised(sayPeriod(input.period));
  const acts: DocumentBlock[] | undefined =
    input.acts.length > 0 ? [{ kind: 'list', items: [...input.acts] }] : undefined;
  const optional = (heading: string, blocks: DocumentBlock[] | undefined) => (blocks ? [{ heading, blocks }] : []);
  return {
    title: TITLE,
    subtitle: { text: period, note: sayPeriodDays(input.period) },
    municipality,
    office: input.office,
    metadata: { title: `${TITLE}, ${period}`, description: `${TITLE} di ${period}, ${municipality}.` },
    date: input.date,
    sections: [
      ...optional('Atti di riferimento', acts),
      { heading: 'In sintesi', blocks: [...outcome, keyFigures(counted, input)] },
      { heading: 'Le cifre del periodo', blocks: figuresBlocks(counted) },
      { heading: 'I tempi', blocks: timesBlocks(counted) },
      ...optional('Le decisioni prese per telefono o e-mail', heardBlocks(input.heard)),
      { heading: 'La pressione sui cittadini', blocks: pressureBlocks(counted, input.pressureLimits) },
      { heading: 'I testi cambiati dalla ditta', blocks: changedTextsBlocks(counted) },
      ...optional('Gli avvisi in periodo elettorale', electionBlocks(sent)),
      ...optional(
        'Il confronto con il rendiconto della ditta',
        comparison ? reconciliationBlocks(comparison, sent) : undefined,
      ),
      ...optional('La fattura', invoice ? invoiceBlocks(invoice) : undefined),
      ...optional('La decisione', conclusion ? [{ kind: 'outcome', ...conclusion }] : undefined),
    ],
    signature: { ...input.signature, day: sayDate(input.date) },
    annexes: [
      {
        heading: `Allegato A. ${plural(sent.length, 'avviso inviato', 'avvisi inviati')}`,
        blocks: [messageTable(sent)],
      },
      ...optional(
        `Allegato B. ${plural(counted.byDay.length, 'giorno con avvisi', 'giorni con avvisi')}`,
        counted.byDay.length > 0 ? [dayTable(counted)] : undefined,
      ),
      ...optional(
        `Allegato C. ${plural(comparison?.reconciliation.matched.length ?? 0, 'avviso abbinato', 'avvisi abbinati')}`,
        comparison ? [matchedTable(comparison, sent)] : undefined,
      ),
    ],
  };
}
