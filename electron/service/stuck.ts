import { z } from 'zod';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { KeptEffect } from '#electron/outbox/effectTable.ts';
import { DELIVER, deliveryEffect } from '#electron/queue/sending/deliver.ts';
import { alteredTrouble } from '#electron/queue/sending/textTrouble.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { NUMBER } from '#electron/register/numbering.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { CHARGE } from '#electron/requests/charge.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { LETTER } from '#shared/outbox/letter.ts';
import { isRouteAway } from '#shared/queue/deferral.ts';
import type { Job } from '#shared/queue/job.ts';
import { notFromHere, servingOf } from '#shared/queue/serving.ts';
import type { Stuck } from '#shared/service/stuck.ts';

export interface StuckSources {
  readonly queue: QueueStore;
  readonly drafts: DraftStore;
  readonly requests: RequestStore;
  readonly register: RegisterStore;
}

/** What holds a sending back that is already told elsewhere: by the banner of the stop, or as a task of its own. */
const TOLD_ELSEWHERE: readonly string[] = [
  'queue-stopped',
  'texts-differ',
  'text-given-back',
  'election-answers',
  'answer-holds',
];
/** What is told of an effect whose problem is not kept. */
const UNKNOWN: Problem = {
  code: 'effect-not-done',
  what: 'Questo passo non è riuscito.',
  remedy: 'Scegli «Riprova adesso». L’app riprova comunque da sola.',
};

const aboutSchema = z.object({
  job: z.exactOptional(z.string()),
  request: z.exactOptional(z.string()),
  entry: z.exactOptional(z.string()),
  about: z.exactOptional(z.object({ request: z.string() })),
});
/** The request an effect belongs to: every payload names it, under the name its word gives it. */
function subjectOf({ payload }: KeptEffect): string | undefined {
  const { job, request, entry, about } = aboutSchema.safeParse(payload).data ?? {};
  return job ?? request ?? entry ?? about?.request;
}

const WHAT: Readonly<Record<string, Stuck['what']>> = {
  [DELIVER]: 'sending',
  [LETTER]: 'letter',
  [CHARGE]: 'charge',
  [NUMBER]: 'number',
};

/** What waits for the world outside, and a way to try it again. */
export function stuckCases(
  desk: Desk,
  { queue, drafts, requests, register }: StuckSources,
  sharing: { readonly isShared: () => boolean; readonly state: () => Pick<ShareState, 'state' | 'desks'> },
) {
  const titleOf = (id: string | undefined): string =>
    id === undefined ? '' : (queue.get(id)?.notice.title ?? requests.get(id)?.title ?? register.get(id)?.title ?? '');

  /** The request of an effect; one whose payload cannot be read is known by its id where it delivers. */
  const requestOf = (effect: KeptEffect): string | undefined =>
    effect.isReadable
      ? subjectOf(effect)
      : queue.open().find((job) => deliveryEffect(job, job.plannedFor).id === effect.id)?.id;
  const isTold = (effect: KeptEffect): boolean => {
    if (effect.kind !== DELIVER) return true;
    const job = queue.get(requestOf(effect) ?? '');
    // The effect of a turn that is over has nothing to deliver any more.
    if (!job || job.state === 'sent' || effect.id !== deliveryEffect(job, job.plannedFor).id) return false;
    return !alteredTrouble(drafts, job) && !TOLD_ELSEWHERE.includes(effect.problem?.code ?? '');
  };
  const viewEffect = (effect: KeptEffect): Stuck => {
    const subject = requestOf(effect);
    return {
      id: effect.id,
      what: WHAT[effect.kind] ?? 'other',
      title: titleOf(subject),
      request: subject !== undefined && requests.get(subject) ? subject : null,
      since: effect.failingSince ?? effect.notBefore,
      problem: effect.problem ?? UNKNOWN,
    };
  };
  const viewJob = (job: Job, why: Problem): Stuck => ({
    id: deliveryEffect(job, job.plannedFor).id,
    what: 'sending',
    title: job.notice.title,
    request: requests.get(job.id) ? job.id : null,
    since: job.changedAt,
    problem: why,
  });
  const viewDeferred = (job: Job): Stuck =>
    viewJob(job, {
      code: 'route-away',
      what: job.why ?? UNKNOWN.what,
      remedy: 'Togli la causa, poi scegli «Riprova adesso». L’app riprova comunque da sola.',
    });

  /** What waits for a moment at which it will leave from no desk: told before that moment comes. */
  const fromNowhere = (): readonly Stuck[] => {
    if (!sharing.isShared()) return [];
    const share = sharing.state();
    return queue.inState('queued').flatMap((job) => {
      const serving = job.route === 'gruppo operativo' ? undefined : servingOf(job.route, share);
      const why = serving?.by === 'nobody' ? notFromHere(serving) : undefined;
      return why ? [viewJob(job, why)] : [];
    });
  };

  const allOf = (): readonly Stuck[] => [
    ...fromNowhere(),
    ...desk.outbox.stuck().filter(isTold).map(viewEffect),
    ...queue
      .inState('deferred')
      .filter((job) => isRouteAway(job) && !alteredTrouble(drafts, job))
      .map(viewDeferred),
  ];
  const stuck = (): readonly Stuck[] => {
    const all = allOf();
    return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
  };
  return {
    stuck,
    /** Tries one of them again at once; the problem `nothing-to-retry` when it got on meanwhile. */
    retry: ({ id }: { readonly id: string }): Done => {
      if (stuck().some((one) => one.id === id) && desk.outbox.retry(id)) {
        desk.tell('service');
        return ok({});
      }
      return problem({
        code: 'nothing-to-retry',
        what: 'Qui non c’è più niente da riprovare: intanto è andata avanti.',
        remedy: 'Guarda la coda o la richiesta: lì c’è come sta adesso.',
      });
    },
  };
}
