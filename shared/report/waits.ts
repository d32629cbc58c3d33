/** What of the reports waits for a person: the report on an assigned invoice, by its last day (P53). Pure. */
import type { Day } from '#shared/kernel/day.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { type Countdown, countdown, reportDue, sayDeadline } from './invoice/deadline.ts';
import type { ReportCase } from './reportCase.ts';

export interface ReportWait extends Countdown {
  readonly word: 'report';
  readonly kind: 'report';
  /** The two months. */
  readonly id: string;
}

/** As much of a report as is looked at. */
export type WaitingReport = Pick<ReportCase, 'id' | 'assigned' | 'conclusion'>;

/** The reports whose invoice was assigned and that nobody has concluded, the first due first. */
export function reportWaits(
  cases: readonly WaitingReport[],
  today: Day,
  { calendar, reportDeadline }: { readonly calendar: Calendar } & Pick<Profile, 'reportDeadline'>,
): readonly ReportWait[] {
  return cases
    .flatMap(({ id, assigned, conclusion }): ReportWait[] => {
      if (assigned === null || conclusion !== null) return [];
      const due = reportDue(assigned, reportDeadline, calendar);
      return [{ word: 'report', kind: 'report', id, ...countdown(due, today, sayDeadline(reportDeadline)) }];
    })
    .toSorted((one, other) => (one.due < other.due ? -1 : 1));
}
