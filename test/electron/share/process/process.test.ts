/** The real process of the network drive: the contract through it, a process that stops answering, one that loses its parent. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import { openShare } from '#electron/share/openShare.ts';
import { shareAnswers } from '#electron/share/process/answer.ts';
import { forkShare } from '#electron/share/process/forkShare.ts';
import { relayedShare } from '#electron/share/process/relayedShare.ts';
import { shareRequestSchema } from '#electron/share/process/requests.ts';
import type { After } from '#electron/share/process/watchdog.ts';
import { relayShare, type ShareChild } from '#electron/shell/core/shareProcess.ts';
import { fromCoreSchema, toCoreSchema } from '#shared/ipc/messages.ts';
import { temporaryFolder } from '../../../helpers/folders.ts';
import { filesBelow, putFile } from '../../../helpers/realShare.ts';
import { DEV, nameFor, SPACE, sharedLogContract } from '../sharedLogContract.ts';

/** One process for all desks of a test, ended with it: to start one takes a moment. */
function desksAt(configured: string): () => SharedLog {
  const log = openShare(configured, { spawn: forkShare });
  onTestFinished(log.close);
  return () => log;
}

sharedLogContract('over a real process', () => {
  const folder = temporaryFolder();
  const root = join(folder, '.puntosi-v1');
  return {
    desk: desksAt(folder),
    put: (path, content) => putFile(root, path, content),
    paths: () => filesBelow(root),
  };
});

describe('the process of the network drive', () => {
  it('finds the space beside a configured file, and says when the path held only without its space', async () => {
    const folder = temporaryFolder();
    putFile(folder, 'PuntoSi/REGISTRO', 'un file');
    const log = desksAt(join(folder, ' PuntoSi', 'REGISTRO'))();
    expect(await log.found(SPACE)).toBe(true);
    expect(await log.open()).toMatchObject({
      state: 'ready',
      location: { path: join(folder, 'PuntoSi', '.puntosi-v1'), withoutSpace: true },
    });
    await expect(desksAt(join(folder, 'Altrove'))().open()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is killed when it stops answering; the call is rejected and the next one works', async () => {
    const folder = temporaryFolder();
    const processes: { readonly pid: number; readonly gone: Promise<void> }[] = [];
    const timers: { readonly milliseconds: number; readonly work: () => void }[] = [];
    const after: After = (milliseconds, work) => {
      const timer = { milliseconds, work };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    };
    const log = openShare(folder, {
      after,
      spawn: () => {
        const child = forkShare();
        processes.push({ pid: child.pid, gone: new Promise((resolve) => child.onExit(resolve)) });
        return child;
      },
    });
    onTestFinished(log.close);
    await log.found(SPACE);
    await log.open();
    process.kill(processes[0]?.pid ?? 0, 'SIGSTOP');
    const hung = log.append(DEV, nameFor(1, 1, 'x'), Buffer.from('x'));
    await vi.waitFor(() => expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([10_000]));
    timers[0]?.work();
    await expect(hung).rejects.toMatchObject({ code: 'ETIMEDOUT' });
    await processes[0]?.gone;
    await expect(log.list()).rejects.toMatchObject({ code: 'ENOTCONN' });
    timers.find(({ milliseconds }) => milliseconds === 5_000)?.work();
    await log.append(DEV, nameFor(1, 1, 'x'), Buffer.from('x'));
    expect((await log.list()).segments).toHaveLength(1);
    expect(processes).toHaveLength(2);
  });

  it('ends when the program that started it is killed, also while a call hangs', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.puntosi-v1'));
    execFileSync('mkfifo', [join(folder, '.puntosi-v1', 'formato.json')]);
    const parent = spawn(process.execPath, [join(import.meta.dirname, 'parent.child.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    parent.stdout.setEncoding('utf8');
    const [told] = (await once(parent.stdout, 'data')) as [string];
    const pid = Number(told);
    onTestFinished(() => {
      if (isRunning(pid)) process.kill(pid, 'SIGKILL');
    });
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 10_000);
  });
});

/** Whether a process runs; one that nobody has collected yet does not. */
function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('its answers', () => {
  it('are none for what is no request', async () => {
    const answer = shareAnswers();
    for (const raw of [null, {}, { id: 1 }, { id: 0, operation: { op: 'locate', configured: '/' } }]) {
      expect(await answer(raw)).toBeUndefined();
    }
    expect(await answer({ id: 1, operation: { op: 'format', root: '/', path: 'c' } })).toBeUndefined();
  });

  it('refuse every path out of the space', async () => {
    const folder = temporaryFolder();
    putFile(folder, 'segreto', 'x');
    const root = join(folder, '.puntosi-v1');
    mkdirSync(root);
    const answer = shareAnswers();
    const bytes = Buffer.from('x');
    for (const path of [
      '../segreto',
      '..',
      '/etc/passwd',
      'C:/x',
      'j/../../segreto',
      'j//x',
      'j\\..\\x',
      'con',
      'x. ',
    ]) {
      for (const operation of [
        { op: 'list', root, path },
        { op: 'measure', root, path },
        { op: 'read', root, path, limit: 10 },
        { op: 'create', root, path, bytes },
        { op: 'publish', root, path, bytes, temporary: 'j/a/.t00000000.tmp' },
        { op: 'publish', root, path: 'j/a/x', bytes, temporary: path },
        { op: 'remove', root, path },
      ]) {
        expect(await answer({ id: 1, operation })).toMatchObject({ id: 1, ok: false, code: 'EINVAL' });
      }
    }
    expect(filesBelow(folder)).toEqual(['segreto']);
  });
});

it('the shell relays it to the core, bytes and all, and kills it when the core lets go', async () => {
  const folder = temporaryFolder();
  const gone: Promise<void>[] = [];
  const fork = (): ShareChild => {
    const child = forkShare();
    gone.push(new Promise((resolve) => child.onExit(resolve)));
    return {
      pid: child.pid,
      postMessage: (message) => child.post(shareRequestSchema.parse(message)),
      on: (event: 'message' | 'exit' | 'error', listener: (message: unknown) => void) => {
        if (event === 'message') child.onMessage(listener);
        if (event === 'exit') child.onExit(() => listener(undefined));
      },
      kill: () => true,
    };
  };
  const shell = relayShare(fork, (message) => {
    const parsed = toCoreSchema.parse(message);
    if (parsed.kind === 'from-share' || parsed.kind === 'share-exit') core.receive(parsed);
  });
  const core = relayedShare((message) => {
    const parsed = fromCoreSchema.parse(message);
    if (parsed.kind === 'share-start' || parsed.kind === 'to-share' || parsed.kind === 'share-kill') {
      shell.receive(parsed);
    }
  });
  const log = openShare(folder, { spawn: core.spawn });
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  await log.found(SPACE);
  await log.append(DEV, nameFor(1, 1, 'x'), bytes);
  expect(Uint8Array.from(await log.read({ dev: DEV, name: nameFor(1, 1, 'x'), bytes: 256 }))).toEqual(bytes);
  log.close();
  await gone[0];
  expect(gone).toHaveLength(1);
});
