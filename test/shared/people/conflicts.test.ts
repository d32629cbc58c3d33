import { describe, expect, it } from 'vitest';
import { peopleConflictIn, resolvePeopleConflict } from '#shared/people/conflicts.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { must } from '../../helpers/desk.ts';
import { pen } from '../../helpers/facts.ts';
import { LUCA, MARTA, ORNELLA } from '../../helpers/town.ts';

const ROSTER = { people: [MARTA, LUCA, ORNELLA] };
const CHAIN = 'chain/intake';
const chain = (...people: readonly string[]) =>
  peopleFact('chain.set', CHAIN, { phase: 'intake', people: [...people] });

/** Two desks that set the same chain apart. */
function apart(first: readonly string[], second: readonly string[]) {
  const [one, two] = [pen('desk0001'), pen('desk0002')];
  one.write(MARTA.id, chain(...first));
  two.write(LUCA.id, chain(...second));
  const all = () => [...one.all(), ...two.all()];
  return { one, two, all, conflict: () => peopleConflictIn(CHAIN, all(), ROSTER) };
}

describe('what desks say of people apart', () => {
  it('is told in words, the one that counts last', () => {
    const { conflict } = apart([MARTA.id, LUCA.id], []);
    expect(conflict()).toMatchObject({
      what: CHAIN,
      changesHead: false,
      options: [
        { words: `${MARTA.name}, poi ${LUCA.name}`, by: MARTA.id },
        { words: 'nessuno', by: LUCA.id },
      ],
    });
  });

  it('is no conflict when it is the same, or when one knew the other', () => {
    expect(apart([MARTA.id], [MARTA.id]).conflict()).toBeUndefined();
    const desk = pen();
    desk.write(MARTA.id, chain(MARTA.id), chain(LUCA.id));
    expect(peopleConflictIn(CHAIN, desk.all(), ROSTER)).toBeUndefined();
  });

  it('is resolved for either by saying it again, knowing the others', () => {
    for (const index of [0, 1]) {
      const { one, all, conflict } = apart([MARTA.id], [LUCA.id]);
      const chosen = conflict()?.options[index]?.fact ?? '';
      const [resolved] = one.write(ORNELLA.id, ...must(resolvePeopleConflict(all(), chosen)));
      expect(resolved?.body).toMatchObject({ people: [index === 0 ? MARTA.id : LUCA.id] });
      expect(conflict()).toBeUndefined();
    }
  });

  it('holds persons and whom to call too; what is no longer in conflict is not resolved', () => {
    const [one, two] = [pen('desk0001'), pen('desk0002')];
    one.write(MARTA.id, peopleFact('person.set', `person/${LUCA.id}`, { ...LUCA, roles: ['contabilità'] }));
    two.write(LUCA.id, peopleFact('person.set', `person/${LUCA.id}`, LUCA));
    const facts = [...one.all(), ...two.all()];
    const conflict = peopleConflictIn(`person/${LUCA.id}`, facts, ROSTER);
    expect(conflict?.options.map(({ words }) => words)).toEqual([
      `${LUCA.name}, contabilità, ${LUCA.address}`,
      [LUCA.name, ...LUCA.roles, LUCA.address].join(', '),
    ]);
    expect(must(resolvePeopleConflict(facts, conflict?.options[0]?.fact ?? ''))).toMatchObject([
      { type: 'person.set' },
    ]);
    expect(resolvePeopleConflict(facts, 'altro')).toMatchObject({ ok: false, error: { code: 'nothing-to-settle' } });
  });

  it.each([0, 1])('holds who was taken off the list at one desk and changed at another: option %i', (index) => {
    const [one, two] = [pen('desk0001'), pen('desk0002')];
    const ent = `person/${LUCA.id}`;
    two.write(MARTA.id, peopleFact('person.set', ent, LUCA));
    two.write(LUCA.id, peopleFact('person.set', ent, { ...LUCA, roles: ['contabilità'] }));
    one.write(MARTA.id, peopleFact('person.removed', ent, {}));
    const all = () => [...one.all(), ...two.all()];
    // Whichever counts: the roster may not know the person any more.
    const conflict = () => peopleConflictIn(ent, all(), { people: [MARTA] });
    const words = ['tolta dall’elenco', `${LUCA.name}, contabilità, ${LUCA.address}`];
    expect(conflict()).toMatchObject({ what: ent, person: LUCA.name });
    expect(
      conflict()
        ?.options.map((option) => option.words)
        .sort(),
    ).toEqual(words.toSorted());
    const chosen = conflict()?.options.find((option) => option.words === words[index])?.fact ?? '';
    const [resolved] = one.write(ORNELLA.id, ...must(resolvePeopleConflict(all(), chosen)));
    expect(resolved?.type).toBe(index === 0 ? 'person.removed' : 'person.set');
    expect(conflict()).toBeUndefined();
  });

  it.each([0, 1])('holds absences: option %i', (index) => {
    const [one, two] = [pen('desk0001'), pen('desk0002')];
    const ent = 'absence/a1';
    const absence = { id: 'a1', person: LUCA.id, from: '2026-12-07', to: '2026-12-07' };
    two.write(MARTA.id, peopleFact('absence.set', ent, absence));
    two.write(LUCA.id, peopleFact('absence.set', ent, { ...absence, to: '2026-12-09' }));
    one.write(MARTA.id, peopleFact('absence.removed', ent, {}));
    const all = () => [...one.all(), ...two.all()];
    const conflict = () => peopleConflictIn(ent, all(), ROSTER);
    const words = ['tolta dall’elenco', 'da lunedì 7 dicembre a mercoledì 9 dicembre'];
    expect(conflict()?.person).toBe(LUCA.name);
    expect(
      conflict()
        ?.options.map((option) => option.words)
        .sort(),
    ).toEqual(words.toSorted());
    const chosen = conflict()?.options.find((option) => option.words === words[index])?.fact ?? '';
    const [resolved] = one.write(ORNELLA.id, ...must(resolvePeopleConflict(all(), chosen)));
    expect(resolved?.type).toBe(index === 0 ? 'absence.removed' : 'absence.set');
    expect(conflict()).toBeUndefined();
  });
});
