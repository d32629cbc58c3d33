import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { withdrawDraft } from '#shared/drafts/decide.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { LETTER, letterPayloadSchema } from '#shared/outbox/letter.ts';
import { reopen } from '#shared/requests/decide.ts';
import { letterPurposeSchema, requestFact } from '#shared/requests/facts.ts';
import type { DraftStore } from './store.ts';

const nothingToUndo = (): Result<never, Problem> =>
  problem({
    code: 'nothing-to-undo',
    what: 'Questo passo non si può annullare.',
    remedy: 'Aggiorna l’elenco e guarda a che punto è.',
  });

const alreadyLeft = (): Result<never, Problem> =>
  problem({
    code: 'already-left',
    what: 'La e-mail è già partita: non si può più annullare.',
    remedy: 'Se era sbagliata, scrivi un’altra e-mail a chi l’ha ricevuta.',
  });

const alreadyDecided = (): Result<never, Problem> =>
  problem({
    code: 'already-decided',
    what: 'Il capo settore ha già deciso su questo testo: l’inoltro non si può più annullare.',
    remedy: 'Guarda la sua decisione nella richiesta.',
  });

/**
 * Takes a letter back before it leaves (L1), with the act it belongs to: what was asked is no longer asked, what was
 * closed is open again, what was forwarded is on the operator's desk. Both happen in one moment, or neither.
 */
export function undoLetter(
  desk: Desk,
  { requests, drafts }: { readonly requests: RequestStore; readonly drafts: DraftStore },
  effectId: string,
): Done {
  const effect = desk.outbox.get(effectId);
  if (effect?.kind !== LETTER || !effect.isReadable) return nothingToUndo();
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
  return storageResult(() => {
    desk.journal.append(facts, { actor, also: () => desk.outbox.cancel(effectId) });
    return {};
  });
}
