import type { Desk } from '#electron/desk/desk.ts';
import { type LetterToSend, prepareLetter } from '#electron/requests/letters/letters.ts';
import { unknownRequest } from '#electron/requests/requests.ts';
import { readSender } from '#electron/requests/sender.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { fillChecklist, momentOf } from '#shared/drafts/checklist.ts';
import { forwardDraft, textHash } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import type { CheckLine } from '#shared/drafts/facts.ts';
import { headLetter } from '#shared/drafts/headLetter.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import type { Pack } from '#shared/drafts/style/pack.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Person } from '#shared/people/person.ts';
import { mayAsk } from '#shared/people/profile/senders.ts';
import { headOf, nameOf } from '#shared/people/roster.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import { hasteFrom, isUrgent } from '#shared/requests/deadlines.ts';
import { forward } from '#shared/requests/decide.ts';
import { requestFact } from '#shared/requests/facts.ts';
import type { Request } from '#shared/requests/request.ts';
import type { DraftStore } from './store.ts';

export interface TextToForward {
  readonly id: string;
  readonly text: string;
  /** Why each failed line of the checklist goes on all the same, by its name (P25). */
  readonly reasons: Readonly<Record<string, string>>;
}

/** What a text is checked with besides the request itself (P21, P23). */
export interface Checking {
  readonly pack: Pack;
  /** Notices sent or in the queue that resemble a request with this text. */
  readonly similar: (request: Request, text: string) => readonly SimilarNotice[];
}

/** The checklist of a request with the text as it stands now (P25), with the reasons given. */
export function checklistOf(
  desk: Desk,
  request: Request,
  { text, reasons }: TextToForward,
  { pack, similar }: Checking,
): readonly CheckLine[] {
  const { calendar } = desk.profile;
  const sender = readSender(desk, request.sender)?.address ?? '';
  const sendDate = request.data.sendDate ?? romeOf(desk.now()).day;
  const lines = fillChecklist({
    request,
    text,
    findings: checkDraft(text, pack, checkContextOf(desk.profile, sendDate)),
    similar: similar(request, text),
    senderKnown: mayAsk(desk.profile.senders, sender),
    hosts: desk.profile.hosts,
    urgent: isUrgent(calendar, request.receivedAt, request.data.sendDate),
    moment: momentOf(calendar, request, text, desk.now()),
  });
  return lines.map((line) => ({ ...line, why: reasons[line.line]?.trim() || null }));
}

/** The e-mail to the head (P26), by which alone he can decide (P38). */
function letterToHead(
  desk: Desk,
  request: Request,
  { text }: Pick<TextToForward, 'text'>,
  checks: readonly CheckLine[],
  { head, actor, now }: { readonly head: Person; readonly actor: string; readonly now: Instant },
): Result<LetterToSend, Problem> {
  const { calendar, municipality, mailbox } = desk.profile;
  const haste = hasteFrom(calendar, now, request.data);
  const sender = readSender(desk, request.sender);
  const words = headLetter({
    request,
    ...haste,
    today: romeOf(now).day,
    text,
    checks,
    head: head.name,
    requester: sender ? sender.name || sender.address : null,
    operator: nameOf(desk.roster(), actor),
    municipality,
  });
  return prepareLetter(desk, request.id, 'forward', {
    from: mailbox ?? '',
    to: [head.address],
    copy: [],
    ...words,
    references: [],
  });
}

const letterWritten = ({ id }: Request, { messageId, letter }: LetterToSend): NewFact =>
  requestFact('request.letterWritten', `request/${id}`, { purpose: 'forward', messageId, letter });

const noHead = (): Result<never, Problem> =>
  problem({
    code: 'no-head',
    what: 'L’app non sa chi è il capo settore: il testo è salvato, ma non si può inoltrare.',
    remedy: 'Nelle Impostazioni indica chi è il capo settore.',
  });

/**
 * Ends the intake: request and text go to the head together, and by e-mail (P26). Answers with the name of the head and
 * the letter, which can be taken back; a head who forwards to himself gets none (P2).
 */
export function forwardToHead(
  desk: Desk,
  stores: { readonly requests: RequestStore; readonly drafts: DraftStore },
  checking: Checking,
  forwarding: TextToForward,
): Result<{ to: string; effect: string | null }, Problem> {
  const request = stores.requests.get(forwarding.id);
  if (!request) return unknownRequest();
  const head = headOf(desk.roster());
  if (!head) return noHead();
  const { text } = forwarding;
  const context = desk.context();
  if (!context.ok) return context;
  const { actor, now, sha256 } = context.value;
  const intake = forward(request, textHash(text, sha256), context.value, forwarding.reasons);
  if (!intake.ok) return intake;
  const checks = checklistOf(desk, request, forwarding, checking);
  const pack = String(checking.pack.version);
  const draft = forwardDraft(request, { text, checks, pack, to: head.id }, context.value);
  if (!draft.ok) return draft;
  const letter = actor === head.id ? ok(null) : letterToHead(desk, request, forwarding, checks, { head, actor, now });
  if (!letter.ok) return letter;
  const written = letter.value ? [letterWritten(request, letter.value)] : [];
  const effects = letter.value ? [letter.value.effect] : [];
  const kept = desk.keep(ok([...intake.value, ...written, ...draft.value]), effects);
  if (!kept.ok) return kept;
  stores.drafts.write(request.id, text, now);
  return ok({ to: head.name, effect: letter.value?.effect.id ?? null });
}

/**
 * The text on its way is asked of the head once more, as it stands, with why and by e-mail too (P22, P26): it waits for the
 * decision again. The problem is `no-head`.
 */
export function askAgain(
  desk: Desk,
  request: Request,
  draft: Draft,
  why: string,
): Result<{ readonly to: string; readonly facts: readonly NewFact[]; readonly effects: readonly Effect[] }, Problem> {
  const head = headOf(desk.roster());
  if (!head) return noHead();
  const context = desk.context();
  if (!context.ok) return context;
  const { actor, now } = context.value;
  const { text } = draft.approved ?? draft.rewritten;
  const checks = draft.checks.map((one) => (one.line === 'link' ? againWords(one, why) : one));
  const asked = forwardDraft(request, { text, checks, pack: draft.pack, to: head.id }, context.value);
  if (!asked.ok) return asked;
  const letter = actor === head.id ? ok(null) : letterToHead(desk, request, { text }, checks, { head, actor, now });
  if (!letter.ok) return letter;
  const written = letter.value ? [letterWritten(request, letter.value)] : [];
  return ok({
    to: head.name,
    facts: [...written, ...asked.value],
    effects: letter.value ? [letter.value.effect] : [],
  });
}

/** The line of the link as the head reads it who is asked again. */
const againWords = (line: CheckLine, why: string): CheckLine => ({
  ...line,
  outcome: line.outcome === 'da correggere' ? line.outcome : 'da vedere',
  detail: why,
});
