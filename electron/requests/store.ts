import { z } from 'zod';
import type { Database } from '#electron/db/open.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import { factTable } from '#electron/journal/factTable.ts';
import { kindOf, type Projection } from '#electron/journal/projection.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { seriesKey } from '#shared/register/series.ts';
import { requestFacts } from '#shared/requests/facts.ts';
import { foldRequest } from '#shared/requests/foldRequest.ts';
import { foldLetter, type SentLetter, sentLetterSchema } from '#shared/requests/letterFacts.ts';
import { type Look, lookSchema, mailboxFacts } from '#shared/requests/mailboxChecks.ts';
import { type Placement, placementSchema } from '#shared/requests/otherMail.ts';
import { subjectKey } from '#shared/requests/reading/recall.ts';
import { type Request, requestSchema } from '#shared/requests/request.ts';
import { type RequestRows, requestRows } from './rows.ts';
import { rowTables } from './rowTable.ts';
import { followSenderNames } from './senderNames.ts';
import { type UnreadMails, unreadMails } from './unreadMails.ts';

const mailSchema = requestFacts['mail.received'].extend({ id: z.string(), placed: placementSchema.nullable() });
export type Mail = z.infer<typeof mailSchema>;

/** A receipt under the identity of the message it speaks of: so the former version kept it. It gives way to the message. */
const isReceipt = (mail: Pick<Mail, 'kind'> | undefined): boolean => mail?.kind === 'pec-receipt';
/** What a person decides of an e-mail by each of these facts; null takes it back. */
const PLACEMENTS: Readonly<Partial<Record<string, Placement['what'] | null>>> = {
  'mail.asked': 'request',
  'mail.joined': 'answer',
  'mail.putAside': 'aside',
  'mail.broughtBack': null,
};
const mails = entityTable({
  kind: 'mail',
  version: 4,
  topic: 'requests',
  schema: mailSchema,
  columns: {
    received_at: ({ receivedAt }) => receivedAt,
    subject: ({ subject }) => subjectKey(subject),
    kind: ({ kind }) => kind,
    placed: ({ placed }) => placed?.what ?? null,
    answering: ({ answers = [] }) => Number(answers.length > 0),
  },
  fold: (id, facts) =>
    foldFacts<Mail | undefined>(facts, undefined, (mail, raw) => {
      const fact = readFact(requestFacts, raw);
      const what = fact && PLACEMENTS[fact.type];
      if (mail && fact && what !== undefined)
        return { ...mail, placed: what === null ? null : { what, by: fact.actor, at: fact.at } };
      if (fact?.type !== 'mail.received' || (mail && (!isReceipt(mail) || isReceipt(fact.body)))) return mail;
      return { ...fact.body, id, placed: mail?.placed ?? null };
    }),
});
const letters = entityTable({
  kind: 'letter',
  version: 3,
  topic: 'requests',
  schema: sentLetterSchema,
  columns: { request: ({ request }) => request, stage: ({ state }) => state },
  fold: (_id, facts) => foldLetter(facts),
});
const looks = entityTable({
  kind: 'mailbox',
  version: 1,
  topic: 'service',
  schema: z.array(lookSchema),
  columns: {},
  fold: (_day, facts) =>
    foldFacts<readonly Look[]>(facts, [], (list, raw) => {
      const fact = readFact(mailboxFacts, raw);
      return fact ? [...list, { ...fact.body, at: fact.at, by: fact.actor }] : list;
    }).slice(),
});
const requests = entityTable({
  kind: 'request',
  version: 12,
  topic: 'requests',
  schema: requestSchema,
  fold: foldRequest,
  columns: {
    stage: ({ state }) => state,
    mail: ({ mail }) => mail,
    place: ({ index }) => index,
    series: ({ series }) => (series ? seriesKey(series) : null),
    received_at: ({ receivedAt }) => receivedAt,
    wakes: ({ waiting }) => waiting?.until ?? null,
  },
  beside: rowTables,
});

