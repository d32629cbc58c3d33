/** Every how many milliseconds the desks exchange, more or less, so that they do not all ask at once. */
const POLL_MILLISECONDS = 5_000;
const JITTER_MILLISECONDS = 1_000;
/** What a desk just wrote leaves a moment later, together with what follows it. */
const SOON_MILLISECONDS = 300;

/** The exchanges of one desk, one after the other. */
export interface Rhythm {
  /** Something was written here: the next exchange comes soon. */
  readonly soon: () => void;
  readonly stop: () => void;
}

/** Runs `exchange` every few seconds, never twice at once; a failure is told and stops none of the next. */
export function startRhythm(exchange: () => Promise<void>, failed: (cause: unknown) => void): Rhythm {
  let timer: NodeJS.Timeout | undefined;
  let due = Number.POSITIVE_INFINITY;
  let running = false;
  let wanted = false;
  let stopped = false;

  const plan = (milliseconds: number): void => {
    const at = performance.now() + milliseconds;
    if (stopped || at >= due) return;
    clearTimeout(timer);
    due = at;
    timer = setTimeout(() => void run(), milliseconds);
    timer.unref();
  };
  const run = async (): Promise<void> => {
    due = Number.POSITIVE_INFINITY;
    running = true;
    wanted = false;
    try {
      await exchange();
    } catch (cause) {
      failed(cause);
    }
    running = false;
    plan(wanted ? SOON_MILLISECONDS : POLL_MILLISECONDS + (Math.random() * 2 - 1) * JITTER_MILLISECONDS);
  };

  plan(0);
  return {
    soon: () => {
      wanted = true;
      if (!running) plan(SOON_MILLISECONDS);
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
