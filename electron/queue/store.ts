import type { ReadableDatabase } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { foldJob, type Job, jobSchema } from '#shared/queue/job.ts';
import type { JobState } from '#shared/queue/states.ts';
import { foldStop, NEVER_STOPPED, type Stop, stopSchema, THE_QUEUE } from '#shared/queue/stop.ts';

const jobs = entityTable({
  kind: 'job',
  version: 9,
  topic: 'queue',
  schema: jobSchema,
  fold: foldJob,
  columns: { stage: ({ state }) => state, planned_for: ({ plannedFor }) => plannedFor },
});

const stops = entityTable({
  kind: 'queue',
  version: 1,
  topic: 'queue',
  schema: stopSchema,
  fold: (_id, facts) => foldStop(facts),
  columns: {},
});

export const queueProjections: readonly Projection[] = [jobs.projection, stops.projection];

export interface QueueStore {
  readonly get: (id: string) => Job | undefined;
  /** By planned moment. */
  readonly all: () => readonly Job[];
  readonly inState: (...states: readonly JobState[]) => readonly Job[];
  /** Whether all sendings are stopped. */
  readonly stop: () => Stop;
  readonly count: (...states: readonly JobState[]) => number;
}

/** Reads the send queue. */
export function queueStore(database: ReadableDatabase): QueueStore {
  const job = jobs.open(database);
  const stop = stops.open(database);
  const among = (states: readonly JobState[]): string => `stage IN (${states.map(() => '?').join(', ')})`;
  return {
    get: job.get,
    all: () => job.list('1', [], 'planned_for, id'),
    inState: (...states) => job.list(among(states), states, 'planned_for, id'),
    stop: () => stop.get(THE_QUEUE) ?? NEVER_STOPPED,
    count: (...states) => job.count(among(states), states),
  };
}
