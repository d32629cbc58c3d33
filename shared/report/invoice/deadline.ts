import { addDays, type Day, daysBetween, sayDay } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import { type Calendar, nextWorkingDay } from '#shared/kernel/workdays.ts';
import type { Profile } from '#shared/people/profile/profile.ts';

/** How the days from the invoice's assignment are counted (P53): as the municipality says. */
type DeadlineRule = Profile['reportDeadline'];

/** Days the exchange system (SdI) gives a public body to refuse an invoice, from its delivery (DM 55/2013, art. 3). */
const EXCHANGE_DAYS = 15;

/** `Il termine di 10 giorni`, `Il termine di 8 giorni di servizio`. */
export const sayDeadline = ({ days, counting }: DeadlineRule): string =>
  `Il termine di ${plural(days, 'giorno', 'giorni')}${counting === 'working' ? ' di servizio' : ''}`;

/** A due day seen from today. */
export interface Countdown {
  readonly due: Day;
  /** Calendar days that are left: 0 on the due day, negative after it. */
  readonly daysLeft: number;
  /** One Italian sentence about it. */
  readonly sentence: string;
}

/** The last day for the report on an invoice assigned on `assigned` (P53). The day of assignment does not count. */
export function reportDue(assigned: Day, rule: DeadlineRule, calendar: Calendar): Day {
  if (rule.counting === 'calendar') return addDays(assigned, rule.days);
  let due = assigned;
  for (let day = 1; day <= rule.days; day++) due = nextWorkingDay(calendar, due);
  return due;
}

/** The last day on which the exchange system takes an outcome for an invoice delivered on `delivered`. */
export function exchangeDue(delivered: Day): Day {
  return addDays(delivered, EXCHANGE_DAYS);
}

function sayWhen(due: Day, daysLeft: number, what: string): string {
  if (daysLeft === 0) return `${what} scade oggi, ${sayDay(due)}.`;
  if (daysLeft === 1) return `${what} scade domani, ${sayDay(due)}.`;
  if (daysLeft > 1) return `${what} scade tra ${daysLeft} giorni, ${sayDay(due)}.`;
  if (daysLeft === -1) return `${what} è scaduto ieri, ${sayDay(due)}.`;
  return `${what} è scaduto ${plural(-daysLeft, 'giorno', 'giorni')} fa, ${sayDay(due)}.`;
}

/** The countdown to `due`; `what` opens its sentence, as in `Il termine di 10 giorni`. */
export function countdown(due: Day, today: Day, what: string): Countdown {
  const daysLeft = daysBetween(today, due);
  return { due, daysLeft, sentence: sayWhen(due, daysLeft, what) };
}
