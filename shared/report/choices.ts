import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import type { StatementItem } from '#shared/report/statement/statement.ts';
import { fingerprint } from '#shared/text/fingerprint.ts';

/**
 * What a person decided about a pair (P51). A row of the statement is named by its content, not by its place: the
 * choice holds when the contractor sends the file again with more or fewer rows.
 */
export const choiceSchema = z.object({
  kind: z.enum(['same', 'not the same']),
  /** Number in the register. */
  register: z.string(),
  /** Key of the row of the statement, as `statementKeys` gives it. */
  statement: z.string(),
});
export type Choice = z.infer<typeof choiceSchema>;

/** What a person decided about a difference, with a note (P51). */
export const decisionSchema = z.object({
  /** A message of the register by its number, or a row of the statement by its key. */
  about: z.union([z.object({ register: z.string() }), z.object({ statement: z.string() })]),
  outcome: z.enum(['accepted', 'contested', 'added to the register']),
  note: z.string(),
  by: z.string(),
  at: instantSchema,
});
export type Decision = z.infer<typeof decisionSchema>;

/** Whether two decisions are about the same message or row. */
export const isSameAbout = (one: Decision['about'], other: Decision['about']): boolean =>
  'register' in one
    ? 'register' in other && one.register === other.register
    : 'statement' in other && one.statement === other.statement;

/** Names each row by what it says; of rows that say the same, the second ends with `#2`. */
export function statementKeys(statement: readonly StatementItem[]): ReadonlyMap<StatementItem, string> {
  const seen = new Map<string, number>();
  const inOrder = [...statement].sort((one, other) => one.row - other.row);
  return new Map(
    inOrder.map((item) => {
      const { day, time, recipients, text } = item;
      const content = [day ?? '', time ?? '', recipients ?? '', fingerprint(text).folded].join('|');
      const count = (seen.get(content) ?? 0) + 1;
      seen.set(content, count);
      return [item, count === 1 ? content : `${content}#${count}`];
    }),
  );
}
