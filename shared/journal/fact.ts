import { z } from 'zod';
import { type Instant, instantSchema } from '../kernel/instant.ts';
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
  /** Version of this envelope. */
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

export const ENVELOPE_VERSION = 1;

export const factSchema = z.object({
  v: z.number().int().min(1),
  dev: z.string().regex(/^[a-z0-9]{4,32}$/),
  seq: z.number().int().min(1),
  hlc: z.string().regex(/^[0-9a-f]{16}\.[a-z0-9]{4,32}$/),
  type: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  ent: z.string().regex(/^[a-z]+\/[A-Za-z0-9._-]{1,120}$/),
  ver: z.number().int().min(1),
  base: z.string().nullable(),
  actor: z.string().min(1),
  at: instantSchema,
  body: z.json(),
  prev: z.string(),
  h: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Lower-case hex SHA-256 of a UTF-8 text; passed in, because shared code has no crypto of its own. */
export type Sha256 = (text: string) => string;

/** The hash a fact must carry: SHA-256 of the canonical JSON of everything but `h`. */
export function hashOf(fact: Omit<Fact, 'h'>, sha256: Sha256): string {
  const { v, dev, seq, hlc, type, ent, ver, base, actor, at, body, prev } = fact;
  return sha256(canonicalJson({ v, dev, seq, hlc, type, ent, ver, base, actor, at, body, prev }));
}

/** New facts as a fold would see them once kept: for rules that need the state before it is written. Never stored. */
export function asIfKept(facts: readonly NewFact[], actor: string, at: Instant): readonly Fact[] {
  return facts.map((fact, index) => ({
    ...fact,
    v: ENVELOPE_VERSION,
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
