/** A row that waits for its number: whatever the claim meets, what was sent is in the register (P40). */
import { expect, it } from 'vitest';
import { keepNumbered } from '#electron/register/recording.ts';
import { err, ok } from '#shared/kernel/result.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { registerFact } from '#shared/register/facts.ts';
import { settle, sharedTown } from '../../helpers/driveTown.ts';
import { MARTA } from '../../helpers/town.ts';
import { ROW } from '../../simulation/samples.ts';

const AWAY = { code: 'share-away', what: 'Non risponde.', remedy: 'Aspetta.' };

it.each([
  ['a place that is away', async () => err(AWAY)],
  ['a bug', () => Promise.reject(new TypeError('un errore del programma'))],
])('%s leaves the number provisional, and its effect gives it later', async (_what, assign) => {
  const { one } = await sharedTown();
  const { desk, register, numbering } = one;
  one.write(peopleFact('person.set', `person/${MARTA.id}`, MARTA));
  desk.actAs(MARTA.id);
  const kept = await keepNumbered(desk, { register, numbering: { ...numbering, assign } }, 'r1', () =>
    ok([registerFact('entry.recorded', 'entry/r1', ROW)]),
  );
  expect(kept).toMatchObject({ ok: true, value: { number: 'provv.' } });
  expect(register.get('r1')?.number).toBeNull();
  await desk.outbox.tick();
  await settle(one);
  expect(register.get('r1')?.number).toBe(1);
});
