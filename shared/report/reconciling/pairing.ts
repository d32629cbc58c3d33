import munkres from 'munkres';

/** A possible pair: positions in the two lists and how well they fit, from 0 to 1. */
export interface Edge {
  readonly left: number;
  readonly right: number;
  readonly score: number;
}

/** Below this score two messages are not the same: staying alone costs as much as a pair of this score. */
const LOWEST_SCORE = 0.5;
/** Whole costs: the algorithm compares sums of them for equality. */
const COST_UNITS = 1_000_000;

const costOf = (score: number): number => Math.round((1 - score) * COST_UNITS);

/** Groups of edges that share no position with the others, each in the order of its edges. */
function componentsOf(edges: readonly Edge[]): readonly (readonly Edge[])[] {
  // lefts and rights in one numbering: a left is its own number, a right comes after all of them
  const firstRight = edges.reduce((highest, { left }) => Math.max(highest, left), 0) + 1;
  const parents = new Map<number, number>();
  const rootOf = (node: number): number => {
    const path: number[] = [];
    let root = node;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) {
      path.push(root);
      root = next;
    }
    for (const passed of path) parents.set(passed, root);
    return root;
  };
  for (const { left, right } of edges) {
    const [one, other] = [rootOf(left), rootOf(firstRight + right)];
    if (one !== other) parents.set(one, other);
  }
  const groups = new Map<number, Edge[]>();
  for (const edge of edges) {
    const root = rootOf(edge.left);
    const group = groups.get(root);
    if (group) group.push(edge);
    else groups.set(root, [edge]);
  }
  return [...groups.values()];
}

const distinct = (values: readonly number[]): readonly number[] =>
  [...new Set(values)].sort((one, other) => one - other);

/**
 * The best pairs of one component. Where there is no edge the cost is that of staying alone, so being given such a
 * place means staying alone: it takes the place of nobody who has an edge to it, or the total would not be the lowest.
 */
function assign(edges: readonly Edge[]): readonly Edge[] {
  if (edges.length === 1) return edges;
  const lefts = distinct(edges.map(({ left }) => left));
  const rights = distinct(edges.map(({ right }) => right));
  const rowOf = new Map(lefts.map((left, row) => [left, row]));
  const columnOf = new Map(rights.map((right, column) => [right, column]));
  const table = lefts.map(() => new Array<Edge | undefined>(rights.length).fill(undefined));
  for (const edge of edges) {
    const row = table[rowOf.get(edge.left) ?? -1];
    if (row) row[columnOf.get(edge.right) ?? -1] = edge;
  }
  const costs = table.map((row) => row.map((edge) => costOf(edge?.score ?? LOWEST_SCORE)));
  return munkres(costs).flatMap(([row, column]) => table[row]?.[column] ?? []);
}

/**
 * The pairs with the highest total fit, each position in one pair at most (assignment problem, one connected component
 * at a time). Edges below `LOWEST_SCORE` never make a pair. The same set of edges gives the same pairs, in any order.
 */
export function bestPairs(edges: readonly Edge[]): readonly Edge[] {
  const sorted = edges
    .filter(({ score }) => score >= LOWEST_SCORE)
    .sort((one, other) => one.left - other.left || one.right - other.right);
  return componentsOf(sorted).flatMap(assign);
}
