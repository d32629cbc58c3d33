import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { paced } from '#electron/desk/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function listening(milliseconds = 500) {
  const heard: [key: string, value: number][][] = [];
  const pace = paced<number>((told) => heard.push([...told]), milliseconds);
  return { ...pace, heard };
}

it('tells the first at once, then at most one in each stretch, and the last always', () => {
  const { tell, heard } = listening();
  tell([['requests', 0]]);
  expect(heard).toEqual([[['requests', 0]]]);
  for (let mail = 1; mail <= 5_000; mail++) {
    tell([['requests', mail]]);
    vi.advanceTimersByTime(1);
  }
  vi.advanceTimersByTime(1_000);
  // Five seconds: two a second, the first and the last.
  expect(heard.length).toBeLessThanOrEqual(12);
  expect(heard.at(-1)).toEqual([['requests', 5_000]]);
});

it('lets no key wait for another one', () => {
  const { tell, heard } = listening();
  tell([['requests', 1]]);
  tell([['requests', 2]]);
  tell([['queue', 3]]);
  expect(heard).toEqual([[['requests', 1]], [['queue', 3]]]);
  vi.advanceTimersByTime(499);
  expect(heard).toHaveLength(2);
  vi.advanceTimersByTime(10);
  expect(heard.slice(2)).toEqual([[['requests', 2]]]);
});

it('tells together what is due together, and what comes after a rest at once', () => {
  const { tell, heard } = listening();
  tell([
    ['requests', 1],
    ['service', 1],
  ]);
  tell([['service', 2]]);
  tell([['requests', 2]]);
  vi.advanceTimersByTime(2_000);
  tell([['service', 3]]);
  expect(heard.map((told) => told.map(([key]) => key).toSorted())).toEqual([
    ['requests', 'service'],
    ['requests', 'service'],
    ['service'],
  ]);
});

it('tells at once what waits under some keys, when somebody cannot wait, and leaves the others their pace', () => {
  const { tell, flush, heard } = listening();
  tell([
    ['requests', 1],
    ['register', 1],
  ]);
  tell([
    ['requests', 2],
    ['register', 2],
  ]);
  flush(['register', 'queue']);
  expect(heard.slice(1)).toEqual([[['register', 2]]]);
  // What was told at once rests from then on.
  tell([['register', 3]]);
  flush([]);
  expect(heard).toHaveLength(2);
  vi.advanceTimersByTime(1_000);
  expect(heard.slice(2).flat()).toEqual([
    ['requests', 2],
    ['register', 3],
  ]);
});

it('that is stopped tells nothing more', () => {
  const { tell, stop, heard } = listening();
  tell([['requests', 1]]);
  tell([['requests', 2]]);
  stop();
  vi.advanceTimersByTime(5_000);
  expect(heard).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
