import type { Desk } from '#electron/desk/desk.ts';
import { standing } from '#shared/drafts/draft.ts';
import { draftFacts } from '#shared/drafts/facts.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { bindingAt, isBoundTo } from '#shared/people/bindings.ts';
import { approvalWords, confirmationWords } from '#shared/people/pin.ts';
import { nameOf } from '#shared/people/roster.ts';

type DraftFact = FactOf<typeof draftFacts>;
type Approved = Extract<DraftFact, { type: 'draft.approved' }>;

/** An approval given in the app: by whom, and on which desk. */
export interface ApprovalDesk {
  /** Hash of its fact. */
  readonly fact: string;
  readonly by: string;
  readonly dev: string;
  /** It came from where its person is not bound, or without her PIN, and nobody has confirmed it: it must not leave (P6). */
  readonly isUnbound: boolean;
  /** It is the proof of her PIN that it lacks. */
  readonly lacksPin: boolean;
}

const read = (raw: Fact): DraftFact | undefined => readFact(draftFacts, raw);

/** Whether the head confirms an approval from where she is bound, or a person at another desk has it from her by telephone. */
function confirms({ journal, pin }: Desk, approval: Approved, raw: Fact): boolean {
  const fact = read(raw);
  if (fact?.type !== 'draft.confirmed' || fact.body.fact !== approval.h) return false;
  if (fact.body.way !== 'app') return fact.dev !== approval.dev;
  const binding = bindingAt(journal.factsOf(`binding/${approval.actor}`), fact);
  const { ent, actor: person, dev } = fact;
  const words = confirmationWords({ ent, fact: approval.h, person, dev });
  return (
    fact.actor === approval.actor &&
    pin.isProved(fact, words, fact.body.proof) &&
    (!binding || isBoundTo(binding, { dev: fact.dev, account: fact.body.account }))
  );
}

/** The approval a notice leaves by, when the head gave it in the app; else `undefined`. */
export function approvalDeskOf(desk: Desk, id: string): ApprovalDesk | undefined {
  const facts = standing(desk.journal.factsOf(`draft/${id}`));
  const approval = facts.map(read).findLast((fact) => fact?.type === 'draft.approved');
  if (approval?.type !== 'draft.approved' || approval.body.way !== 'app') return undefined;
  const { actor: by, dev, h, body } = approval;
  const binding = bindingAt(desk.journal.factsOf(`binding/${by}`), approval);
  const isElsewhere = binding !== undefined && !isBoundTo(binding, { dev, account: body.account });
  const words = approvalWords({ ent: approval.ent, hash: body.hash, person: by, dev });
  const isPinMissing = !desk.pin.isProved(approval, words, body.proof);
  const isUnbound = (isElsewhere || isPinMissing) && !facts.some((raw) => confirms(desk, approval, raw));
  return { fact: h, by, dev, isUnbound, lacksPin: isUnbound && isPinMissing };
}

/** Why a notice must not leave although it is approved: nobody has confirmed that its approval came from the head. */
export function approvalTrouble(desk: Desk, id: string, deskName: (dev: string) => string | null): Problem | undefined {
  const approval = approvalDeskOf(desk, id);
  if (!approval?.isUnbound) return undefined;
  const name = nameOf(desk.roster(), approval.by);
  const from = deskName(approval.dev);
  const why = `L’approvazione viene da ${from === null ? 'una postazione senza nome' : `«${from}»`}.`;
  if (approval.lacksPin) {
    return {
      code: 'approval-without-pin',
      what: `È fermo: risulta approvato da ${name}, ma senza il suo PIN.`,
      why,
      remedy: `${name} la conferma con il suo PIN; oppure, se l’ha detto per telefono o per e-mail, lo registra chi è a un’altra postazione. Si fa da Oggi.`,
    };
  }
  return {
    code: 'approval-unbound',
    what: `È fermo: risulta approvato da una postazione non legata a ${name}.`,
    why,
    remedy: `${name} la conferma dalla sua postazione; oppure, se l’ha detto per telefono o per e-mail, lo registra chi è a un’altra postazione. Si fa da Oggi.`,
  };
}
