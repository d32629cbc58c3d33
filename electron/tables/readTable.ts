import { runWorker } from '#electron/workers/run.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { REFUSALS } from './refusals.ts';
import { MAXIMUM_FILE_BYTES, type Table } from './table.ts';

const TIMEOUT_MILLISECONDS = 30_000;
const HEAP_MEGABYTES = 768;

/**
 * Reads a spreadsheet or CSV file in a worker thread; `fileName` only names it in problems.
 * Problem codes: those of `REFUSALS`, and those of `runWorker` for time and memory.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Result<Table, Problem>> {
  const refuse = (why: Problem): Result<never, Problem> => err({ ...why, what: `«${fileName}»: ${why.what}` });
  if (bytes.byteLength > MAXIMUM_FILE_BYTES) return refuse(REFUSALS.tooBig);
  const read = await runWorker<Result<Table, Problem>>({
    word: 'tables',
    name: 'table',
    input: bytes,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
  });
  if (!read.ok) return refuse(read.error.code === 'work-failed' ? REFUSALS.unreadable : read.error);
  return read.value.ok ? read.value : refuse(read.value.error);
}
