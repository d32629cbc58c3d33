import { z } from 'zod';
import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { SendingStores } from '#electron/queue/jobs.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { alarmWords, emergencyTrouble } from '#shared/queue/alarm.ts';
import type { Job } from '#shared/queue/job.ts';
import { deliveryEffect } from './deliver.ts';

const OPEN = ['queued', 'delivering', 'deferred', 'held', 'refused', 'uncertain'] as const;
const RUNG = 'alarms';
const rungSchema = z.array(z.string());

/** What the last attempt to deliver a sending met, on this desk. */
const obstacleOf = ({ outbox }: Pick<Desk, 'outbox'>, job: Job): Problem | undefined =>
  outbox.problemOf(deliveryEffect(job, job.plannedFor).id);

/** The emergencies that were accepted and do not leave (P34). */
export function failingEmergencies(
  desk: Pick<Desk, 'outbox'>,
  queue: Pick<QueueStore, 'inState'>,
  drafts: Pick<DraftStore, 'get'>,
): readonly Job[] {
  return queue
    .inState(...OPEN)
    .filter(
      (job) =>
        job.notice.reason === 'emergenza' &&
        drafts.get(job.id)?.release?.way === 'emergenza' &&
        emergencyTrouble(job, obstacleOf(desk, job)) !== undefined,
    );
}

/**
 * Tells the person at the computer of the emergencies that do not leave, once for each failing: one that leaves and fails
 * again is told again.
 */
export function ringAlarms(desk: Desk, { queue, drafts }: SendingStores): void {
  const rung = desk.local.get(RUNG, rungSchema) ?? [];
  const failing = failingEmergencies(desk, queue, drafts);
  const fresh = failing.filter(({ id }) => !rung.includes(id));
  if (fresh.length === 0 && failing.length === rung.length) return;
  desk.local.set(
    RUNG,
    failing.map(({ id }) => id),
  );
  desk.tell('queue');
  for (const { notice, state } of fresh) void desk.system.notify(alarmWords(notice.title, state));
}
