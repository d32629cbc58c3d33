import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';

/** A clock the demo moves. However often it is asked, it stands still: what the demo writes does not depend on that. */
export interface DemoClock {
  readonly now: () => Instant;
  /** Lets a second pass, so that no two acts share a moment. */
  readonly step: () => void;
  /** Goes to a later moment; an earlier one is left alone. */
  readonly goTo: (moment: Instant) => void;
}

const SECOND = 1_000;

/** A clock that starts at `start`. */
export function demoClock(start: Instant): DemoClock {
  let moment = start;
  return {
    now: () => moment,
    step: () => {
      moment = addMilliseconds(moment, SECOND);
    },
    goTo: (wanted) => {
      if (wanted > moment) moment = wanted;
    },
  };
}
