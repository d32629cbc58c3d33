import { z } from 'zod';
import type { Database } from '#electron/db/open.ts';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import { isForGood, nextTry } from '#shared/requests/unread.ts';

const rowSchema = z.object({
  id: z.int(),
  /** Its id in the mailbox. */
  source: z.string(),
  name: z.string(),
  since: instantSchema,
  triedAt: instantSchema,
  tries: z.int(),
  problem: z.string().transform((text) => problemSchema.parse(JSON.parse(text))),
  blob: z.string().nullable(),
  subject: z.string().nullable(),
  sender: z.string().nullable(),
  awayAt: instantSchema.nullable(),
  awayBy: z.string().nullable(),
});
/** An e-mail this desk could not read. */
export type UnreadRow = z.infer<typeof rowSchema>;

/** What came of trying to read an e-mail. */
export interface FailedReading {
  readonly source: string;
  readonly name: string;
  readonly at: Instant;
  readonly problem: Problem;
  /** Its bytes among the blobs, when they will never be read. */
  readonly blob: string | null;
  readonly subject: string | null;
  readonly sender: string | null;
}

/** The e-mails of the mailbox this desk could not read, until it can or a person puts them away. */
export interface UnreadMails {
  readonly get: (id: number) => UnreadRow | undefined;
  readonly ofSource: (source: string) => UnreadRow | undefined;
  /** Whether a look tries this e-mail at `now`: not while it rests after a failure, is unreadable for good or put away. */
  readonly isDue: (source: string, now: Instant) => boolean;
  readonly keep: (failed: FailedReading) => void;
  /** Another problem found without trying to read. */
  readonly setProblem: (id: number, problem: Problem) => void;
  readonly forget: (source: string) => void;
  readonly putAway: (id: number, away: { readonly at: Instant; readonly by: string | null } | null) => void;
  /** Those that wait, oldest first, or those put away, the last ones first. */
  readonly list: (which: 'waiting' | 'away', limit: number) => readonly UnreadRow[];
  /** How many wait. */
  readonly count: () => number;
}

const COLUMNS = `id, source, name, since, tried_at AS triedAt, tries, problem, blob, subject, sender,
  away_at AS awayAt, away_by AS awayBy`;

/** The unread e-mails kept in `database`. */
export function unreadMails(database: Database): UnreadMails {
  const one = (where: string) =>
    database.prepare<[string | number], unknown>(`SELECT ${COLUMNS} FROM unread_mail WHERE ${where} = ?`);
  const [byId, bySource] = [one('id'), one('source')];
  const waiting = database.prepare<[number], unknown>(
    `SELECT ${COLUMNS} FROM unread_mail WHERE away_at IS NULL ORDER BY since, id LIMIT ?`,
  );
  const away = database.prepare<[number], unknown>(
    `SELECT ${COLUMNS} FROM unread_mail WHERE away_at IS NOT NULL ORDER BY away_at DESC, id LIMIT ?`,
  );
  const count = database.prepare<[], { count: number }>(
    'SELECT count(*) AS count FROM unread_mail WHERE away_at IS NULL',
  );
  // What is known once stays known; who put it away did so for what it was then.
  const put = database.prepare(`
    INSERT INTO unread_mail (source, name, since, tried_at, tries, problem, blob, subject, sender)
    VALUES (@source, @name, @at, @at, 1, @problem, @blob, @subject, @sender)
    ON CONFLICT (source) DO UPDATE SET tried_at = @at, tries = tries + 1, problem = @problem,
      blob = coalesce(@blob, blob), subject = coalesce(@subject, subject), sender = coalesce(@sender, sender)`);
  const setProblem = database.prepare('UPDATE unread_mail SET problem = ? WHERE id = ?');
  const forget = database.prepare('DELETE FROM unread_mail WHERE source = ?');
  const setAway = database.prepare('UPDATE unread_mail SET away_at = ?, away_by = ? WHERE id = ?');
  const read = (row: unknown): UnreadRow | undefined => (row === undefined ? undefined : rowSchema.parse(row));
  const ofSource = (source: string): UnreadRow | undefined => read(bySource.get(source));
  return {
    get: (id) => read(byId.get(id)),
    ofSource,
    isDue: (source, now) => {
      const row = ofSource(source);
      if (!row) return true;
      if (row.awayAt !== null || isForGood(row.problem)) return false;
      // A clock that was ahead and was put right must not make it rest for years.
      return nextTry(row.tries, row.triedAt) <= now || row.triedAt > now;
    },
    keep: (failed) => {
      put.run({ ...failed, problem: JSON.stringify(failed.problem) });
    },
    setProblem: (id, problem) => {
      setProblem.run(JSON.stringify(problem), id);
    },
    forget: (source) => {
      forget.run(source);
    },
    putAway: (id, at) => {
      setAway.run(at?.at ?? null, at?.by ?? null, id);
    },
    list: (which, limit) => (which === 'waiting' ? waiting : away).all(limit).map((row) => rowSchema.parse(row)),
    count: () => count.get()?.count ?? 0,
  };
}
