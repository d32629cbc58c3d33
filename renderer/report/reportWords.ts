/** The figures of a period in the words and shapes of the screen (P50). Pure. */

import { capitalised } from '#renderer/ui/moments.ts';
import { type Day, MONTHS, partsOf, sayDay } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Count, Figures } from '#shared/report/figures/figures.ts';
import type { OnTime } from '#shared/report/figures/timeliness.ts';
import { daysOfPeriod, type Period, periodOf, previousPeriod, sayPeriod } from '#shared/report/period.ts';

/** A number to see first, with what it counts and what it compares with. */
export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  /** Small, after the value: `su 31`. */
  readonly unit: string;
  readonly note: string;
}

/** A bar of a chart, and the same count two months earlier. */
export interface Bar {
  readonly label: string;
  readonly now: number;
  readonly before: number | null;
}

/** How many two-month periods can be chosen: two years. */
const CHOICES = 12;
/** L9: the smallest together as "Altri". */
const MAXIMUM_BARS = 9;
const NOT_SAID = 'Non indicato';
const PERCENT = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 1 });

/** `Settembre e ottobre 2026`. */
export const sayTitle = (period: Period): string => capitalised(sayPeriod(period).replace('–', ' e '));

/** The periods to choose from, the current one first. */
export function periodChoices(today: Day): readonly Period[] {
  const choices = [periodOf(today)];
  while (choices.length < CHOICES) choices.push(previousPeriod(choices.at(-1) ?? periodOf(today)));
  return choices;
}

const percent = ({ measured, onTime }: OnTime): string =>
  measured === 0 ? '' : `${PERCENT.format((onTime / measured) * 100)} %`;

function inTime({ timeliness, timelinessBefore }: Figures): KeyFigure {
  const { measured, onTime } = timeliness.notices;
  const [now, before] = [percent(timeliness.notices), percent(timelinessBefore.notices)];
  const label = 'Avvisi nei tempi';
  if (measured === 0) return { label, value: 'non noto', unit: '', note: 'nessun passo misurato' };
  return {
    label,
    value: String(onTime),
    unit: `su ${measured}`,
    note: before === '' ? now : `${now}, era ${before}`,
  };
}

function sayEarlier({ before, yearAgo }: Count): string {
  if (before === 0 && yearAgo === 0) return 'Nel registro niente dei due mesi prima, né di un anno fa';
  const said = (count: number, when: string) => (count === 0 ? `nessuno nel registro ${when}` : `${count} ${when}`);
  return `${said(before, 'nei due mesi prima')}, ${said(yearAgo, 'un anno fa')}`;
}

/** The five figures of the first tab; `threshold` is how many notices in seven days are too many (P16). */
export function keyFigures(figures: Figures, withoutApproval: number, threshold: number): readonly KeyFigure[] {
  const { total, byRoute, changedTexts, pressure } = figures;
  const group = byRoute.find(({ label }) => label === 'gruppo operativo')?.now ?? 0;
  const highest = pressure.find(({ windowDays }) => windowDays === 7)?.highest ?? 0;
  return [
    {
      label: 'Avvisi inviati',
      value: String(total.now),
      unit: '',
      note: sayEarlier(total),
    },
    inTime(figures),
    {
      label: 'Gruppo operativo e ditta',
      value: String(group),
      unit: `e ${total.now - group}`,
      note: withoutApproval === 0 ? 'tutti approvati' : `${withoutApproval} senza approvazione`,
    },
    {
      label: 'Testi cambiati dalla ditta',
      value: String(changedTexts.length),
      unit: '',
      note: 'rispetto al testo approvato',
    },
    {
      label: 'Pressione massima',
      value: String(highest),
      unit: 'in 7 giorni',
      note: `soglia ${threshold}, ${highest > threshold ? 'superata' : 'mai superata'}`,
    },
  ];
}

/** At most nine bars by size; what nobody asked for is left out. */
export function barsOf(counts: readonly Count[]): readonly Bar[] {
  const isKnown = counts.some(({ before }) => before > 0);
  const bars = counts
    .filter(({ now }) => now > 0)
    .map(({ label, now, before }) => ({
      label: label === null ? NOT_SAID : capitalised(label),
      now,
      before: isKnown ? before : null,
    }));
  if (bars.length <= MAXIMUM_BARS) return bars;
  const rest = bars.slice(MAXIMUM_BARS - 1);
  const sum = (pick: (bar: Bar) => number) => rest.reduce((total, bar) => total + pick(bar), 0);
  return [
    ...bars.slice(0, MAXIMUM_BARS - 1),
    { label: 'Altri', now: sum(({ now }) => now), before: isKnown ? sum(({ before }) => before ?? 0) : null },
  ];
}

/** `31 ago`. */
function sayShort(day: Day): string {
  const { month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]?.slice(0, 3)}`;
}

/** One bar for each week, time from left to right; a tick for the two months before only where the register has any. */
export const weekBars = ({ byWeek, total }: Figures): readonly Bar[] =>
  byWeek.map(({ from, now, before }) => ({ label: sayShort(from), now, before: total.before > 0 ? before : null }));

/** The whole numbers of an axis from zero to at least `highest`: at most six, evenly apart. */
export function axisOf(highest: number): readonly number[] {
  const step = Math.max(1, Math.ceil(highest / 5));
  const steps = Math.max(1, Math.ceil(highest / step));
  return Array.from({ length: steps + 1 }, (_, index) => index * step);
}

/** What to do now, in one sentence. */
export function reportSentence(figures: Figures, today: Day): string {
  const { to } = daysOfPeriod(figures.period);
  const sent =
    figures.total.now === 0 ? 'Nessun avviso inviato' : plural(figures.total.now, 'avviso inviato', 'avvisi inviati');
  if (to >= today) return `${sent} finora: il bimestre finisce ${sayDay(to)}.`;
  if (figures.total.now === 0) return 'In questi due mesi non è stato inviato alcun avviso.';
  return 'Controlla le cifre, poi crea la relazione in PDF.';
}

const MINUTE = 60_000;

/** How late a step was: `35 minuti di servizio`, `2 ore e 10 minuti di servizio`. */
export function sayLate(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    hours > 0 && plural(hours, 'ora', 'ore'),
    (rest > 0 || hours === 0) && plural(rest, 'minuto', 'minuti'),
  ];
  return `${parts.filter(Boolean).join(' e ')} di servizio`;
}
