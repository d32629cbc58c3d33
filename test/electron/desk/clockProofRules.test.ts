/** Each way by which a clock is proved or doubted, one by one, without an app around it (P33, P40). */
import { expect, it } from 'vitest';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { openClockProof } from '#electron/desk/clockProof.ts';
import type { ClockMeasurement } from '#electron/journal/exchange/connection.ts';
import { addMilliseconds, instantAt } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const DAY = 86_400_000;
const MONDAY = instantAt('2026-03-02', '09:00');

interface Circumstances {
  readonly isShared?: boolean;
  /** When this desk last wrote something; null = never. */
  readonly lastAct?: string | null;
  /** The clock was set by who started the program. */
  readonly isGiven?: boolean;
}

/** A desk of which only the clock stands; `open` starts its app anew. */
function desk({ isShared = false, lastAct = MONDAY, isGiven = false }: Circumstances = {}) {
  const local = localValues(openMemory(migrations));
  let [wall, run] = [Date.parse(MONDAY), 0];
  let measured: ClockMeasurement | null = null;
  let written = lastAct;
  const open = () =>
    openClockProof({
      now: () => new Date(wall).toISOString(),
      steady: isGiven ? undefined : () => run,
      calendar: valdombra.calendar,
      local,
      lastAct: () => written ?? undefined,
      isShared: () => isShared,
      witnesses: [{ measured: () => measured }],
    });
  let proof = open();
  return {
    code: () => proof.trouble()?.code ?? 'proved',
    confirm: () => proof.confirm(),
    open: () => {
      proof = open();
    },
    /** The app writes something, at the time its clock shows. */
    write: () => {
      written = new Date(wall).toISOString();
    },
    /** The time goes on. */
    pass: (milliseconds: number) => {
      wall += milliseconds;
      run += milliseconds;
    },
    /** Somebody sets the clock, or the computer slept. */
    jump: (milliseconds: number) => {
      wall += milliseconds;
    },
    /** Another comparison; null = nothing to compare with any more. */
    measure: (skewMilliseconds: number | null) => {
      measured = skewMilliseconds === null ? null : { skewMilliseconds };
    },
  };
}

it('a desk alone follows on from what it wrote last, and doubts a leap', () => {
  const one = desk({ lastAct: addMilliseconds(MONDAY, -57 * DAY) });
  expect(one.code()).toBe('clock-unproved');
  expect(desk().code()).toBe('proved');
  expect(desk({ lastAct: null }).code()).toBe('proved');
});

it('a doubt outlives the app, and what is written meanwhile', () => {
  const one = desk();
  expect(one.code()).toBe('proved');
  one.jump(57 * DAY);
  one.open();
  expect(one.code()).toBe('clock-unproved');
  one.write();
  one.open();
  expect(one.code()).toBe('clock-unproved');
  one.confirm();
  one.write();
  one.pass(DAY);
  one.open();
  expect(one.code()).toBe('proved');
});

it('a person is believed until the clock jumps, also while the program runs', () => {
  const one = desk();
  one.jump(57 * DAY);
  expect(one.code()).toBe('clock-unproved');
  one.confirm();
  one.pass(30 * DAY);
  expect(one.code()).toBe('proved');
  one.jump(57 * DAY);
  expect(one.code()).toBe('clock-unproved');
  one.jump(-57 * DAY);
  expect(one.code()).toBe('proved');
});

it('what a person says before the leap was noticed is said of the clock after it', () => {
  const one = desk();
  one.jump(57 * DAY);
  one.confirm();
  expect(one.code()).toBe('proved');
});

it('on a shared place nothing is proved before its clock was compared, nor by a comparison from before a leap', () => {
  const one = desk({ isShared: true });
  expect(one.code()).toBe('clock-unproved');
  one.measure(0);
  expect(one.code()).toBe('proved');
  one.jump(DAY);
  expect(one.code()).toBe('clock-unproved');
  one.measure(DAY);
  expect(one.code()).toBe('clock-wrong');
  one.measure(0);
  expect(one.code()).toBe('proved');
});

it('a wrong comparison is told as such, unless a person says that this clock is the right one', () => {
  const one = desk({ isShared: true });
  one.measure(-2 * DAY);
  expect(one.code()).toBe('clock-wrong');
  one.confirm();
  expect(one.code()).toBe('proved');
  one.open();
  expect(one.code()).toBe('clock-wrong');
});

it('a good comparison ends the doubt for good, also once the desk is alone', () => {
  const one = desk();
  one.jump(57 * DAY);
  expect(one.code()).toBe('clock-unproved');
  one.measure(0);
  expect(one.code()).toBe('proved');
  one.pass(DAY);
  one.measure(null);
  expect(one.code()).toBe('proved');
});

it('a clock that was set by who starts the program is doubted only by a comparison', () => {
  const one = desk({ isGiven: true, isShared: true, lastAct: addMilliseconds(MONDAY, -57 * DAY) });
  expect(one.code()).toBe('proved');
  one.measure(2 * DAY);
  expect(one.code()).toBe('clock-wrong');
});
