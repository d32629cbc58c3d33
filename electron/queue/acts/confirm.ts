import type { Desk } from '#electron/desk/desk.ts';
import { unknownJob } from '#electron/queue/jobs.ts';
import { approverOutOfRole } from '#electron/queue/sending/outOfRole.ts';
import { alteredTrouble } from '#electron/queue/sending/textTrouble.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import { type Highest, keepNumbered } from '#electron/register/recording.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import { nameOf } from '#shared/people/roster.ts';
import { step } from '#shared/queue/decide.ts';
import { entryOf } from '#shared/queue/entryOf.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { withoutGroupHead } from '#shared/queue/groupText.ts';
import type { Job } from '#shared/queue/job.ts';
import { recordEntry } from '#shared/register/record.ts';
import type { Request } from '#shared/requests/request.ts';

/** What a person says about a sending that happened (P33, P36). */
export interface Confirmation {
  readonly id: string;
  /** The text really sent; null when it is the approved one. */
  readonly text: string | null;
  readonly recipients: number | null;
  /** When it was sent; null = now. */
  readonly sentAt: Instant | null;
}

const inTheFuture = (): Result<never, Problem> =>
  problem({
    code: 'sent-in-the-future',
    what: 'L’invio non può essere avvenuto nel futuro.',
    remedy: 'Correggi il giorno o l’ora.',
  });

const notTheApproved = (): Result<never, Problem> =>
  problem({
    code: 'text-altered',
    what: 'Il testo di questo invio non è quello approvato: l’app non può registrare che è uscito così.',
    remedy:
      'Scrivi nella conferma il testo che è uscito davvero: nel registro resta scritto che non è quello approvato.',
  });

/** The other sendings to which the contractor's e-mail was proposed that spoke of this one (P33). */
const toldOfAnother = (queue: QueueStore, { id, told }: Job): readonly NewFact[] =>
  told === null
    ? []
    : queue
        .open()
        .filter((other) => other.id !== id && other.told?.mail === told.mail)
        .map((other) => queueFact('job.sendingToldOfAnother', `job/${other.id}`, { mail: told.mail }));

/**
 * A person confirms that a notice was sent (P33, P36); the register row is kept in the same moment. Where desks share a
 * register its number is claimed right after: `provv.` when the shared place does not answer in time.
 */
export async function confirmSent(
  desk: Desk,
  stores: { readonly queue: QueueStore; readonly register: RegisterStore; readonly numbering: Numbering },
  sources: { readonly request: (id: string) => Request | undefined; readonly draft: (id: string) => Draft | undefined },
  input: Confirmation,
): Promise<Result<{ number: string }, Problem>> {
  const [job, request, draft] = [stores.queue.get(input.id), sources.request(input.id), sources.draft(input.id)];
  if (!job || !request || !draft) return unknownJob();
  if (input.text === null && alteredTrouble({ get: sources.draft }, job)) return notTheApproved();
  const approver = approverOutOfRole(desk, job.id);
  const outOfRole = approver && nameOf(desk.roster(), approver);
  const isEmergency = draft.release?.way === 'emergenza';
  const said = input.text === null ? null : withoutGroupHead(input.text, job, desk.profile.groupText, isEmergency);
  const decide = ({ now, actor, sha256 }: Context, highest: Highest): Result<readonly NewFact[], Problem> => {
    const text = said ?? job.notice.text;
    const sentAt = input.sentAt ?? now;
    if (sentAt > now) return inTheFuture();
    const sent = step(job, 'job.sent', { sentAt, text, recipients: input.recipients });
    if (!sent.ok) return sent;
    const body = entryOf(
      job,
      request,
      draft,
      {
        sentAt,
        text: said,
        recipients: input.recipients,
        by: actor,
        outOfRole,
        electionPeriods: desk.profile.electionPeriods,
      },
      sha256,
    );
    return ok([...sent.value, ...toldOfAnother(stores.queue, job), ...recordEntry(job.id, body, highest)]);
  };
  return keepNumbered(desk, stores, job.id, decide);
}
