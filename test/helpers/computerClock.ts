import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { type TestClock, testClock } from './desk.ts';

/** A computer whose clock can be set wrong while the time goes on. */
export interface ComputerClock extends TestClock {
  /** The right time. */
  readonly true: () => Instant;
  /** Sets the clock so far from the right time, in milliseconds. */
  readonly setOff: (milliseconds: number) => void;
  /** Milliseconds that run whatever is done to the clock. */
  readonly steady: () => number;
}

/** A computer that is right at first: `set` and `advance` move the time itself, `setOff` only what the computer shows. */
export function computerClock(start?: Instant): ComputerClock {
  const time = testClock(start);
  let off = 0;
  return {
    ...time,
    now: () => addMilliseconds(time.now(), off),
    true: time.now,
    setOff: (milliseconds) => {
      off = milliseconds;
    },
    steady: () => Date.parse(time.now()),
  };
}
