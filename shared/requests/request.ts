import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { seriesSchema } from '#shared/register/series.ts';
import { comparisonSchema } from './comparison.ts';
import {
  answerSchema,
  blobSchema,
  correctionSchema,
  letterPurposeSchema,
  missingSchema,
  outcomeSchema,
  requestDataChangeSchema,
  requestDataSchema,
  severalDaysSchema,
  toldSchema,
} from './facts.ts';
import { linkCheckSchema } from './linkCheck.ts';

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
  /** Given back: the round is over, and nobody has it. */
  released: z.boolean(),
});
export type Charge = z.infer<typeof chargeSchema>;

/** The round that the next taking of charge has: each is used once, also after it was given back. */
export const nextRound = ({ charges }: { readonly charges: readonly Charge[] }): number =>
  Math.max(0, ...charges.map(({ round }) => round)) + 1;

const conflictSchema = z.object({
  field: requestDataSchema.keyof(),
  options: z.array(z.object({ value: z.string().nullable(), by: z.string(), at: instantSchema, fact: z.string() })),
});
export type Conflict = z.infer<typeof conflictSchema>;

/**
 * An answer nobody has read: which e-mail, when it came, whether it is the head's, and whether it seems to take the request
 * back; `told`: no e-mail says so, the office told it that way.
 */
export const unreadAnswerSchema = z.object({
  mail: z.string(),
  at: instantSchema,
  fromHead: z.boolean(),
  withdraws: z.boolean(),
  told: z.exactOptional(correctionSchema.shape.told.shape.way),
});
export type UnreadAnswer = z.infer<typeof unreadAnswerSchema>;

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
  /** The document the text asked was found in, who took it from there (null: the app proposed it) and what it was before. */
  askedFrom: z
    .object({ attachment: z.string(), by: z.string().nullable(), at: instantSchema, before: z.string() })
    .nullable(),
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
  /** The days apart from each other on which it asks for a notice, two at least (P15). */
  several: z.exactOptional(severalDaysSchema),
  /** The earlier request it goes on with (P12). */
  joinedInto: z.exactOptional(z.string()),
  /** What came along from others, with the data and the text as they were before. */
  tookIn: z.exactOptional(
    z.array(
      z.object({
        request: z.string(),
        data: requestDataChangeSchema,
        before: z.object({ data: requestDataSchema, confirmed: z.array(requestDataSchema.keyof()), text: z.string() }),
      }),
    ),
  ),
  /** What was decided of notices that resemble it (P21): one decision for each, the last one. */
  comparisons: z.array(comparisonSchema),
  inCharge: chargeSchema.nullable(),
  /** Everybody who took it, in order: `inCharge` is the one who keeps the last round. */
  charges: z.array(chargeSchema),
  /** Data set to different values by concurrent facts: all the values, the one that counts last (G9). */
  conflicts: z.array(conflictSchema),
  /** What it waits for, and the Message-ID of the letter that asked for it, if one did (P27). */
  waiting: z
    .object({
      since: instantSchema,
      for: z.string(),
      missing: z.array(missingSchema),
      letter: z.string().nullable(),
      /** The day on which it wakes by itself (P17); null where nobody said. */
      until: daySchema.nullable(),
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
      refused: z.exactOptional(z.literal(true)),
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
      /** Told by word of mouth, with what changes in the text, and by whom it was written down when (P18). */
      told: z.exactOptional(
        correctionSchema.pick({ told: true, note: true }).extend({ by: z.string(), recordedAt: instantSchema }),
      ),
    }),
  ),
  /** The answers nobody has said to have read, oldest first: they hold the sending (P18). */
  unread: z.array(unreadAnswerSchema),
  forwardedAt: instantSchema.nullable(),
  /** Why it came back from the head, when it did. */
  reopened: z.string().nullable(),
  /** Row of the register whose wrong notice it puts right (P37). */
  corrects: z.string().nullable(),
  closed: z
    .object({
      outcome: outcomeSchema,
      why: z.string(),
      sameAs: z.string().nullable(),
      /** Who of the office took it back, how and when, where a person wrote that down (P18). */
      told: z.exactOptional(toldSchema),
    })
    .nullable(),
});
export type Request = z.infer<typeof requestSchema>;
