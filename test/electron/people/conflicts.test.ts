import { expect, it } from 'vitest';
import { peopleConflicts, resolveConflict } from '#electron/people/conflicts.ts';
import { orderChain } from '#electron/people/people.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { memoryDrive } from '../../helpers/memoryShare.ts';
import { openSharedDesk, type SharedDesk } from '../../helpers/sharedDesk.ts';
import { LUCA, MARTA } from '../../helpers/town.ts';

/** Two desks of Marta and Luca that never met. */
function twoDesks(): readonly [SharedDesk, SharedDesk] {
  const drive = memoryDrive();
  const [one, two] = [openSharedDesk({ drive, name: 'pc1' }), openSharedDesk({ drive, name: 'pc2' })];
  for (const desk of [one, two])
    for (const person of [MARTA, LUCA]) desk.write(peopleFact('person.set', `person/${person.id}`, person));
  return [one, two];
}

/** The first founds the register and publishes, the second reads. */
async function meet(one: SharedDesk, two: SharedDesk): Promise<void> {
  await one.exchange.round();
  await one.exchange.found();
  await one.exchange.round();
  await two.exchange.round();
}

it('two desks that worked alone see what they said differently when they meet, and one decides for both', async () => {
  const [one, two] = twoDesks();
  expect(orderChain(one.desk, 'intake', [MARTA.id, LUCA.id]).ok).toBe(true);
  expect(orderChain(two.desk, 'intake', [LUCA.id]).ok).toBe(true);
  await meet(one, two);
  const [conflict, ...others] = peopleConflicts(two.desk);
  expect(others).toEqual([]);
  expect(conflict?.options.map(({ words }) => words).sort()).toEqual(
    [LUCA.name, `${MARTA.name}, poi ${LUCA.name}`].sort(),
  );
  const martas = conflict?.options.find(({ words }) => words.includes('poi'))?.fact ?? '';
  expect(resolveConflict(two.desk, { what: 'chain/intake', fact: martas }).ok).toBe(true);
  expect(peopleConflicts(two.desk)).toEqual([]);
  expect(two.desk.roster().chains.intake).toEqual([MARTA.id, LUCA.id]);
});

it('who was taken off the list at one desk and changed at the other is shown wherever the removal counts', async () => {
  const [one, two] = twoDesks();
  const ent = `person/${LUCA.id}`;
  // The removal is the longer history, so it counts.
  two.write(peopleFact('person.set', ent, LUCA), peopleFact('person.removed', ent, {}));
  one.write(peopleFact('person.set', ent, { ...LUCA, roles: ['contabilità'] }));
  await meet(one, two);
  expect(two.desk.roster().people.map(({ id }) => id)).toEqual([MARTA.id]);
  const [conflict, ...others] = peopleConflicts(two.desk);
  expect(others).toEqual([]);
  expect(conflict).toMatchObject({ what: ent, person: LUCA.name });
  const removal = conflict?.options.find(({ words }) => words === 'tolta dall’elenco')?.fact ?? '';
  expect(resolveConflict(two.desk, { what: ent, fact: removal }).ok).toBe(true);
  expect(peopleConflicts(two.desk)).toEqual([]);
  expect(two.desk.roster().people.map(({ id }) => id)).toEqual([MARTA.id]);
});
