/** Documents of invented offices, made byte by byte: Word, OpenDocument, PDF, calendar, and zips that are traps. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly bytes: string | Uint8Array;
  /** What the directory says instead of the truth. */
  readonly declaredBytes?: number;
  readonly isLocked?: boolean;
}

/** A zip with these parts, deflated (APPNOTE 6.3.10). */
export function zipFile(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, declaredBytes, isLocked = false } of parts) {
    const raw = Buffer.from(bytes as string);
    const packed = deflateRawSync(raw);
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(Number(isLocked), 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(crc32(raw), 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(declaredBytes ?? raw.length, 22);
    head.writeUInt16LE(title.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(20, 4);
    entry.writeUInt16LE(20, 6);
    head.copy(entry, 8, 6, 28);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, title, packed);
    directory.push(entry, title);
    offset += head.length + title.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...locals, ...directory, end]));
}

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface DocxOptions {
  /** External links by id. */
  readonly links?: Readonly<Record<string, string>>;
  readonly parts?: readonly ZipPart[];
  /** Before the root of the text: a declaration of entities. */
  readonly prologue?: string;
}

/** A paragraph of a Word document with one run. */
export const wordParagraph = (text: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
/** What makes a paragraph an item: of list 1, which has points, or of list 2, which is counted. */
export const wordItem = (list: 1 | 2, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

/** A Word document whose body is this WordprocessingML. */
export function docxFile(body: string, { links = {}, parts = [], prologue = '' }: DocxOptions = {}): Uint8Array {
  const relations = Object.entries(links).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${target.replaceAll('&', '&amp;')}" TargetMode="External"/>`,
  );
  const level = (number: number, format: string) => `<w:lvl w:ilvl="${number}"><w:numFmt w:val="${format}"/></w:lvl>`;
  return zipFile([
    {
      name: '[Content_Types].xml',
      bytes: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      bytes: `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', bytes: `${XML}${prologue}<w:document ${WORD}><w:body>${body}</w:body></w:document>` },
    {
      name: 'word/_rels/document.xml.rels',
      bytes: `${XML}<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`,
    },
    {
      name: 'word/numbering.xml',
      bytes: `${XML}<w:numbering ${WORD}><w:abstractNum w:abstractNumId="7">${level(0, 'bullet')}${level(1, 'bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'decimal')}${level(1, 'lowerLetter')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`,
    },
    { name: 'word/header1.xml', bytes: `${XML}<w:hdr ${WORD}>${wordParagraph('Comune di Valdombra')}</w:hdr>` },
    { name: 'word/footer1.xml', bytes: `${XML}<w:ftr ${WORD}>${wordParagraph('pagina 1')}</w:ftr>` },
    ...parts,
  ]);
}

const OASIS = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

/** An OpenDocument text whose body is this. */
export function odtFile(body: string, parts: readonly ZipPart[] = []): Uint8Array {
  return zipFile([
    { name: 'mimetype', bytes: 'application/vnd.oasis.opendocument.text' },
    {
      name: 'content.xml',
      bytes: `${XML}<office:document-content ${OASIS} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:automatic-styles><text:list-style style:name="Numeri"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    {
      name: 'styles.xml',
      bytes: `${XML}<office:document-styles ${OASIS}><text:p>Comune di Valdombra</text:p></office:document-styles>`,
    },
    ...parts,
  ]);
}

/** A line of a page: its words and how far from the foot it stands. */
export interface PdfLine {
  readonly text: string;
  readonly y: number;
}
export interface PdfPage {
  readonly lines: readonly PdfLine[];
  /** The address of a link that lies over the page. */
  readonly link?: string;
}

const winAnsi = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/[\\()]/g, '\\$&')
      .replaceAll('’', '\u0092')
      .replaceAll('•', '\u0095')
      .replaceAll('–', '\u0096'),
    'latin1',
  );

/** A PDF of these pages (ISO 32000); a page without lines holds a picture only. */
export function pdfFile(pages: readonly PdfPage[]): Uint8Array {
  const objects: Buffer[] = [];
  const add = (body: string | Buffer): number => objects.push(Buffer.from(body as string));
  const stream = (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(`<</Length ${bytes.length}>>stream\n`), bytes, Buffer.from('\nendstream')]);
  add('<</Type/Catalog/Pages 2 0 R>>');
  add('');
  add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const kids = pages.map(({ lines, link }) => {
    const words = lines.map(({ text, y }) =>
      Buffer.concat([Buffer.from(`BT /F1 11 Tf 72 ${y} Td (`), winAnsi(text), Buffer.from(') Tj ET\n')]),
    );
    const content = add(stream(Buffer.concat([Buffer.from('10 10 20 20 re f\n'), ...words])));
    const note = link ? `/Annots[<</Type/Annot/Subtype/Link/Rect[72 600 200 700]/A<</S/URI/URI(${link})>>>>]` : '';
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${content} 0 R${note}>>`,
    );
  });
  objects[1] = Buffer.from(`<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`);
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  let at = chunks[0]?.length ?? 0;
  for (const [index, body] of objects.entries()) {
    const chunk = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    places.push(at);
    at += chunk.length;
    chunks.push(chunk);
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  chunks.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${at}\n%%EOF`,
    ),
  );
  return new Uint8Array(Buffer.concat(chunks));
}

/** A calendar file with these lines of one appointment. */
export const icsFile = (lines: readonly string[], around: readonly string[] = ['METHOD:REQUEST']): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Ufficio//IT',
        ...around,
        'BEGIN:VEVENT',
        'UID:1@ufficio.example',
        ...lines,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    ),
  );
