import type { QueueFactType } from './facts.ts';

/** The states of P33, as code and as people read them. */
export const JOB_STATES = {
  queued: 'in coda',
  delivering: 'in consegna',
  handedOver: 'consegnato',
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
export const TRANSITIONS: Readonly<Record<Exclude<QueueFactType, 'job.queued'>, Transition>> = {
  'job.started': { from: ['queued', 'deferred'], to: 'delivering' },
  'job.handedOver': { from: ['delivering', 'uncertain'], to: 'handedOver' },
  'job.sent': { from: ['delivering', 'handedOver', 'uncertain', 'partlySent'], to: 'sent' },
  'job.partlySent': { from: ['delivering', 'handedOver'], to: 'partlySent' },
  'job.uncertain': { from: ['delivering'], to: 'uncertain' },
  'job.takenOver': { from: ['queued', 'deferred', 'delivering'], to: 'uncertain' },
  'job.deferred': { from: ['queued', 'deferred'], to: 'deferred' },
  'job.held': { from: ['queued', 'deferred'], to: 'held' },
  'job.refused': { from: ['delivering', 'handedOver'], to: 'refused' },
  'job.requeued': { from: ['deferred', 'held', 'refused', 'uncertain', 'queued', 'cancelled'], to: 'queued' },
  'job.cancelled': { from: [...NOT_YET_OUT], to: 'cancelled' },
};

/** The state after a fact, or `undefined` when the machine does not allow it from `state`. */
export function nextState(state: JobState, type: Exclude<QueueFactType, 'job.queued'>): JobState | undefined {
  const { from, to } = TRANSITIONS[type];
  return from.includes(state) ? to : undefined;
}
