/** One thing to be known of the exchange between the desks, and the words they share. Pure. */

import type { Mark, ProblemTone } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import type { ShareView } from '#shared/service/share.ts';

export interface ShareConcern {
  readonly id: string;
  /** In the status bar; null for what needs no look now. */
  readonly short: string | null;
  readonly tone: ProblemTone;
  readonly sign?: Mark;
  /** What happened, without a full stop. */
  readonly heading: string;
  /** Why and what is safe, then what to do. */
  readonly lines: readonly string[];
}

/** What there is to say of one side of the exchange, or nothing. */
export type ConcernOf = (share: ShareView, today: Day) => ShareConcern | undefined;

/** `3 modifiche da condividere`. */
export const sayWaiting = (count: number): string => `${plural(count, 'modifica', 'modifiche')} da condividere`;

/** `09:32` for today, else `ieri alle 09:32`. */
export const sayExchange = (at: string, today: Day): string =>
  romeOf(at).day === today ? romeOf(at).time : sayMomentAt(at, today);

/** ` dalle 09:32`, ` da ieri alle 09:32`. */
export const saySince = (at: string, today: Day): string =>
  romeOf(at).day === today ? ` dalle ${romeOf(at).time}` : ` da ${sayMomentAt(at, today)}`;
