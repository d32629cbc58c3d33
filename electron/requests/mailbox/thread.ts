import { idsNamed } from '#electron/requests/mailIds.ts';
import type { Mail, RequestStore } from '#electron/requests/store.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { isDecided } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';

/** The conversation an e-mail belongs to. */
export interface Thread {
  /** What it is about: one request, or those it cannot be told apart from. */
  readonly requests: readonly Request[];
  /** Others of the same e-mail that went to the head: it may be about them, and then they must not leave (P18). */
  readonly onTheWay: readonly Request[];
  /** It answers what was forwarded to the head. */
  readonly ofForward: boolean;
}

/** Of several requests of one e-mail, those an answer can be about: the ones that wait, else the open ones, else all. */
function narrowed(requests: readonly Request[]): readonly Request[] {
  const waiting = requests.filter(({ state }) => state === 'waiting');
  if (waiting.length > 0) return waiting;
  const open = requests.filter((request) => !isDecided(request));
  return open.length > 0 ? open : requests;
}

/** The requests an e-mail of the office is about: those it answered, or those it holds. */
function requestsOfMail(store: RequestStore, { id, answers = [] }: Mail): readonly Request[] {
  const answered = answers.flatMap((request) => store.get(request) ?? []);
  return goingOn(store, answered.length > 0 ? answered : store.ofMail(id));
}

/** These requests, each as the one it goes on with (P12), once. */
function goingOn(store: RequestStore, requests: readonly Request[]): readonly Request[] {
  const going = requests.map((request) => store.goingOn(request));
  return going.filter((request, index) => going.findIndex(({ id }) => id === request.id) === index);
}

interface Known extends Omit<Thread, 'onTheWay'> {
  readonly at: Instant;
}

/**
 * What Outlook's recall wants back (R4): the requests of the newest e-mail its sender wrote under that subject before it.
 * `undefined` where none is known. Only here a subject counts: Outlook names the message by nothing else.
 */
export function recalledThread(
  store: RequestStore,
  senderOf: (mail: string) => string | undefined,
  { subject, sender, at }: { readonly subject: string; readonly sender: string | undefined; readonly at: Instant },
): Thread | undefined {
  if (sender === undefined) return undefined;
  const recalled = store
    .mailsOn(subject)
    .filter(({ id, receivedAt }) => receivedAt <= at && senderOf(id) === sender)
    .find((mail) => requestsOfMail(store, mail).length > 0);
  return recalled && { requests: requestsOfMail(store, recalled), onTheWay: [], ofForward: false };
}

/** A known message of the conversation: a letter of the desk, or an e-mail that arrived. */
function known(store: RequestStore, id: string): readonly Known[] {
  const letter = store.letter(id);
  if (letter) {
    const own = store.get(letter.request);
    const requests = own
      ? goingOn(store, [own])
      : letter.mail === null
        ? []
        : goingOn(store, store.ofMail(letter.mail));
    return [{ at: letter.date, requests, ofForward: letter.purpose === 'forward' }];
  }
  const mail = store.mail(id);
  return mail ? [{ at: mail.receivedAt, requests: requestsOfMail(store, mail), ofForward: false }] : [];
}

/**
 * The conversation an e-mail belongs to, by the Message-IDs it names and never by its subject (P17). The newest message
 * known counts: mail programs do not agree on the order in which they name them. `undefined` when none is known.
 */
export function threadOf(store: RequestStore, references: readonly string[]): Thread | undefined {
  const messages = references.flatMap(idsNamed).flatMap((id) => known(store, id));
  const about = messages
    .filter(({ requests }) => requests.length > 0)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const [newest] = about;
  if (!newest) return undefined;
  const requests = narrowed(newest.requests);
  const onTheWay = newest.requests.filter((one) => one.state === 'forwarded' && !requests.includes(one));
  return { requests, onTheWay, ofForward: newest.ofForward };
}
