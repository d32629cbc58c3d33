import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { stampOf } from '#shared/journal/clock.ts';
import { type Fact, hashOf } from '#shared/journal/fact.ts';
import { compareFacts, foldFacts } from '#shared/journal/order.ts';

/** A fact of any desk; the ranges are small so that versions, clocks, even whole positions often fall together. */
const anyFact: fc.Arbitrary<Fact> = fc
  .record({
    dev: fc.constantFrom('desk0001', 'desk0002', 'desk0003'),
    seq: fc.integer({ min: 1, max: 3 }),
    ver: fc.integer({ min: 1, max: 3 }),
    milliseconds: fc.integer({ min: 0, max: 2 }),
    text: fc.string({ maxLength: 3 }),
  })
  .map(({ dev, seq, ver, milliseconds, text }) => {
    const open = {
      v: 1,
      dev,
      seq,
      hlc: stampOf({ milliseconds, counter: 0 }, dev),
      type: 'draft.returned',
      ent: 'draft/r1',
      ver,
      base: null,
      actor: 'ornella',
      at: '2026-03-02T08:00:00.000Z',
      body: { why: text },
      prev: '',
    };
    return { ...open, h: hashOf(open, sha256) };
  });

const told = (facts: readonly Fact[]): readonly string[] =>
  foldFacts<readonly string[]>(facts, [], (all, { h }) => [...all, h]);

describe('foldFacts', () => {
  it('means the same for the same set of facts, in any order and however often each came', () => {
    const setAndArrival = fc.array(anyFact, { minLength: 1, maxLength: 12 }).chain((facts) =>
      fc.tuple(
        fc.constant(facts),
        fc
          .array(fc.constantFrom(...facts), { maxLength: 12 })
          .chain((again) => fc.shuffledSubarray([...facts, ...again], { minLength: facts.length + again.length })),
      ),
    );
    fc.assert(
      fc.property(setAndArrival, ([facts, arrived]) => {
        expect(told(arrived)).toEqual(told(facts));
        expect(told(arrived)).toHaveLength(new Set(facts.map(({ h }) => h)).size);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps both branches of a cloned desk, in one order on every desk', () => {
    const [one] = fc.sample(anyFact, 1);
    if (!one) throw new Error('no fact');
    const branch = (why: string): Fact => {
      const { h: _h, ...open } = { ...one, body: { why } };
      return { ...open, h: hashOf(open, sha256) };
    };
    const [here, there] = [branch('troppo lungo'), branch('manca l’orario')];
    expect(told([here, there])).toHaveLength(2);
    expect(told([there, here])).toEqual(told([here, there]));
  });

  it('leaves the list it was given as it was', () => {
    const facts = Object.freeze(fc.sample(anyFact, 5));
    expect(() => told(facts)).not.toThrow();
  });
});

describe('compareFacts', () => {
  it('is an order of all facts: antisymmetric and transitive, equal only for the same fact', () => {
    fc.assert(
      fc.property(anyFact, anyFact, anyFact, (a, b, c) => {
        expect(Math.sign(compareFacts(a, b)) + Math.sign(compareFacts(b, a))).toBe(0);
        expect(compareFacts(a, b) === 0).toBe(a.h === b.h);
        if (compareFacts(a, b) < 0 && compareFacts(b, c) < 0) expect(compareFacts(a, c)).toBeLessThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('lets an informed change win over the one it replaces, however wrong the clocks are', () => {
    const [a] = fc.sample(anyFact, 1);
    if (!a) throw new Error('no fact');
    const seenLater = { ...a, ver: a.ver + 1, hlc: stampOf({ milliseconds: 0, counter: 0 }, a.dev), h: 'b'.repeat(64) };
    const dayAhead = { ...a, hlc: stampOf({ milliseconds: 86_400_000, counter: 0 }, a.dev) };
    expect(told([seenLater, dayAhead]).at(-1)).toBe(seenLater.h);
  });
});
