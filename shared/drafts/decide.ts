import { z } from 'zod';
import type { NewFact, Sha256 } from '#shared/journal/fact.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import { type Context, requireRole } from '#shared/people/context.ts';
import type { Request } from '#shared/requests/request.ts';
import type { Draft } from './draft.ts';
import { type CheckLine, draftFact, type HeardFrom } from './facts.ts';

type Decision = Result<readonly NewFact[], Problem>;

/**
 * The hash an approval is bound to (P24): of the text in its one normal form, version 1. That form is frozen: approvals
 * and sendings on record are bound to it, and are recomputed before anything leaves.
 */
export function textHash(text: string, sha256: Sha256): string {
  return sha256(normaliseText(text));
}

/** Whether a text is the one its hash was taken of: what a fact says of itself is not believed (P24). */
export const bearsItsHash = (
  { text, hash }: { readonly text: string; readonly hash: string },
  sha256: Sha256,
): boolean => textHash(text, sha256) === hash;

/** What is said of a text that waits for the head and is not the one its hash was taken of. */
export const ALTERED_TEXT: Problem = {
  code: 'text-altered',
  what: 'Il testo inoltrato non è quello che è stato controllato: è cambiato senza passare dall’app.',
  why: 'Così non si può approvare.',
  remedy: 'Il capo settore lo restituisce a chi l’ha scritto, che lo ricontrolla e lo inoltra di nuovo.',
};

/** What the operator sends to the head. */
export interface Forwarding {
  readonly text: string;
  readonly checks: readonly CheckLine[];
  readonly pack: string;
  readonly to: string;
}

/** Forwarding the rewritten text (P24–P26): what is to be corrected needs a correction or a reason. */
export function forwardDraft(request: Request, forwarding: Forwarding, { sha256 }: Context): Decision {
  const { text, checks, pack, to } = forwarding;
  if (text.trim() === '') {
    return problem({
      code: 'text-empty',
      what: 'Il testo da inoltrare è vuoto.',
      remedy: 'Scrivi il testo dell’avviso, poi inoltralo.',
    });
  }
  const failed = failedCheck(checks);
  if (failed) return err(failed);
  const body = { asked: request.asked.text, text, hash: textHash(text, sha256), checks: [...checks], pack, to };
  return ok([draftFact('draft.forwarded', `draft/${request.id}`, body)]);
}

/** Whether two desks approved different texts concurrently: the head decides once more (G9). */
export const isInConflict = ({ state, conflicts }: Pick<Draft, 'state' | 'conflicts'>): boolean =>
  state === 'approved' && conflicts.length > 0;

/** Whether the text still waits for the head's decision; the problem is `already-decided`. */
export function requireWaiting(draft: Draft): Result<void, Problem> {
  if (draft.state === 'waiting' || draft.state === 'postponed' || isInConflict(draft)) return ok(undefined);
  return problem({
    code: 'already-decided',
    what: 'Su questo testo c’è già una decisione.',
    remedy: 'Aggiorna l’elenco: mostra i testi che aspettano ancora.',
  });
}

/** What the head approves: the text seen, or a changed one (P30). */
export interface Approval {
  /** Hash of the text that was on screen: an approval is never of a text nobody saw. */
  readonly seen: string;
  readonly text: string;
  /** The account of the operating system it is given under, where the head is bound to accounts. */
  readonly account?: string;
  /** The proof that the head typed her PIN, for the hash of the text. */
  readonly proof?: (hash: string) => string | undefined;
  /** The checks of the text, made anew where the head changed it (P30). */
  readonly checked?: { readonly checks: readonly CheckLine[]; readonly pack: string } | undefined;
}

/** Why a text may not go on: a line of the checklist that fails and has no reason (P25); `undefined` when it may. */
export function failedCheck(checks: readonly CheckLine[]): Problem | undefined {
  const failed = checks.find(({ outcome, why }) => outcome === 'da correggere' && !why?.trim());
  return (
    failed && {
      code: 'check-failed',
      what: `C’è ancora qualcosa da correggere: ${failed.detail}.`,
      remedy: 'Correggi, oppure scrivi perché va bene così: il motivo resta nella richiesta.',
    }
  );
}

/** Whether a text may leave as the one with this hash: approved, or released without approval, and not changed since (P24). */
export function isSettledText({ state, approved, rewritten }: Draft, hash: string): boolean {
  if (state === 'approved') return approved?.hash === hash;
  return state === 'released' && rewritten.hash === hash;
}

/** Names the texts in conflict that an act decides between; nothing where there is none. */
const resolvedConflicts = ({ conflicts }: Draft): { settles?: string[] } =>
  conflicts.length === 0 ? {} : { settles: conflicts.map(({ fact }) => fact) };

/** Nobody approves what he or she wrote, where the municipality forbids it (P30). */
export function requireSecondPerson(writer: string, by: string, { profile }: Context): Result<void, Problem> {
  if (!profile.forbidOnePerson || writer !== by) return ok(undefined);
  return problem({
    code: 'one-person-forbidden',
    what: 'Questo testo lo ha scritto chi lo approverebbe: il Comune ha vietato che lo faccia una sola persona.',
    remedy:
      'Restituiscilo, e fallo riscrivere e inoltrare a un’altra persona. La regola si cambia in Impostazioni › Comune › Una sola persona.',
  });
}

