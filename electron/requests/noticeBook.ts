import type { Projection } from '#electron/journal/projection.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { DuplicateIndex } from '#shared/register/duplicateIndex.ts';
import { entryNumber } from '#shared/register/entry.ts';
import { type GrowingIndex, growingIndex } from '#shared/register/growingIndex.ts';
import type { Notice } from '#shared/register/notice.ts';
import type { Similar, SimilarNotice } from '#shared/requests/comparison.ts';
import type { Request } from '#shared/requests/request.ts';
import type { RequestStore } from './store.ts';

/** A notice on its way, as the app tells it: texts and sendings lie to the right of this word. */
export interface HeldNotice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
  readonly office: string | null;
  /** When it is planned, or since when it waits. */
  readonly at: Instant;
}

/** What the queue still holds or may just have let go. */
export interface QueuedNotices {
  readonly get: (id: string) => HeldNotice | undefined;
  readonly all: () => readonly HeldNotice[];
}

/** Which rows and sendings changed since they were last taken. */
export interface ChangedNotices {
  readonly projection: Projection;
  readonly take: () => readonly string[];
}

/** Follows the facts of rows and sendings with a projection that has no table: it only notes which ones changed. */
export function changedNotices(): ChangedNotices {
  const changed = new Set<string>();
  return {
    projection: {
      name: 'changed_notices',
      version: 1,
      kinds: ['entry', 'job'],
      tables: [],
      create: '',
      topic: 'requests',
      project: (_database, ent) => {
        changed.add(ent.slice(ent.indexOf('/') + 1));
      },
    },
    take: () => {
      const taken = [...changed];
      changed.clear();
      return taken;
    },
  };
}

/** A notice sent, in the queue, before the head or only asked for, as it is shown. */
export type KnownNotice = Pick<SimilarNotice, 'id' | 'kind' | 'number' | 'title' | 'when' | 'office' | 'link' | 'text'>;

/** Everything sent, in the queue, before the head and asked for. */
export interface NoticeBook {
  readonly find: (id: string) => KnownNotice | undefined;
  /** Made at the first question, then kept up with what changed. */
  readonly index: () => DuplicateIndex;
  /** How many the index holds. */
  readonly count: () => Pick<Similar, 'sent' | 'queued' | 'forwarded' | 'asked'>;
}

export interface NoticeSources {
  readonly register: RegisterStore;
  readonly queued: QueuedNotices;
  /** Texts on which the head has still to decide. */
  readonly forwarded: () => readonly HeldNotice[];
  readonly requests: Pick<RequestStore, 'undecided'>;
  readonly changed: ChangedNotices;
}

const noticeOf = ({ id, text, link, at }: HeldNotice): Notice => ({ id, text, link, date: romeOf(at).day });

type Pending = HeldNotice & { readonly kind: 'forwarded' | 'asked' };

/** A request nobody decided yet, as its office asked it; undefined where there is nothing to compare. */
function askedNotice({ id, title, asked, data, receivedAt }: Request): Pending | undefined {
  if (asked.text.trim() === '' && data.link === null) return undefined;
  const { link, office } = data;
  return { kind: 'asked', id, title, text: asked.text, link, office, at: receivedAt };
}

const isSame = (one: HeldNotice | undefined, other: HeldNotice): boolean =>
  one?.text === other.text && one.link === other.link && one.at === other.at;

/**
 * Reads register, queue, texts before the head and open requests as one: each notice once, where it has come furthest.
 * Rows and sendings are followed by their facts; of the others there are few, and they are read again each time.
 */
export function noticeBook({ register, queued, forwarded, requests, changed }: NoticeSources): NoticeBook {
  const sent = new Set<string>();
  const waiting = new Set<string>();
  let pending = new Map<string, Pending>();
  let growing: GrowingIndex | undefined;

  const readPending = (): Map<string, Pending> => {
    const asked = requests.undecided().flatMap((request) => askedNotice(request) ?? []);
    const waitsForHead = forwarded().map((notice): Pending => ({ ...notice, kind: 'forwarded' }));
    const all = [...asked, ...waitsForHead].filter(({ id }) => !sent.has(id) && !waiting.has(id));
    return new Map(all.map((notice) => [notice.id, notice]));
  };
  const followPending = (index: GrowingIndex): void => {
    const now = readPending();
    for (const id of pending.keys()) if (!now.has(id) && !sent.has(id) && !waiting.has(id)) index.remove(id);
    for (const notice of now.values()) if (!isSame(pending.get(notice.id), notice)) index.put(noticeOf(notice));
    pending = now;
  };

  const follow = (index: GrowingIndex, id: string): void => {
    const row = register.notice(id);
    const sending = row ? undefined : queued.get(id);
    if (row) sent.add(id);
    if (sending) waiting.add(id);
    else waiting.delete(id);
    const notice = row ?? (sending && noticeOf(sending));
    if (notice) index.put(notice);
    else index.remove(id);
  };
  const begin = (): GrowingIndex => {
    const rows = register.notices();
    for (const { id } of rows) sent.add(id);
    const sendings = queued.all().filter(({ id }) => !sent.has(id));
    for (const { id } of sendings) waiting.add(id);
    return growingIndex([...rows, ...sendings.map(noticeOf)]);
  };
  return {
    index: () => {
      const ids = changed.take();
      if (growing) for (const id of ids) follow(growing, id);
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
      if (entry) {
        const { title, sentAt: when, office, link, sent: version } = entry;
        return { id, kind: 'sent', number: entryNumber(entry), title, when, office, link, text: version.text };
      }
      const sending = queued.get(id);
      const held = sending ? { ...sending, kind: 'queued' as const } : readPending().get(id);
      if (!held) return undefined;
      const { kind, title, at: when, office, link, text } = held;
      return { id, kind, number: null, title, when, office, link, text };
    },
  };
}
