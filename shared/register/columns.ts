/**
 * The columns of the register, described once and in their order: the table on screen, what rows can be ordered by, the
 * search table of SQLite and the exported sheet all follow from here.
 */
import { romeOf } from '#shared/kernel/instant.ts';
import { nameOf, type Roster } from '#shared/people/roster.ts';
import { type ApprovedElsewhere, sayApprover } from './approver.ts';
import { electionLine } from './election.ts';

import { type Entry, entryNumber } from './entry.ts';
import { countedYear, countKey, notesKey, numberKey, wordsKey } from './orderKeys.ts';
import { saySeries } from './series.ts';

/** Who wrote an approval down, by name. */
const approvedElsewhere = (approval: Entry['approval'], roster: Roster): ApprovedElsewhere | null =>
  approval ? { way: approval.way, by: nameOf(roster, approval.recordedBy), at: approval.recordedAt } : null;

/** How the table on screen shows a column; its cell is in `renderer/register`. */
export interface ScreenForm {
  readonly head: string;
  /** Width in px at the start; the column without one takes what the others leave. */
  readonly width?: number;
  /** Width of the window in px from which it shows without being asked for. */
  readonly from?: number;
  /** It names its row, and is always shown. */
  readonly rowHeader?: boolean;
  readonly numeric?: boolean;
  readonly muted?: boolean;
}

/**
 * How rows are ordered by a column: by the moment of sending, which the search table follows anyway, or by a key, for
 * which it has a column of that kind. A key that changes its meaning needs a new version of the search table.
 */
export type OrderForm =
  | 'moment'
  | { readonly kind: 'INTEGER'; readonly key: (entry: Entry) => number }
  | { readonly kind: 'TEXT'; readonly key: (entry: Entry) => string };

/** What a value of the exported sheet is made from besides its row. */
export interface SheetSources {
  readonly roster: Roster;
  /** Number of another row, as `2026/0042`; null when it is not there. */
  readonly numberOf: (id: string) => string | null;
  /** The decisions about its text that somebody wrote down for the head, one a line (P38); null where there are none. */
  readonly heardOf: (id: string) => string | null;
}

/** How the exported register has a column (P43). The heads are those the reconciliation recognises in a file. */
export interface SheetForm {
  readonly head: string;
  readonly kind: 'text' | 'whole' | 'day' | 'time';
  /** Width in characters. */
  readonly width: number;
  readonly value: (entry: Entry, sources: SheetSources) => string | number | null;
  /** Left out where no row has a value. */
  readonly onlyWhenUsed?: true;
}

interface RegisterColumn {
  readonly id: string;
  readonly screen?: ScreenForm;
  readonly order?: OrderForm;
  readonly sheet: SheetForm;
}

