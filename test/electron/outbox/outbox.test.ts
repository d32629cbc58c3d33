import { describe, expect, it } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';
import { type EffectProgram, type Outbox, openOutbox } from '#electron/outbox/outbox.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import { type TestClock, testClock } from '../../helpers/desk.ts';

const SECOND = 1_000;
const noNetwork = problem('offline', 'Rete non disponibile.', 'Riprova più tardi.');

interface Opened {
  readonly outbox: Outbox;
  readonly database: Database;
  readonly clock: TestClock;
  /** Ids carried out, in order. */
  readonly done: string[];
}

/** An outbox whose program `letter.send` writes down what it does, then does what `sends` says. */
function open(
  change: {
    readonly sends?: EffectProgram;
    readonly database?: Database;
    readonly clock?: TestClock;
    readonly programs?: Readonly<Record<string, EffectProgram>>;
  } = {},
): Opened {
  const { sends = async () => ok(undefined), database = openMemory(migrations), clock = testClock() } = change;
  const done: string[] = [];
  const programs: Readonly<Record<string, EffectProgram>> = {
    'letter.send': async (effect) => {
      done.push(effect.id);
      return sends(effect);
    },
    ...change.programs,
  };
  return { outbox: openOutbox({ database, programs, now: clock.now }), database, clock, done };
}

function keep({ outbox, clock }: Opened, id: string, notBefore: Instant = clock.now(), kind = 'letter.send'): Effect {
  const effect: Effect = { id, kind, payload: { to: 'sport@comune.valdombra.example' }, notBefore };
  outbox.keep([effect], clock.now());
  return effect;
}
const stateOf = ({ database }: Opened, id: string): unknown =>
  database.prepare('SELECT state FROM effect WHERE id = ?').pluck().get(id);

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

describe('what fails', () => {
  it('is tried again after 5, 10, 20 seconds… and says why it waits', async () => {
    const opened = open({ sends: async () => noNetwork });
    keep(opened, 'a');
    expect(opened.outbox.problemOf('a')).toBeUndefined();
    for (const [tries, seconds] of [5, 10, 20, 40, 80, 160, 320, 600, 600].entries()) {
      expect(await opened.outbox.tick()).toBe(0);
      expect(opened.done).toHaveLength(tries + 1);
      expect(opened.outbox.problemOf('a')).toBe('Rete non disponibile.');
      expect(opened.outbox.nextDue()).toBe(addMilliseconds(opened.clock.now(), seconds * SECOND));
      opened.clock.advance(seconds * SECOND - 1);
      await opened.outbox.tick();
      expect(opened.done).toHaveLength(tries + 1);
      opened.clock.advance(1);
    }
  });

  it('is done when it succeeds at last, and says nothing any more', async () => {
    let online = false;
    const opened = open({ sends: async () => (online ? ok(undefined) : noNetwork) });
    keep(opened, 'a');
    await opened.outbox.tick();
    online = true;
    opened.clock.advance(5 * SECOND);
    expect(await opened.outbox.tick()).toBe(1);
    expect(opened.outbox.problemOf('a')).toBeUndefined();
    expect(stateOf(opened, 'a')).toBe('done');
  });

  it.each<[string, EffectProgram]>([
    ['later', () => Promise.reject(new Error('a bug'))],
    [
      'at once',
      () => {
        throw new Error('a bug');
      },
    ],
  ])('by a bug, thrown %s, stops no other, is told once and waits for a person', async (_when, broken) => {
    const opened = open({ programs: { 'report.build': broken } });
    keep(opened, 'a');
    keep(opened, 'b', undefined, 'report.build');
    keep(opened, 'c');
    await expect(opened.outbox.tick()).rejects.toThrow('Effetto report.build b');
    expect(opened.done).toEqual(['a', 'c']);
    expect(stateOf(opened, 'b')).toBe('failed');
    expect(opened.outbox.problemOf('b')).toBe('L’app ha avuto un problema interno.');
    opened.clock.advance(3_600 * SECOND);
    expect(await opened.outbox.tick()).toBe(0);
  });

  it('because this version does not know its kind says so', async () => {
    const opened = open();
    keep(opened, 'a', undefined, 'fax.send');
    keep(opened, 'b');
    expect(await opened.outbox.tick()).toBe(1);
    expect(stateOf(opened, 'a')).toBe('failed');
    expect(opened.outbox.problemOf('a')).toBe('Questa versione dell’app non conosce «fax.send».');
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

  it('what was done, failed or taken back stays so', async () => {
    const before = open({ programs: { 'report.build': () => Promise.reject(new Error('a bug')) } });
    keep(before, 'done');
    keep(before, 'failed', undefined, 'report.build');
    keep(before, 'undone', afterUndo(before.clock.now()));
    before.outbox.cancel('undone');
    await before.outbox.tick().catch(() => undefined);
    const after = open(before);
    after.clock.advance(3_600 * SECOND);
    expect(await after.outbox.tick()).toBe(0);
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
        return atOnce === 1 ? ok(undefined) : problem('two-at-once', 'Due insieme.', 'Mai.');
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
