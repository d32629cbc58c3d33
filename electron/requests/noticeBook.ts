import type { Projection } from '#electron/journal/projection.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { DuplicateIndex } from '#shared/register/duplicateIndex.ts';
import { entryNumber } from '#shared/register/entry.ts';
import { type GrowingIndex, growingIndex } from '#shared/register/growingIndex.ts';
import type { Notice } from '#shared/register/notice.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';

/** A notice the queue holds, as the app tells it: the queue lies to the right of this word. */
export interface QueuedNotice {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly link: string | null;
  readonly office: string | null;
  readonly plannedFor: Instant;
}

/** What the queue still holds or may just have let go. */
export interface QueuedNotices {
  readonly get: (id: string) => QueuedNotice | undefined;
  readonly all: () => readonly QueuedNotice[];
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

/** A notice sent or in the queue, as it is shown. */
export type KnownNotice = Pick<SimilarNotice, 'id' | 'kind' | 'number' | 'title' | 'when' | 'office' | 'link' | 'text'>;

/** Everything sent and everything in the queue. */
export interface NoticeBook {
  readonly find: (id: string) => KnownNotice | undefined;
  /** Made at the first question, then kept up with what changed. */
  readonly index: () => DuplicateIndex;
  /** How many the index holds. */
  readonly count: () => { readonly sent: number; readonly queued: number };
}

export interface NoticeSources {
  readonly register: RegisterStore;
  readonly queued: QueuedNotices;
  readonly changed: ChangedNotices;
}

const noticeOf = ({ id, text, link, plannedFor }: QueuedNotice): Notice => ({
  id,
  text,
  link,
  date: romeOf(plannedFor).day,
});

/** Reads register and queue as one: a sending that became a row is that row. */
export function noticeBook({ register, queued, changed }: NoticeSources): NoticeBook {
  const sent = new Set<string>();
  const waiting = new Set<string>();
  let growing: GrowingIndex | undefined;

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
      return growing.current();
    },
    count: () => ({ sent: sent.size, queued: waiting.size }),
    find: (id) => {
      const entry = register.get(id);
      if (entry) {
        const { title, sentAt: when, office, link, sent: version } = entry;
        return { id, kind: 'sent', number: entryNumber(entry), title, when, office, link, text: version.text };
      }
      const sending = queued.get(id);
      if (!sending) return undefined;
      const { title, plannedFor: when, office, link, text } = sending;
      return { id, kind: 'queued', number: null, title, when, office, link, text };
    },
  };
}
