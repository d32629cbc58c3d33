import { describe, expect, it } from 'vitest';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import { keepEffect as keep, noNetwork, openTestOutbox as open, stateOf } from '../../helpers/testOutbox.ts';

const SECOND = 1_000;

/** A program that stops half-way until it is let go on. */
function gate(): { readonly open: () => void; readonly passed: Promise<void> } {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open: () => open(), passed };
}

describe('what is due', () => {
  it('is carried out once, in the order of its moment', async () => {
    const opened = open();
    const now = opened.clock.now();
    keep(opened, 'c', now);
    keep(opened, 'a', addMilliseconds(now, -2 * SECOND));
    keep(opened, 'b', addMilliseconds(now, -SECOND));
    expect(await opened.outbox.tick()).toBe(3);
    expect(await opened.outbox.tick()).toBe(0);
    expect(opened.done).toEqual(['a', 'b', 'c']);
  });

  it('is nothing before its moment, and the next moment is known', async () => {
    const opened = open();
    const moment = addMilliseconds(opened.clock.now(), 10 * SECOND);
    keep(opened, 'a', moment);
    keep(opened, 'b', addMilliseconds(moment, SECOND));
    expect(opened.outbox.nextDue()).toBe(moment);
    opened.clock.advance(10 * SECOND - 1);
    expect(await opened.outbox.tick()).toBe(0);
    opened.clock.advance(1);
    expect(await opened.outbox.tick()).toBe(1);
    expect(opened.outbox.nextDue()).toBe(addMilliseconds(moment, SECOND));
    opened.clock.advance(SECOND);
    await opened.outbox.tick();
    expect(opened.outbox.nextDue()).toBeUndefined();
  });

  it('gets its payload as it was kept', async () => {
    const payloads: unknown[] = [];
    const opened = open({
      sends: async ({ payload }) => {
        payloads.push(payload);
        return ok(undefined);
      },
    });
    keep(opened, 'a');
    await opened.outbox.tick();
    expect(payloads).toEqual([{ to: 'sport@comune.valdombra.example' }]);
  });

  it('is kept once, however often it is asked for', async () => {
    const opened = open();
    keep(opened, 'a');
    keep(opened, 'a', addMilliseconds(opened.clock.now(), SECOND));
    expect(await opened.outbox.tick()).toBe(1);
    keep(opened, 'a');
    expect(await opened.outbox.tick()).toBe(0);
    expect(opened.done).toEqual(['a']);
  });
});

describe('undo (L1)', () => {
  it('in time: nothing happens, ever', async () => {
    const opened = open();
    keep(opened, 'a', afterUndo(opened.clock.now()));
    opened.clock.advance(9 * SECOND);
    expect(opened.outbox.cancel('a')).toBe(true);
    opened.clock.advance(60 * SECOND);
    expect(await opened.outbox.tick()).toBe(0);
    expect([opened.done, opened.outbox.nextDue(), stateOf(opened, 'a')]).toEqual([[], undefined, 'cancelled']);
  });

  it('too late: it says so', async () => {
    const opened = open();
    keep(opened, 'a', afterUndo(opened.clock.now()));
    opened.clock.advance(10 * SECOND);
    await opened.outbox.tick();
    expect(opened.outbox.cancel('a')).toBe(false);
    expect(opened.outbox.cancel('mai visto')).toBe(false);
    expect(stateOf(opened, 'a')).toBe('done');
  });

  it('in time while another effect of the same round runs', async () => {
    const [started, end] = [gate(), gate()];
    const opened = open({
      sends: async () => {
        started.open();
        await end.passed;
        return ok(undefined);
      },
    });
    keep(opened, 'a');
    keep(opened, 'b');
    const round = opened.outbox.tick();
    await started.passed;
    expect(opened.outbox.cancel('b')).toBe(true);
    expect(opened.outbox.cancel('a')).toBe(false);
    end.open();
    expect(await round).toBe(1);
    expect(opened.done).toEqual(['a']);
    expect(stateOf(opened, 'b')).toBe('cancelled');
  });
});

