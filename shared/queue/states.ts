import type { Route } from '#shared/people/profile/routes.ts';
import type { QueueStep } from './facts.ts';

/** The states of P33, as code and as people read them: `toPost` is an e-mail written and not sent, `handedOver` was asked. */
export const JOB_STATES = {
  queued: 'in coda',
  delivering: 'in consegna',
  toPost: 'da spedire',
  handedOver: 'chiesto',
  sent: 'inviato',
  partlySent: 'inviato in parte',
  uncertain: 'incerto',
  deferred: 'differito',
  held: 'fermo',
  refused: 'rifiutato',
  cancelled: 'annullato',
} as const;
export type JobState = keyof typeof JOB_STATES;

interface Transition {
  readonly from: readonly JobState[];
  readonly to: JobState;
}

const NOT_YET_OUT = ['queued', 'deferred', 'held', 'refused'] as const;

/**
 * The machine of P33: from which states each fact may come, and where it leads. Nothing leads from `delivering` or
 * `uncertain` back to the queue but a person (`job.requeued`): the app never sends twice by itself.
 */
export const TRANSITIONS: Readonly<Record<QueueStep, Transition>> = {
  'job.started': { from: ['queued', 'deferred'], to: 'delivering' },
  'job.handedOver': { from: ['delivering', 'uncertain'], to: 'handedOver' },
  /** The server took the e-mail to the contractor, or gave it back (P32). */
  'job.mailed': { from: ['delivering', 'uncertain'], to: 'handedOver' },
  'job.mailFound': { from: ['uncertain'], to: 'handedOver' },
  'job.bounced': { from: ['handedOver', 'uncertain'], to: 'refused' },
  /** A person sent the e-mail to the contractor that the app had written (P32), or takes that back. */
  'job.posted': { from: ['toPost'], to: 'handedOver' },
  'job.postUndone': { from: ['handedOver'], to: 'toPost' },
  'job.sent': { from: ['delivering', 'toPost', 'handedOver', 'uncertain', 'partlySent', 'refused'], to: 'sent' },
  'job.partlySent': { from: ['delivering', 'toPost', 'handedOver'], to: 'partlySent' },
  'job.uncertain': { from: ['delivering'], to: 'uncertain' },
  'job.takenOver': { from: ['queued', 'deferred', 'delivering'], to: 'uncertain' },
  'job.deferred': { from: ['queued', 'deferred'], to: 'deferred' },
  'job.moved': { from: ['queued', 'deferred', 'held'], to: 'queued' },
  'job.held': { from: ['queued', 'deferred'], to: 'held' },
  'job.refused': { from: ['delivering', 'toPost', 'handedOver'], to: 'refused' },
  'job.requeued': { from: ['deferred', 'held', 'refused', 'uncertain', 'queued', 'cancelled'], to: 'queued' },
  'job.renewed': { from: ['cancelled'], to: 'queued' },
  /** A text copied for the group has not left: nobody has asked yet (P67). */
  'job.undone': { from: ['queued', 'delivering'], to: 'cancelled' },
  /** While it is delivered only of a text copied for the group: `mayCancel` tells. */
  'job.cancelled': { from: [...NOT_YET_OUT, 'toPost', 'delivering'], to: 'cancelled' },
};

/** The state after a fact, or `undefined` when the machine does not allow it from `state`. */
export function nextState(state: JobState, type: QueueStep): JobState | undefined {
  const { from, to } = TRANSITIONS[type];
  return from.includes(state) ? to : undefined;
}

/** Whether a sending can still be taken out: also a text that was only copied for the group, which nobody has asked (P18). */
export const mayCancel = ({ state, route }: { readonly state: JobState; readonly route: Route }): boolean =>
  nextState(state, 'job.cancelled') !== undefined && (state !== 'delivering' || route === 'gruppo operativo');

const STOPPED_OR_WAITING = ['cancelled', 'held', 'queued', 'deferred'] as const;
/**
 * What happened is never undone by what another desk decided without knowing of it: a sending that left while it was being
 * cancelled or held is uncertain, one that a person saw arrive was sent.
 */
const HAPPENED_CONCURRENTLY: Readonly<Partial<Record<QueueStep, Transition>>> = {
  'job.started': { from: ['cancelled', 'held'], to: 'uncertain' },
  'job.handedOver': { from: STOPPED_OR_WAITING, to: 'uncertain' },
  'job.mailed': { from: STOPPED_OR_WAITING, to: 'uncertain' },
  'job.posted': { from: STOPPED_OR_WAITING, to: 'uncertain' },
  'job.sent': { from: STOPPED_OR_WAITING, to: 'sent' },
  'job.partlySent': { from: [...STOPPED_OR_WAITING, 'refused'], to: 'partlySent' },
};

/** The state a fact of any desk leads to; wider than what may be decided, because desks act concurrently (G9). */
export function foldedState(state: JobState, type: QueueStep): JobState | undefined {
  const concurrent = HAPPENED_CONCURRENTLY[type];
  return nextState(state, type) ?? (concurrent?.from.includes(state) ? concurrent.to : undefined);
}
