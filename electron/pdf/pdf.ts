import { runWorker } from '#electron/workers/run.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { PrintedDocument } from '#shared/text/document/document.ts';
import type { RenderedPdf } from './compile.ts';

const TIMEOUT_MILLISECONDS = 60_000;
const HEAP_MEGABYTES = 512;
/** A second document within this time does not load the compiler again. */
const KEEP_WARM_MILLISECONDS = 60_000;

/**
 * The document as a PDF/A-2a and PDF/UA-1 file (P54), made in a worker thread. The same document gives the same bytes.
 * Problem codes: `pdf-not-made`, and those of `runWorker` for time and memory.
 */
export async function renderPdf(document: PrintedDocument): Promise<Result<RenderedPdf, Problem>> {
  const rendered = await runWorker<RenderedPdf>({
    word: 'pdf',
    name: 'pdf',
    input: document,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
    keepWarmMilliseconds: KEEP_WARM_MILLISECONDS,
  });
  if (rendered.ok || rendered.error.code !== 'work-failed') return rendered;
  return problem({
    code: 'pdf-not-made',
    what: 'Il PDF non è pronto: l’impaginazione si è fermata.',
    why: 'I dati sono al sicuro.',
    remedy: 'Riprova; se succede ancora, segnala il caso a chi assiste l’app.',
  });
}
