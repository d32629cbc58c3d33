import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOf } from '#shared/journal/concurrent.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { pen } from '../../helpers/facts.ts';

const OFFICE = 'request/r1';
const set = (office: string) => requestFact('request.dataSet', OFFICE, { office });
const sets = ({ type }: Fact): boolean => type === 'request.dataSet';
const valuesOf = (facts: readonly Fact[]) => facts.map(({ body }) => (body as { office: string }).office);

describe('what was set at once', () => {
  it('is one value where each knew the one before, two where two desks did not know of each other', () => {
    const [one, two] = [pen('desk0001'), pen('desk0002')];
    one.write('marta', set('a'), set('b'));
    expect(valuesOf(headsOf(one.all(), sets))).toEqual(['b']);
    two.write('luca', set('c'));
    expect(valuesOf(headsOf([...one.all(), ...two.all()], sets)).sort()).toEqual(['b', 'c']);
  });

  it('by two copies of one desk is not taken for one desk that changed its mind', () => {
    const [one, copy] = [pen('desk0001'), pen('desk0001')];
    one.write('marta', set('a'));
    copy.write('luca', set('c'));
    expect(valuesOf(headsOf([...one.all(), ...copy.all()], sets)).sort()).toEqual(['a', 'c']);
  });

  it('is settled by whoever names what he decides between', () => {
    const [one, two] = [pen('desk0001'), pen('desk0002')];
    const seen = [...one.write('marta', set('a')), ...two.write('luca', set('b'))];
    const last = pen('desk0003').write('ornella', set('c'));
    const resolves = (fact: Fact): readonly string[] => (last.includes(fact) ? seen.map(({ h }) => h) : []);
    expect(valuesOf(headsOf([...seen, ...last], sets, resolves))).toEqual(['c']);
  });

  it('is the same in whatever order, and however often, the facts arrive', () => {
    const written = fc.array(fc.record({ desk: fc.nat(2), value: fc.constantFrom('a', 'b', 'c') }), { maxLength: 12 });
    fc.assert(
      fc.property(
        written.chain((acts) => {
          const pens = [0, 1, 2].map((index) => pen(`desk000${index}`));
          for (const { desk, value } of acts) pens[desk]?.write('marta', set(value));
          const all = pens.flatMap((one) => one.all());
          return fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
          );
        }),
        ([all, shuffled]) => {
          expect(headsOf(shuffled, sets)).toEqual(headsOf(all, sets));
        },
      ),
    );
  });
});
