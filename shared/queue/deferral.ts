import { sayDay } from '#shared/kernel/day.ts';
import { addMilliseconds, type Instant, millisecondsBetween, romeOf } from '#shared/kernel/instant.ts';
import { type Calendar, plannedMoment } from '#shared/kernel/workdays.ts';
import type { Job } from './job.ts';

/** A sending that could not go is put off (P33): until when, and why. */
export interface Deferral {
  readonly until: Instant;
  readonly why: string;
}

const MINUTE = 60_000;
/** The seconds for undo and a slow start must not push a sending planned for the last minutes out of its hours. */
const GRACE = 10 * MINUTE;
const FIRST_WAIT = 5 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;
const EMERGENCY_WAIT = MINUTE;

const isEmergency = ({ notice }: Pick<Job, 'notice'>): boolean => notice.reason === 'emergenza';

const CLOSED = 'fuori servizio';

function sayClosed(now: Instant, until: Instant): string {
  const [today, next] = [romeOf(now), romeOf(until)];
  return `${CLOSED} fino ${next.day === today.day ? '' : `a ${sayDay(next.day)} `}alle ${next.time}`;
}

/**
 * The deferral of a sending whose moment passed while the computer slept and that would now leave outside the hours of
 * service; `undefined` when it may leave. An emergency leaves at any hour (P34).
 */
export function deferredByHours(
  job: Pick<Job, 'notice' | 'plannedFor'>,
  calendar: Calendar,
  now: Instant,
): Deferral | undefined {
  if (isEmergency(job) || millisecondsBetween(job.plannedFor, now) <= GRACE) return undefined;
  const until = plannedMoment(calendar, now, null, null);
  return until > now ? { until, why: sayClosed(now, until) } : undefined;
}

/**
 * The deferral of a sending whose route cannot be reached: 5 minutes, then twice as long each time up to an hour, within
 * the hours of service. An emergency is tried every minute, at any hour (P34).
 */
export function deferredByRoute(
  job: Pick<Job, 'notice' | 'deferrals'>,
  calendar: Calendar,
  now: Instant,
  why: string,
): Deferral {
  if (isEmergency(job)) return { until: addMilliseconds(now, EMERGENCY_WAIT), why };
  const wait = Math.min(FIRST_WAIT * 2 ** Math.min(job.deferrals, 10), LONGEST_WAIT);
  return { until: plannedMoment(calendar, addMilliseconds(now, wait), null, null), why };
}

/** Whether a sending was put off only until the hours of service: it goes by itself, and no person has anything to mend. */
export const waitsForHours = ({ state, why }: Pick<Job, 'state' | 'why'>): boolean =>
  state === 'deferred' && why !== null && why.startsWith(CLOSED);

/** How often a sending is put off because its route cannot be reached before a person is told: after a quarter of an hour. */
const LASTING_DEFERRALS = 2;

/** Whether a sending has been put off for long, not by the hours of service but because its route cannot be reached. */
export const isRouteAway = ({ state, deferrals, why }: Pick<Job, 'state' | 'deferrals' | 'why'>): boolean =>
  state === 'deferred' && deferrals >= LASTING_DEFERRALS && why !== null && !why.startsWith(CLOSED);
