import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOfChain, limitsOf, type Revocation, type Trust, uncountedBy } from '#shared/journal/revocations.ts';

const by = (dev: string, seq: number) => ({ dev, seq });
const expel = (dev: string, last: number, author: string, seq: number): Revocation => ({
  ...{ dev, last, heads: [] },
  by: by(author, seq),
});
/** A founded the register and let in B, then C; B let in D. */
const TOWN: Omit<Trust, 'revocations'> = {
  founder: 'a',
  acceptances: [
    { dev: 'b', by: by('a', 2) },
    { dev: 'c', by: by('a', 5) },
    { dev: 'd', by: by('b', 3) },
  ],
  continuations: [],
};
const limits = (revocations: readonly Revocation[], more: Partial<Trust> = {}) =>
  Object.fromEntries([...limitsOf({ ...TOWN, ...more, revocations })].map(([dev, { last }]) => [dev, last]));

describe('who is expelled', () => {
  it('counts up to the last fact named, the narrower of two', () => {
    expect(limits([expel('d', 9, 'a', 7), expel('d', 7, 'c', 4)])).toEqual({ d: 7 });
  });

  it('expels nobody by what it says beyond its last fact', () => {
    expect(limits([expel('d', 9, 'c', 4), expel('a', 0, 'd', 10)])).toEqual({ d: 9 });
    expect(limits([expel('d', 9, 'c', 4), expel('b', 3, 'd', 8)])).toEqual({ d: 9, b: 3 });
  });

  it('of two that expel each other is the one let in later', () => {
    expect(limits([expel('b', 4, 'c', 9), expel('c', 2, 'b', 9)])).toEqual({ c: 2 });
    expect(limits([expel('a', 0, 'd', 9), expel('d', 3, 'a', 9)])).toEqual({ d: 3 });
  });

  it('does not come back under a name that continues it, unless somebody lets that in', () => {
    const continuations = [['d2', 'd']] as const;
    expect(limits([expel('d', 9, 'a', 7)], { continuations })).toEqual({ d: 9, d2: 0 });
    const acceptances = [...TOWN.acceptances, { dev: 'd2', by: by('a', 9) }];
    expect(limits([expel('d', 9, 'a', 7)], { continuations, acceptances })).toEqual({ d: 9 });
    const self = [...TOWN.acceptances, { dev: 'd2', by: by('d', 10) }];
    expect(limits([expel('d', 9, 'a', 7)], { continuations, acceptances: self })).toEqual({ d: 9, d2: 0 });
  });

  it('is the same in whatever order the facts are read', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const revocation = fc.record({ dev: names, last: fc.nat(9), author: names, seq: fc.integer({ min: 1, max: 9 }) });
    const arbitrary = fc.uniqueArray(revocation, { selector: ({ author, seq }) => `${author} ${seq}`, maxLength: 8 });
    fc.assert(
      fc.property(arbitrary, fc.infiniteStream(fc.nat()), (all, random) => {
        const facts = all.map(({ dev, last, author, seq }) => expel(dev, last, author, seq));
        const weights = new Map(facts.map((fact) => [fact, random.next().value]));
        const shuffled = facts.toSorted((one, other) => (weights.get(one) ?? 0) - (weights.get(other) ?? 0));
        expect(limits(shuffled)).toEqual(limits(facts));
      }),
    );
  });
});

describe('the chain of an expelled desk', () => {
  const LINKS = [
    { h: 'h1', prev: '', seq: 1 },
    { h: 'h2', prev: 'h1', seq: 2 },
    { h: 'h3', prev: 'h2', seq: 3 },
    { h: 'x2', prev: 'h1', seq: 2 },
  ];
  it('ends in two where the computer was copied', () => {
    expect(headsOfChain(LINKS).map(({ h }) => h)).toEqual(['h3', 'x2']);
  });

  it('counts up to its last fact, without a history beside the known one', () => {
    expect(uncountedBy({ last: 2, heads: ['h2'] }, LINKS)).toEqual(['h3', 'x2']);
    expect(uncountedBy({ last: 3, heads: ['h3', 'x2'] }, LINKS)).toEqual([]);
    expect(uncountedBy({ last: 0, heads: [] }, LINKS)).toEqual(['h1', 'h2', 'h3', 'x2']);
  });

  it('counts by its positions alone while the newest known fact has not arrived', () => {
    expect(uncountedBy({ last: 2, heads: ['hx'] }, LINKS)).toEqual(['h3']);
  });
});
