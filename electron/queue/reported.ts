import type { Desk } from '#electron/desk/desk.ts';
import { readLetter } from '#electron/outbox/letters.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { jobReportedFacts } from '#shared/queue/mailReport.ts';
import { concerns } from '#shared/requests/letterReport.ts';
import type { DeliveryReport } from '#shared/requests/reading/reported.ts';
import type { QueueStore } from './store.ts';

/** What an answer to an e-mail to the contractor proves: that it had left of which nobody knew. */
export function answeredSending(store: Pick<QueueStore, 'ofMessage'>, messageId: string): readonly NewFact[] {
  const job = store.ofMessage(messageId);
  return job?.state === 'uncertain'
    ? [queueFact('job.mailFound', `job/${job.id}`, { messageId, where: 'answer' })]
    : [];
}

/** What a report proves of an e-mail to the contractor, by its Message-ID without brackets, for the words to the left. */
export function reportedOfSending(
  desk: Desk,
  store: QueueStore,
  messageId: string,
  report: DeliveryReport,
): { readonly request: string; readonly facts: readonly NewFact[] } | undefined {
  const job = store.ofMessage(messageId);
  const words = job?.mail ? readLetter(desk.blobs.get(job.mail.letter)) : undefined;
  if (!job || !words || !concerns(report, [...words.to, ...words.copy])) return undefined;
  return { request: job.id, facts: jobReportedFacts({ job, words }, report) };
}
