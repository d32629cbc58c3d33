import type { Database } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { isInConflict } from '#shared/drafts/decide.ts';
import { type Draft, draftSchema, foldDraft } from '#shared/drafts/draft.ts';
import type { Instant } from '#shared/kernel/instant.ts';

const drafts = entityTable({
  kind: 'draft',
  version: 9,
  topic: 'drafts',
  schema: draftSchema,
  fold: foldDraft,
  columns: {
    stage: ({ state }) => state,
    in_conflict: (draft) => (isInConflict(draft) ? 1 : 0),
    irregular: ({ release }) => (release?.way === 'emergenza' && release.regularisedAt === null ? 1 : 0),
    heard: ({ heard }) => (heard ? 1 : 0),
  },
});

export const draftProjections: readonly Projection[] = [drafts.projection];

export interface DraftStore {
  readonly get: (id: string) => Draft | undefined;
  /** Texts on which the head has still to decide. */
  readonly waiting: () => readonly Draft[];
  /** Their requests. */
  readonly waitingIds: () => readonly string[];
  readonly countWaiting: () => number;
  /** Emergencies still to be put in order (P34). */
  readonly irregular: () => readonly Draft[];
  /** Texts about which a decision of the head's was written down by somebody else (P38). */
  readonly heard: () => readonly Draft[];
  /** The text being written on this desk, saved while it is typed. */
  readonly written: (request: string) => { readonly text: string; readonly savedAt: Instant } | undefined;
  readonly write: (request: string, text: string, at: Instant) => void;
}

const WAITING = "(stage IN ('waiting', 'postponed') OR in_conflict = 1)";

/** Reads texts on their way to approval, and keeps the one being written. */
export function draftStore(database: Database): DraftStore {
  const draft = drafts.open(database);
  const read = database.prepare<[string], { text: string; savedAt: Instant }>(
    'SELECT text, saved_at AS savedAt FROM draft_text WHERE request = ?',
  );
  const waitingIds = database.prepare<[], { id: string }>(`SELECT id FROM draft WHERE ${WAITING}`);
  const write = database.prepare('INSERT OR REPLACE INTO draft_text (request, text, saved_at) VALUES (?, ?, ?)');
  return {
    get: draft.get,
    waiting: () => draft.list(WAITING),
    waitingIds: () => waitingIds.all().map(({ id }) => id),
    countWaiting: () => draft.count(WAITING),
    irregular: () => draft.list('irregular = 1'),
    heard: () => draft.list('heard = 1'),
    written: (request) => read.get(request),
    write: (request, text, at) => {
      write.run(request, text, at);
    },
  };
}
