import { damageIn } from '#electron/db/damage.ts';
import type { ReadableDatabase } from '#electron/db/open.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { foldText, wordsIn } from '#shared/kernel/text.ts';
import type { WorkRow } from '#shared/requests/dueFirst.ts';
import type { Request } from '#shared/requests/request.ts';
import type { RequestRow } from '#shared/requests/views.ts';

/** What a row says of its request whenever it is asked; what depends on the clock and on the roster is told beside it. */
export type StoredRow = Omit<RequestRow, 'inChargeName' | 'urgent' | 'due' | 'hasToPost' | 'decision'> &
  Pick<Request, 'waits'> & {
    /** Null when forgotten, and of a request typed at the desk. */
    readonly senderAddress: string | null;
  };

type Plain =
  | 'id'
  | 'state'
  | 'index'
  | 'of'
  | 'title'
  | 'receivedAt'
  | 'reopened'
  | 'forwardedAt'
  | 'senderName'
  | 'senderAddress';
/** What the deadline of a request is reckoned from: few columns, for it is read of every request in work. */
interface TimeColumns {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly sendDate: string | null;
  readonly sendTime: string | null;
  readonly inCharge: string | null;
  readonly waits: string | null;
}
type Columns = Pick<StoredRow, Plain> &
  StoredRow['data'] &
  TimeColumns & {
    readonly text: string;
    readonly warnings: string | null;
    readonly missing: string | null;
    readonly conflicts: string | null;
    readonly unread: string | null;
    readonly waitingSince: Instant | null;
    readonly waitingFor: string | null;
    readonly waitingUntil: string | null;
    readonly outcome: NonNullable<StoredRow['closed']>['outcome'] | null;
    readonly joinedInto: string | null;
  };

/** Lists that `rowTable.ts` wrote as JSON. */
const read = <Value>(written: string | null): Value[] => (written === null ? [] : (JSON.parse(written) as Value[]));

function rowOf(columns: Columns): StoredRow {
  const { sendDate, sendTime, link, office, category, reason, waitingSince, waitingFor, waitingUntil, outcome } =
    columns;
  return {
    id: columns.id,
    state: columns.state,
    index: columns.index,
    of: columns.of,
    title: columns.title,
    receivedAt: columns.receivedAt,
    reopened: columns.reopened,
    forwardedAt: columns.forwardedAt,
    senderName: columns.senderName,
    senderAddress: columns.senderAddress,
    data: { sendDate, sendTime, link, office, category, reason },
    asked: { text: columns.text },
    warnings: read(columns.warnings),
    missing: read(columns.missing),
    inCharge: columns.inCharge === null ? null : { person: columns.inCharge },
    conflicts: read(columns.conflicts),
    unread: read(columns.unread),
    waiting: waitingSince === null ? null : { since: waitingSince, for: waitingFor ?? '', until: waitingUntil },
    waits: read(columns.waits),
    closed: outcome && { outcome },
    ...(columns.joinedInto === null ? {} : { joinedInto: columns.joinedInto }),
  };
}

const workRowOf = ({ id, receivedAt, sendDate, sendTime, inCharge, waits }: TimeColumns): WorkRow => ({
  id,
  receivedAt,
  data: { sendDate, sendTime },
  inCharge: inCharge === null ? null : { person: inCharge },
  waits: read(waits),
});

/** Makes rows of what was read; one that is damaged is noted, and takes none of the others with it. */
const readable = <Read extends { readonly id: string }, Made>(
  database: ReadableDatabase,
  found: readonly Read[],
  make: (columns: Read) => Made,
): readonly Made[] =>
  found.flatMap((columns) => {
    try {
      return [make(columns)];
    } catch (cause) {
      if (!(cause instanceof SyntaxError)) throw cause;
      damageIn(database).note({ what: 'row', table: 'request_row', key: `request/${columns.id}` });
      return [];
    }
  });

const TIME_COLUMNS = `row.id, row.received_at AS receivedAt, row.send_date AS sendDate, row.send_time AS sendTime, row.in_charge AS inCharge,
  row.waits`;
/** The columns of a row, as every list reads them. */
const ROW_COLUMNS = `${TIME_COLUMNS}, row.state, row.place AS "index", row.places AS "of", row.title, row.link, row.office, row.category, row.reason, row.warnings, row.missing, row.conflicts, row.unread,
  row.waiting_since AS waitingSince, row.waiting_for AS waitingFor, row.waiting_until AS waitingUntil, row.forwarded_at AS forwardedAt, row.reopened, row.outcome, row.joined_into AS joinedInto, row.text,
  sender_name.name AS senderName, sender_name.address AS senderAddress`;
const FROM = 'FROM request_row AS row LEFT JOIN sender_name ON sender_name.blob = row.sender';
/** Of what went to the head, `@waiting` names the requests on which he has still to decide. */
const WAITING = 'row.id IN (SELECT value FROM json_each(@waiting))';
const TO_DO = "row.decided = 0 AND row.state IN ('open', 'inCharge')";
const WAITS = `(row.decided = 0 AND row.state = 'waiting' OR row.state = 'forwarded' AND ${WAITING})`;
const DECIDED = `row.decided = 1 AND NOT (row.state = 'forwarded' AND ${WAITING})`;
const WITH_WORDS = `NOT EXISTS (SELECT 1 FROM json_each(@words) AS word
  WHERE instr(row.words, word.value) = 0 AND ifnull(instr(sender_name.words, word.value), 0) = 0)`;

