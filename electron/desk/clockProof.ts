import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { ClockMeasurement } from '#electron/journal/exchange/connection.ts';
import { CLOCK_NOT_COMPARED, clockDoubted, clockWrong, followsOn } from '#shared/journal/clockProof.ts';
import { isClockWrong, TRUSTED_SKEW_MILLISECONDS } from '#shared/journal/clockSkew.ts';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';

/** Another clock that this computer's is compared with: that of the shared place, or of any server that tells its time. */
export interface ClockWitness {
  /** The last comparison, another object each time; null before the first. */
  readonly measured: () => ClockMeasurement | null;
}

/** Whether the clock of this computer may be trusted with a moment (P33, P40): nothing leaves nor is numbered before. */
export interface ClockProof {
  /** Why it is not proved, or `undefined` once it is. */
  readonly trouble: () => Problem | undefined;
  /** A person says that it is right: holds until the clock jumps, or the app ends. */
  readonly confirm: () => void;
}

interface ClockProofParts {
  readonly now: () => Instant;
  /**
   * Milliseconds that run whatever is done to the clock; without it the clock was set by who started the program, and only
   * a comparison that speaks against it counts.
   */
  readonly steady: (() => number) | undefined;
  readonly calendar: Calendar;
  readonly local: LocalValues;
  /** When this desk last wrote something, as far as it is known. */
  readonly lastAct: () => Instant | undefined;
  readonly isShared: () => boolean;
  readonly witnesses: readonly ClockWitness[];
}

/** While the clock is in doubt: the last moment known before, so that what is written meanwhile proves nothing. */
const KNOWN_BEFORE = 'clock-known-before';

/** Whether the clock was set, or the computer slept, between two looks. */
function jumpNotice(now: () => Instant, steady: () => number) {
  let last: { readonly wall: number; readonly run: number } | undefined;
  return (): { readonly before: Instant } | undefined => {
    const here = { wall: Date.parse(now()), run: steady() };
    const jumped =
      last && Math.abs(here.wall - last.wall - (here.run - last.run)) > TRUSTED_SKEW_MILLISECONDS ? last : undefined;
    last = here;
    return jumped && { before: new Date(jumped.wall).toISOString() };
  };
}

/** Opens the proof of the clock: anew at each start of the app, whatever was proved before. */
export function openClockProof(parts: ClockProofParts): ClockProof {
  const { now, calendar, local, isShared, witnesses } = parts;
  const { steady = () => Date.parse(now()) } = parts;
  const isGiven = parts.steady === undefined;
  const jump = jumpNotice(now, steady);
  const outdated = new WeakSet<ClockMeasurement>();
  let known = local.get(KNOWN_BEFORE, instantSchema) ?? parts.lastAct();
  let isConfirmed = false;
  let isFollowing = isGiven;

  const measurements = (): readonly ClockMeasurement[] =>
    witnesses.flatMap(({ measured }) => measured() ?? []).filter((one) => !outdated.has(one));
  const trustFromNow = (): void => {
    known = now();
    isFollowing = true;
    if (local.get(KNOWN_BEFORE, z.string()) !== undefined) local.set(KNOWN_BEFORE, null);
  };
  const follow = (): void => {
    isFollowing = isGiven || known === undefined || followsOn(calendar, known, now());
    if (isFollowing) trustFromNow();
    else local.set(KNOWN_BEFORE, known);
  };
  follow();
  jump();

  const look = (): void => {
    const jumped = jump();
    if (!jumped) return;
    for (const one of measurements()) outdated.add(one);
    if (isFollowing) known = jumped.before;
    isConfirmed = false;
    follow();
  };

  return {
    trouble: () => {
      look();
      const [measured] = measurements();
      if (measured && !isClockWrong(measured.skewMilliseconds)) {
        if (!isFollowing) trustFromNow();
        return undefined;
      }
      if (isConfirmed) return undefined;
      if (measured) return clockWrong(measured.skewMilliseconds);
      if (isGiven) return undefined;
      if (isShared()) return CLOCK_NOT_COMPARED;
      return isFollowing || known === undefined ? undefined : clockDoubted(known, now());
    },
    confirm: () => {
      look();
      isConfirmed = true;
      trustFromNow();
    },
  };
}
