import { z } from 'zod';
import type { BlobFields } from '#shared/journal/blobFields.ts';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { routeSchema } from '#shared/people/profile/routes.ts';
import { blobSchema } from '#shared/requests/facts.ts';
import { type PageFactType, pageFacts } from './page.ts';

/** The notice a job carries: what is delivered, and what the register will want to know. */
export const queuedTextSchema = z.object({
  title: z.string(),
  text: z.string(),
  hash: z.string(),
  link: z.string().nullable(),
  office: z.string().nullable(),
  category: z.string().nullable(),
  reason: z.string().nullable(),
  requestedDate: daySchema.nullable(),
});
export type QueuedText = z.infer<typeof queuedTextSchema>;

/** What the operational group answers when it does not take a sending (P31). */
export const GROUP_ANSWERS = ['da cambiare', 'non selezionato'] as const;
export const groupAnswerSchema = z.enum(GROUP_ANSWERS);
export type GroupAnswer = z.infer<typeof groupAnswerSchema>;

/** How the program of the contractor says that a sending went. */
const OUTCOMES = ['inviato', 'inviato in parte', 'rifiutato'] as const;

/** What a receipt says, as it is kept with the sending. */
export const receiptBodySchema = z.object({
  outcome: z.enum(OUTCOMES),
  at: instantSchema,
  recipients: z.int().nonnegative().max(100_000_000).nullable(),
  /** The text really sent, when it is not the one delivered (P36). */
  text: z.string().max(65_536).nullable(),
  why: z.string().max(2_000).nullable(),
});
export type ReceiptBody = z.infer<typeof receiptBodySchema>;

/** Whom the e-mail that asks for a sending goes to (P32): facts name them so, never by address. */
export const LETTER_READERS = ['contractor', 'head', 'mayor'] as const;
const readerSchema = z.enum(LETTER_READERS);
export type LetterReader = z.infer<typeof readerSchema>;
/** Who has a copy of it. */
const copyReaderSchema = readerSchema.exclude(['contractor']);
export type CopyReader = z.infer<typeof copyReaderSchema>;

/** Where an e-mail was found of which nobody knew whether the server had taken it. */
const FOUND_PLACES = ['copy', 'report', 'answer'] as const;

/** Which e-mail of a sending a fact is about, without brackets: a former round has its own. */
const ofLetter = { messageId: z.string() };
/** What an e-mail of the contractor says of a sending (P33). */
export const toldSendingSchema = z.object({
  /** Id of the e-mail. */
  mail: z.string(),
  sentAt: instantSchema.nullable(),
  recipients: z.int().nonnegative().nullable(),
  /** The sentence it was read in. */
  words: z.string(),
  /** Of how many sendings it may speak: more than one is a choice of a person's. */
  among: z.int().positive(),
});

