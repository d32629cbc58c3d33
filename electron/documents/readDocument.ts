import { runWorker } from '#electron/workers/run.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { MAX_DOCUMENT_BYTES, type ReadDocument, readDocumentSchema } from '#shared/text/readDocument.ts';
import type { DocumentReading } from './document.worker.ts';
import { REFUSALS, type Refusal } from './refusals.ts';

const TIMEOUT_MILLISECONDS = 20_000;
const HEAP_MEGABYTES = 512;
const KEEP_WARM_MILLISECONDS = 5_000;

const refused = (why: Refusal, name: string): Result<never, Problem> =>
  err({ ...REFUSALS[why], what: `«${name}» ${REFUSALS[why].what}` });

/**
 * The words of a document, or the appointment of a calendar file, read in a worker within limits of bytes, parts, depth
 * and time; `name` only names it in problems. Nothing in it is run and no address followed. Problem codes: those of
 * `REFUSALS`.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<Result<ReadDocument, Problem>> {
  if (bytes.length > MAX_DOCUMENT_BYTES) return refused('tooBig', name);
  if (bytes.length === 0) return refused('empty', name);
  const copy = new Uint8Array(bytes).buffer;
  const answer = await runWorker<DocumentReading>({
    word: 'documents',
    name: 'document',
    input: copy,
    transfer: [copy],
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
    keepWarmMilliseconds: KEEP_WARM_MILLISECONDS,
  });
  if (!answer.ok) {
    const { code } = answer.error;
    return refused(code === 'work-too-long' ? 'slow' : code === 'work-too-big' ? 'tooBig' : 'broken', name);
  }
  if ('refused' in answer.value) return refused(answer.value.refused, name);
  const read = readDocumentSchema.safeParse(answer.value.read);
  return read.success ? ok(read.data) : refused('broken', name);
}
