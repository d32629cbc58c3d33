/** Documents made to harm: each is refused in a sentence, in bounded time and memory, and the next one is read. */
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { docxText } from '#electron/documents/docx.ts';
import { odtText } from '#electron/documents/odt.ts';
import { readDocument } from '#electron/documents/readDocument.ts';
import { Refused } from '#electron/documents/refusals.ts';
import { rtfText } from '#electron/documents/rtf.ts';
import { openParts } from '#electron/documents/unzip.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { docxFile, icsFile, odtFile, pdfFile, wordParagraph, zipFile } from '../../helpers/documents.ts';

afterAll(stopWorkers);

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readDocument(bytes, 'avviso');
  return read.ok ? 'read' : read.error.code;
};

describe('a zip that is a trap', () => {
  const bomb = Buffer.alloc(60_000_000, 0x20);
  it('inflates no more than the limit, whatever its directory says', async () => {
    for (const declaredBytes of [bomb.length, 10]) {
      const bytes = zipFile([{ name: 'word/document.xml', bytes: bomb, declaredBytes }]);
      expect(bytes.length).toBeLessThan(100_000);
      expect(await codeOf(bytes)).toBe('document-too-big');
    }
  });
  it('counts all its parts together', () => {
    const half = Buffer.alloc(25_000_000, 0x20);
    const parts = openParts(
      zipFile([
        { name: 'a', bytes: half },
        { name: 'b', bytes: half },
      ]),
    );
    expect(parts.text('a')).toHaveLength(half.length);
    expect(() => parts.text('b')).toThrow(Refused);
  });
  it('with 10,000 parts is refused before anything is inflated', async () => {
    const parts = Array.from({ length: 10_000 }, (_, at) => ({ name: `p${at}.xml`, bytes: '' }));
    expect(await codeOf(docxFile(wordParagraph('x'), { parts }))).toBe('document-too-big');
  });
  it('with names that lead elsewhere reads and writes nothing there', async () => {
    const parts = [
      { name: '../../../etc/passwd', bytes: 'x' },
      { name: 'word/../../fuori.xml', bytes: 'x' },
      { name: '/word/document.xml', bytes: '<w:p/>' },
    ];
    expect(await codeOf(docxFile(wordParagraph('Avviso'), { parts }))).toBe('read');
    const rels =
      '<Relationships><Relationship Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>';
    expect(await codeOf(zipFile([{ name: '_rels/.rels', bytes: rels }]))).toBe('document-broken');
  });
  it('whose parts are locked says so', async () => {
    expect(await codeOf(zipFile([{ name: 'word/document.xml', bytes: 'x', isLocked: true }]))).toBe(
      'document-encrypted',
    );
  });
});

