import { runWorker } from '#electron/workers/run.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { ReportDocument } from '#shared/report/document.ts';
import type { RenderedPdf } from './compile.ts';

const TIMEOUT_MILLISECONDS = 60_000;
const HEAP_MEGABYTES = 512;
/** A second report within this time does not load the compiler again. */
const KEEP_WARM_MILLISECONDS = 60_000;

/**
 * The report as a PDF/A-2a and PDF/UA-1 file (P54), made in a worker thread. The same document gives the same bytes.
 * Problem codes: `pdf-not-made`, and those of `runWorker` for time and memory.
 */
export async function renderPdf(document: ReportDocument): Promise<Result<RenderedPdf, Problem>> {
  const rendered = await runWorker<RenderedPdf>({
    word: 'report',
    name: 'pdf',
    input: document,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
    keepWarmMilliseconds: KEEP_WARM_MILLISECONDS,
  });
  if (rendered.ok || rendered.error.code !== 'work-failed') return rendered;
  return problem(
    'pdf-not-made',
    'La relazione in PDF non è pronta: l’impaginazione si è fermata. I dati del periodo sono al sicuro.',
    'Riprova; se succede ancora, usa il foglio di calcolo e segnala il caso a chi assiste l’app.',
  );
}
