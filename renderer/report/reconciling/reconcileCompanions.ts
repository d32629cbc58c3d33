/** What can be paired by hand with a message that stands on one side alone (P51). Pure. */
import type { Choice } from '#shared/report/choices.ts';
import { fingerprint, likeness } from '#shared/text/fingerprint.ts';
import type { ReconcileList, ReconcileRow } from './reconcileLists.ts';

/** A row of the other side that may go with a lonely one. */
export interface Companion {
  readonly row: ReconcileRow;
  /** Likeness of the texts, from 0 to 1. */
  readonly likeness: number;
}

const textOf = ({ register, statement }: ReconcileRow): string => (register ?? statement)?.text ?? '';

/** Below this likeness no companion is proposed: a person may still choose one. */
const PROPOSED_LIKENESS = 0.4;

/** The companion to propose for a row: the likest, when it is like enough and the row repeats nothing. */
export const proposedCompanion = (row: ReconcileRow, companions: readonly Companion[]): Companion | undefined =>
  row.repeats === null ? companions.find(({ likeness: share }) => share >= PROPOSED_LIKENESS) : undefined;

/** What can be paired with a lonely row by hand, the likest first; what was told apart before stays away. */
export function companionsOf(
  row: ReconcileRow,
  lists: readonly ReconcileList[],
  choices: readonly Choice[],
): readonly Companion[] {
  if (row.register && row.statement) return [];
  const print = fingerprint(textOf(row));
  const isApart = (other: ReconcileRow): boolean => {
    const [number, key] = [(row.register ?? other.register)?.number, (row.statement ?? other.statement)?.key];
    return choices.some(
      (choice) => choice.kind === 'not the same' && choice.register === number && choice.statement === key,
    );
  };
  return lists
    .flatMap(({ rows }) => rows)
    .filter((other) => (row.register ? other.statement && !other.register : other.register && !other.statement))
    .filter((other) => !isApart(other))
    .map((other) => ({ row: other, likeness: likeness(print, fingerprint(textOf(other))) }))
    .sort((one, other) => other.likeness - one.likeness);
}
