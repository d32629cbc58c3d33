import { type Choice, statementKeys } from '#shared/report/choices.ts';
import type { RegisterItem, SentMessage, StatementItem } from '#shared/report/statement/statement.ts';
import { differencesOf, type FieldDifference } from './differences.ts';
import { candidatesOf, type PairCandidate, repeatedOf } from './matching.ts';
import { bestPairs, type Edge } from './pairing.ts';

/** A message of the register and a row of the statement that are the same sending. */
export interface Pair {
  /** Number in the register. */
  readonly register: string;
  /** 1-based row of the statement. */
  readonly statement: number;
  /** How well they fit, from 0 to 1. */
  readonly score: number;
  readonly why: 'same' | 'alike' | 'by hand';
  readonly differences: readonly FieldDifference[];
}

/** A leftover that repeats another message of its own list. */
type Double = { readonly register: string; readonly of: string } | { readonly statement: number; readonly of: number };

/** Register and statement side by side (P51): every message of either is in exactly one of the first five lists. */
export interface Reconciliation {
  readonly matched: readonly Pair[];
  /** Probably the same: a person decides. */
  readonly toConfirm: readonly Pair[];
  readonly onlyRegister: readonly string[];
  readonly onlyStatement: readonly number[];
  readonly doubles: readonly Double[];
  /** Choices by hand whose message or row is no longer there. */
  readonly lostChoices: readonly Choice[];
  readonly totals: ReconciliationTotals;
}

interface ReconciliationTotals {
  readonly register: number;
  readonly statement: number;
  readonly matched: number;
  readonly withDifferences: number;
  readonly toConfirm: number;
  readonly onlyRegister: number;
  readonly onlyStatement: number;
  readonly doubles: number;
  /** What the rows of the statement cost together, in cents; null when one does not say. */
  readonly amount: number | null;
}

/** Whether a row of the statement stands without a companion in the register. */
export const isAlone = (
  { onlyStatement, doubles }: Pick<Reconciliation, 'onlyStatement' | 'doubles'>,
  row: number,
): boolean =>
  onlyStatement.includes(row) || doubles.some((double) => 'statement' in double && double.statement === row);

/** From this score on nobody needs to confirm. */
const SURE_SCORE = 0.8;

interface FoundPair {
  readonly edge: Edge;
  readonly why: Pair['why'];
}

/** Edges whose two ends have no other edge among them. */
function unambiguous(edges: readonly PairCandidate[]): readonly PairCandidate[] {
  const countBy = (pick: (edge: Edge) => number): ReadonlyMap<number, number> => {
    const counts = new Map<number, number>();
    for (const edge of edges) counts.set(pick(edge), (counts.get(pick(edge)) ?? 0) + 1);
    return counts;
  };
  const lefts = countBy(({ left }) => left);
  const rights = countBy(({ right }) => right);
  return edges.filter(({ left, right }) => lefts.get(left) === 1 && rights.get(right) === 1);
}

/** `edges` without those that touch a position of `pairs`. */
function withoutTaken(edges: readonly PairCandidate[], pairs: readonly FoundPair[]): readonly PairCandidate[] {
  const lefts = new Set(pairs.map(({ edge }) => edge.left));
  const rights = new Set(pairs.map(({ edge }) => edge.right));
  return edges.filter(({ left, right }) => !lefts.has(left) && !rights.has(right));
}

interface ReadChoices {
  readonly pairs: readonly FoundPair[];
  readonly apart: ReadonlySet<string>;
  readonly lost: readonly Choice[];
}

const keyOf = ({ left, right }: Pick<Edge, 'left' | 'right'>): string => `${left} ${right}`;

