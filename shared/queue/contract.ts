import { z } from 'zod';
import { declineSchema } from '#shared/drafts/decide.ts';
import { approvalWaySchema, electionAnswersSchema } from '#shared/drafts/facts.ts';
import { type Contract, idSchema, nothing, textSchema, whySchema } from '#shared/kernel/contract.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { routeSchema } from '#shared/people/profile/routes.ts';
import { toldSchema } from '#shared/requests/facts.ts';
import { groupAnswerSchema } from './facts.ts';
import { ROUTE_LACKS } from './routeLacks.ts';
import { POST_WORDS, toPostSchema } from './toPost.ts';
import { jobRowSchema, openElectionSchema } from './views.ts';

/** When it leaves, where a person chose (P5); without it the moment wanted, within the hours of service. */
const atSchema = z.exactOptional(instantSchema);

/** The head's answers, where the notice leaves in an election period (P39). */
const answersSchema = z.exactOptional(electionAnswersSchema);

/** How the head decided away from the app (P38). */
const elsewhereSchema = z.object({
  how: approvalWaySchema.exclude(['app']),
  /** When the head decided. */
  when: instantSchema,
  note: whySchema,
});

/** What the head decided: an approval, of the text as it was forwarded or as she changed it, or another decision (P30). */
const heardDecisionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('approved'),
    text: z.exactOptional(textSchema),
    /** Why each failed line of the checklist of a changed text goes on all the same (P25). */
    reasons: z.exactOptional(z.record(z.string(), whySchema)),
    at: atSchema,
    answers: answersSchema,
  }),
  ...declineSchema.options,
]);

