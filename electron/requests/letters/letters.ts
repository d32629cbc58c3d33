import { z } from 'zod';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk } from '#electron/desk/desk.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { readLetter } from '#electron/outbox/letters.ts';
import type { Settled } from '#electron/outbox/outgoingTable.ts';
import { letterId } from '#electron/requests/mailIds.ts';
import { readParsed } from '#electron/requests/mailText.ts';
import { readSender } from '#electron/requests/sender.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import { type LetterPayload, type LetterWords, letterEffect } from '#shared/outbox/letter.ts';
import { recipientsOf } from '#shared/outbox/recipient.ts';
import { nameOf } from '#shared/people/roster.ts';
import { type LetterKind, letterFact, letterKindSchema, type SentLetter } from '#shared/requests/letterFacts.ts';
import type { MailAttachment, ParsedMail } from '#shared/requests/reading/mail.ts';
import type { Reply, ReplyFrame } from '#shared/requests/reply.ts';
import type { Request } from '#shared/requests/request.ts';
import type { PreparedLetter } from '#shared/requests/waiting.ts';

const NO_MAILBOX = problem({
  code: 'mailbox-missing',
  what: 'Manca la casella degli uffici: l’app non sa da quale indirizzo scrivere.',
  remedy: 'Scrivila in Impostazioni, Comune, «Casella degli uffici», poi ripeti.',
});
const MESSAGE_ID_LENGTH = 32;

/** A letter ready to leave: what its facts name, and the effect that lets it leave after the time of undo. */
export interface LetterToSend extends PreparedLetter {
  readonly effect: Effect;
}

/**
 * Keeps the words of a letter and makes its effect; `about` is the request, or the e-mail that is answered. The Message-ID follows from request, purpose, words and what happened
 * before: the same letter written again, after it was taken back, is another one.
 */
export function prepareLetter(
  desk: Desk,
  about: string,
  purpose: LetterKind,
  words: LetterWords,
): Result<LetterToSend, Problem> {
  if (words.from === '') return NO_MAILBOX;
  const date = desk.now();
  const kept = storageResult(() => desk.blobs.put(Buffer.from(JSON.stringify(words), 'utf8')), 'computer');
  if (!kept.ok) return kept;
  const letter = kept.value;
  const before = desk.journal.factsOf(`${purpose === 'answer' ? 'mail' : 'request'}/${about}`).length;
  const unique = sha256([about, purpose, letter, before].join('|')).slice(0, MESSAGE_ID_LENGTH);
  const messageId = `${unique}@${words.from.split('@')[1] ?? ''}`;
  const effect = letterEffect({ letter, messageId, date, about: { request: about, purpose } }, afterUndo(date));
  return ok({ messageId, letter, effect });
}

/** The letters a person has still to send (P66): one that asks the head only while he has still to decide, as on the `waiting`. */
export function neededLetters(
  store: Pick<RequestStore, 'lettersToPost'>,
  waiting: readonly string[],
): readonly SentLetter[] {
  const asked = new Set(waiting);
  return store.lettersToPost().filter(({ purpose, request }) => purpose !== 'forward' || asked.has(request));
}

/** That a letter was written whole, and how it leaves: about a request, or in answer to an e-mail that is none. */
function writtenFact(
  store: RequestStore,
  { messageId, letter, date, about: { request, purpose: named } }: LetterPayload,
  way: { readonly toPost: true } | { readonly byServer: true },
): NewFact {
  const ent = `letter/${letterId(messageId)}`;
  const purpose = letterKindSchema.parse(named);
  if (purpose === 'answer')
    return letterFact('letter.answerSent', ent, { messageId, letter, mail: request, date, ...way });
  const mail = store.get(request)?.mail ?? null;
  return letterFact('letter.sent', ent, { messageId, letter, purpose, request, mail, date, ...way });
}

/** Keeps that a letter was written and is to be sent (P17, P66): from now on its answers find their request. */
export function letterLeft(desk: Desk, store: RequestStore, payload: LetterPayload): Result<void, Problem> {
  const written = writtenFact(store, payload, { toPost: true });
  return storageResult(() => {
    desk.journal.append([written], { actor: THE_APP });
  });
}

