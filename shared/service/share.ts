import { z } from 'zod';
import { shareStateSchema } from '../journal/shareState.ts';
import { plural } from '../kernel/text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

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
  /** Numbers given to more than one row, until they are put right. */
  collisions: z.array(z.object({ number: z.string(), titles: z.array(z.string()) })),
});
export type ShareView = z.infer<typeof shareViewSchema>;
