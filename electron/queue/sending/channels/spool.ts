import { join } from 'node:path';
import type { Files } from '#electron/files/files.ts';
import { map } from '#shared/kernel/result.ts';
import { deliveryName, deliveryOf } from '#shared/queue/delivery.ts';
import type { Job } from '#shared/queue/job.ts';
import type { Channel, Handed } from './channel.ts';

/**
 * The spool folder of the contractor's program (P33). The JSON is written last and whole: where it stands, the delivery
 * is complete. The program may take it away at once: that it is missing proves nothing once it began to appear.
 */
export function spoolChannel(folder: () => string, files: Files): Channel {
  const fileOf = (job: Job, ending: 'json' | 'txt'): string => join(folder(), `${deliveryName(job)}.${ending}`);
  const proofOf = (job: Job): Handed => ({ how: 'file', evidence: `${deliveryName(job)}.json` });
  return {
    ready: () => files.tryWriting(folder()),
    evidence: async (job) =>
      map(await files.exists(fileOf(job, 'json')), (isThere) => (isThere ? proofOf(job) : undefined)),
    handOver: async (job, leaving) => {
      const written = await files.write(
        [
          { path: fileOf(job, 'txt'), content: `${job.notice.text}\n` },
          { path: fileOf(job, 'json'), content: `${JSON.stringify(deliveryOf(job), null, 2)}\n` },
        ],
        leaving,
      );
      return map(written, () => proofOf(job));
    },
  };
}
