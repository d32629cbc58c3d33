import { z } from 'zod';
import type { Database } from '#electron/db/open.ts';
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
import { letterFacts, type SentLetter, sentLetterSchema } from '#shared/requests/letterFacts.ts';
import { type Look, lookSchema, mailboxFacts } from '#shared/requests/mailboxChecks.ts';
import { foldRequest, type Request, requestSchema } from '#shared/requests/request.ts';

const mailSchema = requestFacts['mail.received'].extend({ id: z.string() });
export type Mail = z.infer<typeof mailSchema>;

const mails = entityTable({
  kind: 'mail',
  version: 1,
  topic: 'requests',
  schema: mailSchema,
  columns: { received_at: ({ receivedAt }) => receivedAt },
  fold: (id, facts) =>
    foldFacts<Mail | undefined>(facts, undefined, (mail, raw) => {
      const fact = readFact(requestFacts, raw);
      return mail ?? (fact?.type === 'mail.received' ? { ...fact.body, id } : undefined);
    }),
});
const letters = entityTable({
  kind: 'letter',
  version: 1,
  topic: 'requests',
  schema: sentLetterSchema,
  columns: { request: ({ request }) => request },
  fold: (_id, facts) =>
    foldFacts<SentLetter | undefined>(facts, undefined, (letter, raw) => letter ?? readFact(letterFacts, raw)?.body),
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
  version: 6,
  topic: 'requests',
  schema: requestSchema,
  fold: foldRequest,
  columns: {
    stage: ({ state }) => state,
    mail: ({ mail }) => mail,
    place: ({ index }) => index,
    series: ({ series }) => (series ? seriesKey(series) : null),
    received_at: ({ receivedAt }) => receivedAt,
  },
});

/** The requests that the facts of an e-mail concern: those it holds, and those a cut ever named. */
function concernedBy(database: Database, mail: string, facts: readonly Fact[]): ReadonlySet<string> {
  const held = database.prepare<[string], { id: string }>('SELECT id FROM request WHERE mail = ?').all(mail);
  const cut = facts.flatMap((raw) => {
    const fact = readFact(requestFacts, raw);
    return fact?.type === 'mail.cut' ? fact.body.requests : [];
  });
  return new Set([...held, ...cut].map(({ id }) => id));
}

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
  project: (database, ent, facts) => {
    const { ofEntity } = factTable(database);
    const project = (request: string, own: readonly Fact[], ofMail: readonly Fact[]): void =>
      requests.projection.project(database, request, [...own, ...ofMail]);
    if (kindOf(ent) === 'request') {
      const mail = mailOf(facts);
      project(ent, facts, mail === null ? [] : ofEntity(`mail/${mail}`));
      return;
    }
    for (const id of concernedBy(database, ent.slice('mail/'.length), facts)) {
      project(`request/${id}`, ofEntity(`request/${id}`), facts);
    }
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

export interface RequestStore {
  readonly get: (id: string) => Request | undefined;
  /** Newest first. */
  readonly all: () => readonly Request[];
  /** Those nobody decided yet, newest first. */
  readonly undecided: () => readonly Request[];
  /** In order of place (P12). */
  readonly ofMail: (mail: string) => readonly Request[];
  /** Every request that belongs to a series (P15). */
  readonly inSeries: () => readonly RequestInSeries[];
  readonly countOpen: () => number;
  readonly mail: (id: string) => Mail | undefined;
  /** The looks at the mailbox on a day (P20), oldest first. */
  readonly looks: (day: Day) => readonly Look[];
  /** The day of the first look ever; `undefined` before it. */
  readonly firstLook: () => Day | undefined;
  /** A letter of the desk that left. */
  readonly letter: (id: string) => SentLetter | undefined;
  /** Files of the mailbox this desk has already read, with the problem of those it could not. */
  readonly wasRead: (source: string) => boolean;
  readonly markRead: (source: string, at: Instant, problem: string | null) => void;
}

/** Reads requests and their e-mails. */
export function requestStore(database: Database): RequestStore {
  const [mail, letter, request] = [mails.open(database), letters.open(database), requests.open(database)];
  const look = looks.open(database);
  const first = database.prepare<[], { day: Day | null }>('SELECT min(id) AS day FROM mailbox');
  const read = database.prepare<[string], { source: string }>('SELECT source FROM read_mail WHERE source = ?');
  const inSeries = database.prepare<[], { series: string }>(IN_SERIES);
  const mark = database.prepare('INSERT OR REPLACE INTO read_mail VALUES (?, ?, ?)');
  return {
    get: request.get,
    all: () => request.list('1', [], 'received_at DESC, id'),
    undecided: () => request.list("stage IN ('open', 'inCharge', 'waiting')", [], 'received_at DESC, id'),
    ofMail: (id) => request.list('mail = ?', [id], 'place, id'),
    inSeries: () => inSeries.all().map(({ series }) => inSeriesSchema.parse(JSON.parse(series))),
    countOpen: () => request.count("stage IN ('open', 'inCharge')"),
    mail: mail.get,
    letter: letter.get,
    looks: (day) => look.get(day) ?? [],
    firstLook: () => first.get()?.day ?? undefined,
    wasRead: (source) => read.get(source) !== undefined,
    markRead: (source, at, problem) => {
      mark.run(source, at, problem);
    },
  };
}
