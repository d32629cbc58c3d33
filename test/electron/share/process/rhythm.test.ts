import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startRhythm } from '#electron/share/process/rhythm.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('exchanges at once, then every few seconds, and soon after something was written', async () => {
  let exchanges = 0;
  const rhythm = startRhythm(
    async () => {
      exchanges++;
    },
    () => expect.fail('nothing failed'),
  );
  await vi.advanceTimersByTimeAsync(1);
  expect(exchanges).toBe(1);
  await vi.advanceTimersByTimeAsync(3_900);
  expect(exchanges).toBe(1);
  rhythm.soon();
  rhythm.soon();
  await vi.advanceTimersByTimeAsync(350);
  expect(exchanges).toBe(2);
  await vi.advanceTimersByTimeAsync(6_100);
  expect(exchanges).toBe(3);
  rhythm.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(exchanges).toBe(3);
});

it('never runs two at once, goes on after one that hangs or fails, and repeats what was asked meanwhile', async () => {
  const failures: unknown[] = [];
  const ends: ((cause?: Error) => void)[] = [];
  const rhythm = startRhythm(
    () => new Promise<void>((resolve, reject) => ends.push((cause) => (cause ? reject(cause) : resolve()))),
    (cause) => failures.push(cause),
  );
  await vi.advanceTimersByTimeAsync(1);
  rhythm.soon();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ends).toHaveLength(1);
  ends[0]?.(new Error('rotto'));
  await vi.advanceTimersByTimeAsync(350);
  expect(failures).toEqual([new Error('rotto')]);
  expect(ends).toHaveLength(2);
  rhythm.stop();
});
