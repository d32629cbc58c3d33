import { expect, it } from 'vitest';
import { peopleFact } from '#shared/people/facts.ts';
import { hadRole } from '#shared/people/rights.ts';
import { pen } from '../../helpers/facts.ts';
import { ORNELLA } from '../../helpers/town.ts';

const person = (...roles: (typeof ORNELLA)['roles'][number][]) =>
  peopleFact('person.set', 'person/ornella', { ...ORNELLA, roles });

it('counts the role of the moment of the act, whatever came after it', () => {
  const desk = pen();
  const [first] = desk.write('app', person('capo settore'));
  const [act] = desk.write('ornella', peopleFact('absence.removed', 'absence/a1', {}));
  const [second] = desk.write('app', person('contabilità'));
  const [late] = desk.write('ornella', peopleFact('absence.removed', 'absence/a2', {}));
  if (!first || !second || !act || !late) throw new Error('Mancano fatti.');
  for (const facts of [
    [first, second],
    [second, first],
  ]) {
    expect(hadRole(facts, 'capo settore', act)).toBe(true);
    expect(hadRole(facts, 'capo settore', late)).toBe(false);
    expect(hadRole(facts, 'contabilità', late)).toBe(true);
  }
});

it('before the first fact of a person, that one counts; of nobody, nothing does', () => {
  const desk = pen();
  const [act] = desk.write('ornella', peopleFact('absence.removed', 'absence/a1', {}));
  const facts = desk.write('app', person('capo settore'));
  if (!act) throw new Error('Manca il fatto.');
  expect(hadRole(facts, 'capo settore', act)).toBe(true);
  expect(hadRole([], 'capo settore', act)).toBe(false);
});
