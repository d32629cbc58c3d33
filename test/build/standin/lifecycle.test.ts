import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findChromium } from '../../../build/standin/chromium.ts';
import {
  argumentsFor,
  EXECUTABLE,
  environment,
  invoke,
  launch,
  makeFolder,
  removeFolder,
  type Seen,
  START_MILLISECONDS,
  untilNobodyNames,
} from './launch.ts';

const browser = findChromium();
const title = browser ? 'start and end' : 'start and end (left out: this machine has no Chromium)';

describe.skipIf(!browser)(title, { timeout: START_MILLISECONDS }, () => {
  test('a second start hands its command line to the first, which ends with code 0 and leaves nothing behind', async () => {
    const folder = await makeFolder();
    const { app, page } = await launch(folder);
    const second = spawnSync(EXECUTABLE, [...argumentsFor(folder), '--seconda'], {
      env: environment,
      encoding: 'utf8',
    });
    expect([second.status, second.stderr]).toEqual([0, '']);
    const starts = async () => ((await invoke(page, 'seen')) as Seen).secondInstances;
    await expect.poll(starts).toEqual([expect.arrayContaining(['--seconda'])]);
    const ended = once(app.process(), 'exit');
    await app.close();
    expect(await ended).toEqual([0, null]);
    await untilNobodyNames(folder);
    await removeFolder(folder);
  });

  test('killed, it takes Chromium and busy utility processes with it, and starts again at once', async () => {
    const folder = await makeFolder();
    const first = await launch(folder);
    const worker = await invoke(first.page, 'busy worker');
    const child = first.app.process();
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const second = await launch(folder);
    await expect.poll(() => spawnSync('ps', ['-p', String(worker)]).status).toBe(1);
    await second.app.close();
    await untilNobodyNames(folder);
    await removeFolder(folder);
  });

  test('with user data that cannot be written the app still runs and can tell so', async () => {
    const folder = await makeFolder();
    const file = join(folder, 'file');
    await writeFile(file, '');
    const { app } = await launch(join(file, 'dati'));
    await app.close();
    await untilNobodyNames(folder);
    await removeFolder(folder);
  });

  test('without a Chromium it says what is missing', async () => {
    const folder = await makeFolder();
    const child = spawn(EXECUTABLE, argumentsFor(folder), { env: { ...environment, STANDIN_CHROMIUM: '' } });
    let errors = '';
    child.stderr.on('data', (text) => {
      errors += String(text);
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(errors).toContain('no Chromium found');
    await removeFolder(folder);
  });
});
