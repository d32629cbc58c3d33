/** Answers nobody has read, and the sendings they hold (P18, P38). Pure. */
import type { Draft } from '#shared/drafts/draft.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Request, UnreadAnswer } from '#shared/requests/request.ts';
import { sayTold } from '#shared/requests/told.ts';
import type { Job } from './job.ts';

/** States in which a sending can still be held: an e-mail that lies ready has not left either. */
const NOT_LEFT: readonly Job['state'][] = ['queued', 'deferred', 'held', 'delivering', 'toPost'];

/** What the head wrote before the decision she made in the app herself: she knew of it. */
const isSuperseded = (
  { fromHead, at }: UnreadAnswer,
  draft: Pick<Draft, 'approved' | 'approval'> | undefined,
): boolean => fromHead && draft?.approval?.way === 'app' && draft.approved !== null && at <= draft.approved.at;

/** The unread answers that count against a text: those of its office, and what the head wrote after deciding in the app. */
export const answersAgainst = (
  unread: Request['unread'],
  draft: Pick<Draft, 'approved' | 'approval'> | undefined,
): readonly UnreadAnswer[] => unread.filter((one) => !isSuperseded(one, draft));

/**
 * The unread answer that holds a sending; `undefined` where none does: it has left, or it is an emergency, which waits for
 * nobody. Of several the one that seems to take the request back comes first.
 */
export function answerHold(
  { state }: Pick<Job, 'state'>,
  draft: Pick<Draft, 'approved' | 'approval' | 'release'> | undefined,
  request: Pick<Request, 'unread'> | undefined,
): UnreadAnswer | undefined {
  if (!request || !NOT_LEFT.includes(state) || draft?.release?.way === 'emergenza') return undefined;
  const against = answersAgainst(request.unread, draft);
  return against.find(({ withdraws }) => withdraws) ?? against[0];
}

/** Why a sending does not leave: the problem `answer-holds`. */
export const heldByAnswer = ({ fromHead, withdraws, told }: UnreadAnswer): Problem => {
  const code = 'answer-holds';
  if (told !== undefined) {
    return {
      code,
      what: `È fermo: l’ufficio ha chiesto una correzione ${sayTold(told)}, e nessuno l’ha ripresa.`,
      remedy: 'Aprila: riprendi il testo con la correzione, oppure lascialo com’è e l’invio riprende da solo.',
    };
  }
  return {
    code,
    what: withdraws
      ? 'È fermo: l’ufficio ha scritto, e sembra ritirare la richiesta.'
      : `È fermo: ${fromHead ? 'il capo settore' : 'l’ufficio'} ha scritto, e nessuno ha letto la risposta.`,
    remedy: withdraws
      ? 'Leggi la risposta. Se la ritira, premi «Ritira la richiesta…»; se no, «Ho letto»: l’invio riprende da solo.'
      : 'Leggi la risposta e premi «Ho letto»: se non cambia niente, l’invio riprende da solo.',
  };
};
