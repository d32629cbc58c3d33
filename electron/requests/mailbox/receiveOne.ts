import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import { mailId } from '#electron/requests/mailIds.ts';
import { readParsed } from '#electron/requests/mailText.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { FailedReading } from '#electron/requests/unreadMails.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ownWords } from '#shared/requests/answer.ts';
import { isOfTown, mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { recalledSubject } from '#shared/requests/reading/recall.ts';
import { isContractorsWord, toldSendingIn } from '#shared/requests/reading/sendingWords.ts';
import { readMail } from '#shared/requests/reading/understand.ts';
import { isForGood, patienceAfter } from '#shared/requests/unread.ts';
import { type Arrival, answerFacts, mailFact, proposedFacts } from './arrival.ts';
import type { Mailbox, MailRef } from './mailbox.ts';
import { recalledThread, type Thread, threadOf } from './thread.ts';

/** What reading one e-mail of the mailbox needs. */
export interface MessageSources {
  readonly desk: Desk;
  readonly store: RequestStore;
  readonly mailbox: Mailbox;
  /** Whether the notice of a request was already sent: then an answer to it may ask for a new one. */
  readonly wasSent: (request: string) => boolean;
  readonly parse?: typeof parseMail;
}

const addressOf = (mail: ParsedMail | undefined): string | undefined => mail?.from?.address.toLowerCase();

/** What a recall of Outlook wants back, where the app knows that message. */
function recalled(desk: Desk, store: RequestStore, { mail }: Arrival): Thread | undefined {
  const subject = recalledSubject(mail);
  if (subject === undefined) return undefined;
  const named = { subject, sender: addressOf(mail), at: mail.date ?? desk.now() };
  return recalledThread(store, (id) => addressOf(readParsed(desk, store, id)), named);
}

/** Whether the contractor says in it that a notice was sent. */
function tellsOfSending({ profile, now }: Desk, { mail, read }: Arrival): boolean {
  const from = addressOf(mail) ?? '';
  const who = { address: from, subject: mail.subject, isOfTown: isOfTown(mailProfileOf(profile), from) };
  if (mail.transport === 'auto-reply' || !isContractorsWord(who, profile.contractor.address)) return false;
  return toldSendingIn(ownWords(read.body), mail.date ?? now()) !== undefined;
}

/** An answer whose conversation is not known yet: it may lie in the same mailbox, not read so far. */
export const LATER = 'later';

/**
 * The facts of one e-mail (P10–P12, P17). An answer joins the request it is about; one to a request that ended, with
 * something to ask in it, is also a request of its own, so that nothing is lost.
 */
function factsOf(
  { desk, store, wasSent }: MessageSources,
  arrival: Arrival,
  isLast: boolean,
): readonly NewFact[] | 'later' {
  const { mail, read } = arrival;
  const asItIs = () => [mailFact(desk, arrival), ...proposedFacts(desk, arrival)];
  // The contractor's word about a sending asks for nothing: the queue proposes it as its confirmation (P33).
  if (tellsOfSending(desk, arrival)) return [mailFact(desk, { ...arrival, read: { ...read, kind: 'reply' } })];
  if (read.kind !== 'reply') return asItIs();
  // A copy of what the desk itself wrote asks for nothing.
  if (mail.from?.address.toLowerCase() === desk.profile.mailbox?.toLowerCase()) return [mailFact(desk, arrival)];
  const found = threadOf(store, mail.references) ?? recalled(desk, store, arrival);
  const thread = found && { ...found, onTheWay: found.onTheWay.filter(({ id }) => !wasSent(id)) };
  const mayCome = mail.references.length > 0 || recalledSubject(mail) !== undefined;
  if (!thread) return isLast || !mayCome ? asItIs() : LATER;
  const answers = answerFacts(desk, arrival, thread);
  const isOver = thread.requests.every(({ id, state }) => state === 'closed' || wasSent(id));
  const ids = [...thread.requests, ...thread.onTheWay].map(({ id }) => id);
  const asked = isOver ? proposedFacts(desk, arrival, thread.requests[0]?.title) : [];
  return [mailFact(desk, arrival, ids), ...answers, ...asked];
}

/** Why an e-mail was not read, and what is known of it. */
type Failure = Omit<FailedReading, 'source' | 'name' | 'at'>;
const failure = (problem: Problem, known: Partial<Failure> = {}): Result<never, Failure> =>
  err({ blob: null, subject: null, sender: null, ...known, problem });

/** What is unreadable for good keeps its bytes, so that a person can look at them elsewhere. */
function unreadable(desk: Desk, problem: Problem, bytes: Uint8Array): Result<never, Failure> {
  if (!isForGood(problem) || bytes.length === 0) return failure(problem);
  const blob = storageResult(() => desk.blobs.put(bytes));
  return blob.ok ? failure(problem, { blob: blob.value }) : failure(blob.error);
}

/** The bytes of an e-mail: those of the mailbox, or what was kept of one that lies there no more. */
async function bytesOf(
  { desk, mailbox }: MessageSources,
  id: string,
  blob: string | null | undefined,
): Promise<Result<Uint8Array, Problem>> {
  const bytes = await mailbox.read(id);
  if (bytes.ok || bytes.error.code !== 'mail-gone' || !blob) return bytes;
  const kept = desk.blobs.get(blob);
  return kept ? ok(kept) : bytes;
}

/**
 * Reads one e-mail and keeps it; answers with the number of requests added, 0 for one already known. Until it is kept
 * nothing says that it was read: whatever happens meanwhile, it is read again.
 */
export async function receiveOne(
  sources: MessageSources,
  ref: MailRef,
  isLast: boolean,
): Promise<Result<number | 'later', Failure>> {
  const { desk, store, parse = parseMail } = sources;
  const before = store.unread.ofSource(ref.id);
  const bytes = await bytesOf(sources, ref.id, before?.blob);
  if (!bytes.ok) return failure(bytes.error);
  const parsed = await parse(bytes.value, ref.name, patienceAfter(before?.tries ?? 0));
  if (!parsed.ok) return unreadable(desk, parsed.error, bytes.value);
  const mail = parsed.value;
  const read = readMail(mail, mailProfileOf(desk.profile));
  const id = mailId(mail);
  const known = store.mail(id);
  // The former version kept receipts under the identity of the message they speak of: they hide no message.
  if (known && (known.kind !== 'pec-receipt' || read.kind === 'pec-receipt')) return ok(0);
  const sender = mail.from && (mail.from.name || mail.from.address);
  const stopped = (problem: Problem) => failure(problem, { subject: mail.subject || null, sender: sender || null });
  const facts = storageResult(() => factsOf(sources, { id, mail, read, bytes: bytes.value }, isLast));
  if (!facts.ok) return stopped(facts.error);
  if (facts.value === LATER) return ok(LATER);
  const kept = desk.keep(ok(facts.value));
  return kept.ok ? ok(facts.value.filter(({ type }) => type === 'request.received').length) : stopped(kept.error);
}
