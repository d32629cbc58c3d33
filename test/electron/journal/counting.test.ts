/** Expelled desks (P41): what they write beyond their last fact counts nowhere, whatever their clock says. */
import { describe, expect, it } from 'vitest';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { absences, acceptWaiting, settle, sharedTown } from '../../helpers/driveTown.ts';
import { absenceOf } from '../../helpers/facts.ts';
import { openSharedDesk, type SharedDesk } from '../../helpers/sharedDesk.ts';

const DAY = 86_400_000;

const expel = (at: SharedDesk, who: SharedDesk, why = 'Portatile rubato'): readonly Fact[] =>
  at.write(...at.sharing.expulsion({ dev: who.desk.journal.device(), why }));
/** An expelled desk with another program, which goes on writing as if nothing had been said. */
const goOn = (who: SharedDesk, ...facts: readonly NewFact[]): readonly Fact[] => who.write(...facts);

async function town() {
  const { drive, one, two } = await sharedTown();
  const three = openSharedDesk({ drive, name: 'pc3' });
  await settle(three, one);
  acceptWaiting(one);
  await settle(one, two, three);
  return { drive, one, two, three };
}

describe('an expelled desk', () => {
  it.each([0, DAY, -DAY, 400 * DAY, -400 * DAY])('with a clock %i ms off adds nothing any more', async (off) => {
    const { one, two, three } = await town();
    three.write(absenceOf('before'));
    await settle(three, one, two);
    expel(two, three);
    // It has not heard of it, and writes on: a new thing, and another value of an old one.
    three.clock.advance(off);
    goOn(three, absenceOf('after'), absenceOf('before', '2026-03-20'));
    await settle(three, one, two, three);
    for (const desk of [one, two, three]) expect(absences(desk)).toEqual(['before 2026-03-05']);
    goOn(three, absenceOf('later'));
    await settle(three, one, two);
    for (const desk of [one, two, three]) expect(absences(desk)).toEqual(['before 2026-03-05']);
  });

  it('is expelled also for a desk that reads its later facts first', async () => {
    const { drive, one, two, three } = await town();
    two.client.weather.line = 'down';
    expel(two, three);
    three.write(absenceOf('after'));
    await settle(three, one);
    expect(absences(one)).toEqual(['after 2026-03-05']);
    two.client.weather.line = 'up';
    await settle(two, one, three);
    const late = openSharedDesk({ drive, name: 'pc4' });
    await settle(late, one, two);
    for (const desk of [one, two, three, late]) expect(absences(desk)).toEqual([]);
  });

  it('lets nobody in and expels nobody any more', async () => {
    const { drive, one, two, three } = await town();
    expel(one, three);
    const friend = openSharedDesk({ drive, name: 'pc5' });
    await settle(friend, one, two, three);
    three.clock.advance(-400 * DAY);
    acceptWaiting(three);
    goOn(three, ...three.sharing.expulsion({ dev: two.desk.journal.device(), why: 'vendetta' }));
    friend.write(absenceOf('friend'));
    two.write(absenceOf('two'));
    await settle(three, friend, one, two);
    for (const desk of [one, two]) {
      expect(absences(desk)).toEqual(['two 2026-03-05']);
      expect(desk.devices.get(two.desk.journal.device())?.revoked).toBeNull();
    }
  });

  it('does not come back as another desk that continues it, until somebody lets that one in', async () => {
    const { one, two, three } = await town();
    expel(one, three);
    await settle(one, two, three);
    three.exchange.startAnew();
    three.write(absenceOf('again'));
    await settle(three, one, two);
    for (const desk of [one, two]) expect(absences(desk)).toEqual([]);
    acceptWaiting(one);
    await settle(one, two, three);
    for (const desk of [one, two, three]) expect(absences(desk)).toEqual(['again 2026-03-05']);
  });

  it('says so itself, keeps nothing of what a person does there, and sends nothing', async () => {
    const { one, three } = await town();
    expel(one, three, 'Non è più dell’ufficio');
    await settle(one, three);
    expect(three.sharing.expelled()).toMatchObject({
      code: 'desk-expelled',
      why: expect.stringContaining('Non è più dell’ufficio'),
    });
    const before = three.desk.journal.count();
    expect(three.desk.keep({ ok: true, value: [absenceOf('a1')] })).toMatchObject({
      ok: false,
      error: { code: 'desk-expelled' },
    });
    expect(three.desk.journal.count()).toBe(before);
    expect(three.exchange.state()).toMatchObject({ isEnrolled: false });
    expect(one.sharing.expelled()).toBeUndefined();
  });

  it('takes with it the facts its database held when this desk was opened again', async () => {
    const { one, two, three } = await town();
    three.write(absenceOf('before'));
    await settle(three, one, two);
    expel(two, three);
    goOn(three, absenceOf('after'));
    await settle(three, two, one);
    const again = openSharedDesk({ drive: (await sharedTown()).drive, name: 'pc1', database: one.database });
    expect(absences(again)).toEqual(['before 2026-03-05']);
    expect(again.desk.journal.factsOf('absence/after')).toEqual([]);
  });
});
