import { z } from 'zod';
import type { Database } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { requestFacts } from '#shared/requests/facts.ts';
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
const requests = entityTable({
  kind: 'request',
  version: 2,
  topic: 'requests',
  schema: requestSchema,
  fold: foldRequest,
  columns: { stage: ({ state }) => state, mail: ({ mail }) => mail, received_at: ({ receivedAt }) => receivedAt },
});

export const requestProjections: readonly Projection[] = [mails.projection, requests.projection];

export interface RequestStore {
  readonly get: (id: string) => Request | undefined;
  /** Newest first. */
  readonly all: () => readonly Request[];
  readonly ofMail: (mail: string) => readonly Request[];
  readonly countOpen: () => number;
  readonly mail: (id: string) => Mail | undefined;
  /** Files of the mailbox this desk has already read, with the problem of those it could not. */
  readonly wasRead: (source: string) => boolean;
  readonly markRead: (source: string, at: Instant, problem: string | null) => void;
}

/** Reads requests and their e-mails. */
export function requestStore(database: Database): RequestStore {
  const [mail, request] = [mails.open(database), requests.open(database)];
  const read = database.prepare<[string], { source: string }>('SELECT source FROM read_mail WHERE source = ?');
  const mark = database.prepare('INSERT OR REPLACE INTO read_mail VALUES (?, ?, ?)');
  return {
    get: request.get,
    all: () => request.list('1', [], 'received_at DESC, id'),
    ofMail: (id) => request.list('mail = ?', [id]),
    countOpen: () => request.count("stage IN ('open', 'inCharge')"),
    mail: mail.get,
    wasRead: (source) => read.get(source) !== undefined,
    markRead: (source, at, problem) => {
      mark.run(source, at, problem);
    },
  };
}
