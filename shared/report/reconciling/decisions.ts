import { excerpt } from '#shared/kernel/text.ts';
import { type Decision, isSameAbout, statementKeys } from '#shared/report/choices.ts';
import type { StatementItem } from '#shared/report/statement/statement.ts';
import { figuresOfDay } from '#shared/report/words.ts';
import type { Reconciliation } from './reconcile.ts';

type About = Decision['about'];

const TEXT_LENGTH = 80;

/** The last decision about a message or a row: decisions are added, never changed. */
export function decisionAbout(decisions: readonly Decision[], about: About): Decision | undefined {
  return decisions.findLast((decision) => isSameAbout(decision.about, about));
}

/** What a person must decide (P51): matched pairs that differ, and everything that has no companion. */
export function questionsOf(reconciliation: Reconciliation, statement: readonly StatementItem[]): readonly About[] {
  const keys = statementKeys(statement);
  const keyOf = new Map(statement.map((item) => [item.row, keys.get(item) ?? '']));
  const { matched, onlyRegister, onlyStatement, doubles } = reconciliation;
  const aboutRow = (row: number): About => ({ statement: keyOf.get(row) ?? '' });
  return [
    ...matched.filter(({ differences }) => differences.length > 0).map(({ register }): About => ({ register })),
    ...onlyRegister.map((register): About => ({ register })),
    ...onlyStatement.map(aboutRow),
    ...doubles.map(
      (double): About => ('statement' in double ? aboutRow(double.statement) : { register: double.register }),
    ),
  ];
}

/** The questions nobody has answered yet. */
export function undecided(
  reconciliation: Reconciliation,
  statement: readonly StatementItem[],
  decisions: readonly Decision[],
): readonly About[] {
  return questionsOf(reconciliation, statement).filter((about) => decisionAbout(decisions, about) === undefined);
}

/** Rows of the statement without a companion, each with what was decided about it. */
function lonelyRows(
  { onlyStatement, doubles }: Reconciliation,
  statement: readonly StatementItem[],
  decisions: readonly Decision[],
): readonly {
  readonly item: StatementItem;
  readonly of: number | null;
  readonly outcome: Decision['outcome'] | null;
}[] {
  const keys = statementKeys(statement);
  const originals = new Map(doubles.flatMap((one) => ('statement' in one ? [[one.statement, one.of] as const] : [])));
  return statement
    .filter(({ row }) => onlyStatement.includes(row) || originals.has(row))
    .map((item) => ({
      item,
      of: originals.get(item.row) ?? null,
      outcome: decisionAbout(decisions, { statement: keys.get(item) ?? '' })?.outcome ?? null,
    }));
}

/** How many messages are to be paid (P52): the matched ones, and rows without a companion that a person accepted. */
export function reconciledCount(
  reconciliation: Reconciliation,
  statement: readonly StatementItem[],
  decisions: readonly Decision[],
): number {
  const accepted = lonelyRows(reconciliation, statement, decisions).filter(
    ({ outcome }) => outcome === 'accepted' || outcome === 'added to the register',
  );
  return reconciliation.matched.length + accepted.length;
}

/** The contested rows as a letter lists them: `riga 32, 27/10/2026: Potature (doppio della riga 31)`. */
export function contestedLines(
  reconciliation: Reconciliation,
  statement: readonly StatementItem[],
  decisions: readonly Decision[],
): readonly string[] {
  return lonelyRows(reconciliation, statement, decisions)
    .filter(({ outcome }) => outcome === 'contested')
    .map(({ item: { row, day, text }, of }) => {
      const when = day === null ? '' : `, ${figuresOfDay(day)}`;
      const double = of === null ? '' : ` (doppio della riga ${of})`;
      return `riga ${row}${when}: ${excerpt(text.replace(/\s+/g, ' '), TEXT_LENGTH)}${double}`;
    });
}
