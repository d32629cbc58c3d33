import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { attachmentSchema } from '#shared/requests/reading/attachment.ts';
import { calendarEventSchema } from '#shared/text/readDocument.ts';
import { decisionSchema } from './decision.ts';
import { answerSchema, letterPurposeSchema } from './facts.ts';
import { LETTER_STATES } from './letterFacts.ts';
import { pictureSchema } from './picture.ts';
import { headReadingSchema } from './reading/headWords.ts';
import { requestSchema } from './request.ts';

const shown = z.object({
  senderName: z.string().nullable(),
  inChargeName: z.string().nullable(),
  urgent: z.boolean(),
  /** When it must have been forwarded (P5). */
  due: instantSchema,
  /** An e-mail about it lies ready, and a person has still to send it (P66). */
  hasToPost: z.boolean(),
  /** What became of its text, once somebody decided (P30); null before, and where it never left the desk. */
  decision: decisionSchema.nullable(),
});

/** A whole request with what is told beside it; it may stand wherever a row may. */
export const requestViewSchema = requestSchema.extend(shown.shape);
export type RequestView = z.infer<typeof requestViewSchema>;

const { asked, warnings, inCharge, conflicts, waiting, closed } = requestSchema.shape;
/** A request as a list shows it: no more than a row says and is sorted by, and the text that was asked. */
export const requestRowSchema = requestSchema
  .pick({
    id: true,
    state: true,
    index: true,
    of: true,
    title: true,
    receivedAt: true,
    data: true,
    missing: true,
    reopened: true,
    forwardedAt: true,
    /** The answers nobody has read (P18). */
    unread: true,
  })
  .extend({
    asked: asked.pick({ text: true }),
    warnings: z.array(warnings.element.pick({ code: true })),
    inCharge: inCharge.unwrap().pick({ person: true }).nullable(),
    conflicts: z.array(conflicts.element.pick({ field: true })),
    waiting: waiting.unwrap().pick({ since: true, for: true, until: true }).nullable(),
    closed: closed.unwrap().pick({ outcome: true }).nullable(),
    /** The earlier request it goes on with (P12). */
    joinedInto: requestSchema.shape.joinedInto,
    ...shown.shape,
  });
export type RequestRow = z.infer<typeof requestRowSchema>;

/** Which rows of a list: `text` are words in any order, accents and capitals not counted; they may begin inside a word. */
export const wantedSchema = z.object({ text: z.string().max(1000), limit: z.int().min(1).max(100_000) });
/** The rows in work a screen asks for at first. */
export const FIRST_IN_WORK: z.infer<typeof wantedSchema> = { text: '', limit: 100 };

const count = z.int().nonnegative();
/**
 * Requests somebody has still to do with: the first `limit` to be done, those due first before the others and those in
 * charge of somebody else last, then the first `limit` that wait for the head or for others, the longest first.
 */
export const inWorkSchema = z.object({
  rows: z.array(requestRowSchema),
  /** How many to be done hold the words looked for, and how many there are. */
  toDo: z.object({ found: count, total: count }),
  /** The same for those that wait. */
  waiting: z.object({ found: count, total: count }),
});
export type InWork = z.infer<typeof inWorkSchema>;

/** Requests nobody has anything to do with any more, the last decided first: as many as were asked for. */
export const decidedSchema = z.object({
  rows: z.array(requestRowSchema),
  /** How many hold the words looked for; with the rows these are all where they are as many. */
  found: count,
  /** How many there are. */
  total: count,
});
export type Decided = z.infer<typeof decidedSchema>;

/** A request beside others of its e-mail (P12). */
const siblingSchema = requestSchema.pick({
  id: true,
  index: true,
  title: true,
  state: true,
  span: true,
  data: true,
  missing: true,
  inCharge: true,
  closed: true,
  joinedInto: true,
});
export type Sibling = z.infer<typeof siblingSchema>;

