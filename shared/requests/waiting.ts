import type { NewFact } from '#shared/journal/fact.ts';
import type { Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Calendar, nextWorkingDay } from '#shared/kernel/workdays.ts';
import { requireOpen } from './decide.ts';
import { requestFact } from './facts.ts';
import type { Request } from './request.ts';

type Decision = Result<readonly NewFact[], Problem>;

/** A prepared letter, as the facts know it. */
export interface PreparedLetter {
  readonly messageId: string;
  /** Blob of its words. */
  readonly letter: string;
}

/** The day on which a pause ends by itself when nobody chooses another: the next working day (P17). */
export const wakeDay = (calendar: Calendar, now: Instant): Day => nextWorkingDay(calendar, romeOf(now).day);

/** The day on which the wait for an office's answer ends by itself: it has a working day for it, as the desk has (P17). */
export const answerDay = (calendar: Calendar, now: Instant): Day => nextWorkingDay(calendar, wakeDay(calendar, now));

/** A pause ends on a day that has still to come; the problem is `wake-past`. */
function requireAhead(until: Day, now: Instant): Result<void, Problem> {
  if (until > romeOf(now).day) return ok(undefined);
  return problem({
    code: 'wake-past',
    what: 'Il giorno in cui la richiesta riprende è già passato.',
    remedy: 'Scegli un giorno da domani in poi.',
  });
}

/** The request waits for others until a day, in the words of who says so (P17, P27); its clocks stand still. */
export function pause(
  request: Request,
  { words, until }: { readonly words: string; readonly until: Day },
  now: Instant,
): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  if (words.trim() === '') {
    return problem({
      code: 'wait-unnamed',
      what: 'Manca che cosa si aspetta.',
      remedy: 'Scrivi chi deve fare che cosa, per esempio «Cultura pubblica la notizia».',
    });
  }
  const ahead = requireAhead(until, now);
  if (!ahead.ok) return ahead;
  const body = { for: words.trim(), missing: request.missing, letter: null, until };
  return ok([requestFact('request.paused', `request/${request.id}`, body)]);
}

/** The request wakes by itself when its day has come (P17); nothing before it, or when it does not wait. */
export function wake({ id, waiting }: Pick<Request, 'id' | 'waiting'>, today: Day): readonly NewFact[] {
  const until = waiting?.until ?? null;
  return until === null || until > today ? [] : [requestFact('request.woke', `request/${id}`, { until })];
}

/** The wait is over (P27). */
export function resume(request: Request): Decision {
  if (request.waiting) return ok([requestFact('request.resumed', `request/${request.id}`, {})]);
  return problem({
    code: 'not-waiting',
    what: 'La richiesta non è in attesa.',
    remedy: 'Aggiorna l’elenco delle richieste.',
  });
}

/**
 * The answers were read, these or all there are, and nothing follows from them by itself: also what seemed a withdrawal is
 * none (P17, P18). Nothing where nothing of it was unread.
 */
export function seeAnswer(
  { id, unread }: Pick<Request, 'id' | 'unread'>,
  mails?: readonly string[],
): readonly NewFact[] {
  const known = unread.map(({ mail }) => mail).filter((mail) => mails?.includes(mail) ?? true);
  return known.length === 0 ? [] : [requestFact('request.answerSeen', `request/${id}`, { mails: known })];
}

const ANSWER = 'risposta dell’ufficio';

/** The office is asked for what is missing (P17): the letter is on record and the request waits for the answer, until a day. */
export function ask(request: Request, { messageId, letter }: PreparedLetter, until: Day, now: Instant): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  const ahead = requireAhead(until, now);
  if (!ahead.ok) return ahead;
  const ent = `request/${request.id}`;
  return ok([
    requestFact('request.letterWritten', ent, { purpose: 'missing', messageId, letter }),
    requestFact('request.paused', ent, { for: ANSWER, missing: request.missing, letter: messageId, until }),
  ]);
}
