import type { Desk, Done } from '#electron/desk/desk.ts';
import { type SendingStores, unknownJob } from '#electron/queue/jobs.ts';
import { claimSendingNow } from '#electron/queue/sending/claimSending.ts';
import { type LeaveStores, leaveTrouble } from '#electron/queue/sending/leaveTrouble.ts';
import { linkGone } from '#electron/queue/sending/linkGone.ts';
import { alteredTrouble } from '#electron/queue/sending/textTrouble.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { NewsSite } from '#electron/requests/newsSite.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { nameOf } from '#shared/people/roster.ts';
import { step } from '#shared/queue/decide.ts';
import { addressLimit, pickerUrl } from '#shared/queue/group.ts';
import { groupText } from '#shared/queue/groupText.ts';
import type { Job } from '#shared/queue/job.ts';
import { stopOf } from './stop.ts';

function groupJob(store: QueueStore, id: string): Result<Job, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  if (job.route === 'gruppo operativo') return ok(job);
  return problem({
    code: 'other-route',
    what: `«${job.notice.title}» parte per un’altra via: ${job.route}.`,
    remedy: 'Guarda nella coda come procede.',
  });
}

const askedElsewhere = (title: string): Result<never, Problem> =>
  problem({
    code: 'asked-elsewhere',
    what: `Un’altra postazione sta già chiedendo l’invio di «${title}».`,
    remedy: 'Senti chi la usa, prima di chiederlo di nuovo. Se è spenta, subentra dalla coda.',
  });

const textChanged = (title: string): Result<never, Problem> =>
  problem({
    code: 'text-changed',
    what: `Il testo di «${title}» è cambiato mentre lo chiedevi.`,
    remedy: 'Chiedilo di nuovo: si copia il testo scelto.',
  });

/**
 * The head begins to ask for the sending in the operational group (P31): answers with the text to copy, headed by the day,
 * the hour and the office, and the address of the chat picker. Its link is looked at again first, each time (P22). Without the shared place it goes on, marked, because here a person asks. Asking again hands out the same text; what was asked is only on record when it is confirmed.
 */
export async function askGroup(
  desk: Desk,
  { queue: store, drafts, requests, site }: SendingStores & LeaveStores & { readonly site: NewsSite },
  id: string,
): Promise<Result<{ text: string; picker: string | null }, Problem>> {
  const job = groupJob(store, id);
  if (!job.ok) return job;
  const { notice, state } = job.value;
  const isEmergency = drafts.get(id)?.release?.way === 'emergenza';
  const text = groupText(job.value, desk.profile.groupText, isEmergency);
  const answer = ok({ text, picker: pickerUrl(text, addressLimit(process.platform)) });
  const refused = stopOf(desk, store, job.value) ?? leaveTrouble(desk, { drafts, requests }, job.value);
  if (refused) return err(refused);
  const gone = isEmergency ? undefined : await linkGone(desk, { site, drafts, requests }, job.value);
  if (gone) return err(gone);
  if (state === 'delivering') return answer;
  const claimed = await claimSendingNow(desk, job.value);
  if (claimed.state === 'lost') return askedElsewhere(notice.title);
  const unseen = claimed.state === 'away' ? { withoutShare: true as const } : {};
  const now = groupJob(store, id);
  if (!now.ok) return now;
  const refusedNow = stopOf(desk, store, now.value) ?? leaveTrouble(desk, { drafts, requests }, now.value);
  if (refusedNow) return err(refusedNow);
  if (now.value.notice.hash !== notice.hash) return textChanged(notice.title);
  const started = desk.act(() => step(now.value, 'job.started', { desk: desk.journal.device(), ...unseen }));
  return started.ok ? answer : started;
}

/** The head confirms with one key that the sending was asked in the group (P31); never of a text that was altered (P24). */
export function confirmAsked(desk: Desk, { queue: store, drafts }: SendingStores, id: string): Done {
  const job = groupJob(store, id);
  if (!job.ok) return job;
  const altered = alteredTrouble(drafts, job.value);
  if (altered) return err(altered);
  return desk.act(({ actor, roster }) =>
    step(job.value, 'job.handedOver', { evidence: `chiesto nel gruppo operativo da ${nameOf(roster, actor)}` }),
  );
}
