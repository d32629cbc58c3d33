import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Directory, directoryOf, type SenderEntry } from './directory.ts';
import { profileFacts } from './facts.ts';
import { PROFILE_FIELDS, type Profile, type ProfileField, profileFieldSchemas } from './profile.ts';

const actSchema = z.object({ by: z.string(), at: instantSchema });

/** What the desks wrote about one field: its last value, and whether the municipality confirmed it after that. */
export const profileEntrySchema = z.object({
  /** The value written, or the blob that holds it; null when the one the town began with stands. */
  set: actSchema.extend({ value: z.json().optional(), blob: z.string().optional() }).nullable(),
  confirmed: actSchema.extend({ how: z.string().nullable() }).nullable(),
});
export type ProfileEntry = z.infer<typeof profileEntrySchema>;

/** Folds the facts of one field: the last value wins, and a value written later has to be confirmed again. */
export function profileEntryOf(facts: readonly Fact[]): ProfileEntry | undefined {
  let entry: ProfileEntry | undefined;
  for (const raw of inOrder(facts)) {
    const fact = readFact(profileFacts, raw);
    const act = { by: raw.actor, at: raw.at };
    if (fact?.type === 'profile.set') {
      const { value, blob } = fact.body;
      entry = { set: { ...act, ...(blob === undefined ? { value } : { blob }) }, confirmed: null };
    }
    if (fact?.type === 'profile.confirmed') {
      entry = { set: entry?.set ?? null, confirmed: { ...act, how: fact.body.how } };
    }
  }
  return entry;
}

/** The municipality as its desks know it: the profile, and what was written about each field. */
export interface Town {
  readonly profile: Profile;
  readonly entries: ReadonlyMap<ProfileField, ProfileEntry>;
  /** Those who may ask, one by one (P13). */
  readonly directory: Directory;
}

/**
 * The profile a town began with, with what its desks wrote since. A value that cannot be read here (its blob has not
 * arrived or was forgotten, a newer app wrote it) leaves the one before it.
 */
export function townOf(
  base: Profile,
  entries: ReadonlyMap<ProfileField, ProfileEntry>,
  senders: ReadonlyMap<string, SenderEntry>,
  readBlob: (hash: string) => unknown,
): Town {
  const written: Partial<Record<ProfileField, unknown>> = {};
  const toConfirm: ProfileField[] = [];
  for (const field of PROFILE_FIELDS) {
    const entry = entries.get(field);
    const { set = null } = entry ?? {};
    if (set) {
      const read = profileFieldSchemas[field].safeParse(set.blob === undefined ? set.value : readBlob(set.blob));
      if (read.success) written[field] = read.data;
    }
    const isOpen = set !== null || base.toConfirm.includes(field);
    if (isOpen && !entry?.confirmed) toConfirm.push(field);
  }
  const profile = { ...base, ...(written as Partial<Profile>) };
  const isListOpen = toConfirm.includes('senders');
  const listed = profile.senders.map((one) => (one.confirmed || isListOpen ? one : { ...one, confirmed: true }));
  const directory = directoryOf(listed, senders, readBlob);
  const isOpen = directory.senders.length === 0 ? isListOpen : directory.senders.some(({ confirmed }) => !confirmed);
  return {
    profile: {
      ...profile,
      senders: [...directory.senders],
      toConfirm: PROFILE_FIELDS.filter((field) => (field === 'senders' ? isOpen : toConfirm.includes(field))),
    },
    entries,
    directory,
  };
}
