import type { Database } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { foldJob, type Job, jobSchema } from '#shared/queue/job.ts';
import type { JobState } from '#shared/queue/states.ts';

const jobs = entityTable({
  kind: 'job',
  version: 5,
  topic: 'queue',
  schema: jobSchema,
  fold: foldJob,
  columns: { stage: ({ state }) => state, planned_for: ({ plannedFor }) => plannedFor },
});

export const queueProjections: readonly Projection[] = [jobs.projection];

export interface QueueStore {
  readonly get: (id: string) => Job | undefined;
  /** By planned moment. */
  readonly all: () => readonly Job[];
  readonly inState: (...states: readonly JobState[]) => readonly Job[];
  readonly count: (...states: readonly JobState[]) => number;
}

/** Reads the send queue. */
export function queueStore(database: Database): QueueStore {
  const job = jobs.open(database);
  const among = (states: readonly JobState[]): string => `stage IN (${states.map(() => '?').join(', ')})`;
  return {
    get: job.get,
    all: () => job.list('1', [], 'planned_for, id'),
    inState: (...states) => job.list(among(states), states, 'planned_for, id'),
    count: (...states) => job.count(among(states), states),
  };
}
