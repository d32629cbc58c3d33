import { MONTHS, partsOf, sayDay } from '#shared/kernel/day.ts';
import type { Count, Figures, WeekCount } from '#shared/report/figures/figures.ts';
import { figuresOfDay } from '#shared/report/words.ts';
import { figures as numbers, table, texts } from '#shared/text/document/blocks.ts';
import type { ChartBar, DocumentBlock } from '#shared/text/document/document.ts';

/** More bars than these are hard to read: the smallest stand together. */
const MAXIMUM_BARS = 9;
const MONTH_LETTERS = 3;
const NOT_SAID = 'Non indicato';
const NONE = 'Nessun avviso nel periodo.';
const LEGEND = { now: 'questo periodo', before: 'due mesi prima' };

type Chart = Extract<DocumentBlock, { kind: 'bars' | 'columns' }>;

const weekName = ({ from }: WeekCount): string => {
  const { month, date } = partsOf(from);
  return `${date} ${MONTHS[month - 1]?.slice(0, MONTH_LETTERS)}`;
};

const labelOf = ({ label }: Count): string => label ?? NOT_SAID;

/** Bars of the largest counts; what does not fit stands together as `Altri`. */
function barsOf(counts: readonly Count[]): ChartBar[] {
  const shown = counts.filter(({ now, before }) => now + before > 0);
  const bars = shown.map((count): ChartBar => ({ label: labelOf(count), value: count.now, before: count.before }));
  if (bars.length <= MAXIMUM_BARS) return bars;
  const rest = bars.slice(MAXIMUM_BARS - 1);
  const sumOf = (pick: (bar: ChartBar) => number): number => rest.reduce((sum, bar) => sum + pick(bar), 0);
  const others = { label: 'Altri', value: sumOf(({ value }) => value), before: sumOf(({ before }) => before ?? 0) };
  return [...bars.slice(0, MAXIMUM_BARS - 1), others];
}

const sayBars = (bars: readonly ChartBar[]): string =>
  bars.map(({ label, value, before }) => `${label} ${value}${before === null ? '' : `, prima ${before}`}`).join('; ');

/** A chart compares with the two months before only where something was sent in them. */
function compared({ total }: Figures, bars: readonly ChartBar[]): Pick<Chart, 'bars' | 'legend'> {
  if (total.before > 0) return { bars: [...bars], legend: LEGEND };
  return { bars: bars.map((bar) => ({ ...bar, before: null })), legend: { ...LEGEND, before: '' } };
}

function weekChart(figures: Figures): DocumentBlock {
  const weeks = figures.byWeek.map((week) => ({ label: weekName(week), value: week.now, before: week.before }));
  const { bars, legend } = compared(figures, weeks);
  return {
    kind: 'columns',
    title: 'Avvisi per settimana',
    legend,
    alternative: `Grafico degli avvisi per settimana, dal giorno indicato: ${sayBars(bars)}.`,
    bars,
  };
}

function officeChart(figures: Figures): readonly DocumentBlock[] {
  const { bars, legend } = compared(figures, barsOf(figures.byOffice));
  if (bars.length === 0) return [];
  const alternative = `Grafico degli avvisi per ufficio che li ha chiesti: ${sayBars(bars)}.`;
  return [{ kind: 'bars', title: 'Avvisi per ufficio', legend, alternative, bars }];
}

function countTable(title: string, head: string, counts: readonly Count[], total: Count): DocumentBlock {
  const cells = ({ now, before, yearAgo }: Count): string[] => [now, before, yearAgo].map(String);
  return table(
    title,
    [texts(head), numbers('Questo periodo'), numbers('Due mesi prima'), numbers('Un anno prima')],
    counts.map((count) => [labelOf(count), ...cells(count)]),
    NONE,
    ['Totale', ...cells(total)],
  );
}

/** Days with notices, for the annex. */
export function dayTable({ byDay }: Figures): DocumentBlock {
  return table(
    '',
    [numbers('Data'), texts('Giorno', 1), numbers('Avvisi'), texts('Numeri del registro', 3)],
    byDay.map(({ day, numbers: sent }) => [figuresOfDay(day), sayDay(day), String(sent.length), sent.join(', ')]),
    NONE,
  );
}

/** The figures of the period (P50): charts first, then every number as a table. */
export function figuresBlocks(figures: Figures): DocumentBlock[] {
  return [
    weekChart(figures),
    ...officeChart(figures),
    countTable('Per ufficio', 'Ufficio', figures.byOffice, figures.total),
    countTable('Per categoria', 'Categoria', figures.byCategory, figures.total),
    countTable('Per canale', 'Canale', figures.byRoute, figures.total),
  ];
}
