/** What the office corrects by word of mouth, and how it is taken over (P17, P18). Pure. */
import type { NewFact } from '#shared/journal/fact.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import { dataFacts } from './decide.ts';
import { type Answer, type Correction, type RequestDataChange, requestFact } from './facts.ts';
import type { Request } from './request.ts';
import { seeAnswer } from './waiting.ts';

type Decision = Result<readonly NewFact[], Problem>;

/** The id of what was told, among the answers of a request: they have the one of their e-mail. */
export const toldId = (fact: string): string => `told-${fact}`;

/** What the office wants, in words: `giorno giovedì 5 marzo alle 10:00, link …`; empty where it only left a note. */
export function sayWanted({ sendDate, sendTime, link }: Pick<Answer, 'sendDate' | 'sendTime' | 'link'>): string {
  const hour = sendTime === null ? '' : ` alle ${sendTime}`;
  return [
    ...(sendDate === null ? [] : [`giorno di invio ${sayDay(sendDate)}${hour}`]),
    ...(link === null ? [] : [`link ${link}`]),
  ].join(', ');
}

/**
 * A person notes what the office corrected by telephone or in person, at any stage before the sending (P18): it holds the
 * sending until somebody takes it over or puts it aside. Problems `request-closed`, `correction-empty`, `moment-impossible`.
 */
export function tellCorrection(request: Request, correction: Correction, { now }: Pick<Context, 'now'>): Decision {
  const { told, says, note } = correction;
  if (request.state === 'closed') {
    return problem({
      code: 'request-closed',
      what: `La richiesta è già chiusa come «${request.closed?.outcome ?? ''}»: non c’è niente da correggere.`,
      remedy: 'Se serve ancora, riaprila dall’elenco «Decise», poi scrivi la correzione.',
    });
  }
  if (sayWanted(says) === '' && note.trim() === '') {
    return problem({
      code: 'correction-empty',
      what: 'Manca che cosa cambia.',
      remedy: 'Scrivi il giorno o il link nuovo, oppure che cosa va cambiato nel testo.',
    });
  }
  if (told.at > now) {
    return problem({
      code: 'moment-impossible',
      what: 'L’ufficio non può averlo detto nel futuro.',
      remedy: 'Correggi il giorno e l’ora in cui l’ha detto.',
    });
  }
  return ok([requestFact('request.correctionTold', `request/${request.id}`, { told, says, note: note.trim() })]);
}

/** What an answer says of the data of a request, as a change of them. */
function changeIn({ sendDate, sendTime, link }: Answer): RequestDataChange {
  return {
    ...(sendDate === null ? {} : { sendDate }),
    ...(sendTime === null ? {} : { sendTime }),
    ...(link === null ? {} : { link }),
  };
}

/**
 * What one unread answer says becomes the data of its request, and it is read (P17); the problem is `answer-read`. That its
 * text goes back to who writes it is for the words to the right.
 */
export function takeOverAnswer(
  { id, answers, unread, conflicts }: Pick<Request, 'id' | 'answers' | 'unread' | 'conflicts'>,
  mail: string,
): Decision {
  const answer = answers.find((one) => one.mail === mail);
  if (!answer || !unread.some((one) => one.mail === mail)) {
    return problem({
      code: 'answer-read',
      what: 'Questa risposta l’ha già letta qualcuno.',
      remedy: 'Guarda la richiesta: se serve ancora, cambia i dati a mano.',
    });
  }
  return ok([...dataFacts({ id, conflicts }, changeIn(answer.says)), ...seeAnswer({ id, unread }, [mail])]);
}
