/** Heartbeats: who is there, whatever the clocks say; never facts. */

import { describe, expect, it } from 'vitest';
import { openHeartbeats } from '#electron/journal/exchange/heartbeats.ts';
import { MOST_TOLD } from '#shared/journal/devices.ts';
import { testClock } from '../../../helpers/desk.ts';
import { settle, sharedTown } from '../../../helpers/driveTown.ts';
import { absenceOf } from '../../../helpers/facts.ts';
import { memoryDrive } from '../../../helpers/memoryShare.ts';
import { randomFrom } from '../../../helpers/random.ts';
import { SPACE } from '../../share/sharedLogContract.ts';

const DAY_MILLISECONDS = 86_400_000;
const me = { dev: 'a1b2c3d4e5f6', name: 'Sportello 1', person: 'Marta', app: '0.1.0', open: [], damaged: [] };

describe('a heartbeat', () => {
  it('is there for a minute and a half after it was seen, also from a computer a day ahead or behind', async () => {
    for (const skew of [0, DAY_MILLISECONDS, -DAY_MILLISECONDS]) {
      const { one, two } = await sharedTown();
      two.clock.advance(skew);
      await settle(two, one);
      const isThere = (): boolean | undefined =>
        one.exchange.state().desks.find(({ dev }) => dev === two.desk.journal.device())?.isThere;
      expect(isThere()).toBe(true);
      one.clock.advance(60_000);
      expect(isThere()).toBe(true);
      one.clock.advance(40_000);
      expect(isThere()).toBe(false);
      expect(one.exchange.state().desks.some(({ clockAhead }) => clockAhead)).toBe(false);
      two.write(absenceOf('a1'));
      await settle(two, one);
      expect(one.exchange.state().desks.some(({ clockAhead }) => clockAhead)).toBe(skew > 0);
    }
  });

  it('tells at most so many things that the others can read it, and the rest next time', async () => {
    const drive = memoryDrive();
    const log = drive.client('pc1', randomFrom(1)).log();
    await log.found(SPACE);
    const [given, taken] = [openHeartbeats(testClock().now), openHeartbeats(testClock().now)];
    const many = Array.from({ length: 300 }, (_, index) => `x/${index}`);
    await given.give(log, { ...me, open: many, damaged: many });
    await taken.take(log, (await log.list()).heartbeats, 'altro');
    expect(taken.of(me.dev)).toMatchObject({ name: 'Sportello 1' });
    expect(taken.damaged().size).toBe(MOST_TOLD);
  });

  it('that is torn or of somebody else’s name is not believed', async () => {
    const drive = memoryDrive();
    const log = drive.client('pc1', randomFrom(1)).log();
    await log.found(SPACE);
    const at = testClock().now();
    drive.put('p/a1b2c3d4e5f6-000000000001.json', '{"dev":"a1b2');
    drive.put('p/0f0f0f0f0f0f-000000000001.json', JSON.stringify({ ...me, at }));
    const taken = openHeartbeats(testClock().now);
    await taken.take(log, (await log.list()).heartbeats, 'altro');
    expect(taken.of(me.dev)).toBeUndefined();
    expect(taken.isThere('0f0f0f0f0f0f')).toBe(false);
  });
});
