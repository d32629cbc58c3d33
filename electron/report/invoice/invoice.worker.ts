import { serveWorker } from '#electron/workers/serve.ts';
import { readInvoiceFile } from './invoiceFile.ts';

serveWorker((input) => readInvoiceFile(input as Uint8Array));
