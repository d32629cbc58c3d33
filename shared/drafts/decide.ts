import { z } from 'zod';
import type { NewFact, Sha256 } from '../journal/fact.ts';
import { daySchema } from '../kernel/day.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { normaliseText } from '../kernel/text.ts';
import { type Context, requireRole } from '../people/context.ts';
import type { Request } from '../requests/request.ts';
import type { Draft } from './draft.ts';
import { type CheckLine, draftFact } from './facts.ts';

type Decision = Result<readonly NewFact[], Problem>;

/** The hash an approval is bound to (P24): of the text in its one normal form. */
export function textHash(text: string, sha256: Sha256): string {
  return sha256(normaliseText(text));
}

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
    return problem('text-empty', 'Il testo da inoltrare è vuoto.', 'Scrivi il testo dell’avviso, poi inoltralo.');
  }
  const stopping = checks.find(({ outcome, why }) => outcome === 'da correggere' && !why?.trim());
  if (stopping) {
    return problem(
      'check-failed',
      `C’è ancora qualcosa da correggere: ${stopping.detail}.`,
      'Correggi, oppure scrivi perché va bene così: il motivo resta nella richiesta.',
    );
  }
  const body = { asked: request.asked.text, text, hash: textHash(text, sha256), checks: [...checks], pack, to };
  return ok([draftFact('draft.forwarded', `draft/${request.id}`, body)]);
}

function requireWaiting(draft: Draft): Result<void, Problem> {
  if (draft.state === 'waiting' || draft.state === 'postponed') return ok(undefined);
  return problem(
    'already-decided',
    'Su questo testo c’è già una decisione.',
    'Aggiorna l’elenco: mostra i testi che aspettano ancora.',
  );
}

/** What the head approves: the text seen, or a changed one (P30). */
export interface Approval {
  /** Hash of the text that was on screen: an approval is never of a text nobody saw. */
  readonly seen: string;
  readonly text: string;
}

/** Approval by the head (P24, P30), bound to the hash of the text. */
export function approve(draft: Draft, { seen, text }: Approval, context: Context): Decision {
  const waiting = requireWaiting(draft);
  if (!waiting.ok) return waiting;
  const role = requireRole(context, 'capo settore', 'approvare');
  if (!role.ok) return role;
  if (seen !== draft.rewritten.hash) {
    return problem(
      'text-changed',
      'Il testo è cambiato dopo che l’hai aperto.',
      'Rileggi il testo nuovo, poi approvalo.',
    );
  }
  if (text.trim() === '') {
    return problem('text-empty', 'Il testo da approvare è vuoto.', 'Scrivi il testo, oppure restituiscilo.');
  }
  const body = { text, hash: textHash(text, context.sha256), way: 'app' as const, note: '' };
  return ok([draftFact('draft.approved', `draft/${draft.id}`, body)]);
}

/** The text is no longer asked of the head (P18): nothing for one that is not there, or was not decided in its favour. */
export function withdrawDraft(draft: Draft | undefined, why: string): readonly NewFact[] {
  const gone = !draft || draft.state === 'withdrawn' || draft.state === 'returned' || draft.state === 'refused';
  return gone ? [] : [draftFact('draft.withdrawn', `draft/${draft.id}`, { why })];
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
  if (!role.ok) return role;
  if (how.why.trim() === '') {
    return problem(
      'reason-missing',
      'Manca il motivo della decisione.',
      'Scrivi perché: chi ha preparato il testo deve poterlo leggere.',
    );
  }
  const ent = `draft/${draft.id}`;
  if (how.kind === 'postponed') return ok([draftFact('draft.postponed', ent, { until: how.until, why: how.why })]);
  return ok([draftFact(`draft.${how.kind}`, ent, { why: how.why })]);
}
