/** What can happen in a simulated town, as plain values: a failing history is kept as it stands. */
import fc from 'fast-check';

export type Command =
  | {
      readonly do: 'set' | 'take' | 'record' | 'queue' | 'requeue' | 'move';
      readonly desk: number;
      readonly of: number;
    }
  | { readonly do: 'meet' | 'work' | 'restart'; readonly desk: number }
  /** Two computers at the same time, step by step in turn. */
  | { readonly do: 'together'; readonly desk: number; readonly with: number }
  | { readonly do: 'crash'; readonly desk: number; readonly at: number }
  | { readonly do: 'line'; readonly desk: number; readonly to: 'up' | 'gone' | 'down' }
  | { readonly do: 'readOnly' | 'faulty' | 'stale'; readonly desk: number; readonly on: boolean }
  | { readonly do: 'full'; readonly on: boolean }
  | { readonly do: 'flip' | 'tear' | 'lose'; readonly which: number; readonly at: number }
  | { readonly do: 'foreign'; readonly which: number }
  | { readonly do: 'copyDisk' | 'restoreDisk'; readonly desk: number }
  | { readonly do: 'clone'; readonly desk: number; readonly sameMachine: boolean }
  | { readonly do: 'copyDrive' | 'restoreDrive' };

export interface History {
  /** Of the pseudo-random numbers: which operations are refused, what a death leaves, names, keys. */
  readonly seed: number;
  /** The clock of each of the three computers against the true time, in days. */
  readonly skews: readonly [number, number, number];
  readonly exclusive: 'strict' | 'racy';
  readonly commands: readonly Command[];
}

const DESKS = 4;
const ENTITIES = 3;
const desk = fc.nat(DESKS - 1);
const on = fc.boolean();
type Weighted = fc.WeightedArbitrary<Command>;
const often = (weight: number, arbitrary: fc.Arbitrary<Command>): Weighted => ({ weight, arbitrary });
const does = <Name extends string>(...names: readonly Name[]) => fc.constantFrom(...names);

const WEIGHTED: readonly Weighted[] = [
  often(8, fc.record({ do: fc.constant('set' as const), desk, of: fc.nat(ENTITIES - 1) })),
  often(6, fc.record({ do: does('take', 'record', 'queue', 'requeue', 'move'), desk, of: fc.nat(ENTITIES - 1) })),
  often(10, fc.record({ do: fc.constant('meet' as const), desk })),
  often(5, fc.record({ do: fc.constant('work' as const), desk })),
  often(4, fc.record({ do: fc.constant('together' as const), desk, with: desk })),
  often(
    3,
    fc.record({
      do: fc.constant('crash' as const),
      desk,
      at: fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 })),
    }),
  ),
  often(1, fc.record({ do: fc.constant('restart' as const), desk })),
  often(2, fc.record({ do: fc.constant('line' as const), desk, to: does('up', 'up', 'gone', 'down') })),
  often(2, fc.record({ do: does('readOnly', 'faulty', 'stale'), desk, on })),
  often(1, fc.record({ do: fc.constant('full' as const), on })),
  often(2, fc.record({ do: does('flip', 'tear', 'lose'), which: fc.nat(40), at: fc.nat(4_000) })),
  often(1, fc.record({ do: fc.constant('foreign' as const), which: fc.nat(7) })),
  often(1, fc.record({ do: does('copyDisk', 'restoreDisk'), desk })),
  often(1, fc.record({ do: fc.constant('clone' as const), desk, sameMachine: on })),
  often(1, fc.record({ do: does('copyDrive', 'restoreDrive') })),
];

const skew = fc.constantFrom(0, 0, 0, 1, -1);

type Exclusive = History['exclusive'];
const ANY_DRIVE: readonly Exclusive[] = ['strict', 'strict', 'strict', 'racy'];

const historyOf = (one: fc.Arbitrary<Command>, drives: readonly Exclusive[]): fc.Arbitrary<History> =>
  fc.record({
    seed: fc.nat(),
    skews: fc.tuple(skew, skew, skew),
    exclusive: fc.constantFrom(...drives),
    commands: fc.array(one, { minLength: 5, maxLength: 50 }),
  });

/** Anything can happen. */
export const history = historyOf(fc.oneof(...WEIGHTED), ANY_DRIVE);

/** Only some things happen, so that less has to be played until they meet. */
export function historyOfOnly(kinds: readonly Command['do'][], exclusive?: Exclusive): fc.Arbitrary<History> {
  const some = fc.oneof(...WEIGHTED).filter((one) => kinds.includes(one.do));
  return historyOf(some, exclusive === undefined ? ANY_DRIVE : [exclusive]);
}
