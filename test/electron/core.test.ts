/** The core as a process of its own: a promise that nobody waited for does not end it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { FromCore, ToCore } from '#shared/ipc/messages.ts';
import { temporaryFolder } from '../helpers/folders.ts';

const CORE = join(import.meta.dirname, '../../electron/core.ts');
/** Rejects, with nobody waiting, as soon as the core listens. */
const LOST_PROMISE = `process.on('newListener', (event) => {
  if (event === 'message') void Promise.reject(new Error('nessuno mi aspetta'));
});`;

it('a promise that nobody waited for is logged, and the core goes on answering', async () => {
  const core = fork(CORE, [], {
    execArgv: ['--import', `data:text/javascript,${encodeURIComponent(LOST_PROMISE)}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  onTestFinished(() => void core.kill('SIGKILL'));
  let logged = '';
  core.stderr?.on('data', (chunk: Buffer) => {
    logged += chunk.toString('utf8');
  });
  const told = (kind: FromCore['kind']): Promise<FromCore> =>
    new Promise((resolve) => {
      core.on('message', (message: FromCore) => {
        if (message.kind === kind) resolve(message);
      });
    });
  const send = (message: ToCore): void => void core.send(message);
  const ready = told('ready');
  send({ kind: 'start', dataFolder: temporaryFolder(), appVersion: '0.1.0', now: null });
  await ready;
  const answer = told('answer');
  send({ kind: 'call', id: 1, method: 'service.status', input: {} });
  expect(await answer).toMatchObject({ kind: 'answer', id: 1 });
  const ended = once(core, 'close');
  send({ kind: 'stop' });
  expect(await ended).toEqual([0, null]);
  expect(logged).toContain('[promessa]');
  expect(logged).toContain('nessuno mi aspetta');
});
