import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { nameOf } from '#shared/people/roster.ts';
import { step } from '#shared/queue/decide.ts';
import { pickerUrl } from '#shared/queue/group.ts';
import type { Job } from '#shared/queue/job.ts';
import { claimSendingNow } from './claimSending.ts';
import type { SendingStores } from './queue.ts';
import { stopOf } from './stop.ts';
import type { QueueStore } from './store.ts';
import { textTrouble } from './textTrouble.ts';

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

const askedElsewhere = (title: string): Result<never, Problem> =>
  problem(
    'asked-elsewhere',
    `Un’altra postazione sta già chiedendo l’invio di «${title}».`,
    'Senti chi la usa, prima di chiederlo di nuovo. Se è spenta, subentra dalla coda.',
  );

/**
 * The head begins to ask for the sending in the operational group (P31): answers with the text to copy and the address
 * of the chat picker. Without the shared place it goes on, marked, because here a person asks. Asking again hands out the same text; what was asked is only on record when it is confirmed.
 */
export async function askGroup(
  desk: Desk,
  { queue: store, drafts }: SendingStores,
  id: string,
): Promise<Result<{ text: string; picker: string | null }, Problem>> {
  const job = groupJob(store, id);
  if (!job.ok) return job;
  const { notice, state } = job.value;
  const answer = ok({ text: notice.text, picker: pickerUrl(notice.text) });
  const stopped = stopOf(desk, store, job.value);
  if (stopped) return err(stopped);
  if (state === 'delivering') return answer;
  const trouble = textTrouble(drafts, job.value);
  if (trouble) return err(trouble);
  const claimed = await claimSendingNow(desk, job.value);
  if (claimed.state === 'lost') return askedElsewhere(notice.title);
  const unseen = claimed.state === 'away' ? { withoutShare: true as const } : {};
  const now = groupJob(store, id);
  if (!now.ok) return now;
  const stoppedNow = stopOf(desk, store, now.value);
  if (stoppedNow) return err(stoppedNow);
  const kept = decideAndKeep(desk, () => step(now.value, 'job.started', { desk: desk.journal.device(), ...unseen }));
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
