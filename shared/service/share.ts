import { z } from 'zod';
import { clockViewSchema } from '#shared/journal/clockProof.ts';
import { shareStateSchema } from '#shared/journal/shareState.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';

/** The exchange between the desks with what it means for the register. */
export const shareViewSchema = shareStateSchema.extend({
  /** The clock of this computer, and whether it is proved. */
  clock: clockViewSchema,
  /** Name of this desk for the others. */
  deskName: z.string(),
  /** Rows whose number has still to be claimed. */
  provisional: z.int(),
  /** Desks that others let in lately and the head has not seen yet; empty for everybody else. */
  newcomers: z.array(z.object({ dev: z.string(), name: z.string(), by: z.string(), at: instantSchema })),
  /** Desks that others expelled lately and the head has not seen yet; empty for everybody else. */
  departed: z.array(
    z.object({ dev: z.string(), name: z.string(), by: z.string(), at: instantSchema, why: z.string() }),
  ),
  /** Why this desk neither sends nor writes any more, when it was expelled. */
  expelled: problemSchema.nullable(),
  /** Numbers given to more than one row, until they are put right. */
  collisions: z.array(z.object({ number: z.string(), titles: z.array(z.string()) })),
});
export type ShareView = z.infer<typeof shareViewSchema>;

/** What is told of a register before this desk enters it, for a person to recognise. */
export const registerFoundSchema = z.object({
  /** Short fingerprint of the register and of the key of who founded it. */
  fingerprint: z.string(),
  /** Name of the desk that founded it; null where it told none. */
  founder: z.string().nullable(),
  /** Names of the first people seen in it, and how many there are. */
  people: z.array(z.string()),
  peopleCount: z.int(),
  /** Notices on record in it. */
  notices: z.int(),
  /** When the first of its facts was written; null for none. */
  since: instantSchema.nullable(),
  /** There was more than was read: the numbers are at least these. */
  isPart: z.boolean(),
});
export type RegisterFound = z.infer<typeof registerFoundSchema>;

/** The other desks while the exchange was not yet asked. */
export const NO_DESKS: Pick<ShareView, 'desks'> = { desks: [] };

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
