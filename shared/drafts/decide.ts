import { z } from 'zod';
import type { NewFact, Sha256 } from '../journal/fact.ts';
import { daySchema, sayDay } from '../kernel/day.ts';
import { type Instant, romeOf } from '../kernel/instant.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { normaliseText } from '../kernel/text.ts';
import { type Context, requireRole } from '../people/context.ts';
import { headOf } from '../people/roster.ts';
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

/** Whether two desks approved different texts without knowing of each other: the head decides once more (G9). */
export const isDisputed = ({ state, conflicts }: Pick<Draft, 'state' | 'conflicts'>): boolean =>
  state === 'approved' && conflicts.length > 0;

function requireWaiting(draft: Draft): Result<void, Problem> {
  if (draft.state === 'waiting' || draft.state === 'postponed' || isDisputed(draft)) return ok(undefined);
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

/** Whether a text may leave as the one with this hash: approved, or released without approval, and not changed since (P24). */
export function isSettledText({ state, approved, rewritten }: Draft, hash: string): boolean {
  if (state === 'approved') return approved?.hash === hash;
  return state === 'released' && rewritten.hash === hash;
}

/** Names the texts in dispute that an act decides between; nothing where there is none. */
const settling = ({ conflicts }: Draft): { settles?: string[] } =>
  conflicts.length === 0 ? {} : { settles: conflicts.map(({ fact }) => fact) };

/** Approval by the head (P24, P30), bound to the hash of the text; of texts in dispute, the one seen is chosen. */
export function approve(draft: Draft, { seen, text }: Approval, context: Context): Decision {
  const waiting = requireWaiting(draft);
  if (!waiting.ok) return waiting;
  const role = requireRole(context, 'capo settore', 'approvare');
  if (!role.ok) return role;
  const chosen = draft.conflicts.find(({ hash }) => hash === seen);
  if (seen !== draft.rewritten.hash && !chosen) {
    return problem(
      'text-changed',
      'Il testo è cambiato dopo che l’hai aperto.',
      'Rileggi il testo nuovo, poi approvalo.',
    );
  }
  if (text.trim() === '') {
    return problem('text-empty', 'Il testo da approvare è vuoto.', 'Scrivi il testo, oppure restituiscilo.');
  }
  const body = {
    text,
    hash: textHash(text, context.sha256),
    way: 'app' as const,
    note: '',
    ...settling(draft),
    ...(chosen ? { chosen: chosen.fact } : {}),
  };
  return ok([draftFact('draft.approved', `draft/${draft.id}`, body)]);
}

/** A decision the head took away from the app, by telephone or e-mail (P38). */
export interface ApprovalElsewhere {
  readonly how: 'telefono' | 'e-mail';
  /** When the head decided. */
  readonly when: Instant;
  readonly note: string;
}

/** An operator writes down that the head approved the text of the e-mail (P38): head, way, moment and author are kept. */
export function approveElsewhere(draft: Draft, { how, when, note }: ApprovalElsewhere, context: Context): Decision {
  const waiting = requireWaiting(draft);
  if (!waiting.ok) return waiting;
  const role = requireRole(context, 'operatore', 'registrare una decisione del capo settore');
  if (!role.ok) return role;
  if (draft.conflicts.length > 0) {
    return problem(
      'texts-differ',
      'Due postazioni hanno mandato al capo settore due testi diversi: l’app non sa quale ha approvato.',
      'Chiedi al capo settore di scegliere il testo in Approvazione, oppure di restituirlo.',
    );
  }
  const by = draft.to ?? headOf(context.roster)?.id;
  if (by === undefined) {
    return problem(
      'no-head',
      'L’app non sa chi è il capo settore: non può scrivere chi ha deciso.',
      'Nelle Impostazioni indica chi è il capo settore.',
    );
  }
  if (when < draft.rewritten.at || when > context.now) {
    const { day, time } = romeOf(draft.rewritten.at);
    return problem(
      'moment-impossible',
      `Il testo è stato inoltrato ${sayDay(day)} alle ${time}: la decisione viene dopo, e non nel futuro.`,
      'Correggi il giorno e l’ora. Se il capo settore ha deciso su un testo di prima, chiedigli di questo.',
    );
  }
  const { text, hash } = draft.rewritten;
  const body = { text, hash, way: how, note: note.trim(), elsewhere: { by, at: when } };
  return ok([draftFact('draft.approved', `draft/${draft.id}`, body)]);
}

/** The text is no longer asked of the head (P18): nothing for one that is not there, or was not decided in its favour. */
export function withdrawDraft(draft: Draft | undefined, why: string): readonly NewFact[] {
  const gone = !draft || draft.state === 'withdrawn' || draft.state === 'returned' || draft.state === 'refused';
  return gone ? [] : [draftFact('draft.withdrawn', `draft/${draft.id}`, { why, ...settling(draft) })];
}

/**
 * A text that was to leave goes back to who writes it (P31): it needs its approval again. Problems `text-not-settled`, and
 * `emergency-text` because an emergency has no time for it.
 */
export function giveBack(draft: Draft, why: string): Decision {
  if (draft.state !== 'approved' && draft.state !== 'released') {
    return problem(
      'text-not-settled',
      'Questo testo è già tornato a chi scrive, oppure è stato ritirato.',
      'Guarda la richiesta: lì c’è il testo da correggere.',
    );
  }
  if (draft.release?.way === 'emergenza') {
    return problem(
      'emergency-text',
      'Il testo di un’emergenza non torna indietro.',
      'Annulla questo invio e scrivi una nuova emergenza con il testo corretto.',
    );
  }
  return ok([draftFact('draft.returned', `draft/${draft.id}`, { why, ...settling(draft) })]);
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
  return ok([draftFact(`draft.${how.kind}`, ent, { why: how.why, ...settling(draft) })]);
}
