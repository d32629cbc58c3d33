import { z } from 'zod';
import type { FactOf } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { LETTER_READERS, type QueueFactType, type QueueStep, queueFacts } from './facts.ts';

/** The e-mail to the contractor that left by itself, and what is proved of it (P32, P66). */
export const jobMailSchema = z.object({
  /** Without brackets. */
  messageId: queueFacts['job.lettered'].shape.messageId,
  /** Blob of its words. */
  letter: queueFacts['job.lettered'].shape.letter,
  /** The server that took it, and when; null while nobody knows that one did. */
  taken: z.object({ server: z.string(), at: instantSchema }).nullable(),
  /** Where it was found of which the server had said nothing. */
  found: queueFacts['job.mailFound'].shape.where.nullable(),
  /** It came back from the contractor. */
  isBack: z.boolean(),
  /** In whose mailboxes a receipt proves it lies. */
  delivered: z.array(z.enum(LETTER_READERS)),
  /** Whose server says that it is late. */
  delayed: z.array(z.enum(LETTER_READERS)),
  /** The folder of sent mail in which its copy lies, or why none does. */
  filed: z.object({ folder: z.string().nullable(), why: z.string().nullable() }).nullable(),
});
export type JobMail = z.infer<typeof jobMailSchema>;

type QueueFact = FactOf<typeof queueFacts>;
type Of<Type extends QueueFactType> = Extract<QueueFact, { type: Type }>;

/** What of a sending its e-mail changes. */
interface Mailed {
  readonly mail: JobMail | null;
  readonly headCopy: 'due' | 'given' | null;
  readonly mayorCopy: 'due' | 'given' | null;
}

/** Whether a fact tells of the e-mail of a former round: it changes nothing of this one. */
export const isOfFormerMail = ({ mail }: Pick<Mailed, 'mail'>, { type, body }: QueueFact): boolean =>
  type !== 'job.lettered' && 'messageId' in body && body.messageId !== mail?.messageId;

/** The server took the e-mail. */
export function mailed({ mail }: Pick<Mailed, 'mail'>, { at, body }: Of<'job.mailed'>) {
  const { server, missed = [], withoutMayor } = body;
  const isDue = (who: 'head' | 'mayor'): boolean => missed.some((one) => one.who === who);
  return {
    mail: mail && { ...mail, taken: { server, at } },
    why: null,
    headCopy: isDue('head') ? ('due' as const) : null,
    mayorCopy: withoutMayor || isDue('mayor') ? ('due' as const) : null,
  };
}

/** What came into the mailbox proves that the e-mail had left, or that it came back. */
export const mailProved = (mail: JobMail | null, fact: Of<'job.mailFound' | 'job.bounced'>) =>
  fact.type === 'job.bounced'
    ? { why: `la e-mail alla ditta è tornata indietro: ${fact.body.why}`, mail: mail && { ...mail, isBack: true } }
    : { why: null, mail: mail && { ...mail, found: fact.body.where } };

const union = <Item>(list: readonly Item[], more: readonly Item[]): Item[] => [...new Set([...list, ...more])];

/** The facts about the e-mail that move the sending to no other state. */
const TOLD = [
  'job.lettered',
  'job.copyBounced',
  'job.headCopied',
  'job.letterDelayed',
  'job.letterDelivered',
  'job.letterFiled',
  'job.letterNotFiled',
] as const satisfies readonly Exclude<QueueFactType, QueueStep>[];
type ToldFact = Of<(typeof TOLD)[number]>;
export const isMailTold = (fact: QueueFact): fact is ToldFact => TOLD.some((type) => type === fact.type);

/** What such a fact changes. */
export function mailTold({ mail, headCopy }: Mailed, fact: ToldFact): Partial<Mailed> {
  switch (fact.type) {
    case 'job.lettered':
      return {
        mail: { ...fact.body, taken: null, found: null, isBack: false, delivered: [], delayed: [], filed: null },
      };
    case 'job.copyBounced':
      return fact.body.who === 'head' ? { headCopy: 'due' } : { mayorCopy: 'due' };
    case 'job.headCopied':
      return { headCopy: headCopy === 'due' ? 'given' : headCopy };
    case 'job.letterDelayed':
      return { mail: mail && { ...mail, delayed: union(mail.delayed, [fact.body.who]) } };
    case 'job.letterDelivered':
      return { mail: mail && { ...mail, delivered: union(mail.delivered, fact.body.who) } };
    case 'job.letterFiled':
      return { mail: mail && { ...mail, filed: { folder: fact.body.folder, why: null } } };
    case 'job.letterNotFiled':
      return { mail: mail && { ...mail, filed: { folder: null, why: fact.body.why } } };
  }
}
