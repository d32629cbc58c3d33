import { z } from 'zod';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { addDays, type Day, daySchema } from '#shared/kernel/day.ts';
import {
  addMilliseconds,
  type Instant,
  instantAt,
  instantSchema,
  millisecondsBetween,
  romeOf,
} from '#shared/kernel/instant.ts';
import { type Calendar, hoursOf, isWorkingDay } from '#shared/kernel/workdays.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { MAILBOX_WINDOWS } from '#shared/people/profile/settings.ts';

const countsSchema = z.object({ read: z.int().nonnegative(), added: z.int().nonnegative() });

/** A look at the mailbox: when, by whom, how many e-mails and requests it brought. */
export const lookSchema = countsSchema.extend({ at: instantSchema, by: z.string() });
export type Look = z.infer<typeof lookSchema>;

/** What can happen to the mailbox on a day: entity `mailbox/<day>` (P20). */
export const mailboxFacts = { 'mailbox.checked': countsSchema } as const;
export const mailboxFact = writerOf(mailboxFacts);

/**
 * One of the two looks at the mailbox that every working day wants (P20). `at` is the moment of the look, or, while there
 * is none, the moment from which it is due.
 */
const checkSchema = z.object({
  state: z.enum(['done', 'late', 'due', 'missed', 'upcoming']),
  at: instantSchema,
});
export type Check = z.infer<typeof checkSchema>;

/** The two looks of a working day: at the start and at the end of service. */
export const dayChecksSchema = z.object({ day: daySchema, start: checkSchema, end: checkSchema });
export type DayChecks = z.infer<typeof dayChecksSchema>;

/** A look that is due now. */
export const mailboxReminderSchema = z.object({ check: z.enum(['start', 'end']), since: instantSchema });
export type MailboxReminder = z.infer<typeof mailboxReminderSchema>;

const MINUTE = 60_000;
/** Farther back than this no working day is looked for. */
const SEARCH_LIMIT_DAYS = 400;

/** From when a look counts as "at the start" and "at the end" of service, and until when as in time, in minutes (P20). */
type Windows = Profile['mailboxChecks'];

interface Service {
  readonly start: Instant;
  readonly end: Instant;
  /** From here on a look counts as "at the end". */
  readonly endFrom: Instant;
  readonly midnight: Instant;
  readonly windows: Windows;
}

function startCheck(looks: readonly Instant[], service: Service, now: Instant): Check {
  const { start, endFrom, windows } = service;
  const first = looks.find((at) => at >= addMilliseconds(start, -windows.beforeStart * MINUTE) && at < endFrom);
  if (first)
    return { state: first <= addMilliseconds(start, windows.afterStart * MINUTE) ? 'done' : 'late', at: first };
  if (now < start) return { state: 'upcoming', at: start };
  return { state: now < endFrom ? 'due' : 'missed', at: start };
}

function endCheck(looks: readonly Instant[], service: Service, now: Instant): Check {
  const { end, endFrom, midnight, windows } = service;
  const after = looks.filter((at) => at >= endFrom && at < midnight);
  const inTime = after.filter((at) => at <= addMilliseconds(end, windows.afterEnd * MINUTE)).at(-1);
  if (inTime) return { state: 'done', at: inTime };
  const [tooLate] = after;
  if (tooLate) return { state: 'late', at: tooLate };
  if (now < endFrom) return { state: 'upcoming', at: endFrom };
  return { state: now < midnight ? 'due' : 'missed', at: endFrom };
}

function serviceOf(calendar: Calendar, day: Day, windows: Windows): Service {
  const hours = hoursOf(calendar, day);
  const start = instantAt(day, hours[0]?.from ?? '00:00');
  const end = instantAt(day, hours.at(-1)?.to ?? '23:59');
  // At most half of the service is its end.
  const lead = Math.min(windows.beforeEnd * MINUTE, millisecondsBetween(start, end) / 2);
  return { start, end, endFrom: addMilliseconds(end, -lead), midnight: instantAt(addDays(day, 1), '00:00'), windows };
}

/** The two looks of a working day (P20), as they stand at `now`; `looks` are the moments of that day. */
export function checksOfDay(
  calendar: Calendar,
  day: Day,
  looks: readonly Instant[],
  now: Instant,
  windows: Windows = MAILBOX_WINDOWS,
): DayChecks {
  const service = serviceOf(calendar, day, windows);
  const sorted = looks.toSorted();
  return { day, start: startCheck(sorted, service, now), end: endCheck(sorted, service, now) };
}

/** The last `count` working days up to today, oldest first. */
export function lastWorkingDays(calendar: Calendar, today: Day, count: number): readonly Day[] {
  const days: Day[] = [];
  for (let back = 0; days.length < count && back < SEARCH_LIMIT_DAYS; back++) {
    const day = addDays(today, -back);
    if (isWorkingDay(calendar, day)) days.unshift(day);
  }
  return days;
}

/** The look that is due now, if one is (P20): the one to remind of. */
export function mailboxReminder(checks: readonly DayChecks[], now: Instant): MailboxReminder | null {
  const today = checks.find(({ day }) => day === romeOf(now).day);
  if (today?.end.state === 'due') return { check: 'end', since: today.end.at };
  return today?.start.state === 'due' ? { check: 'start', since: today.start.at } : null;
}
