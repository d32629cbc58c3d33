import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { excerpt } from '#shared/kernel/text.ts';
import type { Context } from '#shared/people/context.ts';
import { requireOpen, takeCharge } from './decide.ts';
import { type RequestDataChange, requestFact } from './facts.ts';
import type { Request } from './request.ts';

const TITLE_LENGTH = 60;

/**
 * The two in the order in which they came: the first is the one that goes on. The same on every desk, whichever was joined
 * to which, so that two desks never let both of them end.
 */
export const inOrder = (one: Request, other: Request): readonly [kept: Request, joined: Request] => {
  const isFirst = one.receivedAt === other.receivedAt ? one.id < other.id : one.receivedAt < other.receivedAt;
  return isFirst ? [one, other] : [other, one];
};

/**
 * Two requests of different e-mails become one (P12): the earlier goes on with the `data` that stay, the later leads to it.
 * Problems: one of them is decided, or has an answer that nobody has read.
 */
export function joinApart(
  one: Request,
  other: Request,
  data: RequestDataChange,
  context: Context,
): Result<readonly NewFact[], Problem> {
  const [kept, joined] = inOrder(one, other);
  for (const request of [kept, joined]) {
    const open = requireOpen(request);
    if (!open.ok) return open;
  }
  if (joined.unread.length > 0) {
    return problem({
      code: 'answer-unread',
      what: `In «${excerpt(joined.title, TITLE_LENGTH)}» c’è una risposta che nessuno ha ancora letto.`,
      remedy: 'Aprila, leggila e premi «Ho letto»: poi unisci.',
    });
  }
  const isMine = joined.inCharge?.person === context.actor || one.inCharge?.person === context.actor;
  const charge = kept.inCharge === null && isMine ? takeCharge(kept, context) : ok([]);
  if (!charge.ok) return charge;
  const { mail, receivedAt, asked } = joined;
  const tookIn = { request: joined.id, mail, receivedAt, text: asked.text, data };
  return ok([
    requestFact('request.tookIn', `request/${kept.id}`, tookIn),
    requestFact('request.joined', `request/${joined.id}`, { into: kept.id }),
    ...charge.value,
  ]);
}

/** A request that went on with another one stands by itself again; the problem is `request-not-joined`. */
export function separate({ id, joinedInto }: Request): Result<readonly NewFact[], Problem> {
  if (joinedInto === undefined) {
    return problem({
      code: 'request-not-joined',
      what: 'Questa richiesta non è unita a un’altra.',
      remedy: 'Guarda di nuovo la richiesta: intanto è cambiata.',
    });
  }
  return ok([
    requestFact('request.separated', `request/${id}`, {}),
    requestFact('request.gaveBack', `request/${joinedInto}`, { request: id }),
  ]);
}
