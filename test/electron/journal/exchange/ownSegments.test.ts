/** What a desk looks after in the shared folder: what is lost comes back, what is many becomes few, nobody touches another's. */

import { describe, expect, it } from 'vitest';
import { absences, acceptWaiting, segmentsOf, setAside, settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf } from '../../../helpers/facts.ts';
import { openSharedDesk } from '../../../helpers/sharedDesk.ts';

const DAY_MILLISECONDS = 86_400_000;
const everybody = async (...names: readonly string[]) => {
  const town = await sharedTown();
  const others = names.map((name) => openSharedDesk({ drive: town.drive, name }));
  await settle(...others, town.one);
  acceptWaiting(town.one);
  await settle(town.one, town.two, ...others);
  return { ...town, others };
};

describe('a folder put back from the copy of last month', () => {
  it('counts nothing as deleted: each desk says that it is incomplete, and publishes its own again', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await settle(one, two);
    const lastMonth = drive.copy();
    one.write(absenceOf('a2'));
    two.write(absenceOf('a3'));
    await settle(one, two);
    drive.restore(lastMonth);
    await two.meet();
    await two.meet();
    expect(two.exchange.state().state).toBe('incomplete');
    await settle(one, two);
    expect(two.exchange.state().state).toBe('connected');
    const late = openSharedDesk({ drive, name: 'pc3' });
    await late.meet();
    expect(absences(late)).toEqual(['a1 2026-03-05', 'a2 2026-03-05', 'a3 2026-03-05']);
  });

  it('whose marker was lost is left alone until somebody puts the marker back', async () => {
    const { drive, one, two } = await sharedTown();
    const marker = drive.get('formato.json') ?? '';
    drive.delete('formato.json');
    one.write(absenceOf('a1'));
    await settle(one, two);
    expect(one.exchange.state()).toMatchObject({
      state: 'illegible',
      waiting: 1,
      problem: { code: 'share-illegible' },
    });
    drive.put('formato.json', marker);
    await settle(one, two);
    expect(absences(two)).toEqual(['a1 2026-03-05']);
  });

  it('that was emptied says so; put back by hand it is filled again by every desk', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    two.write(absenceOf('a2'));
    await settle(one, two);
    drive.restore({ files: new Map(), folders: new Set(['']) });
    await settle(one, two);
    expect(two.exchange.state()).toMatchObject({ state: 'unfounded', problem: { code: 'share-lost' } });
    expect(await two.exchange.found()).toBe(true);
    await settle(one, two);
    const late = openSharedDesk({ drive, name: 'pc3' });
    await late.meet();
    expect(absences(late)).toEqual(['a1 2026-03-05', 'a2 2026-03-05']);
  });
});

describe('two histories of one desk', () => {
  it('are not taken one for the other: what one branch lost does not count as held by the other', async () => {
    const { drive, one, two } = await sharedTown();
    const disk = two.database.serialize();
    const { default: Sqlite } = await import('better-sqlite3');
    const copy = openSharedDesk({ drive, name: 'copia', machine: 'pc2', database: new Sqlite(disk) });
    two.write(absenceOf('a1'));
    copy.write(absenceOf('b1'), absenceOf('b2'));
    const former = two.desk.journal.device();
    await settle(two, copy, one);
    const own = drive.paths().filter((path) => path.startsWith(`j/${former}/`));
    for (const path of own) {
      drive.delete(path);
      await settle(two, copy, one);
      expect(drive.get(path), path).toBeDefined();
    }
  });

  it('damaged under a name that the computer no longer has are published again too', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await settle(one, two);
    const [path] = segmentsOf(drive, one);
    const moved = openSharedDesk({ drive, name: 'pc1', machine: 'altro', database: one.database, client: one.client });
    await settle(moved, two);
    expect(moved.desk.journal.device()).not.toBe(path?.split('/')[1]);
    drive.flip(path ?? '', 0);
    const [late] = [openSharedDesk({ drive, name: 'pc3' })];
    await settle(late, moved);
    expect(setAside(late)).toEqual({});
    expect(absences(late)).toEqual(['a1 2026-03-05']);
  });
});

describe('many small files', () => {
  it('become few; the small ones go after a week of grace; who comes late still reads everything', async () => {
    const { drive, one, two, others } = await everybody('pc3');
    for (let index = 0; index < 201; index++) {
      one.write(absenceOf(`a${index}`));
      await one.exchange.round();
    }
    await settle(one);
    expect(segmentsOf(drive, one).length).toBeGreaterThan(201);
    one.clock.advance(6 * DAY_MILLISECONDS);
    await settle(one);
    expect(segmentsOf(drive, one).length).toBeGreaterThan(201);
    await settle(two);
    one.clock.advance(2 * DAY_MILLISECONDS);
    await settle(one);
    expect(segmentsOf(drive, one).length).toBeLessThan(5);
    const late = openSharedDesk({ drive, name: 'pc4' });
    await settle(two, ...others, late);
    for (const desk of [two, ...others, late]) {
      expect(absences(desk)).toHaveLength(201);
      expect(desk.exchange.state()).toMatchObject({ state: 'connected', gaps: [], forks: [] });
    }
  });

  it('are not removed where an old copy of the folder holds nothing bigger', async () => {
    const { drive, one } = await sharedTown();
    for (let index = 0; index < 201; index++) {
      one.write(absenceOf(`a${index}`));
      await one.exchange.round();
    }
    const before = drive.copy();
    await settle(one);
    one.clock.advance(8 * DAY_MILLISECONDS);
    drive.restore(before);
    await one.exchange.round();
    const late = openSharedDesk({ drive, name: 'pc4' });
    await late.exchange.round();
    expect(absences(late)).toHaveLength(201);
  });
});
