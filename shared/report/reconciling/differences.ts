import type { RegisterItem, SentMessage, StatementItem } from '#shared/report/statement/statement.ts';
import { fingerprint } from '#shared/text/fingerprint.ts';

/** A field in which a matched pair does not agree, with both values (P51). */
export interface FieldDifference {
  readonly field: 'date' | 'time' | 'text' | 'recipients';
  readonly register: string | number;
  readonly statement: string | number;
}

/** Two clocks never agree to the minute: below this the times are the same. */
const MINUTES_TOLERANCE = 15;
/** A statement may cut a text short; a shorter piece than this could be anything. */
const SHORTEST_PIECE = 20;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function sameTime(one: string, other: string): boolean {
  return Math.abs(minutesOf(one) - minutesOf(other)) < MINUTES_TOLERANCE;
}

/** The same words, or the beginning of the same words; signs, emoji and addresses do not count. */
function sameText(one: SentMessage, other: SentMessage): boolean {
  const [whole, piece] = [one, other].map(({ text }) => fingerprint(text).folded);
  if (whole === undefined || piece === undefined || whole === piece) return true;
  return piece.length >= SHORTEST_PIECE && whole.startsWith(piece);
}

/** The fields in which a message of the register and its row of the statement do not agree; unknown values do not count. */
export function differencesOf(register: RegisterItem, statement: StatementItem): readonly FieldDifference[] {
  const differs = <Value extends string | number>(
    field: FieldDifference['field'],
    one: Value | null,
    other: Value | null,
    isSame: (one: Value, other: Value) => boolean,
  ): FieldDifference[] =>
    one === null || other === null || isSame(one, other) ? [] : [{ field, register: one, statement: other }];
  const equal = <Value>(one: Value, other: Value): boolean => one === other;
  return [
    ...differs('date', register.day, statement.day, equal),
    ...differs('time', register.time, statement.time, sameTime),
    ...differs('text', register.text, statement.text, () => statement.text === '' || sameText(register, statement)),
    ...differs('recipients', register.recipients, statement.recipients, equal),
  ];
}