describe('XML that is a trap', () => {
  it('with entities that grow a billionfold leaves them as they stand', async () => {
    const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`);
    const prologue = `<!DOCTYPE w:document [<!ENTITY l0 "lol">${entities.join('')}]>`;
    const read = await readDocument(docxFile(wordParagraph('Prima &l9; dopo'), { prologue }), 'a.docx');
    expect(read).toMatchObject({ ok: true, value: { text: 'Prima &l9; dopo' } });
  });
  it('that names files of this computer reads none of them', async () => {
    const prologue = '<!DOCTYPE w:document [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
    const read = await readDocument(docxFile(wordParagraph('Prima &f; dopo'), { prologue }), 'a.docx');
    expect(read).toMatchObject({ ok: true, value: { text: 'Prima &f; dopo' } });
  });
  it('nested without end is refused', async () => {
    expect(await codeOf(docxFile('<w:sdt>'.repeat(200_000)))).toBe('document-broken');
    expect(await codeOf(odtFile('<text:span>'.repeat(200_000)))).toBe('document-broken');
  });
  it('very long is cut, and says so', async () => {
    const read = await readDocument(docxFile(wordParagraph('parola '.repeat(200_000))), 'a.docx');
    expect(read).toMatchObject({ ok: true, value: { isCut: true } });
    expect(read.ok && read.value.kind === 'text' ? read.value.text.length : 0).toBe(60_000);
  });
});

describe('other traps', () => {
  it('groups of Rich Text without end, and signs without number', () => {
    expect(rtfText(`{\\rtf1${'{'.repeat(100_000)}x`)).toBe('');
    expect(rtfText(`{\\rtf1 ${"\\'zz\\u99999999 ".repeat(1_000)}}`)).toEqual(expect.any(String));
  });
  it('an appointment that comes back for ever, or has no day of this world', async () => {
    expect(await codeOf(icsFile(['DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY']))).toBe('read');
    expect(await codeOf(icsFile(['DTSTART:99990101T000000Z']))).toBe('document-no-event');
    expect(await codeOf(icsFile(['DTSTART:domani']))).toMatch(/^document-(?:broken|no-event)$/);
  });
  it('a calendar with thousands of appointments is read at its first', async () => {
    const many = Array.from({ length: 5_000 }, (_, n) => [
      'END:VEVENT',
      'BEGIN:VEVENT',
      `SUMMARY:${n}`,
      'DTSTART:20260101T100000Z',
    ]);
    expect(await codeOf(icsFile(['SUMMARY:primo', 'DTSTART:20260101T100000Z', ...many.flat()]))).toBe('read');
  });
});

/** Documents that are whole, to be broken. */
const WHOLE = [
  docxFile(`${wordParagraph('Avviso ai cittadini')}<w:tbl><w:tr><w:tc>${wordParagraph('a')}</w:tc></w:tr></w:tbl>`),
  odtFile(
    '<text:p>Avviso ai cittadini</text:p><text:list><text:list-item><text:p>uno</text:p></text:list-item></text:list>',
  ),
  pdfFile([{ lines: [{ text: 'Avviso ai cittadini', y: 700 }] }]),
  icsFile(['SUMMARY:Avviso', 'DTSTART:20260101T100000Z']),
  new Uint8Array(Buffer.from('{\\rtf1\\ansi Avviso {\\b ai} cittadini\\par}')),
];

it('a document cut anywhere, or with other bytes in it, is read or refused, and never stops the reader', async () => {
  const broken = fc
    .tuple(fc.constantFrom(...WHOLE), fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 6 }))
    .map(([whole, cut, changes]) => {
      const bytes = whole.slice(0, whole.length - (cut % whole.length));
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(broken, async (bytes) => {
      expect(await codeOf(bytes)).toMatch(
        /^(?:read|document-(?:broken|empty|encrypted|picture|no-event|old-word|too-big))$/,
      );
    }),
    { numRuns: 150 },
  );
  expect(await codeOf(WHOLE[0] as Uint8Array)).toBe('read');
});

it('whatever its elements, a text is read or refused', () => {
  const names = ['w:p', 'w:r', 'w:t', 'w:tc', 'w:tr', 'w:txbxContent', 'w:del', 'w:hyperlink', 'mc:Fallback', 'w:pPr'];
  const more = [
    'text:p',
    'text:list',
    'text:list-item',
    'table:table-cell',
    'table:table-row',
    'draw:text-box',
    'text:a',
  ];
  const tag = (all: readonly string[]) =>
    fc.tuple(fc.constantFrom(...all), fc.boolean()).map(([name, isEnd]) => (isEnd ? `</${name}>` : `<${name}>parola`));
  const body = (all: readonly string[]) => fc.array(tag(all), { maxLength: 40 }).map((tags) => tags.join(''));
  const reads = (read: () => string) => {
    try {
      expect(typeof read()).toBe('string');
    } catch (cause) {
      expect(cause).toBeInstanceOf(Refused);
    }
  };
  fc.assert(
    fc.property(body(names), (xml) => reads(() => docxText(openParts(docxFile(xml))))),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(body(more), (xml) => reads(() => odtText(openParts(odtFile(xml))))),
    { numRuns: 300 },
  );
});