export const REGISTER_COLUMNS = [
  {
    id: 'number',
    screen: { head: 'Numero', width: 88, muted: true },
    order: { kind: 'INTEGER', key: (entry) => numberKey(countedYear(entry), entry.number) },
    sheet: { head: 'Numero', kind: 'text', width: 11, value: entryNumber },
  },
  {
    id: 'sentAt',
    screen: { head: 'Data', width: 92 },
    order: 'moment',
    sheet: { head: 'Data invio', kind: 'day', width: 12, value: ({ sentAt }) => romeOf(sentAt).day },
  },
  {
    id: 'time',
    screen: { head: 'Ora', width: 56, from: 1600, muted: true },
    sheet: { head: 'Ora invio', kind: 'time', width: 9, value: ({ sentAt }) => romeOf(sentAt).time },
  },
  {
    id: 'title',
    screen: { head: 'Avviso', rowHeader: true },
    order: { kind: 'TEXT', key: ({ title }) => wordsKey(title) },
    sheet: { head: 'Titolo', kind: 'text', width: 40, value: ({ title }) => title },
  },
  { id: 'sent', sheet: { head: 'Testo', kind: 'text', width: 60, value: ({ sent }) => sent.text } },
  {
    id: 'office',
    screen: { head: 'Ufficio', width: 124, muted: true },
    order: { kind: 'TEXT', key: ({ office }) => wordsKey(office) },
    sheet: { head: 'Ufficio', kind: 'text', width: 20, value: ({ office }) => office },
  },
  {
    id: 'category',
    screen: { head: 'Categoria', width: 130, from: 1600, muted: true },
    order: { kind: 'TEXT', key: ({ category }) => wordsKey(category) },
    sheet: { head: 'Categoria', kind: 'text', width: 16, value: ({ category }) => category },
  },
  { id: 'reason', sheet: { head: 'Motivo', kind: 'text', width: 16, value: ({ reason }) => reason } },
  {
    id: 'route',
    screen: { head: 'Via', width: 72, from: 1280 },
    order: { kind: 'TEXT', key: ({ route }) => wordsKey(route) },
    sheet: { head: 'Via', kind: 'text', width: 20, value: ({ route }) => route },
  },
  { id: 'link', sheet: { head: 'Link', kind: 'text', width: 40, value: ({ link }) => link } },
  {
    id: 'recipients',
    screen: { head: 'Persone', width: 84, from: 1600, numeric: true },
    order: { kind: 'INTEGER', key: ({ recipients }) => countKey(recipients) },
    sheet: { head: 'Destinatari', kind: 'whole', width: 12, value: ({ recipients }) => recipients },
  },
  {
    id: 'requestedDate',
    sheet: { head: 'Data richiesta', kind: 'day', width: 14, value: ({ requestedDate }) => requestedDate },
  },
  { id: 'asked', sheet: { head: 'Testo chiesto', kind: 'text', width: 40, value: ({ asked }) => asked } },
  {
    id: 'rewritten',
    sheet: { head: 'Testo riscritto', kind: 'text', width: 40, value: ({ rewritten }) => rewritten.text },
  },
  {
    id: 'rewrittenBy',
    sheet: {
      head: 'Riscritto da',
      kind: 'text',
      width: 20,
      value: ({ rewritten }, { roster }) => nameOf(roster, rewritten.by),
    },
  },
  {
    id: 'approved',
    sheet: { head: 'Testo approvato', kind: 'text', width: 40, value: ({ approved }) => approved?.text ?? null },
  },
  {
    id: 'approvedBy',
    sheet: {
      head: 'Approvato da',
      kind: 'text',
      width: 20,
      value: ({ approved, approval }, { roster }) =>
        approved && sayApprover(nameOf(roster, approved.by), approvedElsewhere(approval, roster)),
    },
  },
  {
    id: 'heard',
    sheet: {
      head: 'Decisioni per telefono o e-mail',
      kind: 'text',
      width: 40,
      onlyWhenUsed: true,
      value: ({ id }, { heardOf }) => heardOf(id),
    },
  },
  {
    id: 'sentBy',
    sheet: { head: 'Confermato da', kind: 'text', width: 20, value: ({ sent }, { roster }) => nameOf(roster, sent.by) },
  },
  {
    id: 'note',
    screen: { head: 'Note', width: 140 },
    order: { kind: 'TEXT', key: notesKey },
    sheet: { head: 'Scostamenti', kind: 'text', width: 40, value: ({ deviations }) => deviations.join('\n') },
  },
  {
    id: 'emergency',
    sheet: {
      head: 'Emergenza autorizzata da',
      kind: 'text',
      width: 24,
      value: ({ emergency }) => emergency?.authoriser ?? null,
    },
  },
  {
    id: 'election',
    sheet: {
      head: 'Periodo elettorale',
      kind: 'text',
      width: 40,
      onlyWhenUsed: true,
      value: ({ election }, { roster }) => (election ? electionLine(election, (id) => nameOf(roster, id)) : null),
    },
  },
  {
    id: 'series',
    sheet: {
      head: 'Serie',
      kind: 'text',
      width: 24,
      value: ({ series }) => (series ? `${series.name}, ${saySeries(series)}` : null),
    },
  },
  {
    id: 'corrects',
    sheet: {
      head: 'Rettifica',
      kind: 'text',
      width: 11,
      value: ({ corrects }, { numberOf }) => (corrects === undefined ? null : numberOf(corrects)),
    },
  },
] as const satisfies readonly RegisterColumn[];

type Described = (typeof REGISTER_COLUMNS)[number];
type OnScreen = Extract<Described, { readonly screen: ScreenForm }>;
type Ordering = Extract<Described, { readonly order: OrderForm }>;

/** A column the table on screen may have. */
export type ColumnId = OnScreen['id'];
/** A column rows can be ordered by. */
export type OrderId = Ordering['id'];

/** The columns the table on screen may have, as they stand at the start, and whether rows can be ordered by them. */
export const SCREEN_COLUMNS: readonly (ScreenForm & { readonly id: ColumnId; readonly sortable: boolean })[] =
  REGISTER_COLUMNS.filter((column) => 'screen' in column).map((column) => ({
    ...column.screen,
    id: column.id,
    sortable: 'order' in column,
  }));

/** What rows can be ordered by. */
export const ORDERS: readonly OrderId[] = REGISTER_COLUMNS.filter((column) => 'order' in column).map(({ id }) => id);

/** A column of the search table that rows are ordered by. */
export type OrderColumn = Exclude<OrderForm, 'moment'> & { readonly id: OrderId };

/** The columns of the search table that rows are ordered by. */
export const ORDER_COLUMNS: readonly OrderColumn[] = REGISTER_COLUMNS.flatMap((column): readonly OrderColumn[] =>
  'order' in column && column.order !== 'moment' ? [{ id: column.id, ...column.order }] : [],
);
