import { runWorker } from '#electron/workers/run.ts';
import { type NewsPage, newsPageSchema } from '#shared/requests/news/page.ts';
import type { PageTask } from './readPage.worker.ts';

const TIMEOUT_MILLISECONDS = 10_000;
const HEAP_MEGABYTES = 128;
const KEEP_WARM_MILLISECONDS = 5_000;

/** Reads a page in a thread of its own; `undefined` for one that cannot be read there: nothing is known of it. */
export async function readPage(bytes: Uint8Array, charset: string | null): Promise<NewsPage | undefined> {
  const copy = new Uint8Array(bytes).buffer;
  const input: PageTask = { bytes: copy, charset };
  const answer = await runWorker<unknown>({
    ...{ word: 'requests/news', name: 'readPage', input, transfer: [copy] },
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
    keepWarmMilliseconds: KEEP_WARM_MILLISECONDS,
  });
  const page = answer.ok ? newsPageSchema.safeParse(answer.value) : undefined;
  return page?.success ? page.data : undefined;
}
