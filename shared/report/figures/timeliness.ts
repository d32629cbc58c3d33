import { type Instant, later, millisecondsBetween } from '#shared/kernel/instant.ts';
import { type Calendar, serviceTimeBetween, withinOneWorkingDay, withinSameDay } from '#shared/kernel/workdays.ts';
import type { RegisterRow } from './rows.ts';

/** The two steps the procedure gives one working day each: intake (P26) and approval (P30). */
export type TimedPhase = 'intake' | 'approval';

/** A step that was done after its time. */
interface LateStep {
  readonly number: string;
  readonly title: string;
  readonly phase: TimedPhase;
  readonly due: Instant;
  readonly done: Instant;
  /** Milliseconds of service after the due time, without what was spent waiting for others (P27). */
  readonly late: number;
}

/** How many steps could be measured, how many were in time. */
export interface OnTime {
  readonly measured: number;
  readonly onTime: number;
}

export interface Timeliness {
  readonly intake: OnTime;
  readonly approval: OnTime;
  /** Notices with at least one measured step, and those with every measured step in time. */
  readonly notices: OnTime;
  readonly late: readonly LateStep[];
}

interface Step {
  readonly phase: TimedPhase;
  readonly start: Instant;
  readonly due: Instant;
  readonly done: Instant;
}

function stepsOf(row: RegisterRow, calendar: Calendar): readonly Step[] {
  const { receivedAt, forwardedAt, approvedAt } = row;
  const steps: Step[] = [];
  if (receivedAt !== null && forwardedAt !== null) {
    const due = row.urgent ? withinSameDay(calendar, receivedAt) : withinOneWorkingDay(calendar, receivedAt);
    steps.push({ phase: 'intake', start: receivedAt, due, done: forwardedAt });
  }
  if (forwardedAt !== null && approvedAt !== null) {
    const due = withinOneWorkingDay(calendar, forwardedAt);
    steps.push({ phase: 'approval', start: forwardedAt, due, done: approvedAt });
  }
  return steps;
}

const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

function latenessOf({ start, due, done }: Step, waits: RegisterRow['waits'], calendar: Calendar): number {
  if (millisecondsBetween(due, done) <= 0) return 0;
  const waited = waits.reduce(
    (total, wait) => total + serviceTimeBetween(calendar, later(wait.from, start), earlier(wait.to, done)),
    0,
  );
  return Math.max(0, serviceTimeBetween(calendar, due, done) - waited);
}

const countOnTime = (lateness: readonly number[]): OnTime => ({
  measured: lateness.length,
  onTime: lateness.filter((late) => late === 0).length,
});

/** How timely the steps of these notices were. A step without its two moments is not measured (P32, P34). */
export function timelinessOf(rows: readonly RegisterRow[], calendar: Calendar): Timeliness {
  const notices = rows.map((row) =>
    stepsOf(row, calendar).map((step) => ({ row, step, late: latenessOf(step, row.waits, calendar) })),
  );
  const steps = notices.flat();
  const latenessOfPhase = (phase: TimedPhase): number[] =>
    steps.filter(({ step }) => step.phase === phase).map(({ late }) => late);
  return {
    intake: countOnTime(latenessOfPhase('intake')),
    approval: countOnTime(latenessOfPhase('approval')),
    notices: countOnTime(
      notices.filter((list) => list.length > 0).map((list) => Math.max(...list.map(({ late }) => late))),
    ),
    late: steps
      .filter(({ late }) => late > 0)
      .map(({ row, step: { phase, due, done }, late }) => ({
        number: row.number,
        title: row.title,
        phase,
        due,
        done,
        late,
      })),
  };
}
