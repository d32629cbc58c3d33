/** The ways out of data that are gone or damaged: nothing is deleted, and no desk forks. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copiesFolder, copiesOf, dailyCopy, databaseFile } from '#electron/db/copies.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { readFile } from '#electron/db/soundness.ts';
import { act } from '#electron/demo/procedure.ts';
import { asideOf } from '#electron/recovery/aside.ts';
import { previewOf } from '#electron/recovery/preview.ts';
import { repair } from '#electron/recovery/repair.ts';
import { rebuildFromShare, restoreFile, startOver } from '#electron/recovery/restore.ts';
import { recoveryCases } from '#electron/recovery/ways.ts';
import { ok } from '#shared/kernel/result.ts';
import { meddle, tearTable } from '../../helpers/damage.ts';
import { must, testClock } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { inWork } from '../../helpers/inWork.ts';
import { INCOMPLETE, TWO_NOTICES } from '../../helpers/mails.ts';
import { layOut } from '../../helpers/morning/seed.ts';
import { openTown, openTownApp } from '../../helpers/openTown.ts';
import { confirmRegister, exchangeAll, joinAll, openTownDeskOn } from '../../helpers/sharedTown.ts';

const NOW = '2026-11-24T08:12:00.000Z';

function usedFolder(): string {
  const folder = temporaryFolder();
  layOut(folder, {});
  return folder;
}
/** A copy of the present data, made by hand. */
function copyOf(folder: string, day = '2026-11-23'): string {
  mkdirSync(copiesFolder(folder), { recursive: true });
  const copy = dailyCopy(folder, day);
  writeFileSync(copy, readFileSync(databaseFile(folder)));
  return copy;
}
/** The present data as a program that ended suddenly leaves them: with their last changes beside the file. */
function keepOpen(folder: string) {
  const database = must(openDatabase(databaseFile(folder), migrations));
  const beside = `${databaseFile(folder)}-wal`;
  return {
    database,
    close: () => {
      const moved = asideOf(folder)[0]?.path ?? '';
      const [bytes, changes] = [readFileSync(moved), readFileSync(`${moved}-wal`)];
      database.close();
      expect(existsSync(beside)).toBe(false);
      writeFileSync(moved, bytes);
      writeFileSync(`${moved}-wal`, changes);
    },
  };
}
const numberIn = (folder: string, sql: string): unknown =>
  must(readFile(databaseFile(folder), (database) => database.prepare(sql).pluck().get()));

describe('the daily copy', () => {
  const daily = (training = false) => openTown({ training });

  test('is made once a day, named by the day, and says what it holds', async () => {
    const town = await daily();
    await town.receive(TWO_NOTICES);
    await town.app.health.copyOfDay();
    const [copy] = copiesOf(town.folder);
    expect(copy).toMatchObject({ name: 'avvisi-2026-03-02.db', madeAt: town.clock.now() });
    expect(must(previewOf(copy?.path ?? ''))).toEqual({
      notices: 0,
      requests: 2,
      lastFactAt: town.clock.now(),
      lastNumber: null,
    });
    await town.receive(INCOMPLETE);
    await town.app.health.copyOfDay();
    expect(must(previewOf(copy?.path ?? '')).requests).toBe(2);
    await act(town.app, 'service.copyNow', {});
    expect(must(previewOf(copy?.path ?? '')).requests).toBe(3);
    expect((await act(town.app, 'service.health', {})).copies).toMatchObject({
      newest: town.clock.now(),
      isLate: false,
    });
  });

  test('keeps the last seven days', async () => {
    const town = await daily();
    for (let day = 2; day <= 10; day++) {
      town.clock.set(`2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`);
      await town.app.health.copyOfDay();
    }
    expect(copiesOf(town.folder).map(({ name }) => name)).toEqual(
      [10, 9, 8, 7, 6, 5, 4].map((day) => `avvisi-2026-03-${String(day).padStart(2, '0')}.db`),
    );
  });

  test('waits while something is about to leave, but not for ever; the invented town has none', async () => {
    const town = await daily();
    const due = `INSERT INTO effect (id, kind, payload, not_before, state, made_at)
      VALUES ('e', 'nothing', '{}', '2026-03-02T08:00:20.000Z', 'waiting', '2026-03-02T08:00:00.000Z')`;
    town.app.close();
    meddle(town.folder, due);
    const again = openTownApp({ folder: town.folder, training: false });
    for (let minute = 0; minute < 30; minute++) await again.app.health.copyOfDay();
    expect(copiesOf(town.folder)).toEqual([]);
    await again.app.health.copyOfDay();
    expect(copiesOf(town.folder)).toHaveLength(1);
    const example = await daily(true);
    await example.app.health.copyOfDay();
    expect(copiesOf(example.folder)).toEqual([]);
  });

  test('that is not made is told, and after three days somebody is asked to look', async () => {
    const town = await daily();
    writeFileSync(copiesFolder(town.folder), 'un file dove va la cartella');
    await town.app.health.copyOfDay();
    const health = async () => (await act(town.app, 'service.health', {})).copies;
    expect(await health()).toMatchObject({ newest: null, isLate: false, problem: { remedy: expect.any(String) } });
    town.clock.set('2026-03-05T08:00:01.000Z');
    expect(await health()).toMatchObject({ isLate: true });
    rmSync(copiesFolder(town.folder));
    // An hour after the last attempt at the earliest.
    await town.app.health.copyOfDay();
    expect(await health()).toMatchObject({ newest: town.clock.now(), isLate: false, problem: null });
  });
});

