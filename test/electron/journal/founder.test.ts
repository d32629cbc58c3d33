/** A marker that names another founder (S6): desks that know theirs do not follow it. */
import { expect, it } from 'vitest';
import { absences, settle, sharedTown } from '../../helpers/driveTown.ts';
import { absenceOf } from '../../helpers/facts.ts';
import { openSharedDesk } from '../../helpers/sharedDesk.ts';
import { stranger } from '../../helpers/stranger.ts';

it('a replaced marker is warned of, and nothing is read or written until the old one is back', async () => {
  const { drive, one, two } = await sharedTown();
  const marker = Buffer.from(drive.get('formato.json') ?? []).toString('utf8');
  const { dev, key } = stranger();
  drive.put('formato.json', JSON.stringify({ ...JSON.parse(marker), founder: { dev, key } }));
  two.write(absenceOf('a1'));
  await settle(two, one);
  for (const desk of [one, two]) {
    expect(desk.exchange.state()).toMatchObject({ state: 'other-space', problem: { code: 'share-other-founder' } });
  }
  expect(absences(one)).toEqual([]);
  const late = openSharedDesk({ drive, name: 'pc3' });
  await settle(late);
  expect(late.exchange.state().fingerprint).not.toBe(one.exchange.state().fingerprint);
  drive.put('formato.json', marker);
  await settle(two, one);
  expect(absences(one)).toEqual(['a1 2026-03-05']);
  expect(one.exchange.state()).toMatchObject({ state: 'connected', fingerprint: two.exchange.state().fingerprint });
});
