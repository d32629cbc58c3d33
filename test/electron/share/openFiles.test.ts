/** Files people chose over real processes that hang, and over fake ones. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { driveOf, openFiles } from '#electron/share/openFiles.ts';
import { forkShare } from '#electron/share/process/forkShare.ts';
import type { After, ShareProcess } from '#electron/share/process/watchdog.ts';
import { ok } from '#shared/kernel/result.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { TWO_NOTICES } from '../../helpers/mails.ts';
import { openTown } from '../../helpers/openTown.ts';

/** Time that passes when the test says so. */
function handTimers() {
  const timers = new Set<{ readonly milliseconds: number; readonly work: () => void }>();
  const after: After = (milliseconds, work) => {
    const timer = { milliseconds, work };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const fire = (milliseconds: number): void => {
    for (const timer of [...timers]) if (timer.milliseconds === milliseconds && timers.delete(timer)) timer.work();
  };
  const waits = (milliseconds: number): number => [...timers].filter((one) => one.milliseconds === milliseconds).length;
  return { after, fire, waits };
}

const LIMIT = 10_000;
const IDLE = 60_000;

/** A process that never answers. */
const silentProcess = (): ShareProcess => ({
  post: () => undefined,
  onMessage: () => undefined,
  onExit: () => undefined,
  kill: () => undefined,
});

describe('a folder that hangs', () => {
  it('holds up no act of the desk, and says so after the limit (S8)', async () => {
    const timers = handTimers();
    const own = temporaryFolder();
    const hanging = join(temporaryFolder(), 'posta');
    const files = openFiles({ spawn: silentProcess, own, after: timers.after });
    onTestFinished(files.close);
    const ask = async () => ok(hanging);
    const town = await openTown({ folder: own, files, ask });
    const { read } = await town.receive(TWO_NOTICES);
    expect(read).toBe(1);
    for (const which of ['mails', 'deliveries', 'outgoing', 'reports'] as const)
      await act(town.app, 'service.chooseFolder', { which });

    const order: string[] = [];
    const check = town.app.call('requests.checkMailbox', {}).then((reply) => {
      order.push('mailbox');
      return reply;
    });
    const round = town.app.tick().then(() => order.push('effects'));
    const { rows } = await act(town.app, 'requests.list', { text: '', limit: 10 });
    await act(town.app, 'requests.takeCharge', { id: rows[0]?.id ?? '' });
    order.push('charge');
    await act(town.app, 'service.status', {});
    order.push('status');
    await vi.waitFor(() => expect(timers.waits(LIMIT)).toBeGreaterThan(0));
    timers.fire(LIMIT);
    expect(await check).toMatchObject({
      ok: false,
      error: { code: 'folder-not-answering', what: expect.stringContaining('non risponde') },
    });
    await round;
    expect(order.filter((one) => one !== 'effects')).toEqual(['charge', 'status', 'mailbox']);
  });

  it('is let go with its process, which another replaces; a file of another drive is read meanwhile', async () => {
    const timers = handTimers();
    const pids: number[] = [];
    const files = openFiles({
      own: temporaryFolder(),
      after: timers.after,
      platform: 'win32',
      spawn: () => {
        const child = forkShare();
        pids.push(child.pid);
        return child;
      },
    });
    onTestFinished(files.close);
    // Told as Windows: `/…` and `//…/…/` are two drives, and Linux takes the one path for the other.
    const path = join(temporaryFolder(), 'foglio.csv');
    const elsewhere = `/${path}`;
    writeFileSync(path, 'righe');
    expect(driveOf(path, 'win32')).not.toBe(driveOf(elsewhere, 'win32'));
    must(await files.read(path, 100));
    process.kill(pids[0] ?? 0, 'SIGSTOP');
    const hung = files.read(path, 100);
    expect(Buffer.from(must(await files.read(elsewhere, 100))).toString()).toBe('righe');
    expect(pids).toHaveLength(2);
    timers.fire(LIMIT);
    expect(await hung).toMatchObject({ ok: false, error: { code: 'folder-not-answering' } });
    expect(await files.read(path, 100)).toMatchObject({ ok: false, error: { code: 'folder-not-answering' } });
    timers.fire(5_000);
    expect(Buffer.from(must(await files.read(path, 100))).toString()).toBe('righe');
    expect(pids).toHaveLength(3);
  });
});

it('starts no process for the own folder, and ends one nobody asks anything', async () => {
  const timers = handTimers();
  const own = temporaryFolder();
  const gone: Promise<void>[] = [];
  const files = openFiles({
    own,
    after: timers.after,
    spawn: () => {
      const child = forkShare();
      gone.push(new Promise((resolve) => child.onExit(resolve)));
      return child;
    },
  });
  onTestFinished(files.close);
  mkdirSync(join(own, 'consegne'));
  must(await files.write([{ path: join(own, 'consegne', 'a.txt'), content: 'a' }]));
  must(await files.tryWriting(join(own, 'consegne')));
  expect(gone).toHaveLength(0);
  const chosen = temporaryFolder();
  must(await files.write([{ path: join(chosen, 'a.txt'), content: 'a' }]));
  expect(must(await files.list(chosen, ['.txt']))).toMatchObject([{ name: 'a.txt', bytes: 1 }]);
  expect(gone).toHaveLength(1);
  timers.fire(IDLE);
  await gone[0];
  must(await files.read(join(chosen, 'a.txt'), 10));
  expect(gone).toHaveLength(2);
});

it('tells drives apart by their names', () => {
  const windows = ['X:\\Area PSi\\a.eml', 'x:\\', '\\\\Server\\Area\\b\\c.pdf', 'C:\\dati'];
  expect(windows.map((path) => driveOf(path, 'win32'))).toEqual(['x:\\', 'x:\\', '\\\\server\\area\\', 'c:\\']);
  const others = ['/mnt/area/ PuntoSi/posta', '/mnt/area', '/media/../home/marta/x', '/tmp'];
  expect(others.map((path) => driveOf(path, 'linux'))).toEqual(['/mnt/area', '/mnt/area', '/home/marta', '/tmp']);
});