describe('restoring a copy', () => {
  test('puts it in place, sets the present file aside, and keeps sendings until somebody looked', async () => {
    const folder = usedFolder();
    const facts = numberIn(folder, 'SELECT count(*) FROM fact');
    meddle(
      folder,
      `INSERT INTO effect (id, kind, payload, not_before, state, made_at)
       VALUES ('e', 'nothing', '{}', '${NOW}', 'waiting', '${NOW}')`,
    );
    const copy = copyOf(folder);
    writeFileSync(databaseFile(folder), 'rovinato');
    const { aside } = must(restoreFile(folder, copy, NOW));
    expect(readFileSync(join(aside ?? '', 'avvisi.db'), 'utf8')).toBe('rovinato');
    expect(aside).toMatch(/messi-da-parte.2026-11-24-alle-09\.12$/);
    expect(numberIn(folder, 'SELECT count(*) FROM fact')).toBe(facts);
    expect(readdirSync(folder).filter((name) => name.includes('ripristino'))).toEqual([]);
    const { app, clock } = openTownApp({ folder, training: false, now: NOW });
    clock.set('2026-12-24T08:00:00.000Z');
    await app.tick();
    expect(app.nextDue()).toBe(NOW);
    expect((await act(app, 'service.health', {})).restored).toMatchObject({ at: NOW });
    await act(app, 'service.confirmRestored', {});
    expect((await act(app, 'service.health', {})).restored).toBeNull();
    await app.tick();
    expect(app.nextDue()).not.toBe(NOW);
  });

  test('that is damaged changes nothing', () => {
    const folder = usedFolder();
    const copy = copyOf(folder);
    writeFileSync(copy, readFileSync(copy).subarray(0, 8_192));
    const before = readFileSync(databaseFile(folder));
    expect(restoreFile(folder, copy, NOW)).toMatchObject({ ok: false, error: { code: 'database-damaged' } });
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'messi-da-parte'))).toBe(false);
  });

  test('goes on in the shared register as the same desk under a new name, without a fork', async () => {
    const shared = temporaryFolder();
    const clock = testClock();
    const [one, two] = ['uno', 'due'].map((name) => openTownDeskOn({ name, shared, clock })) as [
      ReturnType<typeof openTownDeskOn>,
      ReturnType<typeof openTownDeskOn>,
    ];
    await joinAll(one, two);
    await one.receive(TWO_NOTICES);
    await exchangeAll(one, two);
    await act(one.app, 'service.copyNow', {});
    await one.receive(INCOMPLETE);
    await exchangeAll(one, two);
    one.app.close();
    must(restoreFile(one.folder, copiesOf(one.folder)[0]?.path ?? '', clock.now()));
    const again = openTownDeskOn({ name: 'uno', shared, clock, folder: one.folder });
    // Work done before the share is seen again.
    await again.receive({ ...INCOMPLETE, id: 'dopo-il-ripristino' });
    await exchangeAll(again, two);
    for (const desk of [again, two]) {
      expect(await desk.share()).toMatchObject({ state: 'connected', forks: [], gaps: [], quarantine: [], waiting: 0 });
      expect(await inWork(desk.app)).toHaveLength(4);
    }
    const devices = (await two.share()).desks.filter(({ name }) => name === 'uno');
    expect(devices).toHaveLength(2);
  }, 120_000);
});

