import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Context, requireRole } from '#shared/people/context.ts';
import { nameOf } from '#shared/people/roster.ts';
import { type RequestDataChange, requestFact } from './facts.ts';
import { nextRound, type Request } from './request.ts';

export type Decision = Result<readonly NewFact[], Problem>;

const ent = (request: Request): string => `request/${request.id}`;

/** The data names as people read them. */
export const MISSING_NAMES = { date: 'la data di invio', link: 'il link alla notizia', text: 'il testo' } as const;
const LIST = new Intl.ListFormat('it');

/** Whether the desk may still work on a request; the problems are `request-closed` and `request-forwarded`. */
export function requireOpen(request: Request): Result<void, Problem> {
  if (request.state === 'closed') {
    return problem({
      code: 'request-closed',
      what: `La richiesta è già chiusa come «${request.closed?.outcome ?? ''}».`,
      remedy: 'Se serve ancora, riaprila dall’elenco «Decise».',
    });
  }
  if (request.state === 'forwarded') {
    return problem({
      code: 'request-forwarded',
      what: 'La richiesta è già dal capo settore.',
      remedy: 'Aspetta la sua decisione, o chiedigli di restituirla.',
    });
  }
  return ok(undefined);
}

/** Taking charge (P2, P26): the first act on a request, never only opening it (P27). Taking what one already has changes nothing. */
export function takeCharge(request: Request, context: Context): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  const role = requireRole(context, 'operatore', 'prendere in carico una richiesta');
  if (!role.ok && !requireRole(context, 'capo settore', '').ok) return role;
  if (request.inCharge?.person === context.actor) return ok([]);
  return ok([requestFact('request.takenInCharge', ent(request), { round: nextRound(request) })]);
}

/** Giving the charge back (P27): whoever has it, as long as the desk works on the request. Problem `not-in-charge`. */
export function releaseCharge(request: Request, context: Context): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  const { inCharge } = request;
  if (inCharge?.person !== context.actor) {
    return problem({
      code: 'not-in-charge',
      what: inCharge
        ? `La richiesta è in carico a ${nameOf(context.roster, inCharge.person)}.`
        : 'La richiesta non è in carico a nessuno.',
      remedy: 'Guarda di nuovo la richiesta: intanto è cambiata.',
    });
  }
  return ok([requestFact('request.chargeReleased', ent(request), { round: inCharge.round })]);
}

/**
 * Confirming or changing data (P11, P14): what equals the present value is confirmed by being set. Where two desks set
 * them concurrently to different values, setting the data resolves the conflict.
 */
export function setData(request: Request, data: RequestDataChange, _context: Context): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  return ok(dataFacts(request, data));
}

/** What sets these data, whatever the state; nothing for none. It resolves the conflicts about them. */
export function dataFacts(request: Pick<Request, 'id' | 'conflicts'>, data: RequestDataChange): readonly NewFact[] {
  if (Object.keys(data).length === 0) return [];
  const resolved = request.conflicts.filter(({ field }) => field in data).flatMap(({ options }) => options);
  const body = resolved.length === 0 ? data : { ...data, settles: resolved.map(({ fact }) => fact) };
  return [requestFact('request.dataSet', `request/${request.id}`, body)];
}

/** Which line of the checklist each datum is looked at in: the reason of that line lets the request go on without it (P25). */
const LINE_OF = { date: 'data', link: 'link', text: 'bozza' } as const;

const answersOf = ({ answers }: Request): string[] => answers.map(({ mail }) => mail);

/** Nothing goes on over an answer that nobody has read (P18); the problem is `answer-unread`. */
function requireRead({ unread }: Pick<Request, 'unread'>): Result<void, Problem> {
  return unread.length === 0 ? ok(undefined) : err(UNREAD_ANSWER);
}

/** What stops an act as long as an answer is unread (P18, P38). */
export const UNREAD_ANSWER: Problem = {
  code: 'answer-unread',
  what: 'C’è una risposta che nessuno ha ancora letto.',
  remedy: 'Aprila nella richiesta, leggila e premi «Ho letto»: poi decidi.',
};

/**
 * Ending the intake (P26): only complete requests, only by who has them in charge. What is missing needs its `reasons`, by
 * line of the checklist.
 */
export function forward(
  request: Request,
  hash: string,
  context: Context,
  reasons: Readonly<Record<string, string>> = {},
): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  if (request.inCharge?.person !== context.actor) {
    const what = request.inCharge
      ? `La richiesta è in carico a ${nameOf(context.roster, request.inCharge.person)}.`
      : 'La richiesta non è in carico a nessuno.';
    return problem({ code: 'not-in-charge', what, remedy: 'Prendila in carico, poi inoltrala.' });
  }
  const missing = request.missing.filter((name) => !reasons[LINE_OF[name]]?.trim());
  if (missing.length > 0) {
    return problem({
      code: 'request-incomplete',
      what: `${missing.length === 1 ? 'Manca' : 'Mancano'} ${LIST.format(missing.map((name) => MISSING_NAMES[name]))}.`,
      remedy: 'Scrivi quello che manca, chiedilo all’ufficio, oppure scrivi perché va bene senza.',
    });
  }
  const unread = requireRead(request);
  if (!unread.ok) return unread;
  return ok([requestFact('request.forwarded', ent(request), { hash, read: answersOf(request) })]);
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
    return problem({
      code: 'reason-missing',
      what: 'Manca il motivo della decisione.',
      remedy: 'Scrivi perché: resta nel registro e serve per rispondere all’ufficio.',
    });
  }
  return ok([requestFact('request.closed', ent(request), { ...ending, read: answersOf(request) })]);
}

/** Back to the operator: the head returned the text, or a closing is taken back (P30). */
export function reopen(request: Request, why: string): readonly NewFact[] {
  return [requestFact('request.reopened', ent(request), { why })];
}