describe('after the program was killed half-way', () => {
  it('an effect that was running waits again, with its attempts, and is carried out', async () => {
    const before = open({ sends: async () => noNetwork });
    keep(before, 'a');
    await before.outbox.tick();
    before.database.prepare("UPDATE effect SET state = 'running'").run();
    const after = open({ database: before.database, clock: before.clock });
    after.clock.advance(5 * SECOND);
    expect(await after.outbox.tick()).toBe(1);
    expect(after.done).toEqual(['a']);
    expect(after.database.prepare('SELECT attempts FROM effect').pluck().get()).toBe(2);
  });

  it('what was done or taken back stays so', async () => {
    const before = open();
    keep(before, 'done');
    keep(before, 'undone', afterUndo(before.clock.now()));
    before.outbox.cancel('undone');
    await before.outbox.tick();
    const after = open(before);
    after.clock.advance(3_600 * SECOND);
    expect(await after.outbox.tick()).toBe(0);
    expect(after.done).toEqual([]);
  });

  it('what met a bug is tried once more at each start, and succeeds when the bug is gone', async () => {
    let runs = 0;
    let broken = true;
    const programs = {
      'report.build': async () => {
        runs++;
        if (broken) throw new Error('a bug');
        return ok(undefined);
      },
    };
    const first = open({ programs });
    keep(first, 'a', undefined, 'report.build');
    await first.outbox.tick().catch(() => undefined);
    const second = open({ ...first, programs });
    await second.outbox.tick().catch(() => undefined);
    expect([runs, stateOf(second, 'a')]).toEqual([2, 'failed']);
    second.clock.advance(3_600 * SECOND);
    await second.outbox.tick();
    expect(runs).toBe(2);
    broken = false;
    const third = open({ ...second, programs });
    expect(await third.outbox.tick()).toBe(1);
    expect([runs, stateOf(third, 'a'), third.outbox.problemOf('a')]).toEqual([3, 'done', undefined]);
  });
});

describe('several ticks at once', () => {
  it('carry out each effect once, one after the other', async () => {
    let running = 0;
    const opened = open({
      sends: async () => {
        running++;
        await new Promise((resolve) => setTimeout(resolve, 2));
        const atOnce = running--;
        return atOnce === 1 ? ok(undefined) : problem({ code: 'two-at-once', what: 'Due insieme.', remedy: 'Mai.' });
      },
    });
    for (const id of ['a', 'b', 'c', 'd']) keep(opened, id);
    const counts = await Promise.all([1, 2, 3, 4].map(() => opened.outbox.tick()));
    expect(counts).toEqual([4, 0, 0, 0]);
    expect(opened.done).toEqual(['a', 'b', 'c', 'd']);
  });

  it('go on after one that met a bug', async () => {
    const opened = open({ programs: { 'report.build': () => Promise.reject(new Error('a bug')) } });
    keep(opened, 'a', undefined, 'report.build');
    const [first, second] = [opened.outbox.tick(), opened.outbox.tick()];
    await expect(first).rejects.toThrow('Effetto report.build a');
    keep(opened, 'b');
    expect(await second).toBe(0);
    expect(await opened.outbox.tick()).toBe(1);
    expect(opened.done).toEqual(['b']);
  });
});

it('a disk that was full in the middle of an effect does not leave it hanging: with space it goes on', async () => {
  const opened = open({
    sends: async () => {
      if (opened.done.length === 1) opened.database.pragma('query_only = 1');
      return ok(undefined);
    },
  });
  keep(opened, 'a');
  await expect(opened.outbox.tick()).rejects.toThrow();
  expect(stateOf(opened, 'a')).toBe('running');
  opened.database.pragma('query_only = 0');
  expect(await opened.outbox.tick()).toBe(1);
  expect(stateOf(opened, 'a')).toBe('done');
});

it('tells the kind of an effect whose problem came or went, and nothing of one that simply succeeds', async () => {
  const { outbox, clock } = open();
  const told: string[] = [];
  let works = true;
  const refuse = problem({ code: 'offline', what: 'La rete non risponde.', remedy: 'Aspetta.' });
  outbox.serve({ 'letter.send': async () => (works ? ok(undefined) : refuse) }, { settled: (kind) => told.push(kind) });
  const effect = (id: string): Effect => ({ id, kind: 'letter.send', payload: {}, notBefore: clock.now() });
  outbox.keep([effect('one')], clock.now());
  await outbox.tick();
  expect(told).toEqual([]);
  works = false;
  outbox.keep([effect('two')], clock.now());
  await outbox.tick();
  expect(told).toEqual(['letter.send']);
  works = true;
  clock.advance(3_600_000);
  await outbox.tick();
  expect(told).toEqual(['letter.send', 'letter.send']);
});
