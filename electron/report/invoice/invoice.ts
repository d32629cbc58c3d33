import { runWorker } from '#electron/workers/run.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Invoice } from '#shared/report/invoice/invoice.ts';

/** Attachments are inside the file; the exchange system itself takes no more than 5 MB. */
const MAXIMUM_BYTES = 10_000_000;
const TIMEOUT_MILLISECONDS = 20_000;
const HEAP_MEGABYTES = 256;

/**
 * Reads an electronic invoice (P52) in a worker thread.
 * Problem codes: `invoice-too-big`, those of `readInvoiceFile`, and those of `runWorker`.
 */
export async function readInvoice(bytes: Uint8Array): Promise<Result<Invoice, Problem>> {
  if (bytes.byteLength > MAXIMUM_BYTES) {
    return problem({
      code: 'invoice-too-big',
      what: `Il file supera ${MAXIMUM_BYTES / 1_000_000} MB: una fattura non può essere così grande.`,
      remedy: 'Controlla di avere scelto il file giusto.',
    });
  }
  const read = await runWorker<Result<Invoice, Problem>>({
    word: 'report/invoice',
    name: 'invoice',
    input: bytes,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
  });
  if (read.ok) return read.value;
  if (read.error.code !== 'work-failed') return read;
  return problem({
    code: 'invoice-unreadable',
    what: 'Il file ha fermato la lettura: non è una fattura in XML, o è rovinato.',
    remedy: 'Scarica di nuovo la fattura dal sistema della ragioneria e scegli il file nuovo.',
  });
}
