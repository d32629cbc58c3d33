import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TablesOutcome } from '#electron/desk/health.ts';
import { startWatch } from '#electron/recovery/watch.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A watch, and everything it does in order. */
function watched(outcome: TablesOutcome) {
  const steps: string[] = [];
  const app = (name: string) => ({
    health: {
      checkTables: async () => {
        steps.push(`${name} tables`);
        return outcome;
      },
      checkFacts: async () => void steps.push(`${name} facts`),
      copyOfDay: async () => void steps.push(`${name} copy`),
      met: () => undefined,
    },
  });
  const watch = startWatch({
    rebuild: async () => void steps.push('rebuild'),
    looked: () => steps.push('looked'),
    failed: (cause) => {
      throw cause;
    },
    delay: 1_000,
  });
  return { steps, app, watch };
}

test('nothing is sent or shared before the tables were looked at; the facts follow, then a copy each minute', async () => {
  const { steps, app, watch } = watched('sound');
  watch.begin(app('a'));
  expect(watch.isLooked()).toBe(false);
  await vi.advanceTimersByTimeAsync(999);
  expect([watch.isLooked(), steps]).toEqual([false, []]);
  await vi.advanceTimersByTimeAsync(1);
  expect([watch.isLooked(), steps]).toEqual([true, ['a tables', 'looked', 'a facts']]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(steps.at(-1)).toBe('a copy');
  watch.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(steps.filter((step) => step === 'a copy')).toHaveLength(1);
});

test('read tables that are torn are made anew; torn facts are not looked at one by one', async () => {
  const torn = watched('read-tables');
  torn.watch.begin(torn.app('a'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(torn.steps).toEqual(['a tables', 'rebuild', 'looked']);
  torn.watch.stop();
  const damaged = watched('damaged');
  damaged.watch.begin(damaged.app('a'));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(damaged.steps).toEqual(['a tables', 'looked']);
  damaged.watch.stop();
});

test('another app that opens meanwhile is looked at in its turn, before it may send', async () => {
  const { steps, app, watch } = watched('sound');
  watch.begin(app('a'));
  await vi.advanceTimersByTimeAsync(1_000);
  watch.begin(app('b'));
  expect(watch.isLooked()).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(steps).toEqual(['a tables', 'looked', 'a facts', 'b tables', 'looked', 'b facts']);
  watch.stop();
});
