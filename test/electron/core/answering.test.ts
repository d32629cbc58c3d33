/** What the screens hear of an act, while a storm of e-mails goes on: in which order, and how often. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { App } from '#electron/app.ts';
import { answering } from '#electron/core/answering.ts';
import type { Office } from '#electron/core/office.ts';
import { openTelling } from '#electron/core/telling.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { ok } from '#shared/kernel/result.ts';

const SECONDS = 1_000;
/** What each act of this test changes by itself. */

const CHANGES: Partial<Record<MethodName, readonly string[]>> = {
  'queue.stop': ['queue', 'service'],
  'register.setLayout': [],
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A core whose app takes its time over each act, and what the screens hear of it. */
function hearing(failing?: MethodName) {
  const heard: (string | number)[] = [];
  const telling = openTelling((event) => {
    if (event.name === 'changed') heard.push(...event.topics);
  });
  const call = async (method: MethodName) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    telling.changed(CHANGES[method] ?? []);
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (method === failing) throw new Error('un difetto');
    return ok({});
  };
  const bugs: unknown[] = [];
  const answer = answering({
    office: async () => ({
      ...({ ways: {} } as Pick<Office, 'ways'>),
      app: () => ({ call }) as unknown as App,
      trouble: () => null,
      train: async () => ok({}),
      leave: async () => ok({}),
    }),
    telling,
    log: { bug: (_id, cause) => bugs.push(cause) },
    answer: (id) => heard.push(id),
  });
  return { heard, bugs, telling, answer };
}

const countOf = (heard: readonly (string | number)[], what: string | number): number =>
  heard.filter((one) => one === what).length;

it('acts in a storm tell no more of the storm than its pace, and each its own change before its answer', async () => {
  const { heard, telling, answer } = hearing();
  const acts = 100;
  for (let id = 1; id <= acts; id++) {
    for (let mail = 0; mail < 10; mail++) {
      telling.changed(['requests', 'service']);
      await vi.advanceTimersByTimeAsync(2);
    }
    heard.splice(0, heard.length, ...heard.filter((one) => one !== 'queue'));
    const answered = answer(id, 'queue.stop', {});
    await vi.advanceTimersByTimeAsync(4);
    telling.changed(['requests']);
    await vi.advanceTimersByTimeAsync(26);
    await answered;
    const at = heard.indexOf(id);
    expect(at).toBeGreaterThan(0);
    expect(countOf(heard.slice(0, at), 'queue')).toBeGreaterThan(0);
  }
  // Five seconds: two a second, the first and the last; what the acts change too is told with each of them at most.
  await vi.advanceTimersByTimeAsync(SECONDS);
  expect(countOf(heard, 'requests')).toBeLessThanOrEqual(13);
  expect(countOf(heard, 'service')).toBeLessThanOrEqual(13 + acts);
});

it('an act that changed nothing, and a question, tell nothing that waits', async () => {
  const { heard, telling, answer } = hearing();
  telling.changed(['requests']);
  telling.changed(['requests']);
  const answered = Promise.all([answer(1, 'register.setLayout', {}), answer(2, 'people.roster', {})]);
  await vi.advanceTimersByTimeAsync(100);
  await answered;
  expect(heard).toEqual(['requests', 1, 2]);
  await vi.advanceTimersByTimeAsync(SECONDS);
  expect(heard).toEqual(['requests', 1, 2, 'requests']);
});

it('two acts at once are told each with its own change, and one that breaks tells what it changed before', async () => {
  const { heard, bugs, telling, answer } = hearing('queue.stop');
  telling.changed(['requests', 'queue', 'service']);
  const answered = Promise.all([answer(1, 'queue.stop', {}), answer(2, 'register.setLayout', {})]);
  telling.changed(['requests']);
  await vi.advanceTimersByTimeAsync(100);
  await answered;
  expect(heard).toEqual(['requests', 'queue', 'service', 'queue', 'service', 1, 2]);
  expect(bugs).toHaveLength(1);
});
