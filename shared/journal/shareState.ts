import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { quarantineReasonSchema } from './quarantine.ts';

/** Where this desk stands with the shared place. */
const SHARE_STATES = [
  /** No shared place was chosen: this desk works alone. */
  'alone',
  /** Chosen, and not looked at yet. */
  'connecting',
  'connected',
  /** Does not answer, is busy, or is not there: everything goes on, and is shared later. */
  'away',
  /** Connected and only readable: facts wait. */
  'read-only',
  /** There, and what this desk writes does not get in: the problem says why. */
  'stuck',
  /** There, and without a register: a person may found one. */
  'unfounded',
  /** There, with a register that nobody at this desk has yet said is the office's own: nothing goes in or out. */
  'unconfirmed',
  /** Its marker cannot be read, or it is another register than the one this desk belongs to: a person decides. */
  'illegible',
  'other-space',
  /** Written by a newer app: nothing is read or written before an update. */
  'newer',
  /** Fewer files than this desk has seen: an old copy, or a drive that is only half there. Nothing counts as deleted. */
  'incomplete',
] as const;
const shareStateNameSchema = z.enum(SHARE_STATES);

/** An expelled desk, as the others tell it. */
const revocationSchema = z.object({ by: z.string(), at: instantSchema, why: z.string() });

const deskSchema = z.object({
  dev: z.string(),
  name: z.string(),
  isThis: z.boolean(),
  app: z.string(),
  /** Person at it, by its last heartbeat. */
  person: z.string().nullable(),
  /** When this desk last saw a heartbeat or a fact of it. */
  seenAt: instantSchema.nullable(),
  /** It gave a heartbeat within the last minute and a half. */
  isThere: z.boolean(),
  /** Requests it has open now. */
  open: z.array(z.string()),
  /** The ways by which notices leave from it, as it told last; null while it has told nothing of that. */
  serves: z.array(z.string()).nullable(),
  /** Its clock is so far ahead that its times are not adopted. */
  clockAhead: z.boolean(),
  /** Its app writes facts that this one may not understand: this one is to be updated. */
  isNewer: z.boolean(),
  /** Who let it in, and when. */
  acceptedBy: z.string().nullable(),
  acceptedAt: instantSchema.nullable(),
  /** Who expelled it, when and why; null while it takes part. */
  revoked: revocationSchema.nullable(),
});

/** Everything a screen shows of the exchange between the desks (L1.5: never lies, never stays silent). */
export const shareStateSchema = z.object({
  state: shareStateNameSchema,
  /** Path as chosen, and the folder it led to. */
  configured: z.string().nullable(),
  location: z.object({ path: z.string(), withoutSpace: z.boolean() }).nullable(),
  problem: problemSchema.nullable(),
  /** Short fingerprint of the register and of who founded it, to be compared by people; null before this desk belongs to one. */
  fingerprint: z.string().nullable(),
  /** Last exchange that went through. */
  exchangedAt: instantSchema.nullable(),
  /** Facts of this desk that the others cannot see yet. */
  waiting: z.int(),
  /** This computer's clock minus the drive's, in milliseconds; null before the first comparison. */
  skewMilliseconds: z.int().nullable(),
  /** Whether the other desks know this one: else what it writes waits in their quarantine. */
  isEnrolled: z.boolean(),
  /** Exclusive creation does not hold here: numbers may be given twice and are then put right visibly. */
  isWeak: z.boolean(),
  desks: z.array(deskSchema),
  /** The first files that were set aside, who asks to be let in before all others. */
  quarantine: z.array(
    z.object({
      path: z.string(),
      reason: quarantineReasonSchema,
      /** What happened to it, and what to do. */
      what: z.string(),
      remedy: z.string(),
      bytes: z.int(),
      firstSeen: instantSchema,
      /** Author by its folder, and what it calls itself; null for what is nobody's. */
      dev: z.string().nullable(),
      name: z.string().nullable(),
      key: z.string().nullable(),
    }),
  ),
  /** How many files were set aside, by reason: more than are listed when there are very many. */
  asideCounts: z.partialRecord(quarantineReasonSchema, z.int()),
  /** Facts of a desk that are known to exist and have not arrived. */
  gaps: z.array(z.object({ dev: z.string(), before: z.int() })),
  /** Desks that wrote two histories: copied or restored computers. Both are kept. */
  forks: z.array(z.object({ dev: z.string(), seq: z.int() })),
  /** Facts this app does not understand: kept, shown after an update. */
  unknownKinds: z.int(),
});
export type ShareState = z.infer<typeof shareStateSchema>;
