import type { Instant } from '#shared/kernel/instant.ts';
import { type Calendar, endOfService, nextWorkingDay, serviceOf } from '#shared/kernel/workdays.ts';
import { dueBeforeLeaving, type Haste, hasteFrom, type Wanted } from '#shared/requests/deadlines.ts';
import type { Draft } from './draft.ts';

/** As much of a text as the head's clock needs. */
export interface AskedOfHead extends Pick<Draft, 'state' | 'until'> {
  readonly rewritten: Pick<Draft['rewritten'], 'at'>;
}

/**
 * How soon the head must decide: by the clock of the intake from the moment it was forwarded (P5, P30); a text that was
 * postponed is due on the working day of its return.
 */
export function headHaste(calendar: Calendar, { state, until, rewritten }: AskedOfHead, wanted: Wanted): Haste {
  const haste = hasteFrom(calendar, rewritten.at, wanted);
  if (state !== 'postponed' || until === null) return haste;
  const back = endOfService(calendar, until) === undefined ? nextWorkingDay(calendar, until) : until;
  const opens = new Date(serviceOf(calendar, back)[0]?.from ?? 0).toISOString();
  return { ...haste, due: dueBeforeLeaving(calendar, opens, endOfService(calendar, back) as Instant, wanted) };
}
