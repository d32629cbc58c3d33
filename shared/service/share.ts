import { z } from 'zod';
import { shareStateSchema } from '../journal/shareState.ts';
import { instantSchema } from '../kernel/instant.ts';
import { plural } from '../kernel/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A clock wronger than this is not trusted with the moment of a sending. */
const TRUSTED_SKEW_MILLISECONDS = 5 * MINUTE;

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

/** The exchange between the desks with what it means for the register. */
export const shareViewSchema = shareStateSchema.extend({
  /** Name of this desk for the others. */
  deskName: z.string(),
  /** Rows whose number has still to be claimed. */
  provisional: z.int(),
  /** Desks that others let in lately and the head has not seen yet; empty for everybody else. */
  newcomers: z.array(z.object({ dev: z.string(), name: z.string(), by: z.string(), at: instantSchema })),
  /** Numbers given to more than one row, until they are put right. */
  collisions: z.array(z.object({ number: z.string(), titles: z.array(z.string()) })),
});
export type ShareView = z.infer<typeof shareViewSchema>;

/** Who has a request open at another desk now: `Luca Zennaro (Sportello 2)`; empty when nobody has. */
export function openElsewhere({ desks }: Pick<ShareView, 'desks'>, request: string): readonly string[] {
  return desks
    .filter(({ isThis, open }) => !isThis && open.includes(request))
    .map(({ person, name }) => (person ? `${person} (${name})` : name));
}

/** Name of a desk for people to read; null for this one and for one that nobody knows. */
export function otherDesk({ desks }: Pick<ShareView, 'desks'>, dev: string): string | null {
  const desk = desks.find((one) => one.dev === dev);
  return desk && !desk.isThis ? desk.name : null;
}
