/** The core as a process of its own: what goes wrong in it is in its log, and it goes on. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { lastBugs } from '#electron/log/files.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import type { FromCore, ToCore } from '#shared/ipc/messages.ts';
import { tearTable } from '../helpers/damage.ts';
import { must } from '../helpers/desk.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { layOut } from '../helpers/morning/seed.ts';

const CORE = join(import.meta.dirname, '../../electron/core.ts');
const SHARE = join(import.meta.dirname, '../../electron/share/process/process.ts');
/** What Node is told, to do `work` before the core begins. */
const beforehand = (work: string): readonly string[] => [
  '--import',
  `data:text/javascript,${encodeURIComponent(work)}`,
];
/** Rejects, with nobody waiting, as soon as the core listens. */
const LOST_PROMISE = `process.on('newListener', (event) => {
  if (event === 'message') void Promise.reject(new Error('nessuno mi aspetta'));
});`;
/** Throws as soon as the core is ready. */
const SUDDEN_ERROR = `const send = process.send.bind(process);
process.send = (message) => {
  if (message.kind === 'ready') setTimeout(() => { throw new RangeError('all’improvviso'); }, 0);
  return send(message);
};`;

/** A program that is killed when the test ends, and what it writes on the terminal. */
function started(file: string, words: readonly string[] = [], execArgv: readonly string[] = []) {
  const program = fork(file, [...words], { execArgv: [...execArgv], stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
  onTestFinished(() => void program.kill('SIGKILL'));
  // The shell of a computer whose system keeps no secrets.
  program.on('message', (message: FromCore) => {
    if (message.kind === 'ask') {
      send(program, { kind: 'told', id: message.id, result: { ok: true, value: { outcome: 'unavailable' } } });
    }
  });
  let terminal = '';
  program.stderr?.on('data', (chunk: Buffer) => {
    terminal += chunk.toString('utf8');
  });
  return { program, terminal: () => terminal };
}

const send = (core: ChildProcess, message: ToCore): void => void core.send(message);

function told<Kind extends FromCore['kind']>(core: ChildProcess, kind: Kind): Promise<FromCore & { kind: Kind }> {
  return new Promise((resolve) => {
    core.on('message', (message: FromCore) => {
      if (message.kind === kind) resolve(message as FromCore & { kind: Kind });
    });
  });
}

/** A core at work on the data of a folder. */
async function startedCore(dataFolder: string, execArgv: readonly string[] = []) {
  const { program: core, terminal } = started(CORE, [], execArgv);
  const ready = told(core, 'ready');
  send(core, { kind: 'start', dataFolder, appVersion: '0.1.0', now: null });
  await ready;
  let lastId = 0;
  return {
    terminal,
    call: (method: MethodName, input: unknown = {}) => {
      const answer = told(core, 'answer');
      send(core, { kind: 'call', id: ++lastId, method, input });
      return answer;
    },
    stop: async () => {
      const ended = once(core, 'close');
      send(core, { kind: 'stop' });
      expect(await ended).toEqual([0, null]);
    },
  };
}

const logOf = (dataFolder: string, program: string): string =>
  readFileSync(join(dataFolder, 'log', `${program}.log`), 'utf8');

it('a call that comes before the start has come to its end waits for it', async () => {
  const { program: core } = started(CORE);
  const answer = told(core, 'answer');
  send(core, { kind: 'start', dataFolder: temporaryFolder(), appVersion: '0.1.0', now: null });
  send(core, { kind: 'call', id: 1, method: 'service.status', input: {} });
  expect((await answer).result.ok).toBe(true);
});

it('a promise that nobody waited for is logged, and the core goes on answering', async () => {
  const folder = temporaryFolder();
  const core = await startedCore(folder, beforehand(LOST_PROMISE));
  expect(await core.call('service.status')).toMatchObject({ kind: 'answer', id: 1 });
  await core.stop();
  expect(core.terminal()).toContain('[promessa]');
  expect(core.terminal()).toContain('nessuno mi aspetta');
});

it('the number a user sees is found in the log, without the text that met the bug', async () => {
  const folder = temporaryFolder();
  const database = must(openDatabase(join(folder, 'avvisi.db'), migrations));
  database.exec(
    "INSERT INTO local_value VALUES ('register-filters', 'Ciao, sono zqxjk'), ('register-layout', 'Ciao, sono zqxjk')",
  );
  database.close();
  const core = await startedCore(folder);
  const { result } = await core.call('register.view');
  await core.stop();
  const number = result.ok ? '' : (/numero (\w+)/.exec(result.error.what)?.[1] ?? '');
  expect(number).toMatch(/^[0-9a-f]{16}$/);
  const log = logOf(folder, 'core');
  expect(log).toContain(`errore [${number}] Error: register.view`);
  expect(log).toMatch(/causa: SyntaxError: Unexpected token/);
  expect(log).toMatch(/, electron\/db\/localValues\.ts:\d+:\d+/);
  expect(log).not.toContain('zqxjk');
  expect(log).not.toContain(folder);
  expect(lastBugs(folder, 10)).toMatchObject([{ id: number, what: 'Error: register.view' }]);
  expect(log.match(/ nota [^,\n]*/g)).toEqual([' nota avvio: app 0.1.0', ' nota pronto', ' nota chiusura']);
});

it('an error nobody caught is logged before it ends the program', async () => {
  const folder = temporaryFolder();
  const { program: core } = started(CORE, [], beforehand(SUDDEN_ERROR));
  const ended = once(core, 'close');
  send(core, { kind: 'start', dataFolder: folder, appVersion: '0.1.0', now: null });
  expect((await ended)[0]).not.toBe(0);
  expect(lastBugs(folder, 10)).toMatchObject([{ id: 'fine inattesa', what: 'RangeError: all’improvviso' }]);
});

it('the process of the network drive keeps a log where the desk says, and none for the command line', async () => {
  const folder = temporaryFolder();
  for (const words of [[], [`--data=${folder}`]]) {
    const { program, terminal } = started(SHARE, words);
    const complained = new Promise((resolve) => program.stderr?.once('data', resolve));
    program.send({ strange: 'mario@ufficio.example' });
    await complained;
    expect(terminal()).toContain('[messaggio]');
    expect(existsSync(join(folder, 'log'))).toBe(words.length > 0);
  }
  expect(logOf(folder, 'share')).toContain('errore [messaggio] Error: Un messaggio non rispetta il protocollo.');
});

it('data that are gone do not end the core: it says so, shows the copies, and restores one', async () => {
  const folder = temporaryFolder();
  layOut(folder, {});
  mkdirSync(join(folder, 'copie'));
  renameSync(join(folder, 'avvisi.db'), join(folder, 'copie', 'avvisi-2026-11-23.db'));
  const core = await startedCore(folder);
  expect((await core.call('people.session')).result).toMatchObject({ ok: false, error: { code: 'database-missing' } });
  expect((await core.call('core.recovery')).result).toMatchObject({
    value: { problem: { code: 'database-missing' }, copies: [{ preview: { lastNumber: '2026/0204' } }] },
  });
  expect((await core.call('core.restoreCopy', { name: 'avvisi-2026-11-23.db' })).result).toMatchObject({ ok: true });
  expect((await core.call('people.session')).result).toMatchObject({ ok: true });
  expect((await core.call('service.health')).result).toMatchObject({ value: { restored: { at: expect.any(String) } } });
  await core.stop();
});

it('read tables that are torn are made anew at the start; the core does not die of them', async () => {
  const folder = temporaryFolder();
  layOut(folder, {});
  tearTable(folder, 'projection');
  const core = await startedCore(folder);
  expect((await core.call('people.session')).result).toMatchObject({ ok: true });
  await core.stop();
  expect(logOf(folder, 'core')).toContain('dati riparati, niente è andato perso');
  expect(existsSync(join(folder, 'messi-da-parte'))).toBe(true);
});

it('a file that cannot be opened at all leads to the ways out, not to three deaths', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'avvisi.db'), 'Registro dei messaggi, anno 2026\n'.repeat(200));
  const core = await startedCore(folder);
  expect((await core.call('service.status')).result).toMatchObject({ error: { code: 'database-damaged' } });
  expect((await core.call('core.repair')).result).toMatchObject({ error: { code: 'database-damaged' } });
  expect((await core.call('core.startOver')).result).toMatchObject({ ok: true });
  expect((await core.call('service.status')).result).toMatchObject({ ok: true });
  await core.stop();
});
