import { z } from 'zod';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { isProfileField, type ProfileField } from './profile.ts';

const valueSchema = z.json();

/**
 * What can happen to the data of the municipality: entities `profile/<field>` (P4). What names persons is in a blob beside
 * the journal, so that it can be forgotten; all else is in the fact.
 */
export const profileFacts = {
  'profile.set': z.object({
    value: z.exactOptional(valueSchema),
    /** SHA-256 of the blob with the value as JSON. */
    blob: z.exactOptional(z.string().regex(/^[0-9a-f]{64}$/)),
    /** The facts in conflict, by hash, between which this one decides. */
    settles: z.exactOptional(z.array(z.string())),
  }),
  /** The municipality confirmed what is written: how, as the person who asked says it. */
  'profile.confirmed': z.object({ how: z.string().max(400).nullable() }),
} as const;

/** A value as the facts keep it. */
export type ProfileValue = z.infer<typeof valueSchema>;

export const profileFact = writerOf(profileFacts);

/** Where these facts name blobs. */
export const profileBlobs = { 'profile.set': ['blob'] } as const;

/** The fields whose value names persons. */
export const PERSONAL_FIELDS: readonly ProfileField[] = ['senders', 'responsibles', 'mailAccount'];

/** The field an entity is of, or `undefined` when this app does not know it. */
export function fieldOf(ent: string): ProfileField | undefined {
  const name = ent.slice('profile/'.length);
  return isProfileField(name) ? name : undefined;
}
