/** The comparison of register and statement as the lists of the screen (P51). Pure. */
import { sayDay } from '#shared/kernel/day.ts';
import { excerpt, foldText } from '#shared/kernel/text.ts';
import type { Decision } from '#shared/report/choices.ts';
import { timesCents } from '#shared/report/invoice/decimal.ts';
import { decisionAbout } from '#shared/report/reconciling/decisions.ts';
import type { ReportView } from '#shared/report/views.ts';
import { figuresOfDay } from '#shared/report/words.ts';

export type RegisterSide = ReportView['register'][number];
type Comparison = NonNullable<ReportView['comparison']>;
export type StatementSide = Comparison['statement'][number];
type Pair = Comparison['matched'][number];
export type About = Decision['about'];

/** A line of a list: a pair, or a message that stands on one side alone. */
export interface ReconcileRow {
  readonly id: string;
  readonly register: RegisterSide | null;
  readonly statement: StatementSide | null;
  /** Of a pair: how it was found, how well it fits, and where it does not agree. */
  readonly pair: Pair | null;
  /** A probable pair: a person says whether it is one. */
  readonly toConfirm: boolean;
  /** What it repeats: `doppio della riga 31`, `doppio del n. 2026/0181`. */
  readonly repeats: string | null;
  /** The message of its own side that it repeats. */
  readonly twin: Pick<ReconcileRow, 'register' | 'statement'> | null;
  /** What a person decides about; null where there is nothing to decide. */
  readonly about: About | null;
  readonly decision: Decision | undefined;
}

export type ListName = 'matched' | 'different' | 'onlyRegister' | 'onlyStatement' | 'doubles';

export interface ReconcileList {
  readonly name: ListName;
  readonly label: string;
  readonly groups: readonly { readonly id: string; readonly title: string; readonly rows: readonly ReconcileRow[] }[];
  readonly rows: readonly ReconcileRow[];
  /** How many rows wait for a person. */
  readonly open: number;
  /** What the rows cost at the price of the contract, in cents; null while the price is not known. */
  readonly amount: number | null;
}

const TITLE_LENGTH = 70;

/** Whether a person has still to say something about the row. */
export const isOpen = (row: ReconcileRow): boolean => row.toConfirm || (row.about !== null && !row.decision);

/** The first line of a text, without the marks of WhatsApp. */
const firstLine = (text: string): string =>
  excerpt((text.trim().split('\n')[0] ?? '').replace(/[*_~]/g, ''), TITLE_LENGTH);

/** What the row is about, on one line. */
export const titleOf = ({ register, statement }: Pick<ReconcileRow, 'register' | 'statement'>): string =>
  register?.title || firstLine(register?.text ?? statement?.text ?? '');

/** The title of a message of the register where its text does not begin with it already. */
export function titleAbove({ title, text }: Pick<RegisterSide, 'title' | 'text'>): string | null {
  return title === '' || foldText(text).startsWith(foldText(title)) ? null : title;
}

const atTime = (time: string | null): string => (time === null ? '' : ` alle ${time}`);

/** `n. 2026/0181, venerdì 16 ottobre alle 10:00`. */
export const sayRegister = ({ number, day, time }: RegisterSide): string =>
  `n. ${number}${day === null ? '' : `, ${sayDay(day)}`}${atTime(time)}`;

/** `riga 22, 16/10/2026 10:02`. */
export const sayStatement = ({ row, day, time }: StatementSide): string =>
  `riga ${row}${day === null ? '' : `, ${figuresOfDay(day)}`}${time === null ? '' : ` ${time}`}`;

function rowsOf(view: ReportView, comparison: Comparison) {
  const messages = new Map(view.register.map((message) => [message.number, message]));
  const items = new Map(comparison.statement.map((item) => [item.row, item]));
  const row = (fields: Partial<ReconcileRow> & Pick<ReconcileRow, 'id'>): ReconcileRow => {
    const about = fields.about ?? null;
    return {
      register: null,
      statement: null,
      pair: null,
      toConfirm: false,
      repeats: null,
      twin: null,
      ...fields,
      about,
      decision: about ? decisionAbout(view.case.decisions, about) : undefined,
    };
  };
  return {
    pair: (pair: Pair, toConfirm: boolean): ReconcileRow =>
      row({
        id: `pair ${pair.register} ${pair.statement}`,
        register: messages.get(pair.register) ?? null,
        statement: items.get(pair.statement) ?? null,
        pair,
        toConfirm,
        about: !toConfirm && pair.differences.length > 0 ? { register: pair.register } : null,
      }),
    message: (number: string, of?: string): ReconcileRow =>
      row({
        id: `register ${number}`,
        register: messages.get(number) ?? null,
        repeats: of === undefined ? null : `doppio del n. ${of}`,
        twin: of === undefined ? null : { register: messages.get(of) ?? null, statement: null },
        about: { register: number },
      }),
    item: (number: number, of?: number): ReconcileRow => {
      const item = items.get(number) ?? null;
      return row({
        id: `statement ${number}`,
        statement: item,
        repeats: of === undefined ? null : `doppio della riga ${of}`,
        twin: of === undefined ? null : { register: null, statement: items.get(of) ?? null },
        about: { statement: item?.key ?? '' },
      });
    },
  };
}

/** The five lists, in the order of the tabs; none before a statement was read. */
export function listsOf(view: ReportView): readonly ReconcileList[] {
  const { comparison, arithmetic } = view;
  if (!comparison) return [];
  const { pair, message, item } = rowsOf(view, comparison);
  const { matched, toConfirm, onlyRegister, onlyStatement, doubles } = comparison;
  const list = (name: ListName, label: string, groups: ReconcileList['groups']): ReconcileList => {
    const rows = groups.flatMap((group) => group.rows);
    const amount = arithmetic && timesCents(String(rows.length), arithmetic.unitPrice);
    return {
      name,
      label,
      groups: groups.filter((group) => group.rows.length > 0),
      rows,
      open: rows.filter(isOpen).length,
      amount,
    };
  };
  const one = (rows: readonly ReconcileRow[]): ReconcileList['groups'] => [{ id: 'all', title: '', rows }];
  const isEqual = ({ differences }: Pair): boolean => differences.length === 0;
  return [
    list('matched', 'Abbinati', one(matched.filter(isEqual).map((each) => pair(each, false)))),
    list('different', 'Con differenze', [
      { id: 'toConfirm', title: 'Da confermare', rows: toConfirm.map((each) => pair(each, true)) },
      {
        id: 'differing',
        title: 'Abbinati, con differenze',
        rows: matched.filter((each) => !isEqual(each)).map((each) => pair(each, false)),
      },
    ]),
    list('onlyRegister', 'Solo nel registro', one(onlyRegister.map((number) => message(number)))),
    list('onlyStatement', 'Solo nel rendiconto', one(onlyStatement.map((number) => item(number)))),
    list(
      'doubles',
      'Doppi',
      one(
        doubles.map((double) =>
          'statement' in double ? item(double.statement, double.of) : message(double.register, double.of),
        ),
      ),
    ),
  ];
}

/** How many questions of the lists wait for a person. */
export const openIn = (lists: readonly ReconcileList[]): number => lists.reduce((sum, { open }) => sum + open, 0);
