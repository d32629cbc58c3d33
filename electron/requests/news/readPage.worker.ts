import { serveWorker } from '#electron/workers/serve.ts';
import type { NewsPage } from '#shared/requests/news/page.ts';
import { decodePage } from './decodePage.ts';
import { pageIn } from './pageIn.ts';

/** A page as it came: its bytes, and the letters its server says they are in. */
export interface PageTask {
  readonly bytes: ArrayBuffer;
  readonly charset: string | null;
}

serveWorker((input): NewsPage => {
  const { bytes, charset } = input as PageTask;
  return pageIn(decodePage(new Uint8Array(bytes), charset));
});
