/** What the head decided away from the app, as an operator writes it down (P38). Pure. */
import type { NewFact } from '#shared/journal/fact.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import { type Context, requireRole } from '#shared/people/context.ts';
import { headOf } from '#shared/people/roster.ts';
import { UNREAD_ANSWER } from '#shared/requests/decide.ts';
import type { Request } from '#shared/requests/request.ts';
import {
  ALTERED_TEXT,
  bearsItsHash,
  type Decline,
  declineFacts,
  failedCheck,
  requireSecondPerson,
  requireWaiting,
  textHash,
} from './decide.ts';
import type { Draft } from './draft.ts';
import { type CheckLine, draftFact, type HeardFrom } from './facts.ts';

/** A decision the head took away from the app, by telephone or e-mail (P38). */
export interface HeardDecision {
  readonly how: 'telefono' | 'e-mail';
  /** When the head decided. */
  readonly when: Instant;
  readonly note: string;
}

/** An approval so taken: of the text as it was forwarded, or of the one she dictated, with its checks. */
export interface HeardApproval extends HeardDecision {
  readonly text?: string | undefined;
  readonly checked?: { readonly checks: readonly CheckLine[]; readonly pack: string } | undefined;
}

/**
 * Nobody decides over an answer that was not read (P18, P38): `read` are those the decision goes by. Of the head's own
 * e-mails the head knows when she decides herself. The problem is `answer-unread`.
 */
export function requireAnswersRead(
  unread: Request['unread'],
  { read = [], isHead = false }: { readonly read?: readonly string[] | undefined; readonly isHead?: boolean },
): Result<void, Problem> {
  const open = unread.filter(({ mail, fromHead }) => !read.includes(mail) && !(isHead && fromHead));
  return open.length === 0 ? ok(undefined) : err(UNREAD_ANSWER);
}

/** What holds of every decision that is written down: who it is of, and when it can have been taken. */
function heardFrom(draft: Draft, { how, when, note }: HeardDecision, context: Context): Result<HeardFrom, Problem> {
  const waiting = requireWaiting(draft);
  if (!waiting.ok) return waiting;
  const role = requireRole(context, 'operatore', 'registrare una decisione del capo settore');
  if (!role.ok) return role;
  const by = draft.to ?? headOf(context.roster)?.id;
  if (by === undefined) {
    return problem({
      code: 'no-head',
      what: 'L’app non sa chi è il capo settore: non può scrivere chi ha deciso.',
      remedy: 'Nelle Impostazioni indica chi è il capo settore.',
    });
  }
  if (when < draft.rewritten.at || when > context.now) {
    const { day, time } = romeOf(draft.rewritten.at);
    return problem({
      code: 'moment-impossible',
      what: `Il testo è stato inoltrato ${sayDay(day)} alle ${time}: la decisione viene dopo, e non nel futuro.`,
      remedy: 'Correggi il giorno e l’ora. Se il capo settore ha deciso su un testo di prima, chiedigli di questo.',
    });
  }
  return ok({ by, at: when, way: how, note: note.trim() });
}

/** An operator writes down that the head approved, the text as it was forwarded or changed (P38): head, way, moment and author are kept. */
export function approveElsewhere(
  draft: Draft,
  heard: HeardApproval,
  context: Context,
): Result<readonly NewFact[], Problem> {
  const decided = heardFrom(draft, heard, context);
  if (!decided.ok) return decided;
  if (draft.conflicts.length > 0) {
    return problem({
      code: 'texts-differ',
      what: 'Due postazioni hanno mandato al capo settore due testi diversi: l’app non sa quale ha approvato.',
      remedy: 'Chiedi al capo settore di scegliere il testo in Approvazione, oppure di restituirlo.',
    });
  }
  const { by, at, way, note } = decided.value;
  const second = requireSecondPerson(draft.rewritten.by, by, context);
  if (!second.ok) return second;
  if (!bearsItsHash(draft.rewritten, context.sha256)) return err(ALTERED_TEXT);
  const text = heard.text ?? draft.rewritten.text;
  if (text.trim() === '') {
    return problem({
      code: 'text-empty',
      what: 'Il testo approvato è vuoto.',
      remedy: 'Scrivi il testo come l’ha cambiato il capo settore.',
    });
  }
  const isChanged = normaliseText(text) !== normaliseText(draft.rewritten.text);
  const checked = isChanged ? heard.checked : undefined;
  const failed = checked && failedCheck(checked.checks);
  if (failed) return err(failed);
  const body = {
    text: isChanged ? text : draft.rewritten.text,
    hash: isChanged ? textHash(text, context.sha256) : draft.rewritten.hash,
    way,
    note,
    elsewhere: { by, at },
    ...(checked ? { checks: [...checked.checks], pack: checked.pack } : {}),
  };
  return ok([draftFact('draft.approved', `draft/${draft.id}`, body)]);
}

/** An operator writes down that the head gave the text back, did not select it, or put it off (P38). */
export function declineElsewhere(
  draft: Draft,
  how: Decline,
  heard: HeardDecision,
  context: Context,
): Result<readonly NewFact[], Problem> {
  const decided = heardFrom(draft, heard, context);
  return decided.ok ? declineFacts(draft, how, decided.value) : decided;
}
