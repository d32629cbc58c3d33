import { expect, it } from 'vitest';
import { peopleConflicts, settleConflict } from '#electron/people/conflicts.ts';
import { orderChain } from '#electron/people/people.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { memoryDrive } from '../../helpers/memoryShare.ts';
import { openSharedDesk } from '../../helpers/sharedDesk.ts';
import { LUCA, MARTA } from '../../helpers/town.ts';

it('two desks that worked alone see what they said differently when they meet, and one decides for both', async () => {
  const drive = memoryDrive();
  const [one, two] = ['pc1', 'pc2'].map((name) => openSharedDesk({ drive, name }));
  if (!one || !two) throw new Error('Mancano postazioni.');
  for (const desk of [one, two])
    for (const person of [MARTA, LUCA]) desk.write(peopleFact('person.set', `person/${person.id}`, person));
  expect(orderChain(one.desk, 'intake', [MARTA.id, LUCA.id]).ok).toBe(true);
  expect(orderChain(two.desk, 'intake', [LUCA.id]).ok).toBe(true);
  await one.exchange.round();
  await one.exchange.found();
  await one.exchange.round();
  await two.exchange.round();
  const [conflict, ...others] = peopleConflicts(two.desk);
  expect(others).toEqual([]);
  expect(conflict?.options.map(({ words }) => words).sort()).toEqual(
    [LUCA.name, `${MARTA.name}, poi ${LUCA.name}`].sort(),
  );
  const martas = conflict?.options.find(({ words }) => words.includes('poi'))?.fact ?? '';
  expect(settleConflict(two.desk, { what: 'chain/intake', fact: martas }).ok).toBe(true);
  expect(peopleConflicts(two.desk)).toEqual([]);
  expect(two.desk.roster().chains.intake).toEqual([MARTA.id, LUCA.id]);
});