/** Approval by the head (P24, P30), bound to the hash of the text; of texts in conflict, the one seen is chosen. */
export function approve(
  draft: Draft,
  { seen, text, account, checked, proof = () => undefined }: Approval,
  context: Context,
): Decision {
  const waiting = requireWaiting(draft);
  if (!waiting.ok) return waiting;
  const role = requireRole(context, 'capo settore', 'approvare');
  if (!role.ok) return role;
  const chosen = draft.conflicts.find(({ hash }) => hash === seen);
  const second = requireSecondPerson((chosen ?? draft.rewritten).by, context.actor, context);
  if (!second.ok) return second;
  if (!bearsItsHash(chosen ?? draft.rewritten, context.sha256)) return err(ALTERED_TEXT);
  if (seen !== draft.rewritten.hash && !chosen) {
    return problem({
      code: 'text-changed',
      what: 'Il testo è cambiato dopo che l’hai aperto.',
      remedy: 'Rileggi il testo nuovo, poi approvalo.',
    });
  }
  if (text.trim() === '') {
    return problem({
      code: 'text-empty',
      what: 'Il testo da approvare è vuoto.',
      remedy: 'Scrivi il testo, oppure restituiscilo.',
    });
  }
  const hash = textHash(text, context.sha256);
  const proved = proof(hash);
  const failed = checked && failedCheck(checked.checks);
  if (failed) return err(failed);
  const body = {
    text,
    hash,
    way: 'app' as const,
    note: '',
    ...(account === undefined ? {} : { account }),
    ...(proved === undefined ? {} : { proof: proved }),
    ...(checked ? { checks: [...checked.checks], pack: checked.pack } : {}),
    ...resolvedConflicts(draft),
    ...(chosen ? { chosen: chosen.fact } : {}),
  };
  return ok([draftFact('draft.approved', `draft/${draft.id}`, body)]);
}

/** The text is no longer asked of the head (P18): nothing for one that is not there, or was not decided in its favour. */
export function withdrawDraft(draft: Draft | undefined, why: string): readonly NewFact[] {
  const gone = !draft || draft.state === 'withdrawn' || draft.state === 'returned' || draft.state === 'refused';
  return gone ? [] : [draftFact('draft.withdrawn', `draft/${draft.id}`, { why, ...resolvedConflicts(draft) })];
}

/**
 * A text that was to leave goes back to who writes it (P31): it needs its approval again. Problems `text-not-settled`, and
 * `emergency-text` because an emergency has no time for it.
 */
export function giveBack(draft: Draft, why: string): Decision {
  if (draft.state !== 'approved' && draft.state !== 'released') {
    return problem({
      code: 'text-not-settled',
      what: 'Questo testo è già tornato a chi scrive, oppure è stato ritirato.',
      remedy: 'Guarda la richiesta: lì c’è il testo da correggere.',
    });
  }
  if (draft.release?.way === 'emergenza') {
    return problem({
      code: 'emergency-text',
      what: 'Il testo di un’emergenza non torna indietro.',
      remedy: 'Annulla questo invio e scrivi una nuova emergenza con il testo corretto.',
    });
  }
  return ok([draftFact('draft.returned', `draft/${draft.id}`, { why, ...resolvedConflicts(draft) })]);
}

/** How the head does not approve (P30): gives the text back, does not select it, or puts it off. */
export const declineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('returned'), why: z.string() }),
  z.object({ kind: z.literal('refused'), why: z.string() }),
  z.object({ kind: z.literal('postponed'), why: z.string(), until: daySchema }),
]);
export type Decline = z.infer<typeof declineSchema>;

/** The head does not approve; every way needs its reason (P30). */
export function decline(draft: Draft, how: Decline, context: Context): Decision {
  const waiting = requireWaiting(draft);
  if (!waiting.ok) return waiting;
  const role = requireRole(context, 'capo settore', 'decidere su questo testo');
  return role.ok ? declineFacts(draft, how) : role;
}

/** The facts of a decision that is not an approval, `elsewhere` where somebody else writes it down (P30, P38). */
export function declineFacts(draft: Draft, how: Decline, elsewhere?: HeardFrom): Decision {
  if (how.why.trim() === '') {
    return problem({
      code: 'reason-missing',
      what: 'Manca il motivo della decisione.',
      remedy: 'Scrivi perché: chi ha preparato il testo deve poterlo leggere.',
    });
  }
  const ent = `draft/${draft.id}`;
  const heard = elsewhere ? { elsewhere } : {};
  const why = how.why.trim();
  if (how.kind === 'postponed') return ok([draftFact('draft.postponed', ent, { until: how.until, why, ...heard })]);
  return ok([draftFact(`draft.${how.kind}`, ent, { why, ...resolvedConflicts(draft), ...heard })]);
}
