import { excerpt, sayNumber } from '#shared/kernel/text.ts';
import { type Decision, statementKeys } from '#shared/report/choices.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import { decisionAbout } from '#shared/report/reconciling/decisions.ts';
import type { FieldDifference } from '#shared/report/reconciling/differences.ts';
import type { SentMessage, StatementItem } from '#shared/report/statement/statement.ts';
import { figuresOfDay, NOT_KNOWN } from '#shared/report/words.ts';

const OUTCOMES: Readonly<Record<Decision['outcome'], string>> = {
  accepted: 'accettato',
  contested: 'contestato',
  'added to the register': 'aggiunto al registro',
};
const UNDECIDED = 'da decidere';
const TEXT_LENGTH = 90;
/** How much two texts may share before the part that differs. */
const SHARED_LENGTH = 24;

/** The fields of a difference as people call them. */
export const FIELD_NAMES: Readonly<Record<FieldDifference['field'], string>> = {
  date: 'data',
  time: 'ora',
  text: 'testo',
  recipients: 'destinatari',
};

/** A text on one line, short enough for a cell. */
export const short = (text: string): string => excerpt(text.replace(/\s+/g, ' ').trim(), TEXT_LENGTH);

/** The day of a message in a table. */
export const sayDayOf = ({ day }: Pick<SentMessage, 'day'>): string => (day === null ? NOT_KNOWN : figuresOfDay(day));

/** Both texts from a few words before the first one that differs: what is cut away is the same. */
function fromDifference(one: string, other: string): readonly [string, string] {
  const [first, second] = [one, other].map((text) => text.replace(/\s+/g, ' ').trim().split(' '));
  const common = first?.findIndex((word, index) => word !== second?.[index]) ?? 0;
  const shared = (first ?? []).slice(0, Math.max(0, common)).join(' ');
  const start = shared.length > SHARED_LENGTH ? shared.lastIndexOf(' ', shared.length - SHARED_LENGTH) + 1 : 0;
  const cut = (words: readonly string[] = []): string =>
    `${start > 0 ? '…' : ''}${excerpt(words.join(' ').slice(start), TEXT_LENGTH)}`;
  return [cut(first), cut(second)];
}

/** Both values of a difference, the register's first. */
export function sayDifference({ field, register, statement }: FieldDifference): readonly [string, string] {
  if (field === 'text') return fromDifference(String(register), String(statement));
  const say = (value: string | number): string => {
    if (field === 'date') return figuresOfDay(String(value));
    return field === 'recipients' ? sayNumber(Number(value)) : String(value);
  };
  return [say(register), say(statement)];
}

/** Finds rows and decisions by the names the reconciliation gives them. */
export interface Lookup {
  readonly row: (row: number) => StatementItem | undefined;
  readonly message: (number: string) => RegisterRow | undefined;
  /** What was decided about a row of the statement, in words. */
  readonly aboutRow: (row: number) => string;
  readonly aboutMessage: (number: string) => string;
}

/** A lookup over a statement, the decisions about it and the register of the period. */
export function lookupOf(
  statement: readonly StatementItem[],
  decisions: readonly Decision[],
  register: readonly RegisterRow[],
): Lookup {
  const keys = statementKeys(statement);
  const rows = new Map(statement.map((item) => [item.row, item]));
  const messages = new Map(register.map((row) => [row.number, row]));
  const say = (about: Decision['about']): string => {
    const decision = decisionAbout(decisions, about);
    if (!decision) return UNDECIDED;
    return decision.note === '' ? OUTCOMES[decision.outcome] : `${OUTCOMES[decision.outcome]}: ${decision.note}`;
  };
  return {
    row: (row) => rows.get(row),
    message: (number) => messages.get(number),
    aboutRow: (row) => {
      const item = rows.get(row);
      return say({ statement: (item && keys.get(item)) ?? '' });
    },
    aboutMessage: (number) => say({ register: number }),
  };
}
