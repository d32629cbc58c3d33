import { createHash } from 'node:crypto';
import type { Blobs } from '#electron/journal/blobs.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import { isOfOneFile } from './refusedFile.ts';
import type { SharedLog } from './sharedLog.ts';

/** Blobs fetched in one round. */
const BLOBS_A_ROUND = 50;
/** After so many bytes the others wait for the next round. */
const BYTES_A_ROUND = 64 * 1024 * 1024;

/** A blob of another desk; `undefined` when it is not there, or cannot be read now or ever. */
async function blobOf(open: SharedLog, dev: string, hash: string): Promise<Uint8Array | undefined> {
  try {
    return await open.getBlob(dev, hash);
  } catch (cause) {
    if (!isOfOneFile(cause)) throw cause;
    return undefined;
  }
}

/** Fetches the blobs that facts of other desks name, some in each round; answers whether any arrived. */
export function fetchingBlobs(tables: ExchangeTables, blobs: Blobs): (open: SharedLog) => Promise<boolean> {
  /** Round-robin cursor: blobs that never come must not keep the others waiting. */
  let last = '';
  return async (open) => {
    let arrived = false;
    let before = last;
    const wanted = tables.wantedBlobs(last, BLOBS_A_ROUND);
    last = wanted.length < BLOBS_A_ROUND ? '' : (wanted.at(-1)?.hash ?? '');
    let left = BYTES_A_ROUND;
    for (const { hash, dev } of wanted) {
      if (left <= 0) {
        last = before;
        break;
      }
      before = hash;
      const bytes = await blobOf(open, dev, hash);
      left -= bytes?.length ?? 0;
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== hash) continue;
      blobs.put(bytes);
      tables.dropBlob(hash, 'wanted');
      arrived = true;
    }
    return arrived;
  };
}
