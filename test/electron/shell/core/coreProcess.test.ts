import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { superviseCore } from '#electron/shell/core/coreProcess.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import type { Ask, Reply, ToCore } from '#shared/ipc/messages.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';

/** A process that notes what it is told; the test writes what it says. */
class FakeChild<Told> extends EventEmitter {
  readonly received: Told[] = [];
  killed = false;
  postMessage(message: Told): void {
    this.received.push(structuredClone(message));
  }
  kill(): boolean {
    this.killed = true;
    return true;
  }
}

class FakeCore extends FakeChild<ToCore> {
  override kill(): boolean {
    this.emit('exit', 1);
    return super.kill();
  }
  last(): ToCore | undefined {
    return this.received.at(-1);
  }
}

const START = { dataFolder: '/dati', appVersion: '0.1.0', now: null };
const TOO_NEW: Problem = {
  code: 'database-newer',
  what: 'I dati sono di una versione più nuova.',
  remedy: 'Aggiorna.',
};

function supervise(help: (ask: Ask, hosts: readonly string[]) => Promise<Reply> = async () => ok(null)) {
  const cores: FakeCore[] = [];
  const shares: FakeChild<unknown>[] = [];
  const events: WindowEvent[] = [];
  const stopped: Problem[] = [];
  const log = { bug: vi.fn(), note: vi.fn() };
  const core = superviseCore({
    fork: () => {
      const made = new FakeCore();
      cores.push(made);
      return made;
    },
    forkShare: () => {
      const made = new FakeChild<unknown>();
      shares.push(made);
      return made;
    },
    start: START,
    onEvent: (event) => events.push(event),
    onStopped: (problem) => stopped.push(problem),
    help,
    log,
  });
  const running = (): FakeCore => cores.at(-1) as FakeCore;
  return { core, cores, shares, events, stopped, running, log };
}

