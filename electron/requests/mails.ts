import type { Desk } from '#electron/desk/desk.ts';
import { readLetter } from '#electron/outbox/letters.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type LetterWords, letterEffectId } from '#shared/outbox/letter.ts';
import { recipientsOf } from '#shared/outbox/recipient.ts';
import { nameOf, withRole } from '#shared/people/roster.ts';
import { ownWords } from '#shared/requests/answer.ts';
import { sayWanted } from '#shared/requests/correction.ts';
import type { SentLetter } from '#shared/requests/letterFacts.ts';
import { viewAttachment } from '#shared/requests/reading/attachment.ts';
import { headReadingIn } from '#shared/requests/reading/headWords.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { readBody } from '#shared/requests/reading/mailBody.ts';
import type { Request } from '#shared/requests/request.ts';
import type { RequestMail } from '#shared/requests/views.ts';
import { letterId } from './mailIds.ts';
import { readParsed } from './mailText.ts';
import type { Mail, RequestStore } from './store.ts';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

type Arrived = Pick<RequestMail, 'says' | 'withdraws' | 'fromHead'>;

/**
 * What a head decides in an e-mail about one request (P38): only where it comes from an address of a head, and our own server
 * did not find the sender false. An e-mail about several requests does not say which it means.
 */
function decidedIn(desk: Desk, mail: Mail, parsed: ParsedMail): Pick<RequestMail, 'decides'> {
  const sender = parsed.from?.address.toLowerCase();
  const isHead = withRole(desk.roster(), 'capo settore').some(({ address }) => address.toLowerCase() === sender);
  if (!isHead || parsed.senderProof === 'failed' || (mail.answers?.length ?? 0) > 1) return {};
  const decides = headReadingIn(ownWords(readBody(parsed, desk.profile.hosts)), romeOf(mail.receivedAt).day);
  return decides ? { decides } : {};
}

function arrived(
  desk: Desk,
  store: RequestStore,
  id: string,
  kind: 'asks' | 'answers',
  content: Arrived,
): RequestMail[] {
  const mail = store.mail(id);
  if (!mail) return [];
  const parsed = readParsed(desk, store, id);
  return [
    {
      id,
      kind,
      at: mail.receivedAt,
      from: parsed?.from ?? null,
      to: parsed?.to.map(({ name, address }) => name || address) ?? [],
      subject: mail.subject,
      text: parsed?.text ?? null,
      attachments: parsed?.attachments.map(viewAttachment) ?? [],
      ...content,
      ...(content.fromHead && parsed ? decidedIn(desk, mail, parsed) : {}),
      letter: null,
    },
  ];
}

/** How a letter stands, and which person said so: the app itself is none. */
function standingOf(desk: Desk, letter: SentLetter | undefined, words: LetterWords | undefined) {
  if (!letter) return { state: 'leaving' as const, by: null, at: null, server: null, why: null };
  const { state, by, at, server, missed } = letter;
  const recipients = words ? recipientsOf(words) : [];
  const lacking = missed.map(({ recipient, why }) => `${recipients[recipient] ?? 'un destinatario'}: ${why}`);
  const why = state === 'partial' ? `Non l’ha avuta ${lacking.join('; ')}.` : letter.why;
  return { state, by: by === THE_APP ? null : nameOf(desk.roster(), by), at, server, why };
}

function written(desk: Desk, store: RequestStore, letter: Request['letters'][number]): RequestMail {
  const { messageId, purpose, by, at } = letter;
  const words = readLetter(desk.blobs.get(letter.letter));
  const effect = letterEffectId(messageId);
  return {
    id: messageId,
    kind: 'letter',
    at,
    from: { name: nameOf(desk.roster(), by), address: desk.profile.mailbox ?? '' },
    to: [...(words?.to ?? [])],
    subject: words?.subject ?? '',
    text: words?.text ?? null,
    attachments: [],
    says: null,
    withdraws: false,
    fromHead: false,
    letter: {
      purpose,
      effect,
      ...standingOf(desk, store.letter(letterId(messageId)), words),
      obstacle: desk.outbox.problemOf(effect) ?? null,
    },
  };
}

interface Spoken extends Pick<RequestMail, 'id' | 'at' | 'says'> {
  readonly told: NonNullable<Request['answers'][number]['told']>;
}

/** What the office told by word of mouth, as one more of its answers (P18). */
function spoken(desk: Desk, { told: { told, note, by, recordedAt }, says, ...own }: Spoken): RequestMail {
  const wanted = says === null ? '' : sayWanted(says);
  return {
    ...own,
    kind: 'answers',
    from: { name: told.by, address: '' },
    to: [],
    subject: '',
    text: [wanted === '' ? '' : capitalised(`${wanted}.`), note].filter((line) => line !== '').join('\n'),
    attachments: [],
    says,
    withdraws: false,
    fromHead: false,
    told: { way: told.way, by: nameOf(desk.roster(), by), at: recordedAt },
    letter: null,
  };
}

/**
 * Every e-mail about a request, oldest first: the one that asks, its answers, the letters of the desk (P17), and those of
 * the requests of other e-mails that go on with it (P12). Each once.
 */
export function mailsOf(
  desk: Desk,
  store: RequestStore,
  request: Request,
  joined: readonly Request[] = [],
): readonly RequestMail[] {
  const all = [request, ...joined].flatMap((one) => mailsOfOne(desk, store, one));
  return all
    .filter(({ id }, index) => all.findIndex((mail) => mail.id === id) === index)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function mailsOfOne(desk: Desk, store: RequestStore, request: Request): readonly RequestMail[] {
  const nothing: Arrived = { says: null, withdraws: false, fromHead: false };
  const asks = request.mail === null ? [] : arrived(desk, store, request.mail, 'asks', nothing);
  const answers = request.answers.flatMap(({ mail, says, withdraws, fromHead, told, receivedAt }) =>
    told
      ? [spoken(desk, { id: mail, at: receivedAt, says, told })]
      : arrived(desk, store, mail, 'answers', { says, withdraws, fromHead }),
  );
  const letters = request.letters.map((letter) => written(desk, store, letter));
  return [...asks, ...answers, ...letters];
}
