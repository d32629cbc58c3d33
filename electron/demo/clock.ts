import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';

/** A clock the demo moves: a second passes with every question, so that no two acts share a moment. */
export interface DemoClock {
  readonly now: () => Instant;
  /** Goes to a later moment; an earlier one is left alone. */
  readonly goTo: (moment: Instant) => void;
}

const SECOND = 1_000;

/** A clock that starts at `start`. */
export function demoClock(start: Instant): DemoClock {
  let moment = start;
  return {
    now: () => {
      moment = addMilliseconds(moment, SECOND);
      return moment;
    },
    goTo: (wanted) => {
      if (wanted > moment) moment = wanted;
    },
  };
}
