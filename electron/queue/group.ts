import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { nameOf } from '#shared/people/roster.ts';
import { step } from '#shared/queue/decide.ts';
import { pickerUrl } from '#shared/queue/group.ts';
import type { Job } from '#shared/queue/job.ts';
import type { QueueStore } from './store.ts';

const unknownJob = (): Result<never, Problem> =>
  problem('job-unknown', 'Questo invio non è più nella coda.', 'Aggiorna la coda e riprova.');

function groupJob(store: QueueStore, id: string): Result<Job, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  if (job.route === 'gruppo operativo') return ok(job);
  return problem(
    'other-route',
    `«${job.notice.title}» parte per un’altra via: ${job.route}.`,
    'Guarda nella coda come procede.',
  );
}

/**
 * The head begins to ask for the sending in the operational group (P31): answers with the text to copy and the address
 * of the chat picker. Asking again hands out the same text; what was asked is only on record when it is confirmed.
 */
export function askGroup(
  desk: Desk,
  store: QueueStore,
  id: string,
): Result<{ text: string; picker: string | null }, Problem> {
  const job = groupJob(store, id);
  if (!job.ok) return job;
  const { notice, state } = job.value;
  const answer = ok({ text: notice.text, picker: pickerUrl(notice.text) });
  if (state === 'delivering') return answer;
  const kept = decideAndKeep(desk, () => step(job.value, 'job.started', { desk: desk.journal.device }));
  return kept.ok ? answer : kept;
}

/** The head confirms with one key that the sending was asked in the group (P31). */
export function confirmAsked(desk: Desk, store: QueueStore, id: string): Result<Record<string, never>, Problem> {
  const job = groupJob(store, id);
  if (!job.ok) return job;
  const kept = decideAndKeep(desk, ({ actor, roster }) =>
    step(job.value, 'job.handedOver', { evidence: `chiesto nel gruppo operativo da ${nameOf(roster, actor)}` }),
  );
  return kept.ok ? ok({}) : kept;
}
