import type { ReadableDatabase } from '#electron/db/open.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import { senderEntryOf, senderEntrySchema } from '#shared/people/profile/directory.ts';
import { fieldOf } from '#shared/people/profile/facts.ts';
import { isProfileField, type Profile, type ProfileField } from '#shared/people/profile/profile.ts';
import {
  type ProfileEntry,
  profileEntryOf,
  profileEntrySchema,
  type Town,
  townOf,
} from '#shared/people/profile/town.ts';

const entries = entityTable({
  kind: 'profile',
  // What a desk was told of a field it did not know yet is read once it knows it.
  version: 2,
  topic: 'people',
  schema: profileEntrySchema,
  columns: {},
  fold: (id, facts) => (fieldOf(`profile/${id}`) === undefined ? undefined : profileEntryOf(facts)),
});

/** The read table of what the desks wrote about the municipality. */
export const profileProjection = entries.projection;

const senders = entityTable({
  kind: 'sender',
  version: 1,
  topic: 'people',
  schema: senderEntrySchema,
  columns: {},
  fold: (_id, facts) => senderEntryOf(facts),
});

/** The read table of those who may ask, one by one. */
export const senderProjection = senders.projection;

/** The JSON in a blob; `undefined` when it is not here, was forgotten, or holds none. */
export function jsonBlob(blobs: Blobs, hash: string): unknown {
  const bytes = blobs.get(hash);
  try {
    return bytes && JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads the municipality as the desks know it, made anew only when a fact or a blob of it changed. */
export function profileReader(database: ReadableDatabase, blobs: Blobs): (base: Profile) => Town {
  const changes = database.prepare<[], number>('SELECT total_changes()').pluck();
  const rows = database.prepare<[], { id: string; state: string }>('SELECT id, state FROM profile ORDER BY id');
  const named = database.prepare<[], { id: string; state: string }>('SELECT id, state FROM sender ORDER BY id');
  let known: { readonly key: string; readonly at: number; readonly base: Profile; readonly town: Town } | undefined;
  blobs.follow((hash) => {
    if (known?.key.includes(hash)) known = undefined;
  });
  return (base) => {
    // The town is asked for at every row of a list: as long as nothing at all was written, nothing is read again.
    const at = changes.get() ?? 0;
    if (known?.at === at && known.base === base) return known.town;
    const [found, others] = [rows.all(), named.all()];
    const key = JSON.stringify([found, others]);
    if (known?.key === key && known.base === base) {
      known = { ...known, at };
      return known.town;
    }
    const written = new Map<ProfileField, ProfileEntry>(
      found.flatMap(({ id, state }) =>
        isProfileField(id) ? [[id, profileEntrySchema.parse(JSON.parse(state))] as const] : [],
      ),
    );
    const list = new Map(others.map(({ id, state }) => [id, senderEntrySchema.parse(JSON.parse(state))] as const));
    const town = townOf(base, written, list, (hash) => jsonBlob(blobs, hash));
    known = { key, at, base, town };
    return town;
  };
}