/** Which rows: those that hold every word of `text`, at most `limit`. */
interface Wanted {
  readonly text: string;
  readonly limit: number;
}
/** How many hold the words looked for, and how many there are. */
interface Counts {
  readonly found: number;
  readonly total: number;
}

/** Reads the rows of the lists. `waiting` are the requests on whose text the head has still to decide. */
export interface RequestRows {
  /** Every request to be done that holds the words of `text`, as much of it as its place in the list needs. */
  readonly toDo: (text: string) => { readonly rows: readonly WorkRow[]; readonly total: number };
  /** Ids of those that wait for others or for the head, the longest first. */
  readonly waits: (waiting: readonly string[], wanted: Wanted) => Counts & { readonly ids: readonly string[] };
  /** The rows of `ids`, in that order; what is not there is left out. */
  readonly some: (ids: readonly string[]) => readonly StoredRow[];
  /** Those with an answer nobody has read, whatever became of them, the oldest answer first (P18). */
  readonly unread: () => readonly StoredRow[];
  /** The others that hold every word of `text`, the last decided first, at most `limit`. */
  readonly decided: (waiting: readonly string[], wanted: Wanted) => Counts & { readonly rows: readonly StoredRow[] };
}

/** Reads the rows of the lists; `readNames` gives the senders their names. */
export function requestRows(database: ReadableDatabase, readNames: () => void): RequestRows {
  const counting = (where: string) => {
    const all = database.prepare<[object], { count: number }>(
      `SELECT count(*) AS count FROM request_row AS row WHERE ${where}`,
    );
    const some = database.prepare<[object], { count: number }>(
      `SELECT count(*) AS count ${FROM} WHERE ${where} AND ${WITH_WORDS}`,
    );
    return (waiting: string, wanted: readonly string[]): Counts => {
      const total = all.get({ waiting })?.count ?? 0;
      if (wanted.length === 0) return { found: total, total };
      return { found: some.get({ waiting, words: JSON.stringify(wanted) })?.count ?? 0, total };
    };
  };
  const toDo = database.prepare<[], TimeColumns>(`SELECT ${TIME_COLUMNS} FROM request_row AS row WHERE ${TO_DO}`);
  const toDoWith = database.prepare<[{ words: string }], TimeColumns>(
    `SELECT ${TIME_COLUMNS} ${FROM} WHERE ${TO_DO} AND ${WITH_WORDS}`,
  );
  const countToDo = database.prepare<[], { count: number }>(
    `SELECT count(*) AS count FROM request_row AS row WHERE ${TO_DO}`,
  );
  const waits = database.prepare<[{ waiting: string; words: string; limit: number }], { id: string }>(
    `SELECT row.id ${FROM} WHERE ${WAITS} AND ${WITH_WORDS} ORDER BY row.since, row.id LIMIT @limit`,
  );
  const unread = database.prepare<[], Columns>(
    `SELECT ${ROW_COLUMNS} ${FROM} WHERE row.unread IS NOT NULL ORDER BY json_extract(row.unread, '$[0].at'), row.id`,
  );
  const some = database.prepare<[string], Columns>(
    `SELECT ${ROW_COLUMNS} FROM json_each(?) AS wanted JOIN request_row AS row ON row.id = wanted.value
     LEFT JOIN sender_name ON sender_name.blob = row.sender ORDER BY wanted.key`,
  );
  const decided = database.prepare<[{ waiting: string; words: string; limit: number }], Columns>(
    `SELECT ${ROW_COLUMNS} ${FROM} WHERE ${DECIDED} AND ${WITH_WORDS}
     ORDER BY row.since DESC, row.received_at DESC, row.id LIMIT @limit`,
  );
  const [countWaits, countDecided] = [counting(WAITS), counting(DECIDED)];
  return {
    toDo: (text) => {
      const words = wordsIn(foldText(text));
      if (words.length > 0) readNames();
      const found = words.length === 0 ? toDo.all() : toDoWith.all({ words: JSON.stringify(words) });
      return { rows: readable(database, found, workRowOf), total: countToDo.get()?.count ?? 0 };
    },
    waits: (ids, { text, limit }) => {
      readNames();
      const [waiting, wanted] = [JSON.stringify(ids), wordsIn(foldText(text))];
      const rows = waits.all({ waiting, words: JSON.stringify(wanted), limit });
      return { ids: rows.map(({ id }) => id), ...countWaits(waiting, wanted) };
    },
    some: (ids) => {
      readNames();
      return readable(database, some.all(JSON.stringify(ids)), rowOf);
    },
    unread: () => {
      readNames();
      return readable(database, unread.all(), rowOf);
    },
    decided: (ids, { text, limit }) => {
      readNames();
      const [waiting, wanted] = [JSON.stringify(ids), wordsIn(foldText(text))];
      const rows = decided.all({ waiting, words: JSON.stringify(wanted), limit });
      return { rows: readable(database, rows, rowOf), ...countDecided(waiting, wanted) };
    },
  };
}
