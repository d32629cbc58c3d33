import { describe, expect, it } from 'vitest';
import { retirePerson } from '#shared/people/retiring.ts';
import { LUCA, rosterOf } from '../../helpers/town.ts';

describe('taking a person out of the group (P1)', () => {
  it('leaves every chain and says where she stood', () => {
    expect(retirePerson(rosterOf(), 'marta')).toMatchObject({
      ok: true,
      value: [
        {
          type: 'person.removed',
          body: {
            places: [
              { phase: 'intake', place: 0 },
              { phase: 'alternative', place: 0 },
              { phase: 'report', place: 1 },
            ],
          },
        },
        { type: 'chain.set', body: { phase: 'intake', people: ['ornella', 'luca'] } },
        { type: 'chain.set', body: { phase: 'alternative', people: ['luca'] } },
        { type: 'chain.set', body: { phase: 'report', people: ['ornella', 'luca'] } },
      ],
    });
  });

  it.each([
    [rosterOf(), 'chi', 'person-unknown'],
    [{ ...rosterOf(), people: [LUCA] }, 'luca', 'last-person'],
  ])('is refused: %#', (roster, id, code) => {
    expect(retirePerson(roster, id)).toMatchObject({ ok: false, error: { code } });
  });
});
