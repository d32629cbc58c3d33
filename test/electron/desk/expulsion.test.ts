/** What expels a computer names all the names it ever wrote under, because it still has all its keys (P41). */
import { expect, it } from 'vitest';
import { acceptWaiting, settle, sharedTown } from '../../helpers/driveTown.ts';
import { absenceOf } from '../../helpers/facts.ts';
import { openSharedDesk } from '../../helpers/sharedDesk.ts';

it('whichever of its names is given, the others are expelled with it, up to their newest known facts; no other desk', async () => {
  const { drive, one, two } = await sharedTown();
  const three = openSharedDesk({ drive, name: 'pc3' });
  await settle(three, one);
  acceptWaiting(one);
  await settle(one, two, three);
  const nameOf = () => three.desk.journal.device();
  const names = [nameOf()];
  for (let restored = 0; restored < 2; restored++) {
    three.exchange.startAnew();
    three.write(absenceOf(`a${restored}`));
    await settle(three, one, two);
    names.push(nameOf());
  }
  const newest = three.write(absenceOf('newest')).at(-1);
  await settle(three, one, two);
  expect(new Set(names).size).toBe(3);
  for (const dev of names) {
    const facts = one.sharing.expulsion({ dev, why: 'Rubato' });
    expect(facts.map(({ ent }) => ent).toSorted()).toEqual(names.map((name) => `device/${name}`).toSorted());
    const last = facts.find(({ ent }) => ent === `device/${nameOf()}`)?.body;
    expect(last).toEqual({ last: newest?.seq, heads: [newest?.h], why: 'Rubato' });
  }
  expect(one.sharing.expulsion({ dev: two.desk.journal.device(), why: 'Altro' })).toHaveLength(1);
});
