import { z } from 'zod';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { readFact, writerOf } from '#shared/journal/vocabulary.ts';
import { type Day, daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { mailboxOf, type Sender, senderOf, senderSchema } from './senders.ts';

/** SHA-256 of the blob that holds a sender as JSON. */
const blobSchema = z.string().regex(/^[0-9a-f]{64}$/);
const settles = z.exactOptional(z.array(z.string()));

/**
 * What can happen to one who may ask (P13): entities `sender/<id>`. Address, name and telephone are in a blob beside the
 * journal, so that they can be forgotten; what two desks write of different senders stands side by side.
 */
export const senderFacts = {
  /** On the list from now on, or otherwise described; `since` is the day on which a person said that he or she may ask. */
  'sender.set': z.object({ blob: blobSchema, confirmed: z.boolean(), since: daySchema.nullable(), settles }),
  'sender.removed': z.object({ blob: blobSchema, settles }),
} as const;
export const senderFact = writerOf(senderFacts);

/** Where these facts name blobs. */
export const senderBlobs = { 'sender.set': ['blob'], 'sender.removed': ['blob'] } as const;

/** What the facts of one sender mean: the last of them. */
export const senderEntrySchema = z.object({
  blob: blobSchema,
  removed: z.boolean(),
  confirmed: z.boolean(),
  since: daySchema.nullable(),
  by: z.string(),
  at: instantSchema,
});
export type SenderEntry = z.infer<typeof senderEntrySchema>;

/** Folds the facts of one sender. */
export function senderEntryOf(facts: readonly Fact[]): SenderEntry | undefined {
  for (const raw of inOrder(facts).toReversed()) {
    const fact = readFact(senderFacts, raw);
    const act = { by: raw.actor, at: raw.at };
    if (fact?.type === 'sender.removed') {
      return { blob: fact.body.blob, removed: true, confirmed: false, since: null, ...act };
    }
    if (fact?.type === 'sender.set') {
      const { blob, confirmed, since } = fact.body;
      return { blob, removed: false, confirmed, since, ...act };
    }
  }
  return undefined;
}

/** Those who may ask, as the desks know them. */
export interface Directory {
  readonly senders: readonly Sender[];
  /** The entity under which each address is known, by address. */
  readonly entities: ReadonlyMap<string, string>;
  /** The last act about any of them. */
  readonly last: { readonly by: string; readonly at: string } | null;
}

/**
 * The list a profile says, with what was written since of each sender. One whose blob is not here (it has not arrived,
 * or was forgotten) is left out. Of two entities with one address the later one counts.
 */
export function directoryOf(
  listed: readonly Sender[],
  entries: ReadonlyMap<string, SenderEntry>,
  readBlob: (hash: string) => unknown,
): Directory {
  const byAddress = new Map(listed.map((sender) => [mailboxOf(sender.address), sender]));
  const entities = new Map<string, string>();
  const inTime = [...entries].toSorted(([, one], [, other]) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
  for (const [id, { blob, removed, confirmed, since }] of inTime) {
    const read = senderSchema.safeParse(readBlob(blob));
    if (!read.success) continue;
    const address = mailboxOf(read.data.address);
    entities.set(address, id);
    if (removed) byAddress.delete(address);
    else byAddress.set(address, { ...read.data, confirmed, since });
  }
  const last = inTime.at(-1)?.[1];
  return {
    senders:
      entries.size === 0
        ? listed
        : [...byAddress.values()].sort((one, other) => (one.address < other.address ? -1 : 1)),
    entities,
    last: last ? { by: last.by, at: last.at } : null,
  };
}

/** What a sender is besides being confirmed: what its blob holds. */
const described = ({ address, office, name, reason, telephone }: Sender) => ({
  address: mailboxOf(address),
  office,
  name,
  reason,
  telephone,
});
const isSame = (one: Sender, other: Sender): boolean =>
  one.confirmed === other.confirmed && JSON.stringify(described(one)) === JSON.stringify(described(other));

/** What keeping senders needs of the desk. */
export interface SenderKeeping {
  readonly today: Day;
  readonly newId: () => string;
  /** Puts aside what names a person; its hash. */
  readonly keep: (sender: ReturnType<typeof described>) => string;
}

/** The facts that make `wanted` of the entry for its address; none when it is so already. */
export function setSender(directory: Directory, wanted: Sender, keeping: SenderKeeping): readonly NewFact[] {
  const before = senderOf(directory.senders, wanted.address);
  if (before && isSame(before, wanted)) return [];
  const since = wanted.confirmed ? (before?.confirmed ? before.since : keeping.today) : null;
  const id = directory.entities.get(mailboxOf(wanted.address)) ?? keeping.newId();
  const blob = keeping.keep(described(wanted));
  return [senderFact('sender.set', `sender/${id}`, { blob, confirmed: wanted.confirmed, since })];
}

/** The facts that take an address off the list; none when it is not on it. */
export function removeSender(directory: Directory, address: string, keeping: SenderKeeping): readonly NewFact[] {
  const before = senderOf(directory.senders, address);
  if (!before) return [];
  const id = directory.entities.get(mailboxOf(address)) ?? keeping.newId();
  return [senderFact('sender.removed', `sender/${id}`, { blob: keeping.keep(described(before)) })];
}

/** The facts that make a whole list of the present one. */
export function setSenders(
  directory: Directory,
  wanted: readonly Sender[],
  keeping: SenderKeeping,
): readonly NewFact[] {
  const gone = directory.senders.filter(({ address }) => !senderOf(wanted, address));
  return [
    ...gone.flatMap(({ address }) => removeSender(directory, address, keeping)),
    ...wanted.flatMap((sender) => setSender(directory, sender, keeping)),
  ];
}
