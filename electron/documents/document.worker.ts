import { serveWorker } from '#electron/workers/serve.ts';
import { normaliseText, writableText } from '#shared/kernel/text.ts';
import { MAX_DOCUMENT_TEXT, type ReadDocument } from '#shared/text/readDocument.ts';
import { calendarEvent } from './calendar.ts';
import { docxText } from './docx.ts';
import { odtText } from './odt.ts';
import { pdfText } from './pdf.ts';
import { type Refusal, Refused } from './refusals.ts';
import { rtfText } from './rtf.ts';
import { openParts } from './unzip.ts';

/** What the worker answers: what was read, or why nothing was. */
export type DocumentReading = { readonly read: ReadDocument } | { readonly refused: Refusal };

const beginsWith = (bytes: Uint8Array, signature: string): boolean =>
  Buffer.from(bytes.subarray(0, 1024)).toString('latin1').trimStart().startsWith(signature);
const COMPOUND = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';
const LOCKED = Buffer.from('EncryptedPackage', 'utf16le');

/** The words of a document, by what its bytes are and never by its name. */
async function wordsOf(bytes: Uint8Array): Promise<string> {
  if (beginsWith(bytes, '%PDF-')) return pdfText(bytes);
  if (beginsWith(bytes, '{\\rtf')) return rtfText(Buffer.from(bytes).toString('latin1'));
  if (beginsWith(bytes, COMPOUND)) throw new Refused(Buffer.from(bytes).includes(LOCKED) ? 'encrypted' : 'oldWord');
  if (!beginsWith(bytes, 'PK')) throw new Refused('broken');
  const parts = openParts(bytes);
  return parts.has('content.xml') ? odtText(parts) : docxText(parts);
}

async function read(bytes: Uint8Array): Promise<ReadDocument> {
  if (
    /^BEGIN:VCALENDAR/i.test(
      Buffer.from(bytes.subarray(0, 64))
        .toString('latin1')
        .replace(/^[^A-Za-z]+/, ''),
    )
  )
    return { kind: 'event', event: calendarEvent(bytes) };
  const text = normaliseText(writableText(await wordsOf(bytes)));
  if (!/\p{L}/u.test(text)) throw new Refused('empty');
  return { kind: 'text', text: text.slice(0, MAX_DOCUMENT_TEXT), isCut: text.length > MAX_DOCUMENT_TEXT };
}

serveWorker(async (input): Promise<DocumentReading> => {
  try {
    return { read: await read(new Uint8Array(input as ArrayBuffer)) };
  } catch (cause) {
    if (cause instanceof Refused) return { refused: cause.why };
    throw cause;
  }
});
