import type { Day } from '#shared/kernel/day.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import {
  type DayRange,
  daysOfPeriod,
  isInPeriod,
  type Period,
  previousPeriod,
  weeksOfPeriod,
  yearBefore,
} from '#shared/report/period.ts';
import { type Difference, differences, WHOLE_WORDS } from '#shared/text/differences.ts';
import { type Peak, PRESSURE_WINDOWS, peakOf } from './pressure.ts';
import type { RegisterRow } from './rows.ts';
import { type Timeliness, timelinessOf } from './timeliness.ts';

/** Notices of one kind in the period, in the two months before and in the same months of the year before. */
export interface Count {
  /** Null where the register does not say. */
  readonly label: string | null;
  readonly now: number;
  readonly before: number;
  readonly yearAgo: number;
}

/** Notices of one week of the period; `before` is the week of the same place in the two months before. */
export interface WeekCount extends DayRange {
  readonly now: number;
  readonly before: number | null;
}

/** A notice the contractor did not send as approved (P36). */
interface ChangedText {
  readonly number: string;
  readonly title: string;
  readonly parts: readonly Difference[];
}

/** The figures of a two-month period (P50). */
export interface Figures {
  readonly period: Period;
  readonly total: Count;
  readonly byOffice: readonly Count[];
  readonly byCategory: readonly Count[];
  readonly byRoute: readonly Count[];
  /** Days with at least one notice. */
  readonly byDay: readonly { readonly day: Day; readonly numbers: readonly string[] }[];
  readonly byWeek: readonly WeekCount[];
  readonly timeliness: Timeliness;
  readonly timelinessBefore: Timeliness;
  readonly pressure: readonly Peak[];
  readonly changedTexts: readonly ChangedText[];
}

const byMoment = (one: RegisterRow, other: RegisterRow): number => {
  const [first, second] = [one, other].map(({ day, time, number }) => `${day} ${time ?? ''} ${number}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
};

interface Spans {
  readonly now: readonly RegisterRow[];
  readonly before: readonly RegisterRow[];
  readonly yearAgo: readonly RegisterRow[];
}

function countBy(spans: Spans, labelOf: (row: RegisterRow) => string | null): readonly Count[] {
  const labels = new Set([...spans.now, ...spans.before, ...spans.yearAgo].map(labelOf));
  const countIn = (rows: readonly RegisterRow[], label: string | null): number =>
    rows.filter((row) => labelOf(row) === label).length;
  return [...labels]
    .map((label) => ({
      label,
      now: countIn(spans.now, label),
      before: countIn(spans.before, label),
      yearAgo: countIn(spans.yearAgo, label),
    }))
    .sort((one, other) => other.now - one.now || (one.label ?? '').localeCompare(other.label ?? '', 'it'));
}

function countByDay(rows: readonly RegisterRow[]): Figures['byDay'] {
  return [...new Set(rows.map(({ day }) => day))].map((day) => ({
    day,
    numbers: rows.filter((row) => row.day === day).map(({ number }) => number),
  }));
}

function countByWeek(period: Period, { now, before }: Spans): readonly WeekCount[] {
  const countIn = (rows: readonly RegisterRow[], { from, to }: DayRange): number =>
    rows.filter(({ day }) => day >= from && day <= to).length;
  const weeksBefore = weeksOfPeriod(previousPeriod(period));
  return weeksOfPeriod(period).map((week, index) => {
    const weekBefore = weeksBefore[index];
    return { ...week, now: countIn(now, week), before: weekBefore ? countIn(before, weekBefore) : null };
  });
}

function changedTextsOf(rows: readonly RegisterRow[]): readonly ChangedText[] {
  return rows.flatMap(({ number, title, approvedText, text }) => {
    if (approvedText === null) return [];
    const [approved, sent] = [normaliseText(approvedText), normaliseText(text)];
    return approved === sent ? [] : [{ number, title, parts: differences(approved, sent, WHOLE_WORDS) }];
  });
}

/** The rows of `rows` that were sent in `period`, in the order of sending. */
export function rowsOfPeriod(rows: readonly RegisterRow[], period: Period): readonly RegisterRow[] {
  return rows.filter(({ day }) => isInPeriod(period, day)).sort(byMoment);
}

/**
 * The figures of `period` (P50). `rows` is the register, at least of this period, the one before and the one of the
 * year before; the order of the rows does not matter.
 */
export function figuresOf(period: Period, rows: readonly RegisterRow[], calendar: Calendar): Figures {
  const spans: Spans = {
    now: rowsOfPeriod(rows, period),
    before: rowsOfPeriod(rows, previousPeriod(period)),
    yearAgo: rowsOfPeriod(rows, yearBefore(period)),
  };
  const { from, to } = daysOfPeriod(period);
  const sent = [...spans.before, ...spans.now].map(({ day }) => day);
  return {
    period,
    total: { label: null, now: spans.now.length, before: spans.before.length, yearAgo: spans.yearAgo.length },
    byOffice: countBy(spans, ({ office }) => office),
    byCategory: countBy(spans, ({ category }) => category),
    byRoute: countBy(spans, ({ route }) => route),
    byDay: countByDay(spans.now),
    byWeek: countByWeek(period, spans),
    timeliness: timelinessOf(spans.now, calendar),
    timelinessBefore: timelinessOf(spans.before, calendar),
    pressure: PRESSURE_WINDOWS.map((days) => peakOf(sent, days, from, to)),
    changedTexts: changedTextsOf(spans.now),
  };
}
