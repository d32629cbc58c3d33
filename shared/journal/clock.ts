/**
 * Hybrid logical clock of one device: wall-clock milliseconds that never go back, a counter for acts within one
 * millisecond, and the device to break ties. It only orders concurrent acts.
 */
export interface HybridClock {
  readonly milliseconds: number;
  readonly counter: number;
}

/** A stamp `<milliseconds, 12 hex><counter, 4 hex>.<device>`; stamps sort as text. */
export type Stamp = string;

const MAXIMUM_COUNTER = 0xffff;

export const START: HybridClock = { milliseconds: 0, counter: 0 };

/** The clock after one act at wall-clock `now` (milliseconds since 1970). */
export function tick(clock: HybridClock, now: number): HybridClock {
  if (now > clock.milliseconds) return { milliseconds: now, counter: 0 };
  if (clock.counter < MAXIMUM_COUNTER) return { milliseconds: clock.milliseconds, counter: clock.counter + 1 };
  return { milliseconds: clock.milliseconds + 1, counter: 0 };
}

/** The text form of `clock` on `device`. */
export function stampOf(clock: HybridClock, device: string): Stamp {
  const hex = (value: number, width: number): string => value.toString(16).padStart(width, '0');
  return `${hex(clock.milliseconds, 12)}${hex(clock.counter, 4)}.${device}`;
}

/** The clock a stamp was made from. */
export function clockOf(stamp: Stamp): HybridClock {
  return { milliseconds: Number.parseInt(stamp.slice(0, 12), 16), counter: Number.parseInt(stamp.slice(12, 16), 16) };
}

/** The later of two clocks: a device adopts its own past unconditionally, also when its wall clock was set back. */
export function adopt(clock: HybridClock, seen: HybridClock): HybridClock {
  if (seen.milliseconds !== clock.milliseconds) return seen.milliseconds > clock.milliseconds ? seen : clock;
  return seen.counter > clock.counter ? seen : clock;
}

/** How far ahead of the wall clock another desk's stamp may be before its clock is not adopted. */
const FAR_AHEAD_MILLISECONDS = 10 * 60_000;

/** Whether a stamp was made by a clock too far ahead of the wall clock `now` (milliseconds since 1970): it is kept, not adopted. */
export function isFarAhead(stamp: Stamp, now: number): boolean {
  return clockOf(stamp).milliseconds > now + FAR_AHEAD_MILLISECONDS;
}
