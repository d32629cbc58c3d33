import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import { mailId } from '#electron/requests/mailIds.ts';
import { readParsed } from '#electron/requests/mailText.ts';
import { onlyText } from '#electron/requests/reading/attachedDocuments.ts';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { FailedReading } from '#electron/requests/unreadMails.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { ownWords } from '#shared/requests/answer.ts';
import { lacksText } from '#shared/requests/fromDocument.ts';
import { isOfTown, mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { recalledSubject } from '#shared/requests/reading/recall.ts';
import type { DeliveryReport } from '#shared/requests/reading/reported.ts';
import { isContractorsWord, toldSendingIn } from '#shared/requests/reading/sendingWords.ts';
import { readMail } from '#shared/requests/reading/understand.ts';
import { isForGood, patienceAfter } from '#shared/requests/unread.ts';
import { type Arrival, answerFacts, mailFact, proposedFacts, writeAhead } from './arrival.ts';
import type { Mailbox, MailRef } from './mailbox.ts';
import type { Reported } from './reported.ts';
import { recalledThread, type Thread, threadOf } from './thread.ts';

/** What reading the bytes of an e-mail needs. */
export interface BytesSources {
  readonly desk: Desk;
  readonly store: RequestStore;
  /** Whether the notice of a request was already sent: then an answer to it may ask for a new one. */
  readonly wasSent: (request: string) => boolean;
  readonly parse?: typeof parseMail;
  /** What a report proves of a letter of ours; `undefined` where it is about none. */
  readonly reported?: (report: DeliveryReport) => Reported | undefined;
  /** What it proves that somebody answers these Message-IDs: that the letters had left of which nobody knew. */
  readonly answered?: (references: readonly string[]) => readonly NewFact[];
}

/** What reading one e-mail of the mailbox needs. */
export interface MessageSources extends BytesSources {
  readonly mailbox: Mailbox;
}

/** The bytes of an e-mail, wherever they come from. */
export interface MessageBytes {
  readonly bytes: Uint8Array;
  /** As shown to the user. */
  readonly name: string;
  /** How long reading may take, in milliseconds. */
  readonly patience: number;
  /** No other e-mail follows that an answer could belong to. */
  readonly isLast: boolean;
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
  { desk, store, wasSent, reported, answered }: BytesSources,
  arrival: Arrival,
  isLast: boolean,
): readonly NewFact[] | 'later' {
  const { mail, read } = arrival;
  const asItIs = () => [mailFact(desk, arrival), ...proposedFacts(desk, arrival)];
  const about = mail.report && reported?.(mail.report);
  if (about) return [mailFact(desk, arrival, [about.request]), ...about.facts];
  // The contractor's word about a sending asks for nothing: the queue proposes it as its confirmation (P33).
  if (tellsOfSending(desk, arrival)) return [mailFact(desk, { ...arrival, read: { ...read, kind: 'reply' } })];
  if (read.kind !== 'reply') return asItIs();
  // A copy of what the desk itself wrote asks for nothing.
  if (mail.from?.address.toLowerCase() === desk.profile.mailbox?.toLowerCase()) return [mailFact(desk, arrival)];
  const found = threadOf(store, mail.references) ?? recalled(desk, store, arrival);
  const thread = found && { ...found, onTheWay: found.onTheWay.filter(({ id }) => !wasSent(id)) };
  const mayCome = mail.references.length > 0 || recalledSubject(mail) !== undefined;
  const proofs = answered?.(mail.references) ?? [];
  if (!thread) return isLast || !mayCome || proofs.length > 0 ? [...asItIs(), ...proofs] : LATER;
  const answers = answerFacts(desk, arrival, thread);
  const isOver = thread.requests.every(({ id, state }) => state === 'closed' || wasSent(id));
  const ids = [...thread.requests, ...thread.onTheWay].map(({ id }) => id);
  const asked = isOver ? proposedFacts(desk, arrival, thread.requests[0]?.title) : [];
  return [mailFact(desk, arrival, ids), ...answers, ...asked, ...proofs];
}

/** Why an e-mail was not read, and what is known of it. */
export type Failure = Omit<FailedReading, 'source' | 'name' | 'at'>;
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

/** What an e-mail was found to be. */
export interface Received {
  /** It was read before, whichever way it came. */
  readonly isKnown: boolean;
  /** The requests it holds. */
  readonly requests: readonly string[];
  /** It answers a request. */
  readonly isAnswer: boolean;
}

const receivedIn = (facts: readonly NewFact[]): Received => ({
  isKnown: false,
  requests: facts.filter(({ type }) => type === 'request.received').map(({ ent }) => ent.slice('request/'.length)),
  isAnswer: facts.some(({ type }) => type === 'request.answered'),
});

/** An e-mail that was read and is not kept yet. */
export interface Prepared {
  readonly arrival: Arrival;
  /** What of it was written to the disk ahead. */
  readonly written: readonly string[];
}

/** Reads the bytes of one e-mail as far as nothing is kept of it. */
async function prepareBytes(
  { desk, store, parse = parseMail }: BytesSources,
  { bytes, name, patience }: Omit<MessageBytes, 'isLast'>,
): Promise<Result<Prepared, Problem>> {
  const parsed = await parse(bytes, name, patience);
  if (!parsed.ok) return parsed;
  const mail = parsed.value;
  const read = readMail(mail, mailProfileOf(desk.profile));
  const id = mailId(mail);
  const isKnown = store.mail(id) !== undefined;
  const document = !isKnown && lacksText(read) ? await onlyText(bytes, mail) : undefined;
  const arrival = { id, mail, read, bytes, document };
  return ok({ arrival, written: isKnown ? [] : await writeAhead(desk, arrival) });
}

/** Keeps an e-mail that was read, once, whichever way it came; answers with what it was found to be. */
function keepOne(
  sources: BytesSources,
  { arrival, written }: Prepared,
  isLast: boolean,
): Result<Received | 'later', Failure> {
  const { desk, store } = sources;
  const { id, mail, read } = arrival;
  const known = store.mail(id);
  // The former version kept receipts under the identity of the message they speak of: they hide no message.
  if (known && (known.kind !== 'pec-receipt' || read.kind === 'pec-receipt')) {
    // Another writing of the same e-mail: nobody would ever forget it.
    written.forEach(desk.blobs.forget);
    return ok({ isKnown: true, requests: store.ofMail(id).map((request) => request.id), isAnswer: false });
  }
  const sender = mail.from && (mail.from.name || mail.from.address);
  const stopped = (problem: Problem) => failure(problem, { subject: mail.subject || null, sender: sender || null });
  const facts = storageResult(() => factsOf(sources, arrival, isLast));
  if (!facts.ok) return stopped(facts.error);
  if (facts.value === LATER) return ok(LATER);
  const kept = desk.keep(ok(facts.value));
  return kept.ok ? ok(receivedIn(facts.value)) : stopped(kept.error);
}

/** Reads the bytes of one e-mail and keeps it. Until it is kept nothing says that it was read. */
export async function receiveBytes(
  sources: BytesSources,
  { isLast, ...message }: MessageBytes,
): Promise<Result<Received | 'later', Failure>> {
  const prepared = await prepareBytes(sources, message);
  return prepared.ok ? keepOne(sources, prepared.value, isLast) : failure(prepared.error);
}

/**
 * Reads one e-mail of the mailbox as far as nothing is kept of it: while another one is being kept, the mailbox, the reader
 * and the disk are busy with this one. One that is unreadable for good keeps its bytes.
 */
export async function prepareOne(sources: MessageSources, ref: MailRef): Promise<Result<Prepared, Failure>> {
  const before = sources.store.unread.ofSource(ref.id);
  const bytes = await bytesOf(sources, ref.id, before?.blob);
  if (!bytes.ok) return failure(bytes.error);
  const patience = patienceAfter(before?.tries ?? 0);
  const prepared = await prepareBytes(sources, { bytes: bytes.value, name: ref.name, patience });
  return prepared.ok ? prepared : unreadable(sources.desk, prepared.error, bytes.value);
}

/** Keeps one e-mail as it was prepared. Until it is kept nothing says that it was read: whatever happens, it is read again. */
export const receivePrepared = (
  sources: MessageSources,
  prepared: Result<Prepared, Failure>,
  isLast: boolean,
): Result<Received | 'later', Failure> => (prepared.ok ? keepOne(sources, prepared.value, isLast) : prepared);
