import { type Instant, instantAt, later, romeOf } from '#shared/kernel/instant.ts';
import {
  arrivalDay,
  beforeInService,
  type Calendar,
  endOfService,
  nextWorkingDay,
  ORDINARY_URGENCY,
  serviceOf,
  serviceTimeBetween,
} from '#shared/kernel/workdays.ts';
import type { RequestData } from './facts.ts';
import type { Request } from './request.ts';

/** How soon the next step of a request must be done. */
export interface Haste {
  /** Less than 1+1 working days lie between the arrival and the date wanted (P14). */
  readonly urgent: boolean;
  /** One working day after the arrival, the same day when urgent, before the notice must leave (P5, P14). */
  readonly due: Instant;
}

/** When the notice is wanted. */
export type Wanted = Pick<RequestData, 'sendDate' | 'sendTime'>;

const MINUTE = 60_000;
/** A wait shorter than this is a slip of the hand: it moves no deadline. */
const LEAST_WAIT = 5 * 60_000;

/** The last moment at which the notice still leaves as wanted: without an hour, the end of service of its day, of a closed day its end. */
function leavesBy(calendar: Calendar, { sendDate, sendTime }: Wanted): Instant | null {
  if (sendDate === null) return null;
  if (sendTime !== null) return instantAt(sendDate, sendTime);
  return endOfService(calendar, sendDate) ?? instantAt(sendDate, '23:59');
}

/**
 * `due`, but never later than half a service hour (a setting) before the notice must leave (P5), nor before the step
 * began at `from`.
 * A moment that was over by then moves nothing.
 */
export function dueBeforeLeaving(calendar: Calendar, from: Instant, due: Instant, wanted: Wanted): Instant {
  const leaves = leavesBy(calendar, wanted);
  if (leaves === null || leaves <= from) return due;
  const latest = beforeInService(calendar, leaves, (calendar.urgency ?? ORDINARY_URGENCY).leadMinutes * MINUTE);
  return latest < due ? later(from, latest) : due;
}

/** The haste the calendar alone asks for: a working day, or the same one. */
function ordinaryHaste(calendar: Calendar, from: Instant, { sendDate }: Wanted): Haste {
  const arrival = arrivalDay(calendar, from);
  const next = nextWorkingDay(calendar, arrival);
  const urgent = sendDate !== null && sendDate < nextWorkingDay(calendar, next);
  const { sameDay: isSameDay } = calendar.urgency ?? ORDINARY_URGENCY;
  return { urgent, due: endOfService(calendar, urgent && isSameDay ? arrival : next) as Instant };
}

/** How soon a step that began at `from` must be done: the one clock of the intake and of the head (P5, P14, P30). */
export function hasteFrom(calendar: Calendar, from: Instant, wanted: Wanted): Haste {
  const { urgent, due } = ordinaryHaste(calendar, from, wanted);
  return { urgent, due: dueBeforeLeaving(calendar, from, due, wanted) };
}

/** Whether less than 1+1 working days lie between the arrival and the date wanted (P14). */
export const isUrgent = (calendar: Calendar, receivedAt: Instant, sendDate: Wanted['sendDate']): boolean =>
  ordinaryHaste(calendar, receivedAt, { sendDate, sendTime: null }).urgent;

/** `instant` moved on by so many milliseconds of service: the hours in which the office is closed do not count. */
export function addServiceTime(calendar: Calendar, instant: Instant, milliseconds: number): Instant {
  if (milliseconds <= 0) return instant;
  let left = milliseconds;
  let at = Date.parse(instant);
  for (let { day } = romeOf(instant); left > 0; day = nextWorkingDay(calendar, day)) {
    for (const service of serviceOf(calendar, day)) {
      const from = Math.max(service.from, at);
      const spent = Math.min(Math.max(0, service.to - from), left);
      if (spent > 0) at = from + spent;
      left -= spent;
    }
  }
  return new Date(at).toISOString();
}

/** As much of a request as its clock needs. */
export interface Timed extends Pick<Request, 'receivedAt' | 'waits'> {
  readonly data: Wanted;
  readonly waiting: Pick<NonNullable<Request['waiting']>, 'since'> | null;
}

/** The times a request waited for others, the present one up to now (P27). */
export function waitsOf({ waits, waiting }: Pick<Timed, 'waits' | 'waiting'>, now: Instant): Request['waits'] {
  return waiting === null || waiting.since >= now ? waits : [...waits, { from: waiting.since, to: now }];
}

/** How soon a request must be forwarded that waited `waits` for others and waits no more (P5, P14, P27). */
export function hasteAfter(calendar: Calendar, { receivedAt, data, waits }: Omit<Timed, 'waiting'>): Haste {
  const { urgent, due } = ordinaryHaste(calendar, receivedAt, data);
  const waited = waits
    .map(({ from, to }) => serviceTimeBetween(calendar, from, to))
    .filter((milliseconds) => milliseconds >= LEAST_WAIT)
    .reduce((sum, milliseconds) => sum + milliseconds, 0);
  return { urgent, due: dueBeforeLeaving(calendar, receivedAt, addServiceTime(calendar, due, waited), data) };
}

/** How soon a request must be forwarded, its clock standing still while it waits for others (P5, P14, P27). */
export const hasteOf = (calendar: Calendar, request: Timed, now: Instant): Haste =>
  hasteAfter(calendar, { ...request, waits: waitsOf(request, now) });
