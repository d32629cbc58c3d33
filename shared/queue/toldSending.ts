/** What an e-mail of the contractor says of a sending, and of which one (P33). Pure. */
import { romeOf } from '#shared/kernel/instant.ts';
import { foldText } from '#shared/kernel/text.ts';
import type { ToldSending } from '#shared/requests/reading/sendingWords.ts';
import type { Job } from './job.ts';

/** States in which the contractor's word is waited for. */
export const AWAITED = ['toPost', 'handedOver', 'uncertain', 'partlySent'] as const;

type Awaited = Pick<Job, 'id' | 'notice' | 'plannedFor'>;

export interface ToldMail {
  readonly subject: string;
  /** Message-IDs it answers, without brackets. */
  readonly references: readonly string[];
  readonly own: string;
  readonly told: ToldSending;
}

/** A title as short as this is part of many subjects. */
const LEAST_TITLE = 6;

/**
 * The sendings an e-mail may speak of: the one whose letter it answers; else those whose title it names; else those that were to
 * leave on its day. `letterOf`: the Message-ID of the letter that asked for a sending.
 */
export function sendingsMeant<Sending extends Awaited>(
  jobs: readonly Sending[],
  { subject, references, own, told }: ToldMail,
  letterOf: (job: Sending) => string,
  received: string,
): readonly Sending[] {
  const answered = jobs.filter((job) => references.includes(letterOf(job)));
  if (answered.length > 0) return answered;
  const words = foldText(`${subject} ${own}`);
  const named = jobs.filter(({ notice }) => {
    const title = foldText(notice.title);
    return title.length >= LEAST_TITLE && words.includes(title);
  });
  if (named.length > 0) return named;
  const { day } = romeOf(told.sentAt ?? received);
  return jobs.filter(({ plannedFor }) => romeOf(plannedFor).day === day);
}
