/** Whole desks over one shared place: what they see of each other, and what they do when it is not there. */
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { openShare } from '#electron/share/openShare.ts';
import { forkShare } from '#electron/share/process/forkShare.ts';
import type { After } from '#electron/share/process/watchdog.ts';
import { clockOf } from '#shared/journal/clock.ts';
import { absences, settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf, requestReceived } from '../../../helpers/facts.ts';
import { type FolderDesk, openFolderDesk } from '../../../helpers/folderDesk.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../../helpers/folders.ts';
import { randomFrom } from '../../../helpers/random.ts';
import { openSharedDesk } from '../../../helpers/sharedDesk.ts';

const write = ({ desk }: Pick<FolderDesk, 'desk'>, id: string): void => {
  desk.journal.append([absenceOf(id)], { actor: 'marta' });
};
const shows = ({ desk }: Pick<FolderDesk, 'desk'>): readonly string[] => desk.roster().absences.map(({ id }) => id);
const closing = (opened: FolderDesk): FolderDesk => {
  onTestFinished(() => {
    opened.database.close();
  });
  return opened;
};

/** A desk that founded a register in a real folder. */
async function founderIn(shared: string): Promise<FolderDesk> {
  const opened = closing(openFolderDesk(temporaryFolder(), shared));
  await opened.exchange.round();
  expect(await opened.exchange.found()).toBe(true);
  await opened.exchange.round();
  return opened;
}

