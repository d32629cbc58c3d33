import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import { deliveryName, deliveryOf } from '#shared/queue/delivery.ts';
import type { Job } from '#shared/queue/job.ts';
import type { Channel } from './channel.ts';

/**
 * The spool folder of the contractor's program (P33). The JSON is written last and whole: where it stands, the delivery
 * is complete. The program may take it away at once: that it is missing proves nothing once it began to appear.
 */
export function spoolChannel(folder: () => string): Channel {
  const fileOf = (job: Job, ending: 'json' | 'txt'): string => join(folder(), `${deliveryName(job)}.${ending}`);
  return {
    ready: () => storageResult(() => accessSync(folder(), constants.W_OK)),
    evidence: (job) => (existsSync(fileOf(job, 'json')) ? `${deliveryName(job)}.json` : undefined),
    handOver: async (job, leaving) =>
      storageResult(() => {
        writeWholeFile(fileOf(job, 'txt'), `${job.notice.text}\n`);
        writeWholeFile(fileOf(job, 'json'), `${JSON.stringify(deliveryOf(job), null, 2)}\n`, leaving);
        return `${deliveryName(job)}.json`;
      }),
  };
}
