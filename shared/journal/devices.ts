import { z } from 'zod';
import { instantSchema } from '../kernel/instant.ts';
import type { Fact } from './fact.ts';
import { foldFacts } from './order.ts';
import { readFact, writerOf } from './vocabulary.ts';

/** What can happen to a desk: entity `device/<dev>`. */
export const deviceFacts = {
  /** The first fact a desk writes in a shared register, and again when its name or its app changes. */
  'device.joined': z.object({
    name: z.string().min(1).max(120),
    app: z.string().max(40),
    /** The identity this computer had before it was found to be a copy or restored. */
    continues: z.exactOptional(z.string()),
  }),
  /** A person at an enrolled desk accepted another desk, with the key it signs with. */
  'device.accepted': z.object({ key: z.string().min(1), name: z.string().max(120) }),
} as const;

export const deviceFact = writerOf(deviceFacts);

/** A desk as the register knows it. */
export const deviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  app: z.string(),
  continues: z.string().nullable(),
  joinedAt: instantSchema.nullable(),
  /** Who let it in; null for the founder and for one that continues an enrolled desk. */
  accepted: z.object({ by: z.string(), at: instantSchema, key: z.string() }).nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

/** The desk that a set of facts tells, or `undefined` before anything is known of it. */
export function foldDevice(id: string, facts: readonly Fact[]): Device | undefined {
  return foldFacts<Device | undefined>(facts, undefined, (device, raw) => {
    const fact = readFact(deviceFacts, raw);
    if (!fact) return device;
    const known = device ?? { id, name: '', app: '', continues: null, joinedAt: null, accepted: null };
    if (fact.type === 'device.joined') {
      const { name, app, continues } = fact.body;
      return { ...known, name, app, continues: continues ?? known.continues, joinedAt: known.joinedAt ?? fact.at };
    }
    const { key, name } = fact.body;
    return { ...known, name: known.name || name, accepted: { by: fact.actor, at: fact.at, key } };
  });
}

/** A key a desk may sign with. */
export interface DeviceKey {
  readonly dev: string;
  /** Raw Ed25519 public key, base64url. */
  readonly key: string;
}

/** So many open requests, and so many damaged files, are told in a sign of life; the next one tells of the others. */
export const MOST_TOLD = 50;

/** A sign of life of a desk: it is there, and has these requests open. Never a fact. */
export const beatSchema = z.object({
  dev: z.string(),
  name: z.string().max(120),
  person: z.string().max(120).nullable(),
  app: z.string().max(40),
  open: z.array(z.string().max(200)).max(MOST_TOLD),
  /** Segments `<dev>/<name>` of others that it found damaged: their authors publish them again. */
  damaged: z.array(z.string().max(120)).max(MOST_TOLD),
  at: instantSchema,
});
export type Beat = z.infer<typeof beatSchema>;
