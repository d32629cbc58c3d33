import { z } from 'zod';
import { headsOf } from '../journal/concurrent.ts';
import type { Fact } from '../journal/fact.ts';
import { foldFacts } from '../journal/order.ts';
import { readFact } from '../journal/vocabulary.ts';
import { instantSchema } from '../kernel/instant.ts';
import { seriesSchema } from '../register/series.ts';
import { comparisonSchema } from './comparison.ts';
import {
  answerSchema,
  blobSchema,
  letterPurposeSchema,
  missingSchema,
  outcomeSchema,
  requestDataSchema,
  requestFacts,
} from './facts.ts';
import { linkCheckSchema } from './linkCheck.ts';
import { apply, applyCut, type FactNamed, type Folded, isDecided, received } from './requestActs.ts';

/** Where a request stands: `waiting` for others, `forwarded` to the head, `closed` without a notice. */
const REQUEST_STATES = ['open', 'inCharge', 'waiting', 'forwarded', 'closed'] as const;

/** A desk that took the request in charge. */
const chargeSchema = z.object({
  person: z.string(),
  at: instantSchema,
  round: z.int().positive(),
  dev: z.string(),
  hlc: z.string(),
  /** It won the claim of its round; until then the charge is provisional where desks share a register. */
  claimed: z.boolean(),
});
export type Charge = z.infer<typeof chargeSchema>;

const conflictSchema = z.object({
  field: requestDataSchema.keyof(),
  options: z.array(z.object({ value: z.string().nullable(), by: z.string(), at: instantSchema, fact: z.string() })),
});
export type Conflict = z.infer<typeof conflictSchema>;

/** A request as its facts tell it. */
export const requestSchema = z.object({
  id: z.string(),
  state: z.enum(REQUEST_STATES),
  mail: z.string().nullable(),
  span: z.tuple([z.int(), z.int()]).nullable(),
  index: z.int(),
  of: z.int(),
  title: z.string(),
  sender: blobSchema.nullable(),
  receivedAt: instantSchema,
  /** As the office wrote it (P24: the text asked). */
  asked: requestDataSchema.extend({ text: z.string() }),
  /** As the operators confirmed or changed it. */
  data: requestDataSchema,
  /** Names of the data a person confirmed or changed. */
  confirmed: z.array(requestDataSchema.keyof()),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
  missing: z.array(missingSchema),
  /** The last look at the present link (P22); null before the first. */
  linkCheck: linkCheckSchema.nullable(),
  /** Its place in a series (P15). */
  series: seriesSchema.nullable(),
  /** What was decided of notices that resemble it (P21): one decision for each, the last one. */
  comparisons: z.array(comparisonSchema),
  inCharge: chargeSchema.nullable(),
  /** Everybody who took it, in order: `inCharge` is the one who keeps the last round. */
  charges: z.array(chargeSchema),
  /** Data that two desks set apart without knowing of each other: all they said, the one that counts last (G9). */
  conflicts: z.array(conflictSchema),
  /** What it waits for, and the Message-ID of the letter that asked for it, if one did (P27). */
  waiting: z
    .object({
      since: instantSchema,
      for: z.string(),
      missing: z.array(missingSchema),
      letter: z.string().nullable(),
    })
    .nullable(),
  /** When it waited for others: these times do not count (P27). */
  waits: z.array(z.object({ from: instantSchema, to: instantSchema })),
  /** Letters of the desk about it, oldest first. */
  letters: z.array(
    z.object({
      purpose: letterPurposeSchema,
      messageId: z.string(),
      letter: blobSchema,
      by: z.string(),
      at: instantSchema,
    }),
  ),
  /** E-mails that answered, oldest first (P17). */
  answers: z.array(
    z.object({
      mail: z.string(),
      receivedAt: instantSchema,
      says: answerSchema,
      withdraws: z.boolean(),
      fromHead: z.boolean(),
    }),
  ),
  /** The answer that came after the last act of a person: an e-mail to look at. */
  news: z.string().nullable(),
  /** The e-mail by which the office seems to take the request back (P18), until somebody decides. */
  withdrawal: z.string().nullable(),
  forwardedAt: instantSchema.nullable(),
  /** Why it came back from the head, when it did. */
  reopened: z.string().nullable(),
  /** Row of the register whose wrong notice it puts right (P37). */
  corrects: z.string().nullable(),
  closed: z.object({ outcome: outcomeSchema, why: z.string(), sameAs: z.string().nullable() }).nullable(),
});
export type Request = z.infer<typeof requestSchema>;

/**
 * The request that a set of facts tells: its own and those of its e-mail, in any order. `undefined` before it was
 * received, and when its e-mail was cut so that it is part of another one. Cuts take their place among its own facts by
 * the shared clock.
 */
export function foldRequest(id: string, facts: readonly Fact[]): Request | undefined {
  const cuts = foldFacts<readonly FactNamed<'mail.cut'>[]>(facts, [], (list, raw) => {
    const fact = raw.type === 'mail.cut' ? readFact(requestFacts, raw) : undefined;
    return fact?.type === 'mail.cut' ? [...list, fact] : list;
  });
  let seen = 0;
  const cutUntil = (folded: Folded, hlc: string | undefined): Folded => {
    let state = folded;
    for (let cut = cuts[seen]; cut && (hlc === undefined || cut.hlc < hlc); cut = cuts[seen]) {
      state = applyCut(state, cut);
      seen++;
    }
    return state;
  };
  const own = facts.filter((fact) => fact.ent === `request/${id}`);
  const folded = foldFacts<Folded | undefined>(own, undefined, (state, raw) => {
    const fact = readFact(requestFacts, raw);
    if (!fact) return state;
    if (!state) return fact.type === 'request.received' ? { request: received(id, fact), held: true } : undefined;
    const { request, held } = cutUntil(state, raw.hlc);
    const told = apply(request, fact);
    return { request: told, held: held || isDecided(told) };
  });
  const last = folded && cutUntil(folded, undefined);
  return last?.held ? { ...last.request, conflicts: [...conflictsIn(own)] } : undefined;
}

/** Data set to different values by desks that did not know of each other (G9). */
function conflictsIn(facts: readonly Fact[]): readonly Conflict[] {
  const setIn = (raw: Fact): FactNamed<'request.dataSet'>['body'] | undefined => {
    const fact = raw.type === 'request.dataSet' ? readFact(requestFacts, raw) : undefined;
    return fact?.type === 'request.dataSet' ? fact.body : undefined;
  };
  return requestDataSchema.keyof().options.flatMap((field) => {
    const heads = headsOf(
      facts,
      (fact) => field in (setIn(fact) ?? {}),
      (fact) => setIn(fact)?.settles ?? [],
    );
    const options = heads.map((fact) => ({
      value: setIn(fact)?.[field] ?? null,
      by: fact.actor,
      at: fact.at,
      fact: fact.h,
    }));
    return new Set(options.map(({ value }) => value)).size > 1 ? [{ field, options }] : [];
  });
}