function readChoices(
  choices: readonly Choice[],
  register: readonly RegisterItem[],
  statement: readonly StatementItem[],
  candidates: readonly PairCandidate[],
): ReadChoices {
  if (choices.length === 0) return { pairs: [], apart: new Set(), lost: [] };
  const keys = statementKeys(statement);
  const scores = new Map(candidates.map((edge) => [keyOf(edge), edge.score]));
  const pairs: FoundPair[] = [];
  const apart = new Set<string>();
  const lost: Choice[] = [];
  for (const choice of choices) {
    const left = register.findIndex(({ number }) => number === choice.register);
    const right = statement.findIndex((item) => keys.get(item) === choice.statement);
    const isTaken = pairs.some(({ edge }) => edge.left === left || edge.right === right);
    if (left === -1 || right === -1 || (choice.kind === 'same' && isTaken)) lost.push(choice);
    else if (choice.kind === 'not the same') apart.add(keyOf({ left, right }));
    else pairs.push({ edge: { left, right, score: scores.get(keyOf({ left, right })) ?? 0 }, why: 'by hand' });
  }
  return { pairs, apart, lost };
}

const momentOf = (item: RegisterItem): string => `${item.day ?? ''} ${item.time ?? ''} ${JSON.stringify(item)}`;

/** One order for every way the lists may come in: results must not depend on it. */
function inOrder<Item>(items: readonly Item[], orderOf: (item: Item) => string | number): readonly Item[] {
  return [...items].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

const sumOf = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((total, amount) => (total === null || amount === null ? null : total + amount), 0);

/**
 * Compares the register with the contractor's statement (P51). Sure pairs first (same number, same news, same text on
 * the same day), then the assignment with the highest total score; pairs made by hand come before both. The order of
 * the lists does not matter.
 */
export function reconcile(
  registerItems: readonly RegisterItem[],
  statementItems: readonly StatementItem[],
  choices: readonly Choice[] = [],
): Reconciliation {
  const register = inOrder(registerItems, momentOf);
  const statement = inOrder(statementItems, ({ row }) => row);
  const candidates = candidatesOf(register, statement);
  const byHand = readChoices(choices, register, statement, candidates);
  const free = withoutTaken(candidates, byHand.pairs).filter((edge) => !byHand.apart.has(keyOf(edge)));
  const sure = unambiguous(free.filter((edge) => edge.sure)).map((edge): FoundPair => ({ edge, why: 'same' }));
  const alike = bestPairs(withoutTaken(free, sure)).map((edge): FoundPair => ({ edge, why: 'alike' }));
  const found = inOrder([...byHand.pairs, ...sure, ...alike], ({ edge }) => edge.left);

  const pairOf = ({ edge: { left, right, score }, why }: FoundPair): Pair[] => {
    const [one, other] = [register[left], statement[right]];
    if (!one || !other) return [];
    return [{ register: one.number, statement: other.row, score, why, differences: differencesOf(one, other) }];
  };
  const isSure = ({ why, score }: Pair): boolean => why !== 'alike' || score >= SURE_SCORE;
  const pairs = found.flatMap(pairOf);
  const [lefts, rights] = [new Set(found.map(({ edge }) => edge.left)), new Set(found.map(({ edge }) => edge.right))];
  const split = <Item extends SentMessage>(items: readonly Item[], taken: ReadonlySet<number>) => {
    const leftovers = items.filter((_, index) => !taken.has(index));
    const repeated = repeatedOf(
      leftovers,
      items.filter((_, index) => taken.has(index)),
    );
    return { alone: leftovers.filter((item) => !repeated.has(item)), repeated: [...repeated] };
  };
  const [registerLeft, statementLeft] = [split(register, lefts), split(statement, rights)];
  const lists = {
    matched: pairs.filter(isSure),
    toConfirm: pairs.filter((pair) => !isSure(pair)),
    onlyRegister: registerLeft.alone.map(({ number }) => number),
    onlyStatement: statementLeft.alone.map(({ row }) => row),
    doubles: [
      ...registerLeft.repeated.map(([item, of]): Double => ({ register: item.number, of: of.number })),
      ...statementLeft.repeated.map(([item, of]): Double => ({ statement: item.row, of: of.row })),
    ],
  };
  return {
    ...lists,
    lostChoices: byHand.lost,
    totals: {
      register: register.length,
      statement: statement.length,
      matched: lists.matched.length,
      withDifferences: lists.matched.filter(({ differences }) => differences.length > 0).length,
      toConfirm: lists.toConfirm.length,
      onlyRegister: lists.onlyRegister.length,
      onlyStatement: lists.onlyStatement.length,
      doubles: lists.doubles.length,
      amount: sumOf(statement.map(({ amount }) => amount)),
    },
  };
}
