/** What is told at a pace. */
export interface Pace<Value> {
  /** Tells under each key its value: at once, or, when the last telling under it was a moment ago, a moment later. */
  readonly tell: (told: Iterable<readonly [key: string, value: Value]>) => void;
  /** Tells at once what waits under these keys; the rest goes on at its pace. */
  readonly flush: (keys: Iterable<string>) => void;
  /** Tells nothing more. */
  readonly stop: () => void;
}

/**
 * Tells at most one thing in `milliseconds` under each key: the first at once, then the newest value, and the last one
 * always. A screen that asks again at each telling is asked no more of, however much happens.
 */
export function paced<Value>(send: (told: ReadonlyMap<string, Value>) => void, milliseconds: number): Pace<Value> {
  /** Until when a key rests. */
  const resting = new Map<string, number>();
  const waiting = new Map<string, Value>();
  let timer: NodeJS.Timeout | undefined;

  const plan = (now: number): void => {
    clearTimeout(timer);
    if (waiting.size === 0) return;
    const next = Math.min(...[...waiting.keys()].map((key) => resting.get(key) ?? now));
    timer = setTimeout(release, Math.max(1, Math.ceil(next - now)));
  };
  function release(): void {
    const now = performance.now();
    for (const [key, until] of resting) if (until <= now) resting.delete(key);
    const due = new Map([...waiting].filter(([key]) => !resting.has(key)));
    for (const key of due.keys()) {
      waiting.delete(key);
      resting.set(key, now + milliseconds);
    }
    plan(now);
    if (due.size > 0) send(due);
  }
  return {
    tell: (told) => {
      for (const [key, value] of told) waiting.set(key, value);
      release();
    },
    flush: (keys) => {
      for (const key of keys) if (waiting.has(key)) resting.delete(key);
      release();
    },
    stop: () => {
      clearTimeout(timer);
      waiting.clear();
    },
  };
}
