import type { NewFact } from '../journal/fact.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
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

/** The request waits for others, in the words of who says so (P27); its clocks stand still. */
export function pause(request: Request, words: string): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  if (words.trim() === '') {
    return problem(
      'wait-unnamed',
      'Manca che cosa si aspetta.',
      'Scrivi chi deve fare che cosa, per esempio «Cultura pubblica la notizia».',
    );
  }
  const { missing } = request;
  return ok([requestFact('request.paused', `request/${request.id}`, { for: words.trim(), missing, letter: null })]);
}

/** The wait is over (P27). */
export function resume(request: Request): Decision {
  if (request.waiting) return ok([requestFact('request.resumed', `request/${request.id}`, {})]);
  return problem('not-waiting', 'La richiesta non è in attesa.', 'Aggiorna l’elenco delle richieste.');
}

/** The newest answer was read and changes nothing: also what seemed a withdrawal is none (P17, P18). */
export function seeAnswer(request: Request): readonly NewFact[] {
  if (request.news === null && request.withdrawal === null) return [];
  return [requestFact('request.answerSeen', `request/${request.id}`, {})];
}

const ANSWER = 'risposta dell’ufficio';

/** The office is asked for what is missing (P17): the letter is on record and the request waits for the answer. */
export function ask(request: Request, { messageId, letter }: PreparedLetter): Decision {
  const open = requireOpen(request);
  if (!open.ok) return open;
  const ent = `request/${request.id}`;
  return ok([
    requestFact('request.letterWritten', ent, { purpose: 'missing', messageId, letter }),
    requestFact('request.paused', ent, { for: ANSWER, missing: request.missing, letter: messageId }),
  ]);
}
