import { serveWorker } from '#electron/workers/serve.ts';
import { readInvoiceXml } from './invoiceXml.ts';

serveWorker((input) => readInvoiceXml(input as Uint8Array));
