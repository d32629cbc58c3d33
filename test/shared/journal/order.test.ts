import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { MOST_UNPROVED_VERSION } from '#shared/journal/bounds.ts';
import { stampOf } from '#shared/journal/clock.ts';
import { type Fact, hashOf } from '#shared/journal/fact.ts';
import { foldFacts, versionsOf } from '#shared/journal/order.ts';

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

describe('the order of facts', () => {
  /** A fact based on another, sealed. */
  const follow = (base: Fact, change: Partial<Fact>): Fact => {
    const { h: _h, ...open } = { ...base, ver: base.ver + 1, base: base.h, ...change };
    return { ...open, h: hashOf(open, sha256) };
  };
  const sample = (): Fact => {
    const [one] = fc.sample(anyFact, 1);
    if (!one) throw new Error('no fact');
    return one;
  };

  it('lets an informed change win over the one it replaces, however wrong the clocks are', () => {
    const first = follow(sample(), { base: null, hlc: stampOf({ milliseconds: 86_400_000, counter: 0 }, 'desk0001') });
    const informed = follow(first, { dev: 'desk0002', hlc: stampOf({ milliseconds: 0, counter: 0 }, 'desk0002') });
    expect(told([informed, first])).toEqual([first.h, informed.h]);
  });

  it('counts the version of a fact from its base: an absurd number does not win for ever', () => {
    const first = follow(sample(), { base: null, seq: 1 });
    const absurd = follow(first, { ver: 1_000_000_000, dev: 'desk0003', seq: 2 });
    const answer = follow(absurd, { dev: 'desk0002', seq: 3 });
    const last = follow(answer, { dev: 'desk0001', seq: 4 });
    expect(versionsOf([last, absurd, answer, first]).get(last.h)).toBe(4);
    expect(told([answer, last, absurd, first])).toEqual([first.h, absurd.h, answer.h, last.h]);
    // While the base is missing, what the fact says of itself is all there is, up to a bound that leaves room for answers.
    const [unproved, honest] = [follow(absurd, { ver: 7, base: 'f'.repeat(64) }), versionsOf([absurd])];
    expect(versionsOf([unproved]).get(unproved.h)).toBe(7);
    expect(honest.get(absurd.h)).toBe(MOST_UNPROVED_VERSION);
    expect(versionsOf([absurd, answer]).get(answer.h)).toBe(MOST_UNPROVED_VERSION + 1);
  });

  it('is the same in whatever order a tree of changes arrives, and never puts a change before its base', () => {
    const tree = fc.array(fc.tuple(fc.nat(), anyFact), { minLength: 1, maxLength: 15 }).map((steps) =>
      steps.reduce<Fact[]>((facts, [pick, { dev, hlc, body }], index) => {
        const base = facts[pick % Math.max(1, facts.length)];
        const fresh = { dev, hlc, body, seq: index + 1 };
        facts.push(base ? follow(base, fresh) : follow(sample(), { ...fresh, base: null }));
        return facts;
      }, []),
    );
    fc.assert(
      fc.property(tree, fc.nat(), (facts, turn) => {
        const turned = [...facts.slice(turn % facts.length), ...facts.slice(0, turn % facts.length)].reverse();
        const order = told(turned);
        expect(order).toEqual(told(facts));
        for (const { h, base } of facts) if (base) expect(order.indexOf(base)).toBeLessThan(order.indexOf(h));
      }),
      { numRuns: 200 },
    );
  });
});
