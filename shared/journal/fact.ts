import { z } from 'zod';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { MOST_POSITION, MOST_VERSION } from './bounds.ts';
import { canonicalJson, type Json } from './canonical.ts';
import type { Stamp } from './clock.ts';

/** What a rule decides: something that happened to one entity. The journal adds who, when and where. */
export interface NewFact {
  /** `<word>.<past participle>`, as `request.takenInCharge`. */
  readonly type: string;
  /** `<kind>/<id>`, as `request/9f2c…`. */
  readonly ent: string;
  readonly body: Json;
}

/** A fact in the journal, immutable for ever. The short names are those of the files on the share. */
export interface Fact extends NewFact {
  /** The version of the app's understanding this fact needs: above `FACTS_VERSION` it is set aside here. */
  readonly v: number;
  /** Device that wrote it. */
  readonly dev: string;
  /** Position in the device's own chain, from 1 without gaps. */
  readonly seq: number;
  readonly hlc: Stamp;
  /** One more than the version of the entity its author had seen: an informed change wins over what it replaces. */
  readonly ver: number;
  /** Hash of the fact that was the newest of the entity for its author, or null for the first. */
  readonly base: string | null;
  /** Person who acted. */
  readonly actor: string;
  /** Wall-clock time of the act, for people to read; never used for ordering. */
  readonly at: Instant;
  /** Hash of the device's fact before this one; empty for the first. */
  readonly prev: string;
  /** Hash of everything above. */
  readonly h: string;
}

/** The person every act without a person is written under: what the app does by itself. */
export const THE_APP = 'app';

/** What every desk reads: a fact of this version may be passed over by an app that does not know its type. */
const FIRST_VERSION = 1;

/**
 * The types that an app which does not know them must not pass over, because they stop or change a sending, each with
 * the version they came with: one more than the highest here (decision 0015). The envelope itself keeps its form.
 */
const RAISED_TYPES: Readonly<Record<string, number>> = {
  /** An expelled desk may have approved what waits to leave. */
  'device.revoked': 2,
  /** An approval from elsewhere than where its person is bound must not leave. */
  'binding.set': 3,
  /** An approval without the proof of its head's PIN must not leave. */
  'pin.set': 4,
  'pin.removed': 4,
  /** A sending, and the decision it leaves by, that were taken back right after must not leave. */
  'job.undone': 4,
  'draft.undone': 4,
  /** In an election period a notice must not leave without the head's answers. */
  'job.electionHeld': 4,
  /** Over an answer that nobody has read a notice must not leave. */
  'job.answerHeld': 5,
  /** Over a correction told by telephone that nobody has taken over a notice must not leave. */
  'request.correctionTold': 6,
  /** A notice the contractor was asked for by e-mail must not be asked for again, and one whose e-mail came back was not. */
  'job.mailed': 7,
  'job.mailFound': 7,
  'job.bounced': 7,
  /** While the page of its news is another one than at the approval, a notice must not leave. */
  'job.pageHeld': 7,
  /** What went on with another request, or was taken back with its series, must not be sent a second time. */
  'request.joined': 7,
  'request.takenBack': 7,
};

/** The newest version of a fact this app understands; it is told in the heartbeats. */
export const FACTS_VERSION = Math.max(FIRST_VERSION, ...Object.values(RAISED_TYPES));

/** The version a fact of `type` is written with. */
export const versionOfType = (type: string): number =>
  (Object.hasOwn(RAISED_TYPES, type) ? RAISED_TYPES[type] : undefined) ?? FIRST_VERSION;

/** Whether only a newer app understands this fact: it is stored and published, and not folded here. */
export const isAhead = ({ v }: Pick<Fact, 'v'>): boolean => v > FACTS_VERSION;

/** Moments after it, in any place of a fact, are of no clock: what is reckoned from them would have no form any more. */
const LATEST: Instant = '8600';

/** The form of a fact, and the bounds of its envelope: those of its body are held by `canonicalJson`. */
export const factSchema = z.object({
  v: z.number().int().min(1),
  dev: z.string().regex(/^[a-z0-9]{4,32}$/),
  seq: z.number().int().min(1).max(MOST_POSITION),
  /** Up to the year 8659, and the clock of a desk that adopted it could still tick. */
  hlc: z.string().regex(/^[0-9a-b][0-9a-f]{15}\.[a-z0-9]{4,32}$/),
  type: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  ent: z.string().regex(/^[a-z]+\/[A-Za-z0-9._-]{1,120}$/),
  ver: z.number().int().min(1).max(MOST_VERSION),
  base: z.string().max(64).nullable(),
  actor: z.string().min(1).max(200),
  at: instantSchema.refine((at) => at < LATEST),
  body: z.json(),
  prev: z.string().max(64),
  h: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Lower-case hex SHA-256 of a UTF-8 text; passed in, because shared code has no crypto of its own. */
export type Sha256 = (text: string) => string;

/** The hash a fact must carry: SHA-256 of the canonical JSON of everything but `h`. */
export function hashOf(fact: Omit<Fact, 'h'>, sha256: Sha256): string {
  const { v, dev, seq, hlc, type, ent, ver, base, actor, at, body, prev } = fact;
  // In the order in which they are spelled.
  return sha256(canonicalJson({ actor, at, base, body, dev, ent, hlc, prev, seq, type, v, ver }));
}

/** New facts as a fold would see them once kept: for rules that need the state before it is written. Never stored. */
export function asIfKept(facts: readonly NewFact[], actor: string, at: Instant): readonly Fact[] {
  return facts.map((fact, index) => ({
    ...fact,
    v: versionOfType(fact.type),
    dev: 'none',
    seq: index + 1,
    hlc: '',
    ver: index + 1,
    base: null,
    actor,
    at,
    prev: '',
    h: String(index),
  }));
}
