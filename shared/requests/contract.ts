import { z } from 'zod';
import { type Contract, idSchema, nothing, offsetSchema, textSchema, whySchema } from '#shared/kernel/contract.ts';
import { daySchema, timeSchema } from '#shared/kernel/day.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { mailAccessSchema } from '#shared/people/profile/mailAccess.ts';
import { seriesSchema } from '#shared/register/series.ts';
import { accessViewSchema } from './accessView.ts';
import { bringingSchema, broughtSchema } from './bringing.ts';
import { ANSWERS } from './citizenReply.ts';
import { comparisonVerdictSchema, similarSchema } from './comparison.ts';
import { correctionSchema, outcomeSchema, requestDataChangeSchema, requestDataSchema } from './facts.ts';
import { linkCheckSchema } from './linkCheck.ts';
import { connectingSchema, mailboxAccountSchema, mailboxWantedSchema } from './mailboxAccount.ts';
import { foldersWantedSchema, mailFolderSchema } from './mailFolders.ts';
import { otherMailDetailSchema, otherMailsSchema } from './otherMail.ts';
import { MOST_NOTICES } from './reading/severalDays.ts';
import { sendingTriedSchema, sendingViewSchema, sendingWantedSchema } from './sendingTrial.ts';
import { knownSeriesSchema } from './series.ts';
import { requesterSchema } from './typed.ts';
import { unreadMailsSchema } from './unread.ts';
import {
  cardPictureSchema,
  decidedSchema,
  inWorkSchema,
  mailDocumentsSchema,
  mailPicturesSchema,
  requestDetailSchema,
  requestRowSchema,
  wantedSchema,
} from './views.ts';

/** The day on which a pause ends by itself (P17); without it the next working day, after a letter the second. */
const untilSchema = z.exactOptional(daySchema);
/** What came of reading the mailbox. */
const readingSchema = z.object({
  read: z.int(),
  added: z.int(),
  /** E-mails that could not be read; everything else went on. */
  problems: z.array(z.object({ name: z.string(), problem: problemSchema })),
  /** How many were left for another time, when somebody stopped the reading. */
  left: z.exactOptional(z.int().positive()),
});