/** Whether what the server said of a letter is already on record: the same round is told once. */
const isTold = (kept: SentLetter | undefined, again: number): boolean =>
  kept !== undefined && kept.again === again && kept.proved !== null && kept.proved !== 'resending';

/** What the facts say of how a letter ended that left by itself; recipients by their place, they name persons. */
function outcomeFact(ent: string, settled: Settled, words: LetterWords | undefined): NewFact {
  switch (settled.outcome) {
    case 'sent':
      return letterFact('letter.accepted', ent, { server: settled.server });
    case 'partial': {
      const recipients = words ? recipientsOf(words) : [];
      const missed = settled.missed.map(({ address, why }) => ({
        recipient: Math.max(0, recipients.indexOf(address)),
        why,
      }));
      return letterFact('letter.partlyAccepted', ent, { server: settled.server, missed });
    }
    case 'refused':
      return letterFact('letter.refused', ent, { why: settled.why });
    case 'unknown':
      return letterFact('letter.uncertain', ent, {});
  }
}

/** Keeps how a letter ended that left by itself (P33, P66), and that it was written: its answers find their request. */
export function letterSettled(
  desk: Desk,
  store: RequestStore,
  payload: LetterPayload,
  settled: Settled,
): Result<void, Problem> {
  const { messageId, letter, again = 0 } = payload;
  const id = letterId(messageId);
  const kept = store.letter(id);
  if (isTold(kept, again)) return ok(undefined);
  const ent = `letter/${id}`;
  const written = writtenFact(store, payload, { byServer: true });
  const outcome = outcomeFact(ent, settled, readLetter(desk.blobs.get(letter)));
  return storageResult(() => {
    desk.journal.append([...(kept ? [] : [written]), outcome], { actor: THE_APP });
  });
}

/** The newest e-mail of the office about a request: what a letter answers. */
function newestMail(desk: Desk, store: RequestStore, request: Request): ParsedMail | undefined {
  const answered = request.answers.filter(({ fromHead }) => !fromHead).map(({ mail }) => mail);
  const mails = [request.mail, ...answered].map((mail) => readParsed(desk, store, mail));
  return mails.filter((mail) => mail !== undefined).at(-1);
}

/** The messages before an answer to `mail`, oldest first: it names first the one it answers itself. */
export function conversationOf({ references, messageId }: ParsedMail): readonly string[] {
  return [...references.slice(1), ...references.slice(0, 1), ...(messageId ? [messageId] : [])];
}

/** Whom a letter about a request goes to, how it begins and ends, and what it answers. */
export interface LetterFrame {
  readonly address: string;
  readonly frame: ReplyFrame;
  readonly references: readonly string[];
}

/** Smaller pictures are the signs and signatures of an office. */
const SMALLEST_PICTURE = 20_000;
const isWorthLooking = ({ type, size }: MailAttachment): boolean =>
  type.startsWith('image/') && size >= SMALLEST_PICTURE;

/** The frame of a letter to the office that asked; the problem `no-address` when the app knows no address. */
export function letterFrame(
  desk: Desk,
  store: RequestStore,
  request: Request,
  actor: string,
): Result<LetterFrame, Problem> {
  const sender = readSender(desk, request.sender);
  if (!sender || !z.email().safeParse(sender.address).success) {
    return problem({
      code: 'no-address',
      what: 'L’app non ha l’indirizzo di chi ha chiesto: non può preparare la e-mail.',
      remedy: 'Chiedi a voce e usa «Metti in attesa», oppure rispondi dal programma di posta.',
    });
  }
  const mail = newestMail(desk, store, request);
  const { municipality } = desk.profile;
  const signature = [nameOf(desk.roster(), actor), `PuntoSi, ${municipality}`];
  const { title } = request;
  return ok({
    address: sender.address,
    frame: {
      ...{ name: sender.name, subject: mail?.subject ?? title, title, signature },
      hasPictures: mail?.attachments.some(isWorthLooking) ?? false,
    },
    references: mail ? conversationOf(mail) : [],
  });
}

/** The words of a reply as a letter of the desk. */
export function lettered(
  desk: Desk,
  { address, references }: Pick<LetterFrame, 'address' | 'references'>,
  { subject, text }: Reply,
): LetterWords {
  return { from: desk.profile.mailbox ?? '', to: [address], copy: [], subject, text, references };
}