describe('the exchange', () => {
  it('lets a desk that founded the register and one that was accepted see the same', async () => {
    const { one, two } = await sharedTown();
    one.write(absenceOf('a1', '2026-03-05'));
    two.write(absenceOf('a2', '2026-03-06'));
    await settle(one, two);
    expect(absences(one)).toEqual(['a1 2026-03-05', 'a2 2026-03-06']);
    expect(absences(two)).toEqual(absences(one));
    for (const { exchange } of [one, two]) {
      const quiet = { waiting: 0, quarantine: [], gaps: [], forks: [] };
      expect(exchange.state()).toMatchObject({ state: 'connected', isEnrolled: true, ...quiet });
      const names = exchange.state().desks.map(({ name }) => name);
      expect(names.sort()).toEqual(['pc1', 'pc2']);
    }
  });

  it('forgets a round that was under way when another folder was chosen', async () => {
    const { one } = await sharedTown();
    const held = Promise.withResolvers<void>();
    const slow = one.client.log();
    one.exchange.use(
      {
        ...slow,
        open: async () => {
          await held.promise;
          return slow.open();
        },
      },
      '/lenta',
    );
    const round = one.exchange.round();
    one.exchange.use(undefined, null);
    held.resolve();
    await round;
    expect(one.exchange.state()).toMatchObject({ state: 'alone', configured: null, location: null, exchangedAt: null });
    expect(one.exchange.connected()).toBeUndefined();
  });

  it('goes on after a round that met a bug', async () => {
    const { one, two } = await sharedTown();
    const { list } = one.client.folder;
    Object.assign(one.client.folder, {
      list: () => {
        throw new TypeError('un errore del programma');
      },
    });
    one.write(absenceOf('a1'));
    await expect(one.exchange.round()).rejects.toThrow('un errore del programma');
    Object.assign(one.client.folder, { list });
    await settle(one, two);
    expect(absences(two)).toEqual(['a1 2026-03-05']);
  });

  it('goes on with its other steps when one meets a bug, and tells of it', async () => {
    const { one, two } = await sharedTown();
    two.database.prepare(`INSERT INTO blob_transfer VALUES (?, ?, 'wanted')`).run('a'.repeat(64), 'altro0001');
    const { read } = two.client.folder;
    Object.assign(two.client.folder, {
      read: async (path: string, limit: number) => {
        if (path.startsWith('m/')) throw new TypeError('un errore del programma');
        return read(path, limit);
      },
    });
    two.write(absenceOf('a1'));
    await expect(two.exchange.round()).rejects.toThrow('un errore del programma');
    expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0, exchangedAt: two.clock.now() });
    await settle(one);
    expect(absences(one)).toEqual(['a1 2026-03-05']);
  });

  it('of a place written by a newer app waits for the update, and touches nothing', async () => {
    const { drive, one, two } = await sharedTown();
    const marker = JSON.parse(Buffer.from(drive.get('formato.json') ?? '').toString('utf8'));
    drive.put('formato.json', JSON.stringify({ ...marker, format: 2 }));
    one.write(absenceOf('a1'));
    const before = drive.paths();
    await settle(one, two);
    expect(one.exchange.state()).toMatchObject({ state: 'newer', waiting: 1, problem: { code: 'share-newer' } });
    expect(drive.paths()).toEqual(before);
  });

  it('does not mix two registers', async () => {
    const [first, second] = [await sharedTown(), await sharedTown()];
    first.one.exchange.use(second.drive.client('pc1', randomFrom(5)).log(), '/altra');
    first.one.write(absenceOf('a1'));
    await settle(first.one, second.two);
    expect(first.one.exchange.state()).toMatchObject({ state: 'other-space', waiting: 1 });
    expect(absences(second.two)).toEqual([]);
  });

  it('orders what was seen and replaced before what replaced it, also when one clock is a day wrong', async () => {
    for (const days of [1, -1]) {
      const { one, two } = await sharedTown();
      one.clock.advance(days * 86_400_000);
      one.write(absenceOf('a1', '2026-03-05'));
      await settle(one, two);
      two.write(absenceOf('a1', '2026-03-09'));
      await settle(one, two);
      for (const desk of [one, two]) expect(absences(desk)).toEqual(['a1 2026-03-09']);
    }
  });

  it('does not take over the clock of a desk a day ahead, before or after a restart', async () => {
    const { drive, one, two } = await sharedTown();
    two.clock.advance(86_400_000);
    two.write(absenceOf('a1'));
    await settle(two, one);
    const again = openSharedDesk({ drive, name: 'pc1', database: one.database, client: one.client, clock: one.clock });
    for (const desk of [one, again]) {
      const [fact] = desk.write(absenceOf('a2'));
      expect(clockOf(fact?.hlc ?? '').milliseconds).toBe(Date.parse(one.clock.now()));
    }
  });

  it('brings together two desks that worked apart for a week', async () => {
    const { one, two } = await sharedTown();
    for (const desk of [one, two]) desk.client.weather.line = 'gone';
    for (let day = 0; day < 7; day++) {
      one.write(absenceOf(`a${day}`));
      two.write(absenceOf(`b${day}`));
      await settle(one, two);
    }
    expect(one.exchange.state()).toMatchObject({ state: 'away', waiting: 7 });
    for (const desk of [one, two]) desk.client.weather.line = 'up';
    await settle(one, two);
    expect(absences(one)).toHaveLength(14);
    expect(absences(two)).toEqual(absences(one));
  });

  it('fetches what can be fetched, however much before it never comes', async () => {
    const { drive, one, two } = await sharedTown();
    const dev = one.desk.journal.device();
    const wanted = Array.from({ length: 120 }, (_, index) => index.toString(16).padStart(64, '0'));
    const add = two.database.prepare(`INSERT INTO blob_transfer VALUES (?, ?, 'wanted')`);
    for (const hash of wanted) add.run(hash, dev);
    const bytes = Buffer.from('un messaggio');
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(bytes).digest('hex');
    add.run(hash, dev);
    drive.put(`m/${dev}/${hash}`, bytes);
    await settle(two);
    expect(two.desk.blobs.get(hash)).toEqual(bytes);
  });

  it('fetches the other messages and publishes when one cannot be read: a folder in its place, too big, an impossible name', async () => {
    const { drive, one, two } = await sharedTown();
    const dev = one.desk.journal.device();
    const add = two.database.prepare(`INSERT INTO blob_transfer VALUES (?, ?, 'wanted')`);
    drive.makeFolder(`m/${dev}/${'0'.repeat(64)}`);
    drive.put(`m/${dev}/${'1'.repeat(64)}`, new Uint8Array(65 * 1024 * 1024));
    for (const hash of ['0'.repeat(64), '1'.repeat(64), '../fuori']) add.run(hash, dev);
    const bytes = Buffer.from('un messaggio');
    const hash = sha256('un messaggio');
    add.run(hash, dev);
    drive.put(`m/${dev}/${hash}`, bytes);
    two.write(absenceOf('a1'));
    await two.meet();
    expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0, problem: null });
    expect(two.desk.blobs.get(hash)).toEqual(bytes);
    await one.meet();
    expect(absences(one)).toEqual(['a1 2026-03-05']);
    expect(one.exchange.state().desks.every(({ isThere }) => isThere)).toBe(true);
  });

  it('publishes what refers to a message although the place of the message is taken', async () => {
    const { drive, one, two } = await sharedTown();
    const messageHash = two.desk.blobs.put(Buffer.from('un messaggio'));
    drive.makeFolder(`m/${two.desk.journal.device()}/${messageHash}`);
    const received = requestReceived('r1');
    two.write({ ...received, body: { ...(received.body as object), sender: messageHash } });
    await settle(two, one);
    expect(two.exchange.state()).toMatchObject({ waiting: 0, problem: null });
    expect(one.requests.get('r1')?.id).toBe('r1');
  });
});

