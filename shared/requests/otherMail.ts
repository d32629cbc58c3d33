import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { LETTER_STATES } from './letterFacts.ts';
import { attachmentSchema } from './reading/attachment.ts';
import { CITIZEN_WISHES } from './reading/citizen.ts';
import { mailAddressSchema } from './reading/mail.ts';
import { requestSchema } from './request.ts';

/** What a person decided of an e-mail that was no request: it is one, it goes with one, it is not needed, it was answered (P10). */
export const placementSchema = z.object({
  what: z.enum(['request', 'answer', 'aside', 'answered']),
  by: z.string(),
  at: instantSchema,
});
export type Placement = z.infer<typeof placementSchema>;

/** Why an e-mail that was read is neither a request nor an answer to one. */
export const NO_REQUEST_REASONS = {
  reminder: 'sollecito senza riferimento',
  citizen: 'domanda di un cittadino',
  doubt: 'non sembra una richiesta',
  reply: 'risposta senza richiesta',
  stranger: 'da fuori dal Comune',
  automatic: 'risposta automatica',
  receipt: 'ricevuta di posta certificata',
  report: 'avviso del server su una e-mail che l’app non ha spedito',
  list: 'newsletter o lista',
  own: 'copia di una lettera nostra',
} as const;
export type NoRequestReason = keyof typeof NO_REQUEST_REASONS;

/** What the app puts aside by itself: nobody has to look at it. */
const BY_ITSELF: readonly NoRequestReason[] = ['automatic', 'receipt', 'report', 'list', 'own'];
export const isPutAsideByApp = (reason: NoRequestReason): boolean => BY_ITSELF.includes(reason);

export interface NoRequestFacts {
  /** As it was read (`mail.received`). */
  readonly kind: string;
  readonly isBulk: boolean;
  /** It reports what became of a letter. */
  readonly isReport: boolean;
  readonly isOfTown: boolean;
  /** The desk's own mailbox wrote it. */
  readonly isOwn: boolean;
  /** It only asks what became of a request. */
  readonly isReminder: boolean;
  /** It is about the service itself: subscribing, leaving, messages that do not come. */
  readonly isCitizen: boolean;
}

/** The reason of an e-mail without a request. Pure. */
export function noRequestReason(facts: NoRequestFacts): NoRequestReason {
  const { kind, isBulk, isReport, isOfTown, isOwn, isReminder, isCitizen } = facts;
  if (isOwn) return 'own';
  if (kind === 'pec-receipt') return 'receipt';
  if (kind === 'auto-reply') return isReport ? 'report' : 'automatic';
  if (isBulk) return 'list';
  if (isCitizen) return 'citizen';
  if (isReminder) return 'reminder';
  if (kind === 'reply') return 'reply';
  return isOfTown ? 'doubt' : 'stranger';
}

/** An e-mail that was read and is no request, as the list shows it. */
export const otherMailSchema = z.object({
  id: z.string(),
  subject: z.string(),
  /** Name or address; null when the mail names nobody or was forgotten. */
  from: z.string().nullable(),
  receivedAt: instantSchema,
  reason: z.enum(Object.keys(NO_REQUEST_REASONS) as [NoRequestReason, ...NoRequestReason[]]),
  /** What a person decided, by name; null while nobody did. */
  placed: placementSchema.nullable(),
  /** The answer that was written: how far it is, and the effect by which it can be taken back. */
  answer: z.exactOptional(
    z.object({
      state: z.enum(['leaving', ...LETTER_STATES]),
      effect: z.string(),
      server: z.string().nullable(),
      why: z.string().nullable(),
      by: z.string().nullable(),
      at: instantSchema.nullable(),
    }),
  ),
});
export type OtherMail = z.infer<typeof otherMailSchema>;

/** So many e-mails of each group are shown at most. */
export const MAX_OTHERS_SHOWN = 200;
/** So many days back the app and people tell what they put aside. */
export const ASIDE_DAYS = 7;

export const otherMailsSchema = z.object({
  /** Somebody has to look at them, the newest first. */
  toLook: z.array(otherMailSchema),
  /** How many, also those not shown. */
  total: z.int().nonnegative(),
  /** When the oldest of them came; null without any. */
  since: instantSchema.nullable(),
  /** Put aside by the app, and decided by a person, in the last days. */
  aside: z.array(otherMailSchema),
  decided: z.array(otherMailSchema),
  /** The e-mails of the last days: all of them, those in requests, those here. */
  week: z.object({ read: z.int(), inRequests: z.int(), here: z.int() }),
});
export type OtherMails = z.infer<typeof otherMailsSchema>;

const placeSchema = z.tuple([z.int(), z.int()]);
/** A request it may go with, and why (P17, R41). */
export const likelySchema = z.object({
  request: z.string(),
  title: z.string(),
  office: z.string().nullable(),
  state: requestSchema.shape.state,
  receivedAt: instantSchema,
  why: z.enum(['stessa persona', 'stesse parole']),
});
export type Likely = z.infer<typeof likelySchema>;
/** So many are proposed. */
export const MOST_LIKELY = 3;

/** One of them with its words. */
export const otherMailDetailSchema = otherMailSchema.extend({
  writer: mailAddressSchema.nullable(),
  /** Null when it was forgotten. */
  text: z.string().nullable(),
  attachments: z.array(attachmentSchema),
  /** What the app found in its words, as places in them: days, and the text that could be sent. */
  dates: z.array(placeSchema),
  draft: placeSchema.nullable(),
  /** The days in words, the likeliest first. */
  days: z.array(daySchema),
  mayGoWith: z.array(likelySchema),
  /** What a citizen asks of the service, for the ready answer. */
  wish: z.enum(CITIZEN_WISHES).nullable(),
});
export type OtherMailDetail = z.infer<typeof otherMailDetailSchema>;
