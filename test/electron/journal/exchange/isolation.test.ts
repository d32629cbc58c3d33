/** Each step of an exchange stands alone: one that fails stops none of the others, and a desk that cannot share says so. */
import { describe, expect, it } from 'vitest';
import { shareError } from '#electron/share/folder/shareError.ts';
import { absences, settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf } from '../../../helpers/facts.ts';
import { refuseWrites } from '../../../helpers/refuseWrites.ts';
import { openSharedDesk } from '../../../helpers/sharedDesk.ts';

const BUG = new TypeError('un errore del programma');

describe('a desk that cannot share', () => {
  it('because it cannot say who it is, goes on reading and writing, and says it does not share', async () => {
    const { drive, one } = await sharedTown();
    one.write(absenceOf('a1'));
    await one.meet();
    const late = openSharedDesk({ drive, name: 'pc3' });
    const mend = refuseWrites(late.database, 'INSERT ON fact', BUG, "NEW.type = 'device.joined' AND NEW.published = 0");
    await expect(late.meet()).rejects.toThrow(BUG.message);
    expect(absences(late)).toEqual(['a1 2026-03-05']);
    expect(late.exchange.state()).toMatchObject({
      state: 'stuck',
      problem: { code: 'share-stuck' },
      exchangedAt: null,
    });
    late.write(absenceOf('a3'));
    expect(late.exchange.state().waiting).toBe(1);
    mend();
    await late.meet();
    expect(late.exchange.state()).toMatchObject({ state: 'connected', problem: null, waiting: 0 });
  });

  it('because the drive is full, says so with what waits, reads what the others wrote, and is well when there is room', async () => {
    const { drive, one, two } = await sharedTown();
    one.write(absenceOf('a1'));
    await one.meet();
    const before = two.exchange.state().exchangedAt;
    two.clock.advance(60_000);
    two.write(absenceOf('a2'));
    drive.full = true;
    await two.meet();
    const problem = { code: 'disk-full' };
    expect(two.exchange.state()).toMatchObject({ state: 'stuck', problem, waiting: 1, exchangedAt: before });
    expect(absences(two)).toEqual(['a1 2026-03-05', 'a2 2026-03-05']);
    // Its claims are asked for all the same.
    expect(two.exchange.connected()).toBeDefined();
    drive.full = false;
    await settle(two, one);
    expect(two.exchange.state()).toMatchObject({ state: 'connected', problem: null, waiting: 0 });
    expect(absences(one)).toEqual(absences(two));
  });

  it('because its own files cannot be looked at, publishes nothing and says so', async () => {
    const { one, two } = await sharedTown();
    const { folder } = two.client;
    const { measure } = folder;
    Object.assign(folder, {
      measure: async (path: string) => {
        if (path.endsWith(two.desk.journal.device())) throw shareError('EACCES', path);
        return measure(path);
      },
    });
    one.write(absenceOf('a1'));
    two.write(absenceOf('a2'));
    await settle(one, two);
    expect(absences(two)).toContain('a1 2026-03-05');
    expect(two.exchange.state()).toMatchObject({ state: 'stuck', waiting: 1 });
    Object.assign(folder, { measure });
    await settle(two, one);
    expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
    expect(absences(one)).toEqual(absences(two));
  });
});

it('a folder of another desk that is refused hides nothing else, and nothing counts as missing there', async () => {
  const { one, two } = await sharedTown();
  one.write(absenceOf('a1'));
  await settle(one, two);
  const { folder } = two.client;
  const { measure } = folder;
  Object.assign(folder, {
    measure: async (path: string) => {
      if (path.endsWith(one.desk.journal.device())) throw shareError('EACCES', path);
      return measure(path);
    },
  });
  two.write(absenceOf('a2'));
  for (let round = 0; round < 4; round++) await two.meet();
  expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0, problem: null, gaps: [] });
});

it('files that cannot be named in the database stop no exchange', async () => {
  const { drive, one, two } = await sharedTown();
  drive.put('desktop.ini', 'x');
  one.write(absenceOf('a1'));
  await one.meet();
  const mend = refuseWrites(two.database, 'INSERT ON quarantine', BUG);
  two.write(absenceOf('a2'));
  await expect(two.meet()).rejects.toThrow(BUG.message);
  expect(absences(two)).toEqual(['a1 2026-03-05', 'a2 2026-03-05']);
  expect(two.exchange.state()).toMatchObject({ state: 'connected', waiting: 0 });
  mend();
});