/** Calls about what the offices ask for, from the e-mail to the text (P10–P26). */
export const requestsContract = {
  'requests.checkMailbox': { input: nothing, output: readingSchema },
  /** E-mails a person drops on the window or chooses, through the same door as those of the mailbox (P10). */
  'requests.bringMails': { input: bringingSchema, output: broughtSchema },
  /** The mailbox on a mail server, as this desk knows it; passwords are never told (P10). */
  'requests.mailbox': { reads: ['people', 'service'], input: nothing, output: mailboxAccountSchema },
  /** Tries an account step by step; what works is kept, and read from then on (P66). */
  'requests.connectMailbox': { input: mailboxWantedSchema, output: connectingSchema },
  /** The folders of an account as it is typed, to choose from. */
  'requests.mailFolders': { input: foldersWantedSchema, output: z.object({ folders: z.array(mailFolderSchema) }) },
  /** This desk reads the mailbox no more and forgets its password. */
  'requests.disconnectMailbox': { input: nothing, output: nothing },
  /** The access to the post in place of a password, as this desk knows it; what was given is never told. */
  'requests.access': { reads: ['people', 'service'], input: nothing, output: accessViewSchema },
  /** Asks for an access: answers once there is a code to type, or the page is open in the browser. */
  'requests.beginAccess': { input: mailAccessSchema, output: nothing },
  /** Gives up what was begun; what was given before stays. */
  'requests.stopAccess': { input: nothing, output: nothing },
  /** Opens the page on which the code is typed. */
  'requests.openAccessPage': { input: nothing, output: nothing },
  /** The way letters leave by themselves, as this desk knows it; passwords are never told (P26). */
  'requests.sending': { reads: ['people', 'service'], input: nothing, output: sendingViewSchema },
  /** Tries an account up to a letter to oneself; what works is kept, and used from then on (P66). */
  'requests.connectSending': { input: sendingWantedSchema, output: sendingTriedSchema },
  /** A person sends the letters again, and the password is forgotten here. */
  'requests.disconnectSending': { input: nothing, output: nothing },
  /** Stops the reading of the mailbox after the e-mail at hand: the others stay to be read. */
  'requests.stopReading': { input: nothing, output: nothing },
  /** The e-mails this desk could not read, until they are. */
  'requests.unread': { reads: ['requests', 'people'], input: nothing, output: unreadMailsSchema },
  /** Tries one of them now, or, with null, all of them and what is new. */
  'requests.readAgain': { input: z.object({ id: z.int().nullable() }), output: readingSchema },
  /** A person says that one of them is not needed, or is after all. */
  'requests.putUnreadAway': { input: z.object({ id: z.int(), away: z.boolean() }), output: nothing },
  /** The e-mails that were read and are no request: to be looked at, put aside, decided (P10). */
  'requests.others': { reads: ['requests', 'people'], input: nothing, output: otherMailsSchema },
  'requests.otherMail': { reads: ['requests', 'people'], input: idSchema, output: otherMailDetailSchema },
  /** A person says that one of them asks for notices; gives the first of its requests. */
  'requests.makeRequest': { input: idSchema, output: z.object({ request: z.string() }) },
  /** A person says that one of them is about a request: it becomes an answer to read. */
  'requests.joinMail': { input: idSchema.extend({ request: z.string() }), output: nothing },
  /** A person says that one of them is not needed, or is after all. */
  'requests.putMailAside': { input: idSchema.extend({ aside: z.boolean() }), output: nothing },
  /** The ready answer to one of them, with what the profile lacks for it (P10). */
  'requests.answerDraft': {
    reads: ['requests', 'people'],
    input: idSchema.extend({ kind: z.enum(ANSWERS) }),
    output: z.object({ to: z.string(), subject: z.string(), text: z.string(), lacks: z.array(z.string()) }),
  },
  /** Writes the answer, which leaves after the seconds of undo; `to` is the name of who gets it. */
  'requests.answerMail': {
    input: idSchema.extend({ text: textSchema }),
    output: z.object({ to: z.string() }),
  },
  /** Takes the answer back before it leaves (P67). */
  'requests.undoAnswer': { input: idSchema, output: nothing },
  'requests.saveUnread': {
    input: z.object({ id: z.int() }),
    /** Null when the window was closed without a choice. */
    output: z.object({ fileName: z.string().nullable() }),
  },
  /** The requests somebody has still to do with; the others are asked for by `requests.decided`. */
  'requests.list': { reads: ['requests', 'drafts', 'queue', 'people'], input: wantedSchema, output: inWorkSchema },
  'requests.decided': {
    reads: ['requests', 'drafts', 'queue', 'people'],
    input: wantedSchema,
    output: decidedSchema,
  },
  /** The requests with an answer nobody has read, also those that were decided or sent (P18). */
  'requests.unreadAnswers': {
    reads: ['requests', 'drafts', 'queue', 'people'],
    input: nothing,
    output: z.array(requestRowSchema),
  },
  'requests.get': {
    reads: ['requests', 'drafts', 'queue', 'writing', 'people'],
    input: idSchema,
    output: requestDetailSchema,
  },
  'requests.pictures': {
    reads: ['requests'],
    input: z.object({ mail: z.string().min(1).max(300) }),
    output: mailPicturesSchema,
  },
  /** What the documents that came with an e-mail hold (P11): words, an appointment, or why nothing was read. */
  'requests.documents': {
    // An e-mail never changes.
    reads: [],
    input: z.object({ mail: z.string().min(1).max(300) }),
    output: mailDocumentsSchema,
  },
  /** The text of one of them becomes the one that is asked (P24). */
  'requests.takeText': { input: idSchema.extend({ attachment: z.string().regex(/^[0-9a-f]{64}$/) }), output: nothing },
  /** Takes that back, also where the app itself proposed the text. */
  'requests.giveTextBack': { input: idSchema, output: nothing },
  'requests.saveAttachment': {
    input: z.object({ mail: z.string().min(1).max(300), attachment: z.string().regex(/^[0-9a-f]{64}$/) }),
    /** Null when the window was closed without a choice. */
    output: z.object({ fileName: z.string().nullable() }),
  },
  /** Which request is open on this screen, shown to the other desks; null = none. */
  'requests.viewing': { input: z.object({ id: idSchema.shape.id.nullable() }), output: nothing },
  'requests.takeCharge': { input: idSchema, output: nothing },
  /** Gives it back: nobody has the request any more (P27). */
  'requests.releaseCharge': { input: idSchema, output: nothing },
  'requests.setData': { input: idSchema.extend({ data: requestDataChangeSchema }), output: nothing },
  'requests.checkLink': { input: idSchema, output: linkCheckSchema },
  /** Fetches the picture of the card the last look at the link found, from the institutional site only (P22). */
  'requests.cardPicture': { input: idSchema, output: cardPictureSchema },
  'requests.write': {
    input: z.object({
      title: z.string().max(200),
      text: textSchema,
      data: requestDataSchema,
      /** Row of the register whose wrong notice the new one puts right (P37). */
      corrects: z.string().nullable(),
      /** Who asks (P10, P13): by telephone, at the desk. */
      requester: z.exactOptional(requesterSchema),
    }),
    output: idSchema,
  },
  /** At a place of the e-mail's text, or around a selection of it: UTF-16 offsets (P12). Answers with the new request. */
  'requests.split': {
    input: idSchema.extend({ at: z.union([offsetSchema, z.tuple([offsetSchema, offsetSchema])]) }),
    output: idSchema,
  },
  /**
   * Of the same e-mail or of another one; `data`: those that stay, as a person chose them. Answers with the request that goes
   * on, and with the one that leads to it now, where they are of different e-mails.
   */
  'requests.join': {
    input: idSchema.extend({
      with: idSchema.shape.id,
      data: z.exactOptional(requestDataChangeSchema.omit({ series: true })),
    }),
    output: idSchema.extend({ joined: z.exactOptional(z.string()) }),
  },
  /** Two requests of different e-mails are two again (P12); answers with the one that goes on by itself. */
  'requests.separate': { input: idSchema, output: idSchema },
  /** One request with several dates becomes a series (P15); answers with all its requests, the first one first. */
  'requests.makeSeries': {
    input: idSchema.extend({
      name: seriesSchema.shape.name,
      days: z.array(daySchema).min(1).max(MOST_NOTICES),
      time: timeSchema.nullable(),
    }),
    output: z.object({ ids: z.array(z.string()) }),
  },
  /** Takes a series back within ten seconds (P67). */
  'requests.undoSeries': { input: idSchema, output: nothing },
  /** Takes back within ten seconds that the e-mail of a request was cut (P67). Answers with the request that is there then. */
  'requests.undoCut': { input: idSchema, output: idSchema },
  /** With the text as it stands now; the notices it resembles, best first, at most five (P21). */
  'requests.similar': {
    reads: ['requests', 'drafts', 'queue', 'register'],
    input: idSchema.extend({ text: textSchema }),
    output: similarSchema,
  },
  /** A double closes the request, a reminder needs the series (P15), a different one its reason. */
  'requests.compare': {
    input: idSchema.extend({
      with: idSchema.shape.id,
      verdict: comparisonVerdictSchema,
      why: whySchema,
      series: seriesSchema.nullable(),
      /** Also tell the office of a double by a letter (P21). */
      letter: z.exactOptional(z.boolean()),
    }),
    /** The letter, to be taken back with `drafts.undo`. */
    output: z.object({ effect: z.string().nullable() }),
  },
  'requests.series': {
    reads: ['requests', 'drafts', 'queue', 'register'],
    input: nothing,
    output: z.array(knownSeriesSchema),
  },
  'requests.close': {
    input: idSchema.extend({
      /** Without «ritirata»: that takes the sending back too, and is `queue.withdraw`. */
      outcome: outcomeSchema.exclude(['ritirata']),
      why: whySchema,
      sameAs: z.string().nullable(),
      /** Also tell the office by a letter (P21, P26): for «duplicato» and «non necessario». */
      letter: z.exactOptional(z.boolean()),
    }),
    /** The letter, to be taken back with `drafts.undo`. */
    output: z.object({ effect: z.string().nullable() }),
  },
  /** The ready letter that asks for what is missing (P17); its text is empty when nothing is. */
  'requests.askDraft': {
    reads: ['requests', 'people'],
    input: idSchema,
    output: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  },
  'requests.ask': {
    /** Null = the ready words. */
    input: idSchema.extend({ text: textSchema.nullable(), until: untilSchema }),
    /** Name of who is asked, and the letter, to be taken back with `drafts.undo`. */
    output: z.object({ to: z.string(), effect: z.string() }),
  },
  /** The letter that tells the office that its notice was not selected, with the reason (P30). */
  'requests.refusalDraft': {
    reads: ['requests', 'drafts', 'people'],
    input: idSchema,
    output: z.object({ to: z.string(), subject: z.string(), text: z.string() }),
  },
  'requests.tellRefusal': {
    input: idSchema.extend({ text: textSchema }),
    output: z.object({ to: z.string(), effect: z.string() }),
  },
  'requests.pause': { input: idSchema.extend({ for: whySchema, until: untilSchema }), output: nothing },
  'requests.resume': { input: idSchema, output: nothing },
  /** A person read these answers; all there are when not given (P18). */
  'requests.seeAnswer': { input: idSchema.extend({ mails: z.exactOptional(z.array(z.string())) }), output: nothing },
  /** What the office corrected by telephone or in person (P18): it holds the sending until it is taken over or put aside. */
  'requests.tellCorrection': { input: idSchema.extend(correctionSchema.shape), output: nothing },
  'requests.reopen': { input: idSchema.extend({ why: whySchema }), output: nothing },
} as const satisfies Contract;
