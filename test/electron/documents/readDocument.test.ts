/** What is read in the documents of offices (R38, R39), each made as its programs make it. */
import { afterAll, describe, expect, it } from 'vitest';
import { readDocument } from '#electron/documents/readDocument.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { docxFile, icsFile, odtFile, pdfFile, wordItem, wordParagraph } from '../../helpers/documents.ts';

afterAll(stopWorkers);

async function textOf(bytes: Uint8Array, name = 'avviso'): Promise<string> {
  const read = await readDocument(bytes, name);
  if (!read.ok) throw new Error(read.error.what);
  if (read.value.kind !== 'text') throw new Error('an appointment');
  return read.value.text;
}
async function refusalOf(bytes: Uint8Array, name = 'avviso.docx') {
  const read = await readDocument(bytes, name);
  return read.ok ? 'read' : read.error.code;
}

describe('a Word document', () => {
  it('gives its paragraphs and lists, without head and foot', async () => {
    const body = [
      wordParagraph('Chiusura della biblioteca'),
      wordParagraph('La biblioteca resta chiusa lunedì 9 marzo per:'),
      wordParagraph('inventario', wordItem(1)),
      wordParagraph('pulizie', wordItem(1)),
      wordParagraph('Come fare:'),
      wordParagraph('telefonare', wordItem(2)),
      wordParagraph('scrivere', wordItem(2, 1)),
      wordParagraph('venire', wordItem(2)),
    ].join('');
    expect(await textOf(docxFile(body))).toBe(
      'Chiusura della biblioteca\n\nLa biblioteca resta chiusa lunedì 9 marzo per:\n\n- inventario\n- pulizie\n\nCome fare:\n\n1. telefonare\n1. scrivere\n2. venire',
    );
  });

  it('keeps the blank lines of who writes them', async () => {
    const body = [wordParagraph('Uno'), wordParagraph('Due'), '<w:p/>', wordParagraph('Tre')].join('');
    expect(await textOf(docxFile(body))).toBe('Uno\nDue\n\nTre');
  });

  it('leaves deleted words out and inserted ones in; hidden, moved and noted ones too', async () => {
    const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const body = `<w:p>${run('Apre ')}<w:del w:id="1"><w:r><w:delText>lunedì</w:delText></w:r></w:del><w:ins w:id="2">${run('martedì')}</w:ins><w:moveFrom w:id="3">${run(' spostato')}</w:moveFrom>${run(' alle 9')}<w:r><w:rPr><w:vanish/></w:rPr><w:t> nascosto</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>${run('Una riga ')}</w:p><w:p>${run('sola.')}</w:p>`;
    expect(await textOf(docxFile(body))).toBe('Apre martedì alle 9.\n\nUna riga sola.');
  });

  it('keeps links by their address, once', async () => {
    const link = 'https://www.comune.valdombra.example/novita/orari?a=1&b=2';
    const code = (text: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://www.comune.valdombra.example/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${text}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = `<w:p><w:r><w:t xml:space="preserve">Tutto </w:t></w:r><w:hyperlink r:id="rId9"><w:r><w:t>qui</w:t></w:r></w:hyperlink></w:p><w:p><w:hyperlink r:id="rId9"><w:r><w:t>${link.replace('&', '&amp;')}</w:t></w:r></w:hyperlink></w:p><w:p>${code('la pagina')}</w:p><w:p><w:hyperlink r:id="rId8"><w:r><w:t>scrivi</w:t></w:r></w:hyperlink></w:p>`;
    const links = { rId9: link, rId8: 'javascript:alert(1)' };
    expect(await textOf(docxFile(body, { links }))).toBe(
      `Tutto qui ${link}\n\n${link}\n\nla pagina https://www.comune.valdombra.example/b\n\nscrivi`,
    );
  });

  it('reads rows of tables and boxes beside the text once', async () => {
    const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`;
    const box = `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${wordParagraph('Nel riquadro')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${wordParagraph('Nel riquadro')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Accanto</w:t></w:r></w:p>`;
    const body = `<w:tbl><w:tr>${cell('Lunedì')}${cell('9–12')}</w:tr><w:tr>${cell('Martedì')}${cell('chiuso')}</w:tr></w:tbl>${box}`;
    expect(await textOf(docxFile(body))).toBe('Lunedì   9–12\nMartedì   chiuso\n\nAccanto\n\nNel riquadro');
  });

  it('with macros is read without them', async () => {
    const parts = [{ name: 'word/vbaProject.bin', bytes: 'Sub AutoOpen()' }];
    expect(await textOf(docxFile(wordParagraph('Avviso'), { parts }), 'avviso.docm')).toBe('Avviso');
  });
});

describe('an OpenDocument text', () => {
  it('gives its paragraphs, lists and links, without head, notes and deleted words', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>tolto</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h>Orari</text:h><text:p>Dal<text:s/>9<text:tab/>marzo<text:line-break/>fino   a
      giugno<text:note><text:note-body><text:p>nota</text:p></text:note-body></text:note> <text:a xlink:href="https://www.comune.valdombra.example/orari">qui</text:a></text:p><text:list><text:list-item><text:p>mattina</text:p></text:list-item><text:list-item><text:p>sera</text:p></text:list-item></text:list><text:list text:style-name="Numeri"><text:list-item><text:p>uno</text:p></text:list-item><text:list-item><text:p>due</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p></table:table-cell></table:table-row></table:table>`;
    expect(await textOf(odtFile(body))).toBe(
      'Orari\n\nDal 9 marzo\nfino a giugno qui https://www.comune.valdombra.example/orari\n\n- mattina\n- sera\n1. uno\n2. due\n\nA   B',
    );
  });
  it('that is locked says so', async () => {
    const manifest = '<manifest:manifest><manifest:encryption-data/></manifest:manifest>';
    expect(await refusalOf(odtFile('x', [{ name: 'META-INF/manifest.xml', bytes: manifest }]))).toBe(
      'document-encrypted',
    );
  });
});

describe('a Rich Text document', () => {
  it('gives its words with their links, without head, deleted and hidden ones', async () => {
    const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\header Comune\par}\uc1 L\'92ufficio \b apre\b0  {\deleted luned\'ec}{\revised marted\'ec}{\v nascosto} alle 9\u8230?\par{\field{\*\fldinst HYPERLINK "https://www.comune.valdombra.example/o"}{\fldrslt {\ul tutto} qui}}.\par{\pict 00ff}{\*\unknown x}Fine}`;
    expect(await textOf(Buffer.from(rtf, 'latin1'))).toBe(
      'L’ufficio apre martedì alle 9…\ntutto qui https://www.comune.valdombra.example/o.\nFine',
    );
  });
});

describe('a PDF', () => {
  const page = (texts: readonly string[], from = 780, gap = 14) =>
    texts.map((text, at) => ({ text, y: from - at * gap }));
  it('gives paragraphs with whole lines and words, without what stands on every page', async () => {
    const long = 'La biblioteca comunale resta chiusa al pubblico lunedì 9 marzo 2026 per l’inven-';
    const first = [...page(['Comune di Valdombra'], 810), ...page([long, 'tario annuale dei libri e dei periodici.'])];
    const items = page(['• si restituisce nella cassetta', '• si prenota per telefono'], 700);
    const foot = (number: number) => ({ text: `pagina ${number}`, y: 40 });
    const second = [...page(['Comune di Valdombra'], 810), ...page(['Si riapre martedì.']), foot(2)];
    const text = await textOf(pdfFile([{ lines: [...first, ...items, foot(1)] }, { lines: second }]));
    expect(text).toBe(
      'La biblioteca comunale resta chiusa al pubblico lunedì 9 marzo 2026 per l’inventario annuale dei libri e dei periodici.\n\n- si restituisce nella cassetta\n- si prenota per telefono\n\nSi riapre martedì.',
    );
  });
  it('keeps the address of a link that it does not write', async () => {
    const link = 'https://www.comune.valdombra.example/novita/orari';
    expect(await textOf(pdfFile([{ lines: page(['Tutto nella pagina.']), link }]))).toBe(
      `Tutto nella pagina.\n${link}`,
    );
  });
  it('whose text is a picture says so', async () => {
    const read = await readDocument(pdfFile([{ lines: [] }]), 'locandina.pdf');
    expect(read).toMatchObject({ ok: false, error: { code: 'document-picture', remedy: 'Chiedi il testo scritto.' } });
  });
});

describe('a calendar file', () => {
  const event = async (lines: readonly string[], around?: readonly string[]) => {
    const read = await readDocument(icsFile(lines, around), 'invite.ics');
    if (!read.ok || read.value.kind !== 'event') throw new Error('no appointment');
    return read.value.event;
  };
  const ROME = [
    ...['METHOD:REQUEST', 'BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', 'BEGIN:STANDARD'],
    ...['DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
    ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
    ...['DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
    ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ];

  it('of Teams gives title, when, where and its own words', async () => {
    const found = await event(
      [
        'SUMMARY;LANGUAGE=it-IT:Incontro pubblico sul piano',
        'DTSTART;TZID=W. Europe Standard Time:20261125T180000',
        'DTEND;TZID=W. Europe Standard Time:20261125T193000',
        'LOCATION:Sala civica\\, piazza del Municipio 1',
        'DESCRIPTION:Siete invitati.\\n\\n________________________________________________________________________________\\nRiunione di Microsoft Teams\\nhttps://teams.example/l/meetup',
        'STATUS:CONFIRMED',
      ],
      ROME,
    );
    expect(found).toEqual({
      title: 'Incontro pubblico sul piano',
      start: { day: '2026-11-25', time: '18:00' },
      end: { day: '2026-11-25', time: '19:30' },
      place: 'Sala civica, piazza del Municipio 1',
      description: 'Siete invitati.',
      link: 'https://teams.example/l/meetup',
      isCancelled: false,
      isRepeated: false,
    });
  });
  it('in summer and in world time is told in the time of Rome', async () => {
    expect((await event(['DTSTART;TZID=W. Europe Standard Time:20260725T180000'], ROME)).start.time).toBe('18:00');
    expect((await event(['DTSTART:20260725T160000Z'])).start).toEqual({ day: '2026-07-25', time: '18:00' });
    expect((await event(['DTSTART:20261231T233000Z'])).start).toEqual({ day: '2027-01-01', time: '00:30' });
    expect((await event(['DTSTART;TZID=Casa:20260725T180000'])).start.time).toBe('18:00');
  });
  it('of whole days ends on the last one; one that comes back or is taken back says so', async () => {
    const fair = ['DTSTART;VALUE=DATE:20260306', 'DTEND;VALUE=DATE:20260309', 'RRULE:FREQ=YEARLY'];
    expect(await event(fair, ['METHOD:CANCEL'])).toMatchObject({
      start: { day: '2026-03-06', time: null },
      end: { day: '2026-03-08', time: null },
      isRepeated: true,
      isCancelled: true,
    });
  });
  it('without appointments says so', async () => {
    const bytes = Buffer.from('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n');
    expect(await refusalOf(bytes, 'vuoto.ics')).toBe('document-no-event');
  });
});

describe('what cannot be read is told apart', () => {
  it.each([
    ['document-empty', docxFile('<w:p/>')],
    ['document-empty', new Uint8Array()],
    ['document-broken', Buffer.from('solo parole')],
    ['document-broken', docxFile(wordParagraph('x')).subarray(0, 400)],
    ['document-broken', Buffer.from('%PDF-1.7\nrotto')],
    ['document-broken', Buffer.from('BEGIN:VCALENDAR\r\nrotto')],
    ['document-too-big', new Uint8Array(15_000_001)],
  ])('%s', async (code, bytes) => expect(await refusalOf(bytes)).toBe(code));
  it('names the file and what to do', async () => {
    const read = await readDocument(Buffer.from('rotto'), 'avviso.docx');
    expect(read.ok ? '' : `${read.error.what} ${read.error.remedy}`).toBe(
      '«avviso.docx» è rovinato o non è del tipo che dice il suo nome: non riesco a leggerlo. Chiedi all’ufficio di rimandarlo, o di scrivere il testo nella e-mail.',
    );
  });
  it('an old or a locked Word document', async () => {
    const compound = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusalOf(compound, 'avviso.doc')).toBe('document-old-word');
    expect(await refusalOf(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe(
      'document-encrypted',
    );
  });
});
