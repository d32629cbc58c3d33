import { sha256 } from '#electron/journal/journal.ts';
import { textHash } from '#shared/drafts/decide.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { enqueue } from '#shared/queue/decide.ts';
import type { QueuedText } from '#shared/queue/facts.ts';
import { foldJob, type Job } from '#shared/queue/job.ts';
import { type Pen, pen, ROAD_WORKS } from '../../helpers/facts.ts';
import { ORNELLA } from '../../helpers/town.ts';

/** The notice of the road works as the head approved it. */
export const NOTICE: QueuedText = {
  ...ROAD_WORKS,
  hash: textHash(ROAD_WORKS.text, sha256),
  office: 'Lavori pubblici',
  category: 'Viabilità',
  reason: 'servizio',
  requestedDate: '2026-03-05',
};
/** Thursday 5 March 2026, 8:30 in Rome. */
export const PLANNED: Instant = '2026-03-05T07:30:00.000Z';

/** A desk on which the notice was queued and then the facts given happened, by Ornella. */
export function queuedThen(...facts: readonly NewFact[]): Pen {
  const desk = pen();
  desk.write(ORNELLA.id, ...enqueue('r1', NOTICE, PLANNED, 'cartella della ditta'), ...facts);
  return desk;
}

/** The sending those facts tell. */
export function jobOf(desk: Pen): Job {
  const job = foldJob('r1', desk.all());
  if (!job) throw new Error('no job');
  return job;
}
