import { describe, expect, it } from 'vitest';
import { sayNobody, setEscalation, uncoveredPhases } from '#shared/people/escalation.ts';
import { escalationSchema } from '#shared/people/person.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { rosterOf } from '../../helpers/town.ts';

/** Monday 7 December 2026 is a working day in Valdombra. */
const MONDAY = '2026-12-07';
const away = (person: string) => ({ id: `a-${person}`, person, from: MONDAY, to: MONDAY });
const missing = (...people: readonly string[]) =>
  uncoveredPhases(rosterOf(people.map(away)), valdombra.calendar, MONDAY);

describe('uncoveredPhases (P3)', () => {
  it.each([
    [[], []],
    [['marta'], []],
    [['marta', 'luca'], []],
    [['marta', 'ornella'], []],
    [
      ['marta', 'luca', 'ornella'],
      ['intake', 'alternative', 'report'],
    ],
  ])('with %j away: %j', (people, phases) => {
    expect(missing(...people)).toEqual(phases);
  });

  it('is nothing on a closed day', () => {
    const everybody = rosterOf(['marta', 'luca', 'ornella'].map((one) => ({ ...away(one), to: '2026-12-08' })));
    expect(uncoveredPhases(everybody, valdombra.calendar, '2026-12-08')).toEqual([]);
  });
});

describe('sayNobody (P3)', () => {
  it('says nothing while somebody is there', () => {
    expect(sayNobody([], null)).toBeUndefined();
  });

  it('says what nobody can do, and whom to call', () => {
    const said = sayNobody(['intake', 'report'], { name: 'Segreteria generale', reach: 'interno 100' });
    expect(said?.heading).toBe('Oggi nessuno può prendere in carico le richieste né preparare il report');
    expect(said?.lines[0]).toBe('Chiama Segreteria generale: interno 100.');
  });

  it('never invents a contact: it says that one is to be named', () => {
    expect(sayNobody(['intake'], null)?.lines[0]).toMatch(/^Chi chiamare in questi casi è ancora da indicare/);
  });
});

it('a contact has a name and a way to reach it', () => {
  expect(escalationSchema.safeParse({ name: ' ', reach: 'interno 100' }).success).toBe(false);
  expect(setEscalation({ name: ' Segreteria ', reach: ' interno 100 ' })).toEqual([
    { type: 'escalation.set', ent: 'escalation/town', body: { name: 'Segreteria', reach: 'interno 100' } },
  ]);
});