describe('starting over', () => {
  test('only sets aside, and leaves a desk that begins', async () => {
    const folder = usedFolder();
    copyOf(folder);
    mkdirSync(join(folder, 'allegati', 'ab'), { recursive: true });
    writeFileSync(join(folder, 'allegati', 'ab', 'abcd'), 'allegato');
    const { aside } = must(startOver(folder, NOW));
    for (const kept of ['avvisi.db', 'copie/avvisi-2026-11-23.db', 'allegati/ab/abcd']) {
      expect(existsSync(join(aside ?? '', kept)), kept).toBe(true);
    }
    const { app } = openTownApp({ folder, training: false, now: NOW });
    expect((await act(app, 'people.session', {})).people).toEqual([]);
    expect((await act(app, 'service.health', {})).restored).toBeNull();
  });
});

test('a desk without data comes back from the shared register', async () => {
  const shared = temporaryFolder();
  const [one, two] = ['uno', 'due'].map((name) => openTownDeskOn({ name, shared })) as [
    ReturnType<typeof openTownDeskOn>,
    ReturnType<typeof openTownDeskOn>,
  ];
  await joinAll(one, two);
  await one.receive(TWO_NOTICES);
  await exchangeAll(one, two);
  one.app.close();
  rmSync(databaseFile(one.folder));
  must(rebuildFromShare(one.folder, shared, NOW));
  const again = openTownDeskOn({ name: 'uno', shared, folder: one.folder });
  await confirmRegister(again);
  await exchangeAll(again, two);
  expect(await inWork(again.app)).toHaveLength(2);
}, 120_000);

describe('repair', () => {
  test('makes read tables anew when they alone are damaged: nothing that was written is missing', async () => {
    const folder = usedFolder();
    const before = numberIn(folder, 'SELECT count(*) FROM fact');
    tearTable(folder, 'request');
    const { app } = openTownApp({ folder, training: false, now: NOW, log: () => undefined });
    expect(await app.health.checkTables()).toBe('read-tables');
    expect(await app.tick()).toBe(0);
    app.close();
    expect(must(await repair(folder, NOW, { onlyWhole: true }))).toMatchObject({ isWhole: true, facts: before });
    const again = openTownApp({ folder, training: false, now: NOW }).app;
    expect(await again.health.checkTables()).toBe('sound');
    expect((await inWork(again)).length).toBeGreaterThan(5);
    expect((await act(again, 'service.health', {})).restored).toBeNull();
  });

  test('changes nothing by itself when something written is missing; asked for, it saves the rest and says so', async () => {
    const folder = usedFolder();
    meddle(folder, `UPDATE fact SET body = '{"a":1}' WHERE rowid = 7`);
    tearTable(folder, 'request');
    const before = readFileSync(databaseFile(folder));
    expect(await repair(folder, NOW, { onlyWhole: true })).toMatchObject({ ok: false });
    expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true);
    const facts = Number(numberIn(folder, 'SELECT count(*) FROM fact'));
    expect(must(await repair(folder, NOW, { onlyWhole: false }))).toMatchObject({ isWhole: false, facts: facts - 1 });
    const { app } = openTownApp({ folder, training: false, now: NOW });
    expect((await act(app, 'service.health', {})).restored).not.toBeNull();
    expect(readdirSync(folder).filter((name) => /rovinato|riparato/.test(name))).toEqual([]);
  });

  test('of the table of facts with a torn page saves the others', async () => {
    const folder = usedFolder();
    const facts = Number(numberIn(folder, 'SELECT count(*) FROM fact'));
    const root = Number(numberIn(folder, `SELECT rootpage FROM sqlite_schema WHERE name = 'draft_text'`));
    expect(root).toBeGreaterThan(0);
    tearTable(folder, 'draft_text');
    expect(must(await repair(folder, NOW, { onlyWhole: false }))).toMatchObject({ isWhole: false, facts });
  });
});

