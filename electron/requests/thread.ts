import type { Request } from '#shared/requests/request.ts';
import { isDecided } from '#shared/requests/requestActs.ts';
import { idsNamed } from './mailIds.ts';
import type { RequestStore } from './store.ts';

/** The conversation an e-mail belongs to. */
export interface Thread {
  /** What it is about: one request, or those it cannot be told apart from. */
  readonly requests: readonly Request[];
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
function requestsOfMail(store: RequestStore, id: string): readonly Request[] {
  const answered = (store.mail(id)?.answers ?? []).flatMap((request) => store.get(request) ?? []);
  return answered.length > 0 ? answered : store.ofMail(id);
}

function namedBy(store: RequestStore, id: string): Thread {
  const letter = store.letter(id);
  if (letter) {
    const own = store.get(letter.request);
    const requests = own ? [own] : letter.mail === null ? [] : store.ofMail(letter.mail);
    return { requests, ofForward: letter.purpose === 'forward' };
  }
  return { requests: requestsOfMail(store, id), ofForward: false };
}

/**
 * The conversation an e-mail belongs to, by the Message-IDs it names and never by its subject (P17): the last one known
 * counts, for it is the nearest. `undefined` when none is known.
 */
export function threadOf(store: RequestStore, references: readonly string[]): Thread | undefined {
  for (const id of references.toReversed().flatMap(idsNamed)) {
    const thread = namedBy(store, id);
    if (thread.requests.length > 0) return { ...thread, requests: narrowed(thread.requests) };
  }
  return undefined;
}