/** The requests that a cut of an e-mail ever named. */
const cutFrom = (facts: readonly Fact[]): readonly { readonly id: string }[] =>
  facts.flatMap((raw) => {
    const fact = readFact(requestFacts, raw);
    return fact?.type === 'mail.cut' ? fact.body.requests : [];
  });

/** The e-mail in which a request arrived. */
function mailOf(facts: readonly Fact[]): string | null {
  for (const raw of facts) {
    const fact = readFact(requestFacts, raw);
    if (fact?.type === 'request.received') return fact.body.mail;
  }
  return null;
}

/** Requests are made of their own facts and of the cuts of their e-mail (P12): whichever changes, they are folded again. */
const cutRequests: Projection = {
  ...requests.projection,
  kinds: ['request', 'mail'],
  prepare: (database) => {
    const { ofEntity } = factTable(database);
    const heldBy = database.prepare<[string], { id: string }>('SELECT id FROM request WHERE mail = ?');
    const write = requests.projection.prepare(database);
    return (ent, facts) => {
      if (kindOf(ent) === 'request') {
        const mail = mailOf(facts);
        write(ent, mail === null ? facts : [...facts, ...ofEntity(`mail/${mail}`)]);
        return;
      }
      const concerned = [...heldBy.all(ent.slice('mail/'.length)), ...cutFrom(facts)];
      for (const id of new Set(concerned.map((one) => one.id))) {
        write(`request/${id}`, [...ofEntity(`request/${id}`), ...facts]);
      }
    };
  },
};

export const requestProjections: readonly Projection[] = [
  mails.projection,
  letters.projection,
  looks.projection,
  cutRequests,
];

const inSeriesSchema = requestSchema.pick({ id: true, title: true, state: true, series: true, comparisons: true });
/** A request of a series, as much as a list of its series shows. */
export type RequestInSeries = z.infer<typeof inSeriesSchema>;
/** Without parsing whole requests, and without walking the whole table in the order of `received_at`. */
const IN_SERIES = `SELECT json_object('id', id, 'title', json_extract(state, '$.title'), 'state', stage,
  'series', json_extract(state, '$.series'), 'comparisons', json_extract(state, '$.comparisons')) AS series
  FROM request WHERE series > '' ORDER BY +received_at, id`;

/** Neither a request nor an answer to one: what is read as a request always holds one. */
const PLACELESS = `answering = 0 AND kind IN ('not-a-request', 'reply', 'auto-reply', 'pec-receipt')
  AND NOT EXISTS (SELECT 1 FROM request WHERE request.mail = mail.id)`;

/** More than people decide of in some days. */
const MOST_PLACED = 500;
const UNPLACED = `placed IS NULL AND ${PLACELESS}`;
const BY_HAND = "kind IN ('not-a-request', 'reply')";

export interface UnplacedMails {
  readonly written: readonly Mail[];
  readonly automatic: readonly Mail[];
  readonly total: number;
}

export interface RequestStore {
  readonly get: (id: string) => Request | undefined;
  /** Those nobody decided yet, newest first. */
  readonly undecided: () => readonly Request[];
  /** Those whose pause ends by itself on this day or before (P17). */
  readonly toWake: (today: Day) => readonly Request[];
  /** In order of place (P12). */
  readonly ofMail: (mail: string) => readonly Request[];
  /** Every request that belongs to a series (P15). */
  readonly inSeries: () => readonly RequestInSeries[];
  readonly countOpen: () => number;
  /** Rows of lists, with the names of their senders. */
  readonly rows: RequestRows;
  readonly mail: (id: string) => Mail | undefined;
  /** Those with this subject, the newest first. */
  readonly mailsOn: (subject: string) => readonly Mail[];
  /**
   * E-mails that are neither a request nor an answer to one and that nobody decided about: the newest of those a person
   * may have written, the newest of those a program wrote since then, and how many of the first there are in all.
   */
  readonly unplaced: (since: Instant, limit: number) => UnplacedMails;
  /** Those a person decided about since then, the last first. */
  readonly placedSince: (since: Instant) => readonly Mail[];
  /** How many e-mails came since then, and how many of them are a request or an answer to one. */
  readonly countSince: (since: Instant) => { readonly read: number; readonly inRequests: number };
  /** The looks at the mailbox on a day (P20), oldest first. */
  readonly looks: (day: Day) => readonly Look[];
  /** The day of the first look ever; `undefined` before it. */
  readonly firstLook: () => Day | undefined;
  /** A letter of the desk that was written. */
  readonly letter: (id: string) => SentLetter | undefined;
  /** Those a person has still to send, the oldest first. */
  readonly lettersToPost: () => readonly SentLetter[];
  /** Those that left by themselves and not well: a person has to decide, the oldest first. */
  readonly lettersInTrouble: () => readonly SentLetter[];
  /** Messages of the mailbox this desk has already read. */
  readonly wasRead: (source: string) => boolean;
  readonly markRead: (source: string, at: Instant) => void;
  /** Those it could not read. */
  readonly unread: UnreadMails;
}

