import { z } from 'zod';
import type { BlobFields } from '#shared/journal/blobFields.ts';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { daySchema, timeSchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { reasonSchema } from '#shared/people/profile/reasons.ts';
import { seriesSchema } from '#shared/register/series.ts';
import { comparedSchema } from './comparison.ts';
import { linkCheckSchema } from './linkCheck.ts';
import { MOST_NOTICES } from './reading/severalDays.ts';

/** SHA-256 of a blob kept beside the journal (a raw e-mail, a sender): it can be forgotten, the fact stays valid. */
export const blobSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** How a request ends without a notice (P16, P18, P21). */
export const OUTCOMES = ['duplicato', 'non necessario', 'ritirata', 'non è una richiesta'] as const;
export const outcomeSchema = z.enum(OUTCOMES);

export const MISSING = ['date', 'link', 'text'] as const;
export const missingSchema = z.enum(MISSING);

/** The data of a request that an operator confirms or changes (P11, P14, P16). */
export const requestDataSchema = z.object({
  sendDate: daySchema.nullable(),
  sendTime: timeSchema.nullable(),
  link: z.string().nullable(),
  office: z.string().nullable(),
  category: z.string().nullable(),
  reason: reasonSchema.nullable(),
});
export type RequestData = z.infer<typeof requestDataSchema>;

/** Some of the data: what one act confirmed or changed. */
export const requestDataChangeSchema = z.object({
  sendDate: z.exactOptional(requestDataSchema.shape.sendDate),
  sendTime: z.exactOptional(requestDataSchema.shape.sendTime),
  link: z.exactOptional(requestDataSchema.shape.link),
  office: z.exactOptional(requestDataSchema.shape.office),
  category: z.exactOptional(requestDataSchema.shape.category),
  reason: z.exactOptional(requestDataSchema.shape.reason),
  /** Its place in a series (P15), which only the desk knows: nobody asks for it. */
  series: z.exactOptional(seriesSchema.nullable()),
});
export type RequestDataChange = z.infer<typeof requestDataChangeSchema>;

const askedSchema = requestDataSchema.extend({ text: z.string() });
/** The days apart from each other on which one request asks for a notice (P15). */
export const severalDaysSchema = z.array(daySchema).min(2).max(MOST_NOTICES);
const spanSchema = z.tuple([z.int(), z.int()]);
const warningsSchema = z.array(z.object({ code: z.string(), message: z.string() }));

/** Why a letter of the desk to the requester, or to the head, was written (P11, P16, P21, P26). */
const LETTER_PURPOSES = ['missing', 'duplicate', 'notNeeded', 'forward'] as const;
export const letterPurposeSchema = z.enum(LETTER_PURPOSES);
export type LetterPurpose = z.infer<typeof letterPurposeSchema>;

/** What the app read in an answer of the office (P17): null where it says nothing. */
export const answerSchema = requestDataSchema
  .pick({ sendDate: true, sendTime: true, link: true })
  .extend({ text: z.string().nullable() });
export type Answer = z.infer<typeof answerSchema>;

/** Who of the office said it, how and when, where no e-mail says so (P18). */
export const toldSchema = z.object({
  by: z.string().trim().min(1).max(200),
  way: z.enum(['telefono', 'di persona', 'e-mail']),
  at: instantSchema,
});
export type Told = z.infer<typeof toldSchema>;

/** A correction the office told by word of mouth (P18): who, how and when, the data it names, and what changes in the text. */
export const correctionSchema = z.object({
  told: toldSchema.extend({ way: toldSchema.shape.way.exclude(['e-mail']) }),
  says: answerSchema.extend({ text: z.null() }),
  note: z.string().max(2_000),
});
export type Correction = z.infer<typeof correctionSchema>;

/** What can happen to an e-mail and to a request: entities `mail/<identity>` and `request/<identity>-<n>`. */
export const requestFacts = {
  'mail.received': z.object({
    /** Raw bytes, exactly as they came. */
    blob: blobSchema,
    /** Blob of what was read in it: the `ParsedMail`, so that nobody parses hostile bytes twice. */
    parsed: blobSchema,
    /** Blob `{name, address}`. */
    sender: blobSchema,
    subject: z.string(),
    kind: z.string(),
    receivedAt: instantSchema,
    references: z.array(z.string()),
    /** Requests it answers (P17). */
    answers: z.exactOptional(z.array(z.string())),
    /** The app puts it aside by itself: it went to many, or the desk's own mailbox wrote it. */
    aside: z.exactOptional(z.enum(['list', 'own'])),
  }),
  /** A person cut the e-mail (P12): all its requests from now on, in order of place. */
  'mail.cut': z.object({
    requests: z
      .array(
        z.object({
          id: z.string(),
          span: spanSchema,
          title: z.string(),
          asked: askedSchema,
          warnings: warningsSchema,
          several: z.exactOptional(severalDaysSchema),
          /** The data that stay where two requests became one, as a person chose them. */
          data: z.exactOptional(requestDataChangeSchema),
        }),
      )
      .min(1),
    /** The cut that was taken back right after, by hash (P67): it is as if it had not been made. */
    undoes: z.exactOptional(z.string()),
  }),
  /** A person said that it asks for notices, though it was not read as a request (P10): these. */
  'mail.asked': z.object({ requests: z.array(z.string()).min(1) }),
  /** A person said that it is about this request (P10). */
  'mail.joined': z.object({ request: z.string() }),
  /** A person answered it, where it is no request (P10); that was taken back before the letter left. */
  'mail.answered': z.object({ messageId: z.string(), letter: blobSchema }),
  'mail.answerUndone': z.object({ messageId: z.string() }),
  /** A person said that it is not needed (P10). */
  'mail.putAside': z.object({}),
  /** That was taken back: somebody has to look at it again. */
  'mail.broughtBack': z.object({}),
  'request.received': z.object({
    mail: z.string().nullable(),
    /** Place in the text of the e-mail (P12): UTF-16 offsets and the how-manieth of how many. */
    span: spanSchema.nullable(),
    index: z.int().positive(),
    of: z.int().positive(),
    title: z.string(),
    sender: blobSchema.nullable(),
    receivedAt: instantSchema,
    asked: askedSchema,
    warnings: warningsSchema,
    several: z.exactOptional(severalDaysSchema),
    /** Row of the register whose wrong notice this request puts right (P37). */
    corrects: z.exactOptional(z.string()),
    /** Hash of the attachment in which the app found the text asked; it stood in the e-mail where there is none. */
    textFrom: z.exactOptional(blobSchema),
  }),
  /** A person took the text of a document that came with the e-mail as the one asked (P24): hash of the file. */
  'request.textTaken': z.object({ attachment: blobSchema, text: z.string() }),
  /** The text asked is again what it was before it was taken from that document. */
  'request.textGivenBack': z.object({ attachment: blobSchema }),
  /** A person said that it asks for the same notice as this earlier one, of another e-mail (P12): it goes on there. */
  'request.joined': z.object({ into: z.string() }),
  /** The other side of it: which request came along, of which e-mail, its text, and the data that stay. */
  'request.tookIn': z.object({
    request: z.string(),
    mail: z.string().nullable(),
    receivedAt: instantSchema,
    text: z.string(),
    data: requestDataChangeSchema,
  }),
  /** They are two requests again. */
  'request.separated': z.object({}),
  'request.gaveBack': z.object({ request: z.string() }),
  /** The series it was made for was taken back right after (P67): it is as if it had not been made. */
  'request.takenBack': z.object({}),
  /** Each handing over is a round of its own: of two desks that took the same round concurrently, one keeps it. */
  'request.takenInCharge': z.object({ round: z.exactOptional(z.int().positive()) }),
  /** Who had that round gave it back: nobody has the request until somebody takes the next one (P27). */
  'request.chargeReleased': z.object({ round: z.int().positive() }),
  /** This desk won the exclusive claim of that round in the shared place. */
  'request.chargeClaimed': z.object({ round: z.int().positive() }),
  /** `settles`: the facts in conflict about the same data, by hash, between which this one decides. */
  'request.dataSet': requestDataChangeSchema.extend({ settles: z.exactOptional(z.array(z.string())) }),
  'request.linkChecked': linkCheckSchema,
  'request.compared': comparedSchema,
  /** `read`: the answers whoever forwarded it knew and had read; facts of before took them all as read (P18). */
  'request.forwarded': z.object({ hash: z.string(), read: z.exactOptional(z.array(z.string())) }),
  /** The forwarding was taken back before it left. */
  'request.forwardUndone': z.object({}),
  'request.reopened': z.object({ why: z.string() }),
  /** It waits for others (P27); `letter` is the Message-ID of the letter that asks, when one does. */
  'request.paused': z.object({
    for: z.string(),
    missing: z.array(missingSchema),
    letter: z.string().nullable(),
    /** The day on which it wakes by itself (P17); facts of before have none. */
    until: z.exactOptional(daySchema),
  }),
  /** The day it was to wake on has come (P17). */
  'request.woke': z.object({ until: daySchema }),
  'request.resumed': z.object({}),
  /** A letter about it was prepared: who it goes to and its words are in the blob. Message-IDs carry no brackets. */
  'request.letterWritten': z.object({
    purpose: letterPurposeSchema,
    messageId: z.string(),
    letter: blobSchema,
    /** It tells the office that the head did not select the notice (P30). */
    refused: z.exactOptional(z.literal(true)),
  }),
  /** That letter was taken back before it left. */
  'request.letterUndone': z.object({ messageId: z.string() }),
  /** An e-mail answers one of this request's (P17); `withdraws`: the office seems to take it back (P18). */
  'request.answered': z.object({
    mail: z.string(),
    receivedAt: instantSchema,
    says: answerSchema,
    withdraws: z.boolean(),
    /** The head's own answer to what was forwarded (P38): words for the operator, never data of the office. */
    fromHead: z.boolean(),
  }),
  /** The office corrected it by telephone or in person, and a person wrote that down: it holds the sending as an answer does (P18). */
  'request.correctionTold': correctionSchema,
  /** Somebody read these answers, and says so: nothing follows from them by itself (P18); without `mails` all there were. */
  'request.answerSeen': z.object({ mails: z.exactOptional(z.array(z.string())) }),
  /** `read`: the answers whoever closed it knew. `told`: who of the office took it back, how and when (P18). */
  'request.closed': z.object({
    outcome: outcomeSchema,
    why: z.string(),
    sameAs: z.string().nullable(),
    read: z.exactOptional(z.array(z.string())),
    told: z.exactOptional(toldSchema),
  }),
} as const;

export const requestFact = writerOf(requestFacts);

/** Where these facts name blobs. */
export const requestBlobs: BlobFields = {
  'mail.received': ['blob', 'parsed', 'sender'],
  'request.received': ['sender'],
  'request.letterWritten': ['letter'],
  'letter.sent': ['letter'],
  'letter.answerSent': ['letter'],
  'mail.answered': ['letter'],
};
