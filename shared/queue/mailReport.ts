import type { NewFact } from '#shared/journal/fact.ts';
import { meantBy } from '#shared/requests/letterReport.ts';
import type { DeliveryReport } from '#shared/requests/reading/reported.ts';
import { type LetterReader, queueFact } from './facts.ts';
import type { Job } from './job.ts';
import { readersAt } from './mailing.ts';
import { nextState } from './states.ts';

type Reported = DeliveryReport['recipients'][number];

/** The sending whose e-mail a report is about, and whom that e-mail went to. */
export interface ReportedMail {
  readonly job: Job;
  readonly words: { readonly to: readonly string[]; readonly copy: readonly string[] };
}

/**
 * What a report proves of the e-mail to the contractor (P33, P66), as far as it is not on record. One that came back from
 * the contractor puts the sending before a person, unless somebody has already said how it ended; a copy that came back
 * is due.
 */
export function jobReportedFacts(
  { job, words }: ReportedMail,
  { recipients: reported }: DeliveryReport,
): readonly NewFact[] {
  const { mail } = job;
  if (mail === null) return [];
  const ent = `job/${job.id}`;
  const { messageId } = mail;
  const addresses = [...words.to, ...words.copy];
  const readersOf = (one: Reported): readonly LetterReader[] => [
    ...new Set(meantBy(one, addresses).flatMap((place) => readersAt(addresses[place] ?? '', words))),
  ];
  const failed = reported.filter(({ what }) => what === 'failed');
  const whyOf = (who: LetterReader): string | undefined => failed.find((one) => readersOf(one).includes(who))?.why;
  const all = (what: Reported['what']): LetterReader[] => [
    ...new Set(reported.filter((one) => one.what === what).flatMap(readersOf)),
  ];
  const back = whyOf('contractor');
  const copies = (['head', 'mayor'] as const).flatMap((who) => {
    const why = whyOf(who);
    const isKnown = (who === 'head' ? job.headCopy : job.mayorCopy) !== null;
    return why === undefined || isKnown ? [] : [queueFact('job.copyBounced', ent, { messageId, who, why })];
  });
  const delivered = all('delivered').filter((who) => !mail.delivered.includes(who));
  const delayed = all('delayed').filter((who) => !mail.delayed.includes(who));
  const isProof = all('accepted').length + delivered.length + delayed.length + copies.length > 0;
  const found = job.state === 'uncertain' && back === undefined && isProof;
  const bounces = back !== undefined && nextState(job.state, 'job.bounced') !== undefined;
  return [
    ...(found ? [queueFact('job.mailFound', ent, { messageId, where: 'report' })] : []),
    ...(bounces ? [queueFact('job.bounced', ent, { messageId, why: back })] : []),
    ...copies,
    ...(delivered.length > 0 ? [queueFact('job.letterDelivered', ent, { messageId, who: delivered })] : []),
    ...delayed.map((who) => queueFact('job.letterDelayed', ent, { messageId, who })),
  ];
}
