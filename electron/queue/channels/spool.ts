import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { deliveryName, deliveryOf } from '#shared/queue/delivery.ts';
import type { Job } from '#shared/queue/job.ts';

/** One way a notice leaves the app. */
export interface Channel {
  /** Whether a delivery can be tried now; nothing has left yet. */
  readonly ready: () => Result<void, Problem>;
  /** What proves that this job was already handed over, if anything does: asked after a crash half-way (P33). */
  readonly evidence: (job: Job) => string | undefined;
  /** Hands the job over and returns the proof. On a problem nothing has left. */
  readonly handOver: (job: Job) => Promise<Result<string, Problem>>;
}

function storageResult<Value>(work: () => Value): Result<Value, Problem> {
  try {
    return ok(work());
  } catch (cause) {
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    throw cause;
  }
}

/**
 * The spool folder of the contractor's program (P33). The JSON is written last and whole: where it stands, the delivery
 * is complete; where it does not, nothing was delivered. So a delivery cut short can be repeated without harm.
 */
export function spoolChannel(folder: () => string): Channel {
  const fileOf = (job: Job, ending: 'json' | 'txt'): string => join(folder(), `${deliveryName(job)}.${ending}`);
  return {
    ready: () => storageResult(() => accessSync(folder(), constants.W_OK)),
    evidence: (job) => (existsSync(fileOf(job, 'json')) ? `${deliveryName(job)}.json` : undefined),
    handOver: async (job) =>
      storageResult(() => {
        writeWholeFile(fileOf(job, 'txt'), `${job.notice.text}\n`);
        writeWholeFile(fileOf(job, 'json'), `${JSON.stringify(deliveryOf(job), null, 2)}\n`);
        return `${deliveryName(job)}.json`;
      }),
  };
}
