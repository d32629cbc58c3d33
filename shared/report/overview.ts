import type { Day } from '../kernel/day.ts';
import { plural } from '../kernel/text.ts';
import type { Profile } from '../people/profile.ts';
import type { ChartBar, ReportBlock, ReportDocument } from './document.ts';
import { type Count, type Figures, figuresOf, rowsOfPeriod } from './figures.ts';
import { type Period, previousPeriod, sayPeriod, sayPeriodDays } from './period.ts';
import type { RegisterRow } from './rows.ts';
import type { OnTime } from './timeliness.ts';

/** What the report of a period is made from. */
export interface OverviewInput {
  readonly period: Period;
  /** The whole register, or at least the period, the one before and the one of the year before. */
  readonly rows: readonly RegisterRow[];
  readonly profile: Profile;
  /** The day the report bears. */
  readonly date: Day;
  /** Who signs. */
  readonly head: string;
}

const MAXIMUM_BARS = 9;
const NOT_SAID = 'Non indicato';

const barOf = ({ label, now, before }: Count): ChartBar => ({ label: label ?? NOT_SAID, value: now, before });

/** At most nine bars: the smallest together as "Altri" (L9). */
function barsOf(counts: readonly Count[]): ChartBar[] {
  const shown = counts.filter(({ now }) => now > 0);
  if (shown.length <= MAXIMUM_BARS) return shown.map(barOf);
  const rest = shown.slice(MAXIMUM_BARS - 1).map(barOf);
  const sum = (pick: (bar: ChartBar) => number): number => rest.reduce((total, bar) => total + pick(bar), 0);
  const others = { label: 'Altri', value: sum(({ value }) => value), before: sum(({ before }) => before ?? 0) };
  return [...shown.slice(0, MAXIMUM_BARS - 1).map(barOf), others];
}

const onTimeFigure = (label: string, { measured, onTime }: OnTime) => ({
  label,
  value: measured === 0 ? '–' : `${onTime} su ${measured}`,
  unit: '',
  note: measured === 0 ? 'nessun dato nel periodo' : 'entro un giorno lavorativo',
});

function officeChart(figures: Figures): ReportBlock {
  const bars = barsOf(figures.byOffice);
  if (bars.length === 0) return { kind: 'paragraph', text: 'Nel periodo non è stato inviato alcun messaggio.' };
  const said = bars.map(({ label, value }) => `${label} ${value}`).join(', ');
  return {
    kind: 'bars',
    title: 'Messaggi inviati per ufficio richiedente',
    legend: { now: sayPeriod(figures.period), before: sayPeriod(previousPeriod(figures.period)) },
    alternative: `Grafico a barre dei messaggi inviati per ufficio: ${said}.`,
    bars,
  };
}

function messageTable(rows: readonly RegisterRow[]): ReportBlock {
  return {
    kind: 'table',
    title: 'Messaggi inviati nel periodo',
    columns: [
      { head: 'N.', align: 'left', width: 'fit' },
      { head: 'Data', align: 'left', width: 'fit' },
      { head: 'Ora', align: 'left', width: 'fit' },
      { head: 'Ufficio', align: 'left', width: 2 },
      { head: 'Oggetto', align: 'left', width: 5 },
      { head: 'Destinatari', align: 'right', width: 'fit' },
    ],
    rows: rows.map(({ number, day, time, office, title, recipients }) => [
      number,
      day.split('-').reverse().join('/'),
      time ?? '',
      office ?? NOT_SAID,
      title,
      recipients === null ? 'non noto' : recipients.toLocaleString('it-IT', { useGrouping: 'always' }),
    ]),
    total: null,
    empty: 'Nel periodo non è stato inviato alcun messaggio.',
  };
}

/** The report of a two-month period (P50, P54) from the register alone. */
export function overviewDocument({ period, rows, profile, date, head }: OverviewInput): ReportDocument {
  const figures = figuresOf(period, rows, profile.calendar);
  const sent = rowsOfPeriod(rows, period);
  const { now, before } = figures.total;
  const { intake, approval, late } = figures.timeliness;
  return {
    title: 'Report dei messaggi WhatsApp',
    municipality: profile.municipality,
    office: 'PuntoSi',
    period: { name: sayPeriod(period), days: sayPeriodDays(period) },
    date,
    acts: [...profile.acts],
    sections: [
      {
        heading: 'In sintesi',
        blocks: [
          {
            kind: 'keyFigures',
            items: [
              { label: 'Messaggi inviati', value: String(now), unit: '', note: `${before} nei due mesi prima` },
              onTimeFigure('Presa in carico nei tempi', intake),
              onTimeFigure('Approvazione nei tempi', approval),
            ],
          },
          {
            kind: 'paragraph',
            text:
              late.length === 0
                ? 'Ogni passo misurato è stato fatto nei tempi.'
                : `${plural(late.length, 'passo è stato fatto', 'passi sono stati fatti')} oltre il termine.`,
          },
        ],
      },
      { heading: 'Messaggi per ufficio', blocks: [officeChart(figures)] },
      { heading: 'Elenco dei messaggi', blocks: [messageTable(sent)] },
    ],
    annexes: [],
    signature: { place: profile.municipality.replace(/^Comune di /, ''), role: 'Il capo settore', person: head },
  };
}
