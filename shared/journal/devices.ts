import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Fact } from './fact.ts';
import { foldFacts } from './order.ts';
import { readFact, writerOf } from './vocabulary.ts';

/** A register as a person saw it when asked about it. */
const registerAnswerSchema = z.object({
  fingerprint: z.string().max(40),
  /** The desk that founded it, by its name; empty where it told none. */
  founder: z.string().max(120),
  /** The account of the operating system that answered, while nobody had said who sits here. */
  account: z.exactOptional(z.string().max(120)),
});

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
  /**
   * A person at an enrolled desk expelled another one: of its facts those beyond `last` count for nothing, on every desk,
   * nor those of a history that does not lead to one of `heads`, the newest that were known. 0 = none counts.
   */
  'device.revoked': z.object({
    last: z.int().nonnegative(),
    heads: z.array(z.string().max(64)).max(50),
    why: z.string().max(500),
  }),
  /** A person said at this desk that the register found in the folder is the office's own, or that it is not (P41). */
  'device.registerConfirmed': registerAnswerSchema,
  'device.registerRefused': registerAnswerSchema,
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
  /** Who expelled it, and why; null while it takes part. */
  revoked: z.object({ by: z.string(), at: instantSchema, why: z.string() }).nullable(),
});
export type Device = z.infer<typeof deviceSchema>;

/** The desk that a set of facts tells, or `undefined` before anything is known of it. */
export function foldDevice(id: string, facts: readonly Fact[]): Device | undefined {
  return foldFacts<Device | undefined>(facts, undefined, (device, raw) => {
    const fact = readFact(deviceFacts, raw);
    if (!fact || fact.type === 'device.registerConfirmed' || fact.type === 'device.registerRefused') return device;
    const known: Device = device ?? {
      id,
      name: '',
      app: '',
      continues: null,
      joinedAt: null,
      accepted: null,
      revoked: null,
    };
    if (fact.type === 'device.joined') {
      const { name, app, continues } = fact.body;
      return { ...known, name, app, continues: continues ?? known.continues, joinedAt: known.joinedAt ?? fact.at };
    }
    if (fact.type === 'device.revoked') {
      return { ...known, revoked: known.revoked ?? { by: fact.actor, at: fact.at, why: fact.body.why } };
    }
    const { key, name } = fact.body;
    return { ...known, name: known.name || name, accepted: { by: fact.actor, at: fact.at, key } };
  });
}

/** Why a desk that was expelled neither sends nor writes any more; `undefined` while it takes part. */
export const expelledProblem = (device: Pick<Device, 'revoked'> | undefined): Problem | undefined =>
  device?.revoked
    ? {
        code: 'desk-expelled',
        what: 'Questa postazione è stata tolta dal registro condiviso: da qui non parte e non si registra più niente.',
        why: `Motivo: «${device.revoked.why}».`,
        remedy:
          'Se è un errore, in Impostazioni, Condivisione chiedi di rientrare: da un’altra postazione ti accettano.',
      }
    : undefined;

/** A key a desk may sign with. */
export interface DeviceKey {
  readonly dev: string;
  /** Raw Ed25519 public key, base64url. */
  readonly key: string;
}

/** So many open requests, and so many damaged files, are told in a heartbeat; the next one tells of the others. */
export const MOST_TOLD = 50;
/** So many ways out are told of a desk. */
const MOST_SERVED = 20;

/** A heartbeat of a desk: it is there, and has these requests open. Never a fact. */
export const heartbeatSchema = z.object({
  dev: z.string(),
  name: z.string().max(120),
  person: z.string().max(120).nullable(),
  app: z.string().max(40),
  /** The newest version of a fact its app understands; absent = the first, from an app before it was told. */
  facts: z.exactOptional(z.int().positive()),
  open: z.array(z.string().max(200)).max(MOST_TOLD),
  /** Segments `<dev>/<name>` of others that it found damaged: their authors publish them again. */
  damaged: z.array(z.string().max(120)).max(MOST_TOLD),
  /** The ways by which notices leave from it (P33); absent from an app before it was told. */
  serves: z.exactOptional(z.array(z.string().max(60)).max(MOST_SERVED)),
  at: instantSchema,
});
export type Heartbeat = z.infer<typeof heartbeatSchema>;
