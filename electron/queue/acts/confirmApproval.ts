import { type Desk, type Done, unlocked } from '#electron/desk/desk.ts';
import { approvalDeskOf } from '#electron/queue/sending/approvalDesk.ts';
import { DELIVER } from '#electron/queue/sending/deliver.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { bindingNow, isBoundTo } from '#shared/people/bindings.ts';
import { confirmationWords } from '#shared/people/pin.ts';
import { nameOf } from '#shared/people/roster.ts';

/**
 * An approval from where the head is not bound is confirmed (P6): by the head from where she is, or by a person at another
 * desk who has it from her by telephone or e-mail (P38). Only then does the notice leave.
 */
export function confirmApproval(
  desk: Desk,
  { id, how, note }: { readonly id: string; readonly how: 'app' | 'telefono' | 'e-mail'; readonly note: string },
): Done {
  const approval = approvalDeskOf(desk, id);
  if (!approval?.isUnbound) {
    return problem({
      code: 'nothing-to-confirm',
      what: 'Questa approvazione non aspetta conferme.',
      remedy: 'Guarda la coda: dice come sta l’invio.',
    });
  }
  const kept = desk.act(({ actor, roster }) => {
    const head = nameOf(roster, approval.by);
    const dev = desk.journal.device();
    const binding = bindingNow(desk.journal.factsOf(`binding/${approval.by}`));
    const isHers = actor === approval.by && (!binding || isBoundTo(binding, { dev, account: desk.account }));
    if (how === 'app' && !isHers) {
      return problem({
        code: 'not-bound-here',
        what: `Qui non può confermare ${head}: la sua postazione è un’altra.`,
        remedy: `${head} conferma dalla sua postazione, o lo dice per telefono a chi è a una postazione diversa da quella che ha approvato.`,
      });
    }
    if (how !== 'app' && (dev === approval.dev || note.trim() === '')) {
      return problem(
        note.trim() === ''
          ? {
              code: 'reason-missing',
              what: 'Manca che cosa ha detto.',
              remedy: `Scrivi quando e come ${head} ha confermato.`,
            }
          : {
              code: 'same-desk',
              what: 'È la stessa postazione da cui viene l’approvazione: da qui non si può confermare.',
              remedy: 'Registra la conferma da un’altra postazione.',
            },
      );
    }
    const ent = `draft/${id}`;
    const said = { fact: approval.fact, way: how, note: note.trim() };
    if (how !== 'app') return ok([draftFact('draft.confirmed', ent, said)]);
    const proof = desk.pin.sign(actor, confirmationWords({ ent, fact: approval.fact, person: actor, dev }));
    const proved = { ...said, account: desk.account, ...(proof === undefined ? {} : { proof }) };
    return unlocked(desk, ok([draftFact('draft.confirmed', ent, proved)]));
  });
  if (kept.ok) desk.outbox.hurry([DELIVER]);
  return kept;
}