/** What can happen to a sending: entity `job/<request>` (P33). */
export const queueFacts = {
  /** `evenStopped`: an emergency that leaves although all sendings are stopped, because somebody chose so (P34). */
  'job.queued': z.object({
    notice: queuedTextSchema,
    plannedFor: instantSchema,
    route: routeSchema,
    evenStopped: z.exactOptional(z.literal(true)),
  }),
  /** A text approved anew takes the place of one that did not leave (P31): the next round. */
  'job.renewed': z.object({ notice: queuedTextSchema, plannedFor: instantSchema, route: routeSchema }),
  /** `withoutShare`: the shared place was away, so no other desk could know (P31 and P34 alone may do that). */
  'job.started': z.object({ desk: z.string(), withoutShare: z.exactOptional(z.literal(true)) }),
  /** A person takes over a sending that another desk began and did not finish: what it did is uncertain (P33). */
  'job.takenOver': z.object({ from: z.string().nullable(), why: z.string() }),
  /** `withoutMayor`: an emergency left by e-mail before anybody had written the mayor's address (P34). */
  'job.handedOver': z.object({ evidence: z.string(), withoutMayor: z.exactOptional(z.literal(true)) }),
  /** Somebody sent the mayor the copy that an emergency left without. */
  'job.mayorCopied': z.object({}),
  /** The e-mail to the contractor that leaves by itself: told with what became of it, so that what comes back finds it. */
  'job.lettered': z.object({ ...ofLetter, letter: blobSchema }),
  /** The server took that e-mail for the contractor (P32); `missed`: whose copy it did not take. */
  'job.mailed': z.object({
    server: z.string(),
    missed: z.exactOptional(z.array(z.object({ who: copyReaderSchema, why: z.string() }))),
    withoutMayor: z.exactOptional(z.literal(true)),
  }),
  /** It was uncertain, and the mailbox proves that the server took it: `copy` in the folder of sent mail, `report`, `answer`. */
  'job.mailFound': z.object({ ...ofLetter, where: z.enum(FOUND_PLACES) }),
  /** It came back: the contractor did not get it. */
  'job.bounced': z.object({ ...ofLetter, why: z.string() }),
  /** A copy came back. */
  'job.copyBounced': z.object({ ...ofLetter, who: copyReaderSchema, why: z.string() }),
  /** A server says that it is late and is still tried. */
  'job.letterDelayed': z.object({ ...ofLetter, who: readerSchema }),
  /** A receipt proves that it lies in these mailboxes. */
  'job.letterDelivered': z.object({ ...ofLetter, who: z.array(readerSchema).min(1) }),
  /** A copy lies in the folder of sent mail, or could not be put there: nothing of the sending depends on it. */
  'job.letterFiled': z.object({ ...ofLetter, folder: z.string() }),
  'job.letterNotFiled': z.object({ ...ofLetter, why: z.string() }),
  /** Somebody gave the head the copy that did not arrive. */
  'job.headCopied': z.object({}),
  /** A person sent the e-mail to the contractor that lay ready (P32). */
  'job.posted': z.object({}),
  'job.postUndone': z.object({}),
  'job.sent': z.object({ sentAt: instantSchema, text: z.string(), recipients: z.int().nonnegative().nullable() }),
  /** A confirmation (`fact`, by its hash) was taken back right after (P67): it is as if it had not been made. */
  'job.sentUndone': z.object({ fact: z.string() }),
  'job.partlySent': z.object({ why: z.string() }),
  'job.uncertain': z.object({ why: z.string() }),
  'job.deferred': z.object({ until: instantSchema, why: z.string() }),
  /** A person gives it another moment: the same round, which begins to wait anew. */
  'job.moved': z.object({ plannedFor: instantSchema, why: z.string().nullable() }),
  'job.held': z.object({ why: z.string() }),
  /** `answer`: the one of the operational group, when it was the group that refused. */
  'job.refused': z.object({ why: z.string(), answer: z.exactOptional(groupAnswerSchema) }),
  'job.requeued': z.object({ plannedFor: instantSchema, why: z.string() }),
  /** Two texts were approved concurrently, and the head chose this one: it takes the place of the other. */
  'job.textChosen': z.object({ text: z.string(), hash: z.string() }),
  /** It leaves in the election period that ends on `until`, and the head has not answered: it waits (P39). */
  'job.electionHeld': z.object({ until: daySchema }),
  /** An answer of its office, or of the head, came by this e-mail and nobody has read it: it waits (P18). */
  'job.answerHeld': z.object({ mail: z.string() }),
  /** What the program of the contractor said beside the delivery; a person confirms it. */
  'job.receiptRead': receiptBodySchema,
  /** An e-mail of the contractor says that it was made; a person confirms it. `among`: of how many sendings it may speak. */
  'job.sendingTold': toldSendingSchema,
  /** That e-mail spoke of another sending, which a person confirmed. */
  'job.sendingToldOfAnother': z.object({ mail: z.string() }),
  'job.cancelled': z.object({ why: z.string() }),
  /** Taken back right after it was put into the queue, before it left (P67). */
  'job.undone': z.object({ why: z.string() }),
  ...pageFacts,
} as const;

/** Where these facts name blobs. */
export const queueBlobs: BlobFields = { 'job.lettered': ['letter'] };

export const queueFact = writerOf(queueFacts);
export type QueueFactType = keyof typeof queueFacts;
/** The facts that move a sending from one state to another. */
export type QueueStep = Exclude<
  QueueFactType,
  | 'job.queued'
  | 'job.textChosen'
  | 'job.receiptRead'
  | 'job.mayorCopied'
  | 'job.headCopied'
  | 'job.lettered'
  | 'job.copyBounced'
  | 'job.letterDelayed'
  | 'job.letterDelivered'
  | 'job.letterFiled'
  | 'job.letterNotFiled'
  | 'job.electionHeld'
  | 'job.answerHeld'
  | 'job.sentUndone'
  | 'job.sendingTold'
  | 'job.sendingToldOfAnother'
  | PageFactType
>;
