import { identify, insertAt } from './identification.ts';
import { numberIn, type PdfFile, type PdfObject, readPdf } from './pdfFile.ts';

/** A reader must show the title of the document, not the name of the file (ISO 14289-1, 7.1). */
function finishedCatalogue({ body }: PdfObject): string {
  for (const entry of ['/MarkInfo', '/StructTreeRoot', '/Lang (', '/ViewerPreferences']) {
    if (!body.includes(entry)) throw new Error(`PDF catalogue without ${entry}`);
  }
  return body.includes('/DisplayDocTitle true')
    ? body
    : insertAt(body, '/ViewerPreferences <<', 'after', '\n    /DisplayDocTitle true');
}

function finishedMetadata({ body }: PdfObject): string {
  const streamAt = body.indexOf('stream\n') + 'stream\n'.length;
  const dictionary = body.slice(0, streamAt);
  if (dictionary.includes('/Filter')) throw new Error('PDF metadata are compressed');
  const length = numberIn(dictionary, /\/Length (\d+)/, 'a length of the metadata');
  const xmp = Buffer.from(body.slice(streamAt, streamAt + length), 'latin1').toString('utf8');
  const packet = Buffer.from(identify(xmp), 'utf8').toString('latin1');
  return `<< /Type /Metadata /Subtype /XML /Length ${packet.length} >>\nstream\n${packet}\nendstream`;
}

/** Objects that replace those of the same number, with their cross-references: ISO 32000-1, 7.5.6. */
function incrementalUpdate(file: PdfFile, objects: readonly PdfObject[]): string {
  const sorted = [...objects].sort((one, other) => one.number - other.number);
  let update = file.text.endsWith('\n') ? '' : '\n';
  let references = 'xref\n';
  for (const { number, body } of sorted) {
    const offset = String(file.text.length + update.length).padStart(10, '0');
    references += `${number} 1\n${offset} 00000 n \n`;
    update += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const xrefAt = file.text.length + update.length;
  const trailer = `/Size ${file.size} /Root ${file.catalogue.number} 0 R ${file.info} ${file.id} /Prev ${file.xrefAt}`;
  return `${update}${references}trailer\n<< ${trailer} >>\nstartxref\n${xrefAt}\n%%EOF\n`;
}

/**
 * The tagged PDF 1.7 of Typst declared as PDF/A-2a and PDF/UA-1, as an incremental update: the bytes before stay.
 * Throws rather than guess when the file is not built as Typst 0.14 builds it.
 */
export function finishPdf(bytes: Uint8Array): Uint8Array {
  const file = readPdf(bytes);
  const update = incrementalUpdate(file, [
    { number: file.metadata.number, body: finishedMetadata(file.metadata) },
    { number: file.catalogue.number, body: finishedCatalogue(file.catalogue) },
  ]);
  return Buffer.concat([bytes, Buffer.from(update, 'latin1')]);
}
