import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk } from '#electron/people/desk.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { withdrawDraft } from '#shared/drafts/decide.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { LETTER, letterPayloadSchema } from '#shared/outbox/letter.ts';
import { reopen } from '#shared/requests/decide.ts';
import { letterPurposeSchema, requestFact } from '#shared/requests/facts.ts';
import type { DraftStore } from './store.ts';

const nothingToUndo = (): Result<never, Problem> =>
  problem('nothing-to-undo', 'Questo passo non si può annullare.', 'Aggiorna l’elenco e guarda a che punto è.');

const alreadyLeft = (): Result<never, Problem> =>
  problem(
    'already-left',
    'La e-mail è già partita: non si può più annullare.',
    'Se era sbagliata, scrivi un’altra e-mail a chi l’ha ricevuta.',
  );

const alreadyDecided = (): Result<never, Problem> =>
  problem(
    'already-decided',
    'Il capo settore ha già deciso su questo testo: l’inoltro non si può più annullare.',
    'Guarda la sua decisione nella richiesta.',
  );

/**
 * Takes a letter back before it leaves (L1), with the act it belongs to: what was asked is no longer asked, what was
 * closed is open again, what was forwarded is on the operator's desk. Both happen in one moment, or neither.
 */
export function undoLetter(
  desk: Desk,
  { requests, drafts }: { readonly requests: RequestStore; readonly drafts: DraftStore },
  effectId: string,
): Result<Record<string, never>, Problem> {
  const effect = desk.outbox.get(effectId);
  if (effect?.kind !== LETTER) return nothingToUndo();
  if (effect.state === 'done' || effect.state === 'running') return alreadyLeft();
  if (effect.state !== 'waiting') return nothingToUndo();
  const { messageId, about } = letterPayloadSchema.parse(effect.payload);
  const request = requests.get(about.request);
  const context = desk.context();
  if (!request) return nothingToUndo();
  if (!context.ok) return context;
  const ent = `request/${request.id}`;
  const facts: NewFact[] = [requestFact('request.letterUndone', ent, { messageId })];
  const purpose = letterPurposeSchema.parse(about.purpose);
  if (purpose === 'forward') {
    const draft = drafts.get(request.id);
    if (draft?.state !== 'waiting') return alreadyDecided();
    facts.push(requestFact('request.forwardUndone', ent, {}), ...withdrawDraft(draft, 'Inoltro annullato.'));
  } else if (purpose !== 'missing' && request.state === 'closed') {
    facts.push(...reopen(request, 'Chiusura annullata subito dopo.'));
  }
  const { actor } = context.value;
  const kept = storageResult(() => {
    desk.journal.append(facts, { actor, also: () => desk.outbox.cancel(effectId) });
  });
  return kept.ok ? ok({}) : kept;
}
