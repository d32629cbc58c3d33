/** One object of a PDF file: its number and everything between `obj` and `endobj`, as Latin-1 text. */
export interface PdfObject {
  readonly number: number;
  readonly body: string;
}

/** A PDF 1.7 file with one classic cross-reference table, as Typst writes it. Text is Latin-1: one character a byte. */
export interface PdfFile {
  readonly text: string;
  /** Offset of the cross-reference table. */
  readonly xrefAt: number;
  readonly size: number;
  readonly catalogue: PdfObject;
  readonly metadata: PdfObject;
  /** The `/Info` and `/ID` entries of the trailer, as they stand. */
  readonly info: string;
  readonly id: string;
}

/** Every entry of a classic cross-reference table has this length (ISO 32000-1, 7.5.4). */
const ENTRY_LENGTH = 20;

function matchOf(text: string, pattern: RegExp, what: string): RegExpExecArray {
  const match = pattern.exec(text);
  if (match === null) throw new Error(`PDF without ${what}`);
  return match;
}

/** The number that the only group of `pattern` finds in `text`; throws, naming `what`, when it is not there. */
export function numberIn(text: string, pattern: RegExp, what: string): number {
  return Number(matchOf(text, pattern, what)[1]);
}

function readObject(text: string, xrefAt: number, number: number): PdfObject {
  const [heading, first, count] = matchOf(
    text.slice(xrefAt, xrefAt + 60),
    /^xref\s+(\d+) (\d+)\s*\n/,
    'a classic xref',
  );
  const index = number - Number(first);
  if (index < 0 || index >= Number(count)) throw new Error(`PDF without object ${number}`);
  const offset = Number(text.substr(xrefAt + heading.length + index * ENTRY_LENGTH, 10));
  const head = `${number} 0 obj`;
  if (!text.startsWith(head, offset)) throw new Error(`PDF object ${number} is not where the xref says`);
  return { number, body: text.slice(offset + head.length, text.indexOf('endobj', offset)).trim() };
}

/** Reads the parts that the finishing of a report needs. Throws rather than guess when the file is built otherwise. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (!text.startsWith('%PDF-1.7')) throw new Error('not a PDF 1.7');
  const xrefAt = numberIn(text, /startxref\s+(\d+)\s+%%EOF\s*$/, 'an end');
  const trailer = text.slice(text.indexOf('trailer', xrefAt));
  const catalogue = readObject(text, xrefAt, numberIn(trailer, /\/Root (\d+) 0 R/, 'a catalogue'));
  return {
    text,
    xrefAt,
    size: numberIn(trailer, /\/Size (\d+)/, 'a size'),
    catalogue,
    metadata: readObject(text, xrefAt, numberIn(catalogue.body, /\/Metadata (\d+) 0 R/, 'metadata')),
    info: matchOf(trailer, /\/Info \d+ 0 R/, 'information')[0],
    id: matchOf(trailer, /\/ID \[[^\]]*\]/, 'an identifier')[0],
  };
}
