import { serveWorker } from '#electron/workers/serve.ts';
import { readSheets } from './readSheets.ts';

serveWorker((input) => readSheets(input as Uint8Array));
