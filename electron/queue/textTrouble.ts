import type { DraftStore } from '#electron/drafts/store.ts';
import { isDisputed, isSettledText } from '#shared/drafts/decide.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Job } from '#shared/queue/job.ts';

const DISPUTED: Problem = {
  code: 'texts-differ',
  message: 'Due postazioni hanno approvato due testi diversi: non parte niente finché non si sceglie.',
  remedy: 'Il capo settore sceglie il testo in Approvazione: poi l’invio riprende da solo.',
};
const GIVEN_BACK: Problem = {
  code: 'text-given-back',
  message: 'Questo testo non è più quello approvato: è stato ritirato, oppure è tornato a chi scrive.',
  remedy: 'Guarda la richiesta. Quando il testo nuovo è approvato, entra in coda da solo.',
};

/** Whether the text of a sending was withdrawn or given back to who writes it. */
export const isTextGone = (drafts: DraftStore, job: Pick<Job, 'id' | 'notice'>): boolean =>
  textTrouble(drafts, job) === GIVEN_BACK;

/** Why the text of a sending may not leave (P24): approved apart from another one, or no longer the approved one. */
export function textTrouble(drafts: DraftStore, { id, notice }: Pick<Job, 'id' | 'notice'>): Problem | undefined {
  const draft = drafts.get(id);
  if (draft && isDisputed(draft)) return DISPUTED;
  return draft && isSettledText(draft, notice.hash) ? undefined : GIVEN_BACK;
}