/** Calls about sendings: what puts a notice into the queue, and what becomes of it (P30–P38). */
export const queueContract = {
  'queue.approve': {
    input: idSchema.extend({
      seen: z.string(),
      text: textSchema,
      route: routeSchema.nullable(),
      at: atSchema,
      /** Why each failed line of the checklist of a changed text goes on all the same (P25, P30). */
      reasons: z.exactOptional(z.record(z.string(), whySchema)),
      answers: answersSchema,
    }),
    output: z.object({ plannedFor: instantSchema }),
  },
  /** An operator writes down what the head decided away from the app (P38); what is approved goes its normal way. */
  'queue.decideElsewhere': {
    input: idSchema.extend({
      ...elsewhereSchema.shape,
      decision: heardDecisionSchema,
      /** The e-mails whose words were read with it: of an unread one no decision may be written down. */
      read: z.exactOptional(z.array(z.string())),
    }),
    /** When it leaves; null when it was not approved. */
    output: z.object({ plannedFor: instantSchema.nullable() }),
  },
  'queue.release': {
    input: idSchema.extend({ text: textSchema, reasons: z.record(z.string(), whySchema), why: whySchema }),
    output: z.object({ plannedFor: instantSchema }),
  },
  'queue.regularise': { input: idSchema.extend({ note: whySchema }), output: nothing },
  'queue.askGroup': {
    input: idSchema,
    /** The text to copy, and the address of WhatsApp's chat picker unless the text is too long for it (P31). */
    output: z.object({ text: z.string(), picker: z.string().nullable() }),
  },
  'queue.confirmAsked': { input: idSchema, output: nothing },
  'queue.emergency': {
    input: z.object({
      title: z.string().max(200),
      text: textSchema,
      link: z.string().max(2_000).nullable(),
      authoriser: z.string().max(200),
      why: whySchema,
      route: routeSchema,
      /** It leaves although all sendings are stopped. */
      evenStopped: z.exactOptional(z.literal(true)),
      /** It leaves at once, without the seconds in which it could be taken back (P67). */
      atOnce: z.exactOptional(z.literal(true)),
    }),
    output: idSchema,
  },
  /** What each way out lacks in this town and on this desk (P31–P34): named before it is chosen. */
  'queue.routes': {
    reads: ['people', 'service', 'share'],
    input: nothing,
    output: z.array(
      z.object({
        route: routeSchema,
        lacks: z.array(z.enum(ROUTE_LACKS)),
        /** The other desk its notices leave from, where they do not leave from this one. */
        servedBy: z.string().nullable(),
      }),
    ),
  },
  /** Somebody sent the mayor the copy that an emergency left without (P34). */
  'queue.mayorCopied': { input: idSchema, output: nothing },
  /** Looks in the mailbox for an e-mail of which nobody knows whether it left (P33): what it found, if anything. */
  'queue.searchLetter': {
    input: idSchema,
    output: z.object({ found: z.enum(['copy', 'report', 'answer']).nullable(), isSettled: z.boolean() }),
  },
  'queue.headCopied': { input: idSchema, output: nothing },
  /** What is not settled, and what was on a day: today when none is given. */
  'queue.list': {
    reads: ['queue', 'drafts', 'requests', 'people', 'share'],
    input: z.object({ day: z.exactOptional(daySchema) }),
    output: z.array(jobRowSchema),
  },
  /** The e-mails that were written and wait for a person to send them (P32, P66), the oldest first. */
  'queue.toPost': {
    reads: ['requests', 'drafts', 'queue', 'people', 'share', 'service'],
    input: nothing,
    output: z.array(toPostSchema),
  },
  /** Opens one as a draft in the mail program; not in the invented town (P64). */
  'queue.openLetter': { input: idSchema, output: z.object({ opened: z.boolean() }) },
  /** A person sent it, or it is not needed any more; both can be taken back. */
  'queue.sayOfLetter': { input: idSchema.extend({ word: z.enum(POST_WORDS) }), output: nothing },
  /** Lets one leave again that left badly, from the desk that wrote it: to those it did not reach (P33). */
  'queue.resendLetter': { input: idSchema, output: nothing },
  'queue.confirmSent': {
    input: idSchema.extend({
      text: textSchema.nullable(),
      recipients: z.int().nonnegative().nullable(),
      /** When it was sent; null = now. */
      sentAt: instantSchema.nullable(),
    }),
    output: z.object({ number: z.string() }),
  },
  /** Every sending that has not left stops on every desk, until somebody resumes (P33). */
  'queue.stop': { input: z.object({ why: whySchema }), output: nothing },
  'queue.resume': { input: nothing, output: nothing },
  /** Another moment for a sending that has not left (P33). */
  'queue.move': { input: idSchema.extend({ plannedFor: instantSchema, why: whySchema.nullable() }), output: nothing },
  'queue.undoMove': { input: idSchema, output: nothing },
  'queue.requeue': { input: idSchema.extend({ why: whySchema }), output: nothing },
  /** The head, or who has it from her, confirms an approval that came from where she is not bound (P6, P38). */
  'queue.confirmApproval': {
    input: idSchema.extend({ how: approvalWaySchema, note: z.string().max(500) }),
    output: nothing,
  },
  /** The office takes its request back (P18), with its text and its sending; `told` where it said so in words. */
  'queue.withdraw': { input: idSchema.extend({ why: whySchema, told: z.exactOptional(toldSchema) }), output: nothing },
  /**
   * What an unread answer of the office says, written or told, becomes the data of its request (P17, P18); a text on its way
   * goes back to who writes it. `mail` is the answer's id among those of the request.
   */
  'queue.takeOverAnswer': { input: idSchema.extend({ mail: z.string().min(1).max(300) }), output: nothing },
  /** Takes back the last decision on a text, with its sending: within 10 seconds, at this desk (P67). `id` is its request. */
  'queue.undo': { input: idSchema, output: nothing },
  /** Takes back within ten seconds that a notice was sent, with its row of the register (P67). */
  'queue.undoSent': { input: idSchema, output: nothing },
  'queue.cancel': { input: idSchema.extend({ why: whySchema }), output: nothing },
  /** A person looked at the page of the news, as it was `since` it changed or went, and the notice goes on (P22). */
  'queue.confirmPage': { input: idSchema.extend({ since: instantSchema }), output: nothing },
  /** The same text is asked of the head again, out of the queue until then (P22). */
  'queue.askHeadAgain': { input: idSchema.extend({ why: whySchema }), output: z.object({ to: z.string() }) },
  /** The text goes back to who writes it, and needs its approval again (P31). */
  'queue.sendBack': { input: idSchema.extend({ why: whySchema }), output: nothing },
  /** The group or the contractor does not send it, with the reason (P31). */
  'queue.refused': {
    input: idSchema.extend({ why: whySchema, answer: groupAnswerSchema.nullable() }),
    output: nothing,
  },
  /** The notices whose two answers the head owes in an election period (P39). */
  'queue.elections': {
    reads: ['queue', 'drafts', 'people'],
    input: nothing,
    output: z.array(openElectionSchema),
  },
  /** The head answers for one of them, or an operator writes down what the head said. */
  'queue.answerElection': {
    input: idSchema.extend({ answers: electionAnswersSchema, elsewhere: z.exactOptional(elsewhereSchema) }),
    output: nothing,
  },
  /** It reached only a part of the citizens (P33). */
  'queue.partlySent': { input: idSchema.extend({ why: whySchema }), output: nothing },
  /** Another desk began the sending and is gone: what it did is uncertain (P33). */
  'queue.takeOver': { input: idSchema.extend({ why: whySchema }), output: nothing },
} as const satisfies Contract;
