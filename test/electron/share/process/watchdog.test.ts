import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ShareRequest } from '#electron/share/process/requests.ts';
import { type ShareProcess, shareLine } from '#electron/share/process/watchdog.ts';

/** A process of the network drive that answers when the test says so. */
interface FakeProcess extends ShareProcess {
  readonly received: ShareRequest[];
  readonly say: (message: unknown) => void;
  /** The system could end it. */
  readonly exit: () => void;
  readonly isKilled: () => boolean;
}

function fakeProcess(): FakeProcess {
  const received: ShareRequest[] = [];
  let killed = false;
  let say: (message: unknown) => void = () => undefined;
  let exit = (): void => undefined;
  return {
    received,
    post: (message) => void received.push(message),
    onMessage: (listener) => {
      say = listener;
    },
    onExit: (listener) => {
      exit = listener;
    },
    kill: () => {
      killed = true;
    },
    say: (message) => say(message),
    exit: () => exit(),
    isKilled: () => killed,
  };
}

/** Time that passes when the test says so. */
function handClock() {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  return {
    after: (milliseconds: number, work: () => void) => {
      const entry = { at: now + milliseconds, work };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
      for (const entry of [...waiting].filter(({ at }) => at <= now)) {
        if (waiting.delete(entry)) entry.work();
      }
    },
    waits: () => waiting.size,
  };
}

function watched(idleMilliseconds?: number) {
  const processes: FakeProcess[] = [];
  const clock = handClock();
  const line = shareLine(
    () => {
      const made = fakeProcess();
      processes.push(made);
      return made;
    },
    clock.after,
    idleMilliseconds,
  );
  const list = (path = 'j'): Promise<unknown> => line.call({ op: 'list', root: '/x', path }, z.unknown());
  const last = (): FakeProcess => processes.at(-1) as FakeProcess;
  const answerAll = (): void => {
    for (const { id } of last().received.splice(0)) last().say({ id, ok: true, value: id });
  };
  return { line, list, processes, last, clock, answerAll };
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    ({ code, message }: { readonly code?: string; readonly message: string }) => code ?? message,
  );

