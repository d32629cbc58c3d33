import type { NewFact } from '../journal/fact.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { type Context, requireRole } from '../people/context.ts';
import { nameOf } from '../people/roster.ts';
import { type RequestDataChange, requestFact } from './facts.ts';
import type { Request } from './request.ts';

type Decision = Result<readonly NewFact[], Problem>;

const ent = (request: Request): string => `request/${request.id}`;

/** The data names as people read them. */
export const MISSING_NAMES = { date: 'la data di invio', link: 'il link alla notizia', text: 'il testo' } as const;
const LIST = new Intl.ListFormat('it');

/** Whether the desk may still work on a request; the problems are `request-closed` and `request-forwarded`. */
export function requireOpen(request: Request): Result<void, Problem> {
  if (request.state === 'closed') {
    return problem(
      'request-closed',
      `La richiesta è già chiusa come «${request.closed?.outcome ?? ''}».`,
      'Se serve ancora, riaprila dall’elenco «Decise».',
    );
  }
  if (request.state === 'forwarded') {
    return problem(
      'request-forwarded',
      'La richiesta è già dal capo settore.',
      'Aspetta la sua decisione, o chiedigli di restituirla.',
    );
  }
  return ok(undefined);
}

/** Taking charge (P2, P26): the desk that opens a request to work on it. Taking what one already has changes nothing. */
export function takeCharge(request: Request, context: Context): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  const role = requireRole(context, 'operatore', 'prendere in carico una richiesta');
  if (!role.ok && !requireRole(context, 'capo settore', '').ok) return role;
  if (request.inCharge?.person === context.actor) return ok([]);
  const round = (request.inCharge?.round ?? 0) + 1;
  return ok([requestFact('request.takenInCharge', ent(request), { round })]);
}

/**
 * Confirming or changing data (P11, P14): what equals the present value is confirmed by being set. Where two desks said
 * different things, setting the data decides between them.
 */
export function setData(request: Request, data: RequestDataChange, _context: Context): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  if (Object.keys(data).length === 0) return ok([]);
  const settles = request.conflicts.filter(({ field }) => field in data).flatMap(({ options }) => options);
  const body = settles.length === 0 ? data : { ...data, settles: settles.map(({ fact }) => fact) };
  return ok([requestFact('request.dataSet', ent(request), body)]);
}

/** Forwarding to the head (P26): only complete requests, only by who has them in charge. */
export function forward(request: Request, hash: string, context: Context): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  if (request.inCharge?.person !== context.actor) {
    const message = request.inCharge
      ? `La richiesta è in carico a ${nameOf(context.roster, request.inCharge.person)}.`
      : 'La richiesta non è in carico a nessuno.';
    return problem('not-in-charge', message, 'Prendila in carico, poi inoltrala.');
  }
  if (request.missing.length > 0) {
    const names = LIST.format(request.missing.map((name) => MISSING_NAMES[name]));
    const verb = request.missing.length === 1 ? 'Manca' : 'Mancano';
    return problem('request-incomplete', `${verb} ${names}.`, 'Scrivi quello che manca, oppure chiedilo all’ufficio.');
  }
  return ok([requestFact('request.forwarded', ent(request), { hash })]);
}

/**
 * Ending a request without a notice (P16, P21, P26); every outcome needs its reason. What the office takes back ends also
 * when it is already with the head (P18).
 */
export function close(request: Request, ending: NonNullable<Request['closed']>, _context: Context): Decision {
  const open = requireOpen(request);
  const takenBack = ending.outcome === 'ritirata' && request.state === 'forwarded';
  if (!open.ok && !takenBack) return open;
  if (ending.why.trim() === '') {
    return problem(
      'reason-missing',
      'Manca il motivo della decisione.',
      'Scrivi perché: resta nel registro e serve per rispondere all’ufficio.',
    );
  }
  return ok([requestFact('request.closed', ent(request), ending)]);
}

/** Back to the operator: the head returned the text, or a closing is taken back (P30). */
export function reopen(request: Request, why: string): readonly NewFact[] {
  return [requestFact('request.reopened', ent(request), { why })];
}