/** An e-mail about a request: the one that asks, an answer to it, or a letter of the desk. */
export const requestMailSchema = z.object({
  /** Id of an e-mail that arrived, Message-ID of a letter. */
  id: z.string(),
  kind: z.enum(['asks', 'answers', 'letter']),
  /** When it was written; of one that arrived, the moment it counts from. */
  at: instantSchema,
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Null when its words were forgotten. */
  text: z.string().nullable(),
  attachments: z.array(attachmentSchema),
  /** What the app read in an answer: proposed, for a person to confirm (P17). */
  says: answerSchema.nullable(),
  /** The office seems to take the request back (P18). */
  withdraws: z.boolean(),
  /** The head's answer to what was forwarded (P38). */
  fromHead: z.boolean(),
  /** What the head's own words decide, as far as the app reads them (P38): only from an address of a head, never applied. */
  decides: z.exactOptional(headReadingSchema),
  /** No e-mail: the office told it so, and who wrote that down when (P18). */
  told: z.exactOptional(z.object({ way: z.enum(['telefono', 'di persona']), by: z.string(), at: instantSchema })),
  /**
   * Of a letter: why it was written, the effect by which it can be taken back, how it stands (`leaving`: not yet written,
   * it may be taken back), who said so and when, what holds it back.
   */
  letter: z
    .object({
      purpose: letterPurposeSchema,
      effect: z.string(),
      state: z.enum(['leaving', ...LETTER_STATES]),
      by: z.string().nullable(),
      at: instantSchema.nullable(),
      /** The server that took it; why it did not, or who did not get it. */
      server: z.string().nullable(),
      why: z.string().nullable(),
      obstacle: problemSchema.nullable(),
    })
    .nullable(),
});
export type RequestMail = z.infer<typeof requestMailSchema>;

/** A request as its screen shows it: with its e-mail, the other requests of it, and the text being written. */
export const requestDetailSchema = requestViewSchema.extend({
  mailSubject: z.string().nullable(),
  mailText: z.string().nullable(),
  senderAddress: z.string().nullable(),
  /** Of one who asked by telephone or at the desk. */
  senderPhone: z.string().nullable(),
  /** Every e-mail about it, oldest first (P17). */
  mails: z.array(requestMailSchema),
  /** The requests of other e-mails that go on with this one (P12): who asked them stays named. */
  alsoAsked: z.exactOptional(
    z.array(z.object({ id: z.string(), title: z.string(), by: z.string().nullable(), office: z.string().nullable() })),
  ),
  /** E-mails of who asked it that only ask how it is going, and nobody joined yet (R41). */
  reminders: z.exactOptional(z.array(z.object({ mail: z.string(), subject: z.string(), at: instantSchema }))),
  /** The receiving server, or the operator of a PEC, proved that the e-mail comes from the address it names (P13). */
  senderProved: z.exactOptional(z.literal(true)),
  /** Title of the earlier request it goes on with. */
  joinedTo: z.exactOptional(z.string()),
  /** Every request of its e-mail in order of place, itself too; none where it came by no e-mail. */
  siblings: z.array(siblingSchema),
  /** The text as the operator left it; the one asked until somebody writes. */
  text: z.string(),
  savedAt: instantSchema.nullable(),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;

/** The pictures that came inside an e-mail and may be shown, in its order, with those that are too big for it. */
export const mailPicturesSchema = z.object({
  pictures: z.array(pictureSchema.extend({ id: z.string(), name: z.string(), base64: z.string() })),
  tooBig: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type MailPictures = z.infer<typeof mailPicturesSchema>;

/** The documents that came with an e-mail and whose words are read, in its order. */
export const mailDocumentsSchema = z.object({
  documents: z.array(
    z.object({
      /** Hash of the file. */
      id: z.string(),
      name: z.string(),
      /** The text it proposes; null where nothing was read. */
      text: z.string().nullable(),
      /** Its end is missing: it is too long for a notice. */
      isCut: z.boolean(),
      /** The appointment, where it is one. */
      event: calendarEventSchema.nullable(),
      /** Why nothing was read. */
      problem: problemSchema.nullable(),
    }),
  ),
  /** How many more were not looked into. */
  more: z.int().nonnegative(),
});
export type MailDocuments = z.infer<typeof mailDocumentsSchema>;

/** The picture of the card of a request's news item; null where there is none that may be shown. */
export const cardPictureSchema = z.object({ picture: pictureSchema.extend({ base64: z.string() }).nullable() });
export type CardPicture = z.infer<typeof cardPictureSchema>;