describe('shareLine', () => {
  it('starts its process at the first call and brings each answer to its own call', async () => {
    const { list, processes, last, clock } = watched();
    expect(processes).toHaveLength(0);
    const [one, two] = [list('j'), list('q')];
    expect(processes).toHaveLength(1);
    expect(last().received.map(({ operation }) => operation)).toEqual([
      { op: 'list', root: '/x', path: 'j' },
      { op: 'list', root: '/x', path: 'q' },
    ]);
    last().say({ id: 2, ok: true, value: 'due' });
    last().say({ id: 1, ok: false, code: 'EBUSY', message: 'EBUSY: occupato' });
    expect(await two).toBe('due');
    expect(await codeOf(one)).toBe('EBUSY');
    expect(clock.waits()).toBe(0);
  });

  it('after 10 seconds without an answer rejects all that wait, kills the process and starts another after 5', async () => {
    const { list, processes, last, clock, answerAll } = watched();
    const hung = Array.from({ length: 9 }, () => codeOf(list()));
    clock.pass(9_999);
    expect(last().isKilled()).toBe(false);
    clock.pass(1);
    expect(await Promise.all(hung)).toEqual(hung.map(() => 'ETIMEDOUT'));
    expect(last().isKilled()).toBe(true);
    last().exit();
    expect(await codeOf(list())).toBe('ENOTCONN');
    clock.pass(4_999);
    expect(await codeOf(list())).toBe('ENOTCONN');
    expect(processes).toHaveLength(1);
    clock.pass(1);
    const next = list();
    expect(processes).toHaveLength(2);
    answerAll();
    expect(await codeOf(next)).toBe('done');
  });

  it('sends four calls at once; one that waits for its turn is not held to be hanging', async () => {
    const { list, last, clock, answerAll } = watched();
    const calls = Array.from({ length: 10 }, () => codeOf(list()));
    const rounds: number[] = [];
    while (last().received.length > 0) {
      rounds.push(last().received.length);
      clock.pass(9_000);
      answerAll();
    }
    expect(rounds.reduce((sum, round) => sum + round, 0)).toBe(10);
    expect(Math.max(...rounds)).toBe(4);
    expect(await Promise.all(calls)).toEqual(calls.map(() => 'done'));
  });

  it('rests longer after each failure, at most two minutes, and an answer ends that', async () => {
    const { list, processes, last, clock, answerAll } = watched();
    /** Lets a call hang, and counts the seconds until calls are let through again. */
    const secondsOfRest = async (): Promise<number> => {
      const hung = codeOf(list());
      clock.pass(10_000);
      expect(await hung).toBe('ETIMEDOUT');
      last().exit();
      const before = processes.length;
      for (let seconds = 1; ; seconds++) {
        clock.pass(1_000);
        const attempt = codeOf(list());
        if (processes.length > before) return seconds;
        expect(await attempt).toBe('ENOTCONN');
      }
    };
    const rests: number[] = [];
    for (let failure = 0; failure < 7; failure++) rests.push(await secondsOfRest());
    expect(rests).toEqual([5, 10, 20, 40, 80, 120, 120]);
    answerAll();
    expect(await secondsOfRest()).toBe(5);
  });

  it('rejects what waits when the process ends by itself, and starts another after the pause', async () => {
    const { list, processes, last, clock } = watched();
    const waiting = codeOf(list());
    last().exit();
    expect(await waiting).toBe('ENOTCONN');
    expect(await codeOf(list())).toBe('ENOTCONN');
    clock.pass(5_000);
    void list().catch(() => undefined);
    expect(processes).toHaveLength(2);
  });

  it('hears nothing more of a process it let go of', async () => {
    const { list, processes, clock } = watched();
    const first = codeOf(list());
    clock.pass(10_000);
    await first;
    clock.pass(5_000);
    const second = codeOf(list());
    processes[0]?.say({ id: 2, ok: true, value: 'di prima' });
    processes[0]?.exit();
    processes[1]?.say({ id: 2, ok: false, code: 'EIO', message: 'EIO: vero' });
    expect(await second).toBe('EIO');
  });

  it('does not pile up processes that the system cannot end', async () => {
    const { list, processes, clock } = watched();
    for (let round = 0; round < 10; round++) {
      const hung = codeOf(list());
      clock.pass(10_000);
      await hung;
      clock.pass(120_000);
    }
    expect(processes).toHaveLength(4);
    processes[0]?.exit();
    void list().catch(() => undefined);
    expect(processes).toHaveLength(5);
  });

  it('drops what does not fit the protocol, and an answer of another form is a bug, not an answer of the drive', async () => {
    const { line, last } = watched();
    const call = line.call({ op: 'list', root: '/x', path: 'j' }, z.array(z.string()));
    for (const message of [null, 'ciao', { id: 1 }, { id: 99, ok: true, value: [] }, { id: 1, ok: false }]) {
      last().say(message);
    }
    last().say({ id: 1, ok: true, value: [1] });
    expect(await codeOf(call)).toContain('fuori protocollo');
  });

  it('waits on for a call that goes on, and for that one alone', async () => {
    const { list, last, clock } = watched();
    const [slow, hung] = [codeOf(list()), codeOf(list())];
    const [first] = last().received;
    for (let part = 0; part < 3; part++) {
      clock.pass(3_000);
      last().say({ id: first?.id, alive: true });
    }
    expect(last().isKilled()).toBe(false);
    clock.pass(1_000);
    expect(await Promise.all([slow, hung])).toEqual(['ETIMEDOUT', 'ETIMEDOUT']);
    expect(last().isKilled()).toBe(true);
    clock.pass(5_000);
    const alone = codeOf(list());
    const { id } = last().received[0] ?? {};
    for (let part = 0; part < 9; part++) {
      clock.pass(9_000);
      last().say({ id, alive: true });
    }
    last().say({ id, ok: true, value: 'tutto' });
    expect(await alone).toBe('done');
  });

  it('lets a process end that nobody asks anything, and starts another for the next call', async () => {
    const { list, processes, last, clock, answerAll } = watched(60_000);
    for (let call = 0; call < 3; call++) {
      const asked = codeOf(list());
      clock.pass(9_000);
      answerAll();
      expect(await asked).toBe('done');
      clock.pass(50_000);
    }
    expect([processes.length, last().isKilled()]).toEqual([1, false]);
    clock.pass(10_000);
    expect(last().isKilled()).toBe(true);
    last().exit();
    const next = codeOf(list());
    expect(processes).toHaveLength(2);
    answerAll();
    expect(await next).toBe('done');
  });

  it('closed, ends its process and every call', async () => {
    const { line, list, processes, last, clock } = watched();
    const waiting = codeOf(list());
    line.close();
    expect(await waiting).toBe('ENOTCONN');
    expect(last().isKilled()).toBe(true);
    expect(await codeOf(list())).toBe('ENOTCONN');
    clock.pass(200_000);
    expect(processes).toHaveLength(1);
    expect(clock.waits()).toBe(0);
  });
});
