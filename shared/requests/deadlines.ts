import { addDays, type Day } from '../kernel/day.ts';
import { addMilliseconds, type Instant, instantAt, millisecondsBetween, romeOf } from '../kernel/instant.ts';
import {
  arrivalDay,
  type Calendar,
  hoursOf,
  nextWorkingDay,
  serviceTimeBetween,
  withinOneWorkingDay,
  withinSameDay,
} from '../kernel/workdays.ts';
import type { Request } from './request.ts';

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

/** `instant` moved on by so many milliseconds of service: the hours in which the office is closed do not count. */
function addServiceTime(calendar: Calendar, instant: Instant, milliseconds: number): Instant {
  let left = milliseconds;
  let at = instant;
  for (let { day } = romeOf(instant); left > 0; day = addDays(day, 1)) {
    for (const hours of hoursOf(calendar, day)) {
      const [start, end] = [instantAt(day, hours.from), instantAt(day, hours.to)];
      const from = start > at ? start : at;
      const free = Math.max(0, millisecondsBetween(from, end));
      if (left > 0 && free > 0) at = addMilliseconds(from, Math.min(free, left));
      left -= Math.min(free, left);
    }
  }
  return at;
}

/** The times a request waited for others, the present one up to now (P27). */
export function waitsOf({ waits, waiting }: Pick<Request, 'waits' | 'waiting'>, now: Instant): Request['waits'] {
  return waiting === null || waiting.since >= now ? waits : [...waits, { from: waiting.since, to: now }];
}

/** When a request must have been forwarded, its clock standing still while it waits for others (P5, P14, P27). */
export function requestDeadline(
  calendar: Calendar,
  request: Pick<Request, 'receivedAt' | 'data' | 'waits' | 'waiting'>,
  now: Instant,
): Instant {
  const due = intakeDeadline(calendar, request.receivedAt, request.data.sendDate);
  const waited = waitsOf(request, now).reduce((sum, { from, to }) => sum + serviceTimeBetween(calendar, from, to), 0);
  return addServiceTime(calendar, due, waited);
}
