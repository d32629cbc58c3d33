import type { BesideTables } from '#electron/journal/entityTable.ts';
import { sameRow } from '#electron/journal/sameRow.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { foldText } from '#shared/kernel/text.ts';
import { isDecided } from '#shared/requests/foldRequest.ts';
import type { Request } from '#shared/requests/request.ts';
import { SENDER_NAMES } from './senderNames.ts';

/** The moment by which the decided are sorted. */
const since = ({ waiting, forwardedAt, receivedAt }: Request): Instant => waiting?.since ?? forwardedAt ?? receivedAt;

/** Every word a filter may look for but those of the sender, who may be forgotten. */
const wordsOf = ({ title, data, asked }: Request): string =>
  foldText([title, data.office, data.link, asked.text].filter(Boolean).join(' '));

type ColumnValue = string | number | null;
const list = (values: readonly unknown[]): string | null => (values.length === 0 ? null : JSON.stringify(values));

/** The columns and what is written in them; the long ones come last, so that the others are read without them. */
const COLUMNS: Readonly<Record<string, (request: Request) => ColumnValue>> = {
  id: ({ id }) => id,
  decided: (request) => (isDecided(request) ? 1 : 0),
  since,
  state: ({ state }) => state,
  sender: ({ sender }) => sender,
  place: ({ index }) => index,
  places: ({ of }) => of,
  title: ({ title }) => title,
  received_at: ({ receivedAt }) => receivedAt,
  send_date: ({ data }) => data.sendDate,
  send_time: ({ data }) => data.sendTime,
  link: ({ data }) => data.link,
  office: ({ data }) => data.office,
  category: ({ data }) => data.category,
  reason: ({ data }) => data.reason,
  warnings: ({ warnings }) => list(warnings.map(({ code }) => ({ code }))),
  missing: ({ missing }) => list(missing),
  in_charge: ({ inCharge }) => inCharge?.person ?? null,
  conflicts: ({ conflicts }) => list(conflicts.map(({ field }) => ({ field }))),
  waiting_since: ({ waiting }) => waiting?.since ?? null,
  waiting_for: ({ waiting }) => waiting?.for ?? null,
  waiting_until: ({ waiting }) => waiting?.until ?? null,
  waits: ({ waits }) => list(waits),
  forwarded_at: ({ forwardedAt }) => forwardedAt,
  reopened: ({ reopened }) => reopened,
  unread: ({ unread }) => list(unread),
  outcome: ({ closed }) => closed?.outcome ?? null,
  joined_into: ({ joinedInto }) => joinedInto ?? null,
  text: ({ asked }) => asked.text,
  words: wordsOf,
};
const NAMES = Object.keys(COLUMNS);

/** The rows of the lists, and the senders they name. */
export const rowTables: BesideTables<Request> = {
  tables: ['request_row', 'sender_name'],
  create: [
    `CREATE TABLE request_row (${NAMES.map((name) => (name === 'id' ? 'id TEXT PRIMARY KEY' : name)).join(', ')});`,
    'CREATE INDEX request_row_decided ON request_row (decided, since DESC, received_at DESC, id, state);',
    SENDER_NAMES,
  ].join('\n'),
  compare: (database) => {
    const same = sameRow(database, 'request_row', NAMES);
    return (id, request) => same(id, request && NAMES.map((name) => COLUMNS[name]?.(request) ?? null));
  },
  prepare: (database) => {
    const remove = database.prepare('DELETE FROM request_row WHERE id = ?');
    const put = database.prepare(
      `INSERT OR REPLACE INTO request_row (${NAMES.join(', ')}) VALUES (${NAMES.map(() => '?').join(', ')})`,
    );
    const putSender = database.prepare('INSERT OR IGNORE INTO sender_name (blob) VALUES (?)');
    return (id, request) => {
      if (!request) {
        remove.run(id);
        return;
      }
      put.run(NAMES.map((name) => COLUMNS[name]?.(request) ?? null));
      if (request.sender !== null) putSender.run(request.sender);
    };
  },
};