describe('on a real folder', () => {
  test('that is full everything is kept here, and leaves when there is room', async ({ skip }) => {
    const shared = smallDisk(256);
    if (!shared) return skip(NO_MOUNT);
    const { writeFileSync, rmSync } = await import('node:fs');
    const one = await founderIn(shared);
    const ballast = join(shared, 'zavorra');
    expect(() => writeFileSync(ballast, new Uint8Array(1024 * 1024))).toThrow('ENOSPC');
    write(one, 'a1');
    await one.exchange.round();
    expect(one.exchange.state()).toMatchObject({ waiting: 1, problem: { code: 'disk-full' } });
    expect(shows(one)).toEqual(['a1']);
    rmSync(ballast);
    await one.exchange.round();
    const late = closing(openFolderDesk(temporaryFolder(), shared));
    await late.exchange.round();
    expect(shows(late)).toEqual(['a1']);
  });

  test('that can only be read the work of the others arrives, and one’s own waits', async ({ skip }) => {
    const guarded = guardedFolder();
    if (!guarded) return skip(NO_MOUNT);
    const one = await founderIn(guarded.path);
    write(one, 'a1');
    await one.exchange.round();
    guarded.close();
    const late = closing(openFolderDesk(temporaryFolder(), guarded.path));
    write(late, 'a2');
    await late.exchange.round();
    expect(late.exchange.state()).toMatchObject({ state: 'read-only', problem: { code: 'share-read-only' } });
    expect(late.exchange.state().waiting).toBeGreaterThan(0);
    expect(shows(late)).toEqual(['a1', 'a2']);
    guarded.open();
    await late.exchange.round();
    expect(late.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
  });

  test('that vanished nothing counts as deleted', async () => {
    const { renameSync } = await import('node:fs');
    const shared = join(temporaryFolder(), 'unita');
    const { mkdirSync } = await import('node:fs');
    mkdirSync(shared);
    const one = await founderIn(shared);
    write(one, 'a1');
    await one.exchange.round();
    renameSync(shared, `${shared}-scollegata`);
    write(one, 'a2');
    await one.exchange.round();
    expect(one.exchange.state()).toMatchObject({ waiting: 1 });
    expect(one.exchange.state().state).not.toBe('connected');
    expect(shows(one)).toEqual(['a1', 'a2']);
    renameSync(`${shared}-scollegata`, shared);
    await one.exchange.round();
    expect(one.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
  });

  test('whose server hangs every act of this desk is answered while it hangs', async () => {
    const shared = temporaryFolder();
    const processes: number[] = [];
    const timeouts = new Set<() => void>();
    const letTimePass = (): void => {
      const due = [...timeouts];
      timeouts.clear();
      for (const work of due) work();
    };
    const after: After = (_milliseconds, work) => {
      timeouts.add(work);
      return () => void timeouts.delete(work);
    };
    const spawn = () => {
      const child = forkShare();
      processes.push(child.pid);
      return child;
    };
    const log = openShare(shared, { spawn, after });
    onTestFinished(log.close);
    const one = closing(openFolderDesk(temporaryFolder(), shared, log));
    await one.exchange.round();
    expect(await one.exchange.found()).toBe(true);
    await one.exchange.round();
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    let isOver = false;
    const hanging = one.exchange.round().then(() => {
      isOver = true;
    });
    for (let index = 0; index < 20; index++) write(one, `a${index}`);
    expect(shows(one)).toHaveLength(20);
    await one.desk.outbox.tick();
    expect(one.exchange.state()).toMatchObject({ state: 'connected', waiting: 20 });
    expect(isOver).toBe(false);
    while (timeouts.size === 0) await new Promise((resolve) => setImmediate(resolve));
    letTimePass();
    await hanging;
    expect(one.exchange.state()).toMatchObject({ state: 'away', problem: { code: 'drive-not-answering' } });
    // The pause is over: another process goes on.
    letTimePass();
    await one.exchange.round();
    expect(one.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
  });
});

it('a desk that comes a year later reads everything', async () => {
  const { drive, one, two } = await sharedTown();
  for (let month = 0; month < 12; month++) {
    one.clock.advance(30 * 86_400_000);
    one.write(absenceOf(`a${month}`));
    await settle(one, two);
  }
  const late = openSharedDesk({ drive, name: 'pc3' });
  await late.meet();
  expect(absences(late)).toHaveLength(12);
});
