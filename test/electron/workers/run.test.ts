import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { runWorker, stopWorkers, type WorkerTask } from '#electron/workers/run.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Trial } from './trial.worker.ts';

const LONG = 20_000;
/** Threads start slowly on a busy computer. */
const PATIENCE = 30_000;

function run<Output>(what: Trial, change: Partial<WorkerTask> & { readonly value?: unknown } = {}) {
  const { value, ...task } = change;
  return runWorker<Output>({
    word: '../test/electron/workers',
    name: 'trial',
    input: { what, value },
    timeoutMilliseconds: LONG,
    heapMegabytes: 64,
    ...task,
  });
}
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'ok' : result.error.code);
/** As a closed lid does: no timer, no message, no step of the program. */
const standStill = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};
interface Thread {
  readonly threadId: number;
  readonly tasks: number;
}

afterEach(stopWorkers);

describe('runWorker', { timeout: PATIENCE }, () => {
  it('answers with what the program returns', async () => {
    expect(await run('double', { value: 21 })).toEqual(ok(42));
  });

  it('several at once answer each its own', async () => {
    const answers = await Promise.all([1, 2, 3].map((value) => run<number>('double', { value })));
    expect(answers).toEqual([ok(2), ok(4), ok(6)]);
  });

  it('gives bytes over without copying them', async () => {
    const value = new ArrayBuffer(1_000_000);
    expect(await run('measure', { value, transfer: [value] })).toEqual(ok(1_000_000));
    expect(value.byteLength).toBe(0);
  });

  it('stops work that takes too long', async () => {
    const started = performance.now();
    expect(codeOf(await run('hang', { timeoutMilliseconds: 400 }))).toBe('work-too-long');
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('does not count the time the whole program stood still: the answer that lay there meanwhile is taken', async () => {
    await run('thread', { keepWarmMilliseconds: LONG });
    const answer = run('double', { value: 21, timeoutMilliseconds: 200, keepWarmMilliseconds: LONG });
    standStill(1_000);
    expect(await answer).toEqual(ok(42));
  });

  it('survives work that eats all the memory it is given', async () => {
    expect(codeOf(await run('eat-memory', { heapMegabytes: 16 }))).toBe('work-too-big');
    expect(await run('double', { value: 1 })).toEqual(ok(2));
  });

  it('says why work failed, without where in the code', async () => {
    const failed = await run('throw');
    expect(failed).toMatchObject({ ok: false, error: { code: 'work-failed' } });
    expect(failed.ok ? '' : failed.error.why).toBe('il file non è una tabella');
  });

  it('survives a program that ends itself', async () => {
    expect(codeOf(await run('exit'))).toBe('work-failed');
  });

  it('survives a program that is not there', async () => {
    expect(codeOf(await run('double', { name: 'nowhere' }))).toBe('work-failed');
  });
});

describe('a thread kept warm', { timeout: PATIENCE }, () => {
  const warm = { keepWarmMilliseconds: LONG };

  it('takes the next task; without it each task has a fresh one', async () => {
    const first = await run<Thread>('thread', warm);
    const second = await run<Thread>('thread', warm);
    const third = await run<Thread>('thread');
    expect(first.ok && second.ok && third.ok).toBe(true);
    if (!first.ok || !second.ok || !third.ok) return;
    expect(second.value).toEqual({ threadId: first.value.threadId, tasks: 2 });
    expect(third.value).toEqual({ threadId: first.value.threadId, tasks: 3 });
    const fourth = await run<Thread>('thread', warm);
    expect(fourth.ok && fourth.value.tasks).toBe(1);
  });

  it('ends after its time', async () => {
    const first = await run<Thread>('thread', { keepWarmMilliseconds: 30 });
    await wait(150);
    const second = await run<Thread>('thread', warm);
    expect(first.ok && second.ok && second.value.threadId !== first.value.threadId).toBe(true);
  });

  it('ends when the core stops', async () => {
    const first = await run<Thread>('thread', warm);
    await stopWorkers();
    const second = await run<Thread>('thread', warm);
    expect(first.ok && second.ok && second.value.threadId !== first.value.threadId).toBe(true);
  });

  it('is not used again after it failed', async () => {
    await run('double', { ...warm, value: 1 });
    expect(codeOf(await run('throw', warm))).toBe('work-failed');
    const next = await run<Thread>('thread', warm);
    expect(next.ok && next.value.tasks).toBe(1);
  });

  it('that ended itself meanwhile is not given the next task', async () => {
    await run('answer-then-exit', warm);
    await wait(200);
    const started = performance.now();
    expect(await run('double', { ...warm, value: 4, timeoutMilliseconds: 5_000 })).toEqual(ok(8));
    expect(performance.now() - started).toBeLessThan(4_500);
  });
});
