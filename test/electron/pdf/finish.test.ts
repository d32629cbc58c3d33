import { expect, test } from 'vitest';
import { finishPdf } from '#electron/pdf/finish.ts';
import { pdfFaults } from '../../helpers/pdfStructure.ts';

const XMP =
  '<rdf:RDF><rdf:Description rdf:about=""><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Perché «no»</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>';

interface Parts {
  readonly catalogue?: string;
  readonly xmp?: string;
  readonly filter?: string;
  readonly trailer?: string;
  readonly version?: string;
}

/** The smallest file that is built as Typst builds its own. */
function smallPdf({
  catalogue,
  xmp = XMP,
  filter = '',
  trailer = '/ID [(a) (b)]',
  version = '1.7',
}: Parts): Uint8Array {
  const packet = Buffer.from(xmp, 'utf8');
  const objects = [
    catalogue ??
      '<<\n/Metadata 2 0 R /Lang (it-IT) /MarkInfo << /Marked true >> /StructTreeRoot 3 0 R /ViewerPreferences <<\n/Direction /L2R >> /Outlines 3 0 R >>',
    `<<\n/Length ${packet.length}${filter}\n>>\nstream\n${packet.toString('latin1')}\nendstream`,
    '<< /K [] >>',
    '<< /Producer (x) >>',
  ];
  let text = `%PDF-${version}\n%\x80\x80\x80\x80\n`;
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xrefAt = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n\r\n`).join('');
  text += `xref\n0 5\n0000000000 65535 f\r\n${entries}trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${xrefAt}\n%%EOF`;
  return Buffer.from(text, 'latin1');
}

test('adds the names of the standards and leaves the bytes before as they are', () => {
  const before = smallPdf({});
  expect(pdfFaults(before)).toEqual(
    expect.arrayContaining(['not PDF/A-2', 'not level A', 'not PDF/UA-1', 'PDF/UA not described', 'title not shown']),
  );
  const after = finishPdf(before);
  expect(after.subarray(0, before.length)).toEqual(Buffer.from(before));
  expect(pdfFaults(after)).toEqual(['not exactly one H1']);
  expect(Buffer.from(after).toString('utf8')).toContain('Perché «no»');
  expect(finishPdf(before)).toEqual(after);
});

test.each<[string, Parts]>([
  ['another version', { version: '1.4' }],
  ['no tags', { catalogue: '<< /Metadata 2 0 R /Lang (it-IT) /MarkInfo << >> /ViewerPreferences << >> >>' }],
  [
    'no language',
    { catalogue: '<< /Metadata 2 0 R /MarkInfo << >> /StructTreeRoot 3 0 R /ViewerPreferences << >> >>' },
  ],
  ['no metadata', { catalogue: '<< /Lang (it-IT) /MarkInfo << >> /StructTreeRoot 3 0 R /ViewerPreferences << >> >>' }],
  ['compressed metadata', { filter: '\n/Filter /FlateDecode' }],
  ['two descriptions', { xmp: XMP.replace('</rdf:RDF>', `${XMP}</rdf:RDF>`) }],
  ['an identification already', { xmp: XMP.replace('<dc:title>', '<pdfaid:part>3</pdfaid:part><dc:title>') }],
  ['no identifier', { trailer: '' }],
  ['a cross-reference to nowhere', { catalogue: '<< /Metadata 9 0 R >>' }],
])('refuses a file with %s', (_, parts) => {
  expect(() => finishPdf(smallPdf(parts))).toThrow(/PDF/);
});

test('refuses a file that was already finished, and one that is no PDF', () => {
  expect(() => finishPdf(finishPdf(smallPdf({})))).toThrow('PDF without object');
  expect(() => finishPdf(new TextEncoder().encode('<html>'))).toThrow('not a PDF 1.7');
});
