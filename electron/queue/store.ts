import type { ReadableDatabase } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { foldJob, isSettled, type Job, jobSchema, momentOf } from '#shared/queue/job.ts';
import type { JobState } from '#shared/queue/states.ts';
import { foldStop, NEVER_STOPPED, type Stop, stopSchema, THE_QUEUE } from '#shared/queue/stop.ts';

const jobs = entityTable({
  kind: 'job',
  version: 11,
  topic: 'queue',
  schema: jobSchema,
  fold: foldJob,
  columns: {
    stage: ({ state }) => state,
    planned_for: ({ plannedFor }) => plannedFor,
    moment: momentOf,
    settled: (job) => Number(isSettled(job)),
  },
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
  /** What is not settled, by planned moment. */
  readonly open: () => readonly Job[];
  /** What is not settled, and what was settled between two moments, by planned moment: few, however many years are kept. */
  readonly openOrBetween: (from: Instant, to: Instant) => readonly Job[];
  readonly inState: (...states: readonly JobState[]) => readonly Job[];
  /** What is planned between two moments, whatever became of it. */
  readonly plannedBetween: (from: Instant, to: Instant) => readonly Job[];
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
    open: () => job.list('settled = 0', [], 'planned_for, id'),
    openOrBetween: (from, to) => job.list('settled = 0 OR (moment >= ? AND moment < ?)', [from, to], 'planned_for, id'),
    plannedBetween: (from, to) => job.list('planned_for >= ? AND planned_for < ?', [from, to], 'planned_for, id'),
    inState: (...states) => job.list(among(states), states, 'planned_for, id'),
    stop: () => stop.get(THE_QUEUE) ?? NEVER_STOPPED,
    count: (...states) => job.count(among(states), states),
  };
}
