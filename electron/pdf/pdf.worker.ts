import { serveWorker } from '#electron/workers/serve.ts';
import type { PrintedDocument } from '#shared/text/document/document.ts';
import { loadPdfAssets } from './assets.ts';
import { createRenderer } from './compile.ts';

const renderer = loadPdfAssets().then(createRenderer);
// a failure is reported by the task that awaits it, not as an unhandled one before the first task arrives
renderer.catch(() => undefined);

serveWorker(async (input) => (await renderer)(input as PrintedDocument));
