import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adopt, clockOf, type HybridClock, START, stampOf, tick } from '#shared/journal/clock.ts';

const anyClock = fc.record({
  milliseconds: fc.integer({ min: 0, max: 0xffff_ffff_ffff - 1 }),
  counter: fc.integer({ min: 0, max: 0xffff }),
});

describe('tick', () => {
  it('follows the wall clock, and counts acts within one millisecond', () => {
    const first = tick(START, 1_772_438_400_000);
    expect(first).toEqual({ milliseconds: 1_772_438_400_000, counter: 0 });
    expect(tick(first, 1_772_438_400_000)).toEqual({ milliseconds: 1_772_438_400_000, counter: 1 });
    expect(tick(first, 1_772_438_400_001)).toEqual({ milliseconds: 1_772_438_400_001, counter: 0 });
  });

  it('goes on from the last act when the wall clock was set back by a day', () => {
    const now = 1_772_438_400_000;
    expect(tick({ milliseconds: now, counter: 7 }, now - 86_400_000)).toEqual({ milliseconds: now, counter: 8 });
  });

  it('moves one millisecond ahead when the counter is full', () => {
    expect(tick({ milliseconds: 10, counter: 0xfffe }, 10)).toEqual({ milliseconds: 10, counter: 0xffff });
    expect(tick({ milliseconds: 10, counter: 0xffff }, 10)).toEqual({ milliseconds: 11, counter: 0 });
  });

  it('gives stamps that always grow, whatever the wall clock does', () => {
    const wallClock = fc.array(fc.integer({ min: 1_772_000_000_000, max: 1_772_000_000_020 }), { minLength: 2 });
    fc.assert(
      fc.property(wallClock, fc.constantFrom(0, 0xfffd, 0xffff), (moments, counter) => {
        let clock: HybridClock = { milliseconds: 1_772_000_000_010, counter };
        let before = stampOf(clock, 'desk0001');
        for (const now of moments) {
          clock = tick(clock, now);
          const stamp = stampOf(clock, 'desk0001');
          expect(stamp > before).toBe(true);
          before = stamp;
        }
      }),
    );
  });
});

describe('stamps', () => {
  it('hold the clock they were made from', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        expect(clockOf(stampOf(clock, 'desk0001'))).toEqual({ ...clock });
      }),
    );
  });

  it('sort as text like their clocks, then by device', () => {
    const order = (a: HybridClock, b: HybridClock): number => a.milliseconds - b.milliseconds || a.counter - b.counter;
    fc.assert(
      fc.property(anyClock, anyClock, (a, b) => {
        const [one, two] = [stampOf(a, 'desk0001'), stampOf(b, 'desk0001')];
        expect(Math.sign(order(a, b))).toBe(one === two ? 0 : one > two ? 1 : -1);
      }),
    );
    expect(stampOf(START, 'desk0001') < stampOf(START, 'desk0002')).toBe(true);
  });
});

describe('adopt', () => {
  it('gives the later of the two, in either order', () => {
    fc.assert(
      fc.property(anyClock, anyClock, (a, b) => {
        const later = adopt(a, b);
        expect(later).toEqual(adopt(b, a));
        expect([stampOf(a, 'x'), stampOf(b, 'x')].sort()[1]).toBe(stampOf(later, 'x'));
      }),
    );
  });
});
