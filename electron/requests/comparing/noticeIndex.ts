import type { Journal } from '#electron/journal/journal.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { ComparableNotice } from '#shared/register/duplicates/comparableNotice.ts';
import type { DuplicateIndex } from '#shared/register/duplicates/duplicateIndex.ts';
import { type GrowingIndex, growingIndex } from '#shared/register/duplicates/growingIndex.ts';
import { type NoticeRef, sentRef } from '#shared/register/noticeRef.ts';
import { askedRef } from '#shared/requests/askedRef.ts';
import type { Similar } from '#shared/requests/comparison.ts';
import { isDecided } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';

/** What the queue still holds or may just have let go: it lies to the right of this word. */
export interface QueuedNotices {
  readonly get: (id: string) => NoticeRef | undefined;
  readonly all: () => readonly NoticeRef[];
}

/** Everything sent, in the queue, before the head and asked for. */
export interface NoticeBook {
  readonly find: (id: string) => NoticeRef | undefined;
  /** Made at the first question, then kept up with what changed. */
  readonly index: () => DuplicateIndex;
  /** How many the index holds. */
  readonly count: () => Pick<Similar, 'sent' | 'queued' | 'forwarded' | 'asked'>;
}

export interface NoticeSources {
  readonly register: RegisterStore;
  readonly queued: QueuedNotices;
  /** Texts on which the head has still to decide. */
  readonly forwarded: () => readonly NoticeRef[];
  readonly requests: Pick<RequestStore, 'get' | 'undecided'>;
}

const comparable = ({ id, text, link, when }: NoticeRef): ComparableNotice => ({
  id,
  text,
  link,
  date: romeOf(when).day,
});

/** A request nobody decided yet, as its office asked it; undefined where there is nothing to compare. */
const askedNotice = (request: Request): NoticeRef | undefined =>
  request.asked.text.trim() === '' && request.data.link === null ? undefined : askedRef(request);

const isSame = (one: NoticeRef | undefined, other: NoticeRef): boolean =>
  one?.text === other.text && one.link === other.link && one.when === other.when;

/**
 * Reads register, queue, texts before the head and open requests as one: each notice once, where it has come furthest.
 * Rows and sendings are followed by their facts; of the others there are few, and they are read again each time.
 */
export function noticeBook(
  { register, queued, forwarded, requests }: NoticeSources,
  journal: Pick<Journal, 'follow'>,
): NoticeBook {
  const changed = new Set<string>();
  journal.follow(['entry', 'job'], (ent) => {
    changed.add(ent.slice(ent.indexOf('/') + 1));
  });
  const sent = new Set<string>();
  const waiting = new Set<string>();
  let pending = new Map<string, NoticeRef>();
  let growing: GrowingIndex | undefined;

  const readPending = (): Map<string, NoticeRef> => {
    const asked = requests.undecided().flatMap((request) => askedNotice(request) ?? []);
    const all = [...asked, ...forwarded()].filter(({ id }) => !sent.has(id) && !waiting.has(id));
    return new Map(all.map((notice) => [notice.id, notice]));
  };
  /** One of them, without reading all the others. */
  const pendingOf = (id: string): NoticeRef | undefined => {
    const waits = forwarded().find((notice) => notice.id === id);
    if (waits) return waits;
    const request = requests.get(id);
    return request && !isDecided(request) ? askedNotice(request) : undefined;
  };
  const followPending = (index: GrowingIndex): void => {
    const now = readPending();
    for (const id of pending.keys()) if (!now.has(id) && !sent.has(id) && !waiting.has(id)) index.remove(id);
    for (const notice of now.values()) if (!isSame(pending.get(notice.id), notice)) index.put(comparable(notice));
    pending = now;
  };

  const follow = (index: GrowingIndex, id: string): void => {
    const row = register.notice(id);
    const sending = row ? undefined : queued.get(id);
    if (row) sent.add(id);
    if (sending) waiting.add(id);
    else waiting.delete(id);
    const notice = row ?? (sending && comparable(sending));
    if (notice) index.put(notice);
    else index.remove(id);
  };
  const begin = (): GrowingIndex => {
    const rows = register.notices();
    for (const { id } of rows) sent.add(id);
    const sendings = queued.all().filter(({ id }) => !sent.has(id));
    for (const { id } of sendings) waiting.add(id);
    return growingIndex([...rows, ...sendings.map(comparable)]);
  };
  return {
    index: () => {
      if (growing) for (const id of changed) follow(growing, id);
      changed.clear();
      growing ??= begin();
      followPending(growing);
      return growing.current();
    },
    count: () => {
      const kinds = [...pending.values()].map(({ kind }) => kind);
      const asked = kinds.filter((kind) => kind === 'asked').length;
      return { sent: sent.size, queued: waiting.size, forwarded: kinds.length - asked, asked };
    },
    find: (id) => {
      const entry = register.get(id);
      return entry ? sentRef(entry) : (queued.get(id) ?? pendingOf(id));
    },
  };
}