describe('damage that is met while the app is open', () => {
  test('is told in place of a problema interno, and stops sendings and sharing', async () => {
    const shared = temporaryFolder();
    const desk = openTownDeskOn({ name: 'uno', shared });
    await joinAll(desk);
    const before = (await desk.share()).waiting;
    desk.app.health.met();
    await desk.receive(TWO_NOTICES);
    await exchangeAll(desk);
    expect((await desk.share()).waiting).toBeGreaterThan(before);
    expect((await act(desk.app, 'service.health', {})).damage?.code).toBe('database-damaged');
  }, 60_000);

  test('a row of the lists that cannot be read is one row, and is whole again after the next look', async () => {
    const folder = usedFolder();
    meddle(
      folder,
      `UPDATE request SET state = '{"id' WHERE id = 'nido-1'; UPDATE request_row SET missing = '[' WHERE id = 'nido-1'`,
    );
    const { app } = openTownApp({ folder, training: false, now: NOW });
    const { length } = await inWork(app);
    expect(length).toBeGreaterThan(3);
    await app.health.checkFacts();
    expect(await inWork(app)).toHaveLength(length + 1);
    expect((await act(app, 'service.health', {})).damaged).toEqual([]);
  });
});

describe('the calls of the screens', () => {
  const casesFor = (folder: string, problem = { code: 'database-missing', what: 'Manca.', remedy: 'Scegli.' }) => {
    const steps: string[] = [];
    const cases = recoveryCases({
      dataFolder: folder,
      now: () => NOW,
      problem: () => problem,
      close: async () => void steps.push('close'),
      reopen: () => {
        steps.push('reopen');
        return ok({});
      },
      chooseFolder: async () => ok(null),
    });
    return { cases, steps };
  };

  test('show what was found and what each copy holds, the damaged ones too', async () => {
    const folder = usedFolder();
    copyOf(folder, '2026-11-22');
    writeFileSync(copyOf(folder, '2026-11-21'), 'non è una copia');
    rmSync(databaseFile(folder));
    const view = must(await casesFor(folder).cases['core.recovery']({}));
    expect(view).toMatchObject({
      problem: { code: 'database-missing' },
      today: '2026-11-24',
      found: { databaseBytes: 0 },
    });
    const held = new Map(view.copies.map(({ name, preview, problem }) => [name, preview ?? problem?.code]));
    expect(held.get('avvisi-2026-11-22.db')).toMatchObject({ lastNumber: '2026/0204', notices: expect.any(Number) });
    expect(held.get('avvisi-2026-11-21.db')).toBe('database-damaged');
  });

  test('list the data that were set aside after the copies, and go back to them with the last that was written', async () => {
    const folder = usedFolder();
    const copy = copyOf(folder);
    const { database, close } = keepOpen(folder);
    database.exec("INSERT INTO local_value VALUES ('appena', 'scritto')");
    // Moved while it is open: what was written last lies beside the file.
    must(restoreFile(folder, copy, NOW));
    close();
    expect(numberIn(folder, "SELECT count(*) FROM local_value WHERE name = 'appena'")).toBe(0);
    const { cases, steps } = casesFor(folder);
    const { copies } = must(await cases['core.recovery']({}));
    expect(copies.map(({ kind, name }) => [kind, name])).toEqual([
      ['daily', 'avvisi-2026-11-23.db'],
      ['set-aside', '2026-11-24-alle-09.12'],
    ]);
    expect(copies[1]?.preview).toMatchObject({ lastNumber: '2026/0204' });
    expect(copiesOf(folder)).toHaveLength(1);
    must(await cases['core.restoreCopy']({ name: '2026-11-24-alle-09.12' }));
    expect(steps).toEqual(['close', 'reopen']);
    expect(numberIn(folder, "SELECT count(*) FROM local_value WHERE name = 'appena'")).toBe(1);
    // What was set aside stays, and what it replaced lies beside it now.
    expect(asideOf(folder)).toHaveLength(2);
  });

  test('close the app, restore, and open it again; a name that is no copy touches nothing', async () => {
    const folder = usedFolder();
    copyOf(folder);
    rmSync(databaseFile(folder));
    const { cases, steps } = casesFor(folder);
    const gone = await cases['core.restoreCopy']({ name: '../../etc/passwd' });
    expect(gone).toMatchObject({ ok: false, error: { code: 'copy-gone' } });
    expect(steps).toEqual([]);
    const both = [cases['core.restoreCopy']({ name: 'avvisi-2026-11-23.db' }), cases['core.startOver']({})];
    expect((await Promise.all(both)).map(({ ok: done }) => done)).toEqual([true, false]);
    expect(steps).toEqual(['close', 'reopen']);
    expect(existsSync(databaseFile(folder))).toBe(true);
  });
});
