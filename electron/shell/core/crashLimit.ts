const WINDOW_MILLISECONDS = 60_000;

/**
 * How long to wait before starting again what has just crashed: one of `pauses`, longer for each crash of the last
 * minute, or undefined when there were more crashes in a minute than pauses.
 */
export function createCrashLimit(pauses: readonly number[]): { readonly pauseAfterCrash: () => number | undefined } {
  let crashes: readonly number[] = [];
  return {
    pauseAfterCrash: () => {
      const now = performance.now();
      crashes = [...crashes.filter((at) => now - at < WINDOW_MILLISECONDS), now];
      return pauses[crashes.length - 1];
    },
  };
}
