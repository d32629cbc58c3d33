import { plural } from '#shared/kernel/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A clock wronger than this is not trusted with the moment of a sending. */
export const TRUSTED_SKEW_MILLISECONDS = 5 * MINUTE;

/** Whether this computer's clock is so far from the drive's that its sendings wait. */
export const isClockWrong = (skewMilliseconds: number | null): skewMilliseconds is number =>
  skewMilliseconds !== null && Math.abs(skewMilliseconds) > TRUSTED_SKEW_MILLISECONDS;

/** `avanti di 1 giorno`, `indietro di 12 minuti`: how wrong a clock is, in the largest unit that fits. */
export function saySkew(milliseconds: number): string {
  const size = Math.abs(milliseconds);
  const direction = milliseconds > 0 ? 'avanti' : 'indietro';
  if (size >= DAY) return `${direction} di ${plural(Math.round(size / DAY), 'giorno', 'giorni')}`;
  if (size >= HOUR) return `${direction} di ${plural(Math.round(size / HOUR), 'ora', 'ore')}`;
  return `${direction} di ${plural(Math.max(1, Math.round(size / MINUTE)), 'minuto', 'minuti')}`;
}
