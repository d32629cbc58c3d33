import type { ShareState } from '#shared/journal/shareState.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Route } from '#shared/people/profile/routes.ts';

/** From which desk the notices of a route leave: this one, another by its name, none; or some desk has not told yet. */
export type Serving =
  | { readonly by: 'this' }
  | { readonly by: 'other'; readonly name: string; readonly isThere: boolean }
  | { readonly by: 'nobody' }
  | { readonly by: 'unknown' };

/** Which desk serves a route, by what the desks tell of themselves (P33): one that is there before one that is not. */
export function servingOf(route: Route, { state, desks }: Pick<ShareState, 'state' | 'desks'>): Serving {
  const taking = desks.filter(({ revoked }) => !revoked);
  const serving = taking.filter(({ serves }) => serves?.includes(route));
  if (serving.some(({ isThis }) => isThis)) return { by: 'this' };
  const other = serving.find(({ isThere }) => isThere) ?? serving[0];
  if (other) return { by: 'other', name: other.name || 'una postazione senza nome', isThere: other.isThere };
  // One that never gave a sign of life sends nothing either.
  const hasNotTold = taking.some(({ serves, seenAt }) => serves === null && seenAt !== null);
  return { by: state !== 'connected' || hasNotTold ? 'unknown' : 'nobody' };
}

/** Nobody chose the folder from which the notices of this way leave: on none of the desks. */
const NOWHERE: Problem = {
  code: 'route-served-nowhere',
  what: 'Questo invio non parte da nessuna postazione: su nessuna è scelta la cartella da cui esce.',
  remedy: 'Scegli la cartella su una postazione che resta accesa, nelle Impostazioni, in Cartelle.',
};
const UNKNOWN: Problem = {
  code: 'route-not-here',
  what: 'Questo invio parte da un’altra postazione: qui non è scelta la cartella da cui esce.',
  remedy: 'Tieni accesa la postazione che invia, o scegli la cartella anche qui, nelle Impostazioni.',
};

/** Why a notice does not leave from this desk, and what to do; `undefined` when it does. */
export function notFromHere(serving: Serving): Problem | undefined {
  if (serving.by === 'this') return undefined;
  if (serving.by === 'nobody') return NOWHERE;
  if (serving.by === 'unknown') return UNKNOWN;
  const { name, isThere } = serving;
  return {
    code: 'route-not-here',
    what: `Questo invio parte da «${name}»${isThere ? '' : ', che adesso non si vede'}.`,
    remedy: `${isThere ? 'Tieni accesa' : 'Accendi'} quella postazione, o scegli la cartella anche qui, nelle Impostazioni.`,
  };
}