const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.error.code);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('superviseCore', () => {
  it('starts the core with its data folder and brings each answer to its own call', async () => {
    const { core, running } = supervise();
    expect(running().received).toEqual([{ kind: 'start', ...START }]);
    const first = core.call('service.status', { a: 1 });
    const second = core.call('requests.list', {});
    expect(running().received.slice(1)).toEqual([
      { kind: 'call', id: 1, method: 'service.status', input: { a: 1 } },
      { kind: 'call', id: 2, method: 'requests.list', input: {} },
    ]);
    running().emit('message', { kind: 'answer', id: 2, result: { ok: true, value: 'due' } });
    running().emit('message', { kind: 'answer', id: 1, result: { ok: true, value: 'uno' } });
    expect([await first, await second]).toEqual([ok('uno'), ok('due')]);
  });

  it('passes on the core’s events', () => {
    const { running, events } = supervise();
    const sent: WindowEvent[] = [
      { name: 'changed', topics: ['requests'] },
      { name: 'progress', job: 'report', done: 3, total: 10 },
    ];
    for (const event of sent) running().emit('message', { kind: 'event', event });
    expect(events).toEqual(sent);
  });

  it('answers the waiting calls when the core dies, starts it again and tells so once it is ready', async () => {
    const { core, cores, events, running, stopped } = supervise();
    running().emit('message', { kind: 'ready' });
    const waiting = core.call('requests.list', {});
    running().emit('exit', 139);
    expect(codeOf(await waiting)).toBe('core-restarting');
    expect(codeOf(await core.call('requests.list', {}))).toBe('core-restarting');
    await vi.advanceTimersByTimeAsync(250);
    expect(cores).toHaveLength(2);
    expect(running().received).toEqual([{ kind: 'start', ...START }]);
    expect(codeOf(await core.call('requests.list', {}))).toBe('core-restarting');
    running().emit('message', { kind: 'ready' });
    expect(events).toEqual([{ name: 'restarted', problem: expect.objectContaining({ code: 'core-restarted' }) }]);
    const call = core.call('requests.list', {});
    running().emit('message', { kind: 'answer', id: 2, result: ok([]) });
    expect(await call).toEqual(ok([]));
    expect(stopped).toEqual([]);
  });

  it('waits longer after the second crash and gives up after the third in a minute', async () => {
    const { core, cores, events, running, stopped, log } = supervise();
    running().emit('exit', 3_221_225_477);
    await vi.advanceTimersByTimeAsync(250);
    running().emit('exit', 1);
    await vi.advanceTimersByTimeAsync(999);
    expect(cores).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(cores).toHaveLength(3);
    running().emit('exit', 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(cores).toHaveLength(3);
    expect(stopped.map(({ code }) => code)).toEqual(['core-given-up']);
    expect(events.map(({ name }) => name)).toEqual(['stopped']);
    expect(codeOf(await core.call('requests.list', {}))).toBe('core-given-up');
    const ends = ['EXIT_3221225477', 'EXIT_1', 'EXIT_1'].map((code) => ['core', expect.objectContaining({ code })]);
    expect(log.bug.mock.calls).toEqual(ends);
    expect(log.note.mock.calls.flat()).toEqual([
      'il core riparte tra 250 ms',
      'il core riparte tra 1000 ms',
      'il core non lavora più: core-given-up',
    ]);
  });

  it('a fatal error ends the core like a crash, once: it starts again when it is gone', async () => {
    const { cores, running, stopped, log } = supervise();
    const first = running();
    first.emit('error', 'FatalError');
    expect([first.killed, cores.length]).toEqual([true, 1]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([cores.length, stopped]).toEqual([2, []]);
    expect(log.bug).toHaveBeenCalledWith('core', expect.objectContaining({ code: 'FatalError' }));
    first.emit('error', 'FatalError');
    expect(running().killed).toBe(false);
  });

  it('a fatal error of the process of the network drive ends that process alone', () => {
    const { running, shares } = supervise();
    running().emit('message', { kind: 'share-start', run: 1 });
    shares[0]?.emit('error', 'FatalError');
    expect(shares[0]?.killed).toBe(true);
    shares[0]?.emit('exit');
    expect(running().last()).toEqual({ kind: 'share-exit', run: 1 });
    expect(running().killed).toBe(false);
  });

  it('forgets crashes older than a minute', async () => {
    const { cores, running, stopped } = supervise();
    for (let crash = 0; crash < 5; crash++) {
      running().emit('exit', 1);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(cores).toHaveLength(6);
    expect(stopped).toEqual([]);
  });

  it('does not start again a core that says why it cannot work', async () => {
    const { core, cores, running, stopped } = supervise();
    const waiting = core.call('service.status', {});
    running().emit('message', { kind: 'failed', problem: TOO_NEW });
    running().emit('exit', 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await waiting).toEqual({ ok: false, error: TOO_NEW });
    expect(await core.call('requests.list', {})).toEqual({ ok: false, error: TOO_NEW });
    expect(stopped).toEqual([TOO_NEW]);
    expect(cores).toHaveLength(1);
  });

  it('drops what does not fit the protocol, and frees the call of a broken answer', async () => {
    const { core, running, events, log } = supervise();
    const waiting = core.call('service.status', {});
    for (const message of [null, 'ciao', { kind: 'event', event: { name: 'altro' } }, { kind: 'ask', id: 1 }]) {
      running().emit('message', message);
    }
    running().emit('message', { kind: 'answer', id: 1, result: { ok: false, error: 'testo' } });
    expect(codeOf(await waiting)).toBe('core-broken-answer');
    expect(events).toEqual([]);
    expect(log.bug).toHaveBeenCalledTimes(5);
    expect(log.bug).toHaveBeenCalledWith('messaggio del core', expect.any(Error));
  });

  it('does what the core asks with the hosts it told, and tells it the outcome', async () => {
    const help = vi.fn(async () => ok('/cartella'));
    const { core, running } = supervise(help);
    const ask: Ask = { what: 'choose-folder', title: 'Scegli', start: null };
    running().emit('message', { kind: 'hosts', hosts: ['www.comune.valdombra.example'] });
    running().emit('message', { kind: 'ask', id: 7, ask });
    await vi.advanceTimersByTimeAsync(0);
    expect(help).toHaveBeenCalledWith(ask, ['www.comune.valdombra.example']);
    expect(core.hosts()).toEqual(['www.comune.valdombra.example']);
    expect(running().last()).toEqual({ kind: 'told', id: 7, result: ok('/cartella') });
  });

  it('answers the core also when the shell fails to help', async () => {
    const { running, log } = supervise(() => Promise.reject(new Error('dialog')));
    running().emit('message', { kind: 'ask', id: 3, ask: { what: 'open-address', url: 'https://a.example' } });
    await vi.advanceTimersByTimeAsync(0);
    expect(running().last()).toMatchObject({
      kind: 'told',
      id: 3,
      result: { ok: false, error: { code: 'help-failed' } },
    });
    expect(log.bug).toHaveBeenCalledExactlyOnceWith('richiesta del core', new Error('dialog'));
  });

  it('starts the process of the network drive for the core and passes on what they say, unread', () => {
    const { shares, running } = supervise();
    running().emit('message', { kind: 'share-start', run: 1 });
    running().emit('message', { kind: 'to-share', run: 1, message: { id: 1, bytes: Uint8Array.of(0, 255) } });
    expect(shares).toHaveLength(1);
    expect(shares[0]?.received).toEqual([{ id: 1, bytes: Uint8Array.of(0, 255) }]);
    shares[0]?.emit('message', { id: 1, ok: true, value: Uint8Array.of(7) });
    expect(running().last()).toEqual({
      kind: 'from-share',
      run: 1,
      message: { id: 1, ok: true, value: Uint8Array.of(7) },
    });
    running().emit('message', { kind: 'share-kill', run: 1 });
    expect(shares[0]?.killed).toBe(true);
    shares[0]?.emit('exit');
    expect(running().last()).toEqual({ kind: 'share-exit', run: 1 });
    running().emit('message', { kind: 'to-share', run: 1, message: 'tardi' });
    expect(shares[0]?.received).toHaveLength(1);
  });

  it('ends the process of the network drive with the core, and keeps its last words from the next core', async () => {
    const { shares, running, cores } = supervise();
    running().emit('message', { kind: 'share-start', run: 1 });
    running().emit('exit', 139);
    expect(shares[0]?.killed).toBe(true);
    await vi.advanceTimersByTimeAsync(250);
    running().emit('message', { kind: 'share-start', run: 1 });
    shares[0]?.emit('message', 'vecchio');
    shares[0]?.emit('exit');
    expect(cores).toHaveLength(2);
    expect(running().received).toEqual([{ kind: 'start', ...START }]);
    shares[1]?.emit('message', 'nuovo');
    expect(running().last()).toEqual({ kind: 'from-share', run: 1, message: 'nuovo' });
  });

  it('ends the process of the network drive when the app closes', async () => {
    const { core, shares, running } = supervise();
    running().emit('message', { kind: 'share-start', run: 4 });
    const stopped = core.stop();
    running().emit('exit', 0);
    await stopped;
    expect(shares[0]?.killed).toBe(true);
  });

  it('stops once: asks the core to end, and kills it when it takes longer than 5 seconds', async () => {
    const { core, cores, running, log } = supervise();
    const stops = Promise.all([core.stop(), core.stop()]);
    expect(running().received.filter(({ kind }) => kind === 'stop')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(running().killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(running().killed).toBe(true);
    await stops;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(log.bug).not.toHaveBeenCalled();
    expect(cores).toHaveLength(1);
  });

  it('starts a newly built core in the place of the old one: no crash, no pause, and the page is told', async () => {
    const { core, cores, events, running, stopped } = supervise();
    running().emit('message', { kind: 'ready' });
    for (let build = 1; build <= 4; build++) {
      const waiting = core.call('requests.list', {});
      const replaced = core.restart();
      void core.restart();
      expect(running().received.filter(({ kind }) => kind === 'stop')).toHaveLength(1);
      running().emit('exit', 0);
      await replaced;
      expect(codeOf(await waiting)).toBe('core-restarting');
      expect(cores).toHaveLength(build + 1);
      running().emit('message', { kind: 'ready' });
    }
    expect(events.map(({ name }) => name)).toEqual(Array(4).fill('restarted'));
    expect(stopped).toEqual([]);
  });

  it('starts a newly built core also after it was given up', async () => {
    const { core, cores, running } = supervise();
    running().emit('message', { kind: 'failed', problem: TOO_NEW });
    void core.restart();
    running().emit('exit', 0);
    expect(cores).toHaveLength(2);
    const call = core.call('requests.list', {});
    running().emit('message', { kind: 'answer', id: 1, result: ok([]) });
    expect(await call).toEqual(ok([]));
  });

  it('does not start the core again when the app closes while it is down', async () => {
    const { core, cores, running } = supervise();
    running().emit('exit', 1);
    await core.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(cores).toHaveLength(1);
  });
});