const byDate = (one: SentLetter, other: SentLetter): number =>
  one.date < other.date ? -1 : one.date > other.date ? 1 : 0;

/** Reads requests and their e-mails; `blobs` hold the names of their senders. */
export function requestStore(database: Database, blobs: Blobs): RequestStore {
  const [mail, letter, request] = [mails.open(database), letters.open(database), requests.open(database)];
  const look = looks.open(database);
  const first = database.prepare<[], { day: Day | null }>('SELECT min(id) AS day FROM mailbox');
  const read = database.prepare<[string], { source: string }>('SELECT source FROM read_mail WHERE source = ?');
  const inSeries = database.prepare<[], { series: string }>(IN_SERIES);
  const mark = database.prepare('INSERT OR REPLACE INTO read_mail (source, read_at) VALUES (?, ?)');
  const unread = unreadMails(database);
  const markRead = database.transaction((source: string, at: Instant) => {
    mark.run(source, at);
    unread.forget(source);
  });
  return {
    get: request.get,
    undecided: () => request.list("stage IN ('open', 'inCharge', 'waiting')", [], 'received_at DESC, id'),
    toWake: (today) => request.list("stage = 'waiting' AND wakes <= ?", [today], 'received_at, id'),
    ofMail: (id) => request.list('mail = ?', [id], 'place, id'),
    inSeries: () => inSeries.all().map(({ series }) => inSeriesSchema.parse(JSON.parse(series))),
    rows: requestRows(database, followSenderNames(database, blobs)),
    countOpen: () => request.count("stage IN ('open', 'inCharge')"),
    mail: mail.get,
    mailsOn: (subject) => mail.list('subject = ?', [subjectKey(subject)], 'received_at DESC, id'),
    unplaced: (since, limit) => {
      const newest = `received_at DESC, id LIMIT ${limit}`;
      return {
        written: mail.list(`${BY_HAND} AND ${UNPLACED}`, [], newest),
        automatic: mail.list(`NOT (${BY_HAND}) AND received_at >= ? AND ${UNPLACED}`, [since], newest),
        total: mail.count(`${BY_HAND} AND ${UNPLACED}`),
      };
    },
    placedSince: (since) =>
      mail
        .list('placed IS NOT NULL', [], `received_at DESC, id LIMIT ${MOST_PLACED}`)
        .filter(({ placed }) => placed !== null && placed.at >= since),
    countSince: (since) => {
      const of = (condition: string) => mail.count(`received_at >= ? AND ${condition}`, [since]);
      return { read: of('1'), inRequests: of(`NOT (${PLACELESS})`) };
    },
    letter: letter.get,
    lettersToPost: () => letter.list("stage = 'toPost'").toSorted(byDate),
    lettersInTrouble: () => letter.list("stage IN ('partial', 'refused', 'uncertain')").toSorted(byDate),
    looks: (day) => look.get(day) ?? [],
    firstLook: () => first.get()?.day ?? undefined,
    wasRead: (source) => read.get(source) !== undefined,
    markRead,
    unread,
  };
}
