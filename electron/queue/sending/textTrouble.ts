import type { DraftStore } from '#electron/drafts/store.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { bearsItsHash, isInConflict, isSettledText } from '#shared/drafts/decide.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Job } from '#shared/queue/job.ts';

const ALTERED: Problem = {
  code: 'text-altered',
  what: 'Il testo di questo invio non è quello approvato: è cambiato senza passare dall’app.',
  why: 'Così non parte, e non si copia per il gruppo.',
  remedy: 'Annulla l’invio, poi scegli «Rimanda a chi scrive»: il testo va controllato e approvato di nuovo.',
};
const TEXTS_IN_CONFLICT: Problem = {
  code: 'texts-differ',
  what: 'Due postazioni hanno approvato due testi diversi: non parte niente finché non si sceglie.',
  remedy: 'Il capo settore sceglie il testo in Approvazione: poi l’invio riprende da solo.',
};
const GIVEN_BACK: Problem = {
  code: 'text-given-back',
  what: 'Questo testo non è più quello approvato: è stato ritirato, oppure è tornato a chi scrive.',
  remedy: 'Guarda la richiesta. Quando il testo nuovo è approvato, entra in coda da solo.',
};

/** Whether the text of a sending was withdrawn or given back to who writes it. */
export const isTextGone = (drafts: Pick<DraftStore, 'get'>, job: Pick<Job, 'id' | 'notice'>): boolean =>
  textTrouble(drafts, job) === GIVEN_BACK;

/**
 * Why a sending cannot be trusted: its text, or the settled text it goes by, is not the one its hash was taken of. Somebody
 * wrote other words under the hash that was approved (P24).
 */
export function alteredTrouble(
  drafts: Pick<DraftStore, 'get'>,
  { id, notice }: Pick<Job, 'id' | 'notice'>,
): Problem | undefined {
  const draft = drafts.get(id);
  const settled = draft?.state === 'released' ? draft.rewritten : draft?.approved;
  const isWhole = bearsItsHash(notice, sha256) && (!settled || bearsItsHash(settled, sha256));
  return isWhole ? undefined : ALTERED;
}

/**
 * Why the text of a sending may not leave (P24): other words under the approved hash, approved concurrently with another
 * one, or no longer the approved one.
 */
export function textTrouble(drafts: Pick<DraftStore, 'get'>, job: Pick<Job, 'id' | 'notice'>): Problem | undefined {
  const { id, notice } = job;
  const altered = alteredTrouble(drafts, job);
  if (altered) return altered;
  const draft = drafts.get(id);
  if (draft && isInConflict(draft)) return TEXTS_IN_CONFLICT;
  return draft && isSettledText(draft, notice.hash) ? undefined : GIVEN_BACK;
}
