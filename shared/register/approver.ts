import { sayDayAndYear } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';

/** Who wrote down an approval given away from the app, and how it was given (P38). */
export interface ApprovedElsewhere {
  readonly way: 'telefono' | 'e-mail';
  /** By name. */
  readonly by: string;
  /** Null where a former version did not keep it. */
  readonly at: Instant | null;
}

/** `per telefono, lo scrive Marta Bellin giovedì 5 marzo 2026 alle 09:12`: never as the head's own press (P38). */
function sayRecorded({ way, by, at }: ApprovedElsewhere): string {
  if (at === null) return `per ${way}, lo scrive ${by}`;
  const { day, time } = romeOf(at);
  return `per ${way}, lo scrive ${by} ${sayDayAndYear(day)} alle ${time}`;
}

/** Who approved: the name alone only for a press of her own. */
export const sayApprover = (name: string, elsewhere: ApprovedElsewhere | null): string =>
  elsewhere === null ? name : `${name} ${sayRecorded(elsewhere)}`;
