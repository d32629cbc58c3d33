import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { arrivalDay, type Calendar, nextWorkingDay, withinOneWorkingDay, withinSameDay } from '../kernel/workdays.ts';

/** Whether less than 1+1 working days lie between the arrival and the date wanted (P14). */
export function isUrgent(calendar: Calendar, receivedAt: Instant, sendDate: Day | null): boolean {
  if (sendDate === null) return false;
  return sendDate < nextWorkingDay(calendar, nextWorkingDay(calendar, arrivalDay(calendar, receivedAt)));
}

/** When the request must have been forwarded: one working day, the same day when urgent (P5, P14). */
export function intakeDeadline(calendar: Calendar, receivedAt: Instant, sendDate: Day | null): Instant {
  const urgent = isUrgent(calendar, receivedAt, sendDate);
  return urgent ? withinSameDay(calendar, receivedAt) : withinOneWorkingDay(calendar, receivedAt);
}
