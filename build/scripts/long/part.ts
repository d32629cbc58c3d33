/** A long test: many small turns that can be stopped after any of them and go on another day. */
import { z } from 'zod';

const failureSchema = z.object({
  /** Number of the turn, from which everything random in it follows. */
  turn: z.int(),
  /** The file, or the seed, that failed, and what it said. */
  what: z.string(),
  why: z.string(),
});
export type Failure = Readonly<z.infer<typeof failureSchema>>;

export const stateSchema = z.object({
  /** The next turn. */
  position: z.int(),
  /** Turns that failed and have not passed since: they are played first. */
  failing: z.array(failureSchema),
});
export type State = Readonly<z.infer<typeof stateSchema>>;

export interface Part {
  readonly name: string;
  /** What a turn is, for the last line: `50 storie`. */
  readonly unit: string;
  /** Plays a turn and gives what failed. The same turn plays the same. */
  readonly play: (turn: number) => Promise<readonly Failure[]>;
}
