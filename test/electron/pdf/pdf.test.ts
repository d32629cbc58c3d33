import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { RenderedPdf } from '#electron/pdf/compile.ts';
import { renderPdf } from '#electron/pdf/pdf.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { type PrintedDocument, printedDocumentSchema } from '#shared/text/document/document.ts';
import { hasProgram, readWith } from '../../helpers/pdfPrograms.ts';
import { flatten, pdfFaults, readStructure } from '../../helpers/pdfStructure.ts';
import { sampleDocument } from '../../helpers/reportDocument.ts';

/** The compiler starts in a second on an idle machine; a busy one takes its time. */
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function render(document: PrintedDocument): Promise<RenderedPdf> {
  const rendered = await renderPdf(printedDocumentSchema.parse(document));
  if (!rendered.ok) throw new Error(rendered.error.what);
  return rendered.value;
}

/** The sample with its list of messages holding these texts. */
function withTexts(texts: readonly string[]): PrintedDocument {
  const sample = sampleDocument(0);
  const rows = texts.map((text, index) => [`2026/000${index}`, '01/01/2026', '09:00', text, text, '10', 'ditta']);
  const annexes = sample.annexes.map((annex) => ({
    ...annex,
    blocks: annex.blocks.map((block) => (block.kind === 'table' ? { ...block, rows } : block)),
  }));
  return { ...sample, annexes };
}

afterAll(stopWorkers);

describe('a report of 31 messages', () => {
  let pdf: RenderedPdf;
  beforeAll(async () => {
    pdf = await render(sampleDocument(31));
  });

  test('has the structure of PDF/A-2a and PDF/UA-1', () => {
    expect(pdfFaults(pdf.bytes)).toEqual([]);
    expect(pdf.missing).toEqual([]);
  });

  test('leads a screen reader from title to lists in order', () => {
    const all = flatten(readStructure(pdf.bytes));
    const roles = all.map(({ role }) => role);
    expect(roles.filter((role) => /^H\d$/.test(role)).slice(0, 5)).toEqual(['H1', 'H2', 'H2', 'H2', 'H3']);
    expect(all.filter(({ role }) => role === 'Figure').map(({ alternative }) => alternative)).toEqual([
      expect.stringContaining('Avvisi per settimana: dal 29 dicembre 3'),
      expect.stringContaining('Avvisi per ufficio: Ambiente 7'),
    ]);
    const scopes = new Set(all.filter(({ role }) => role === 'TH').map(({ scope }) => scope));
    expect([...scopes]).toEqual(['/Column']);
  });

  test('gives the same bytes again, also in a fresh worker', async () => {
    await stopWorkers();
    const again = await render(sampleDocument(31));
    const warm = await render(sampleDocument(31));
    expect([sha256(again.bytes), sha256(warm.bytes)]).toEqual([sha256(pdf.bytes), sha256(pdf.bytes)]);
    expect(sha256((await render(sampleDocument(32))).bytes)).not.toBe(sha256(pdf.bytes));
  });

  test.skipIf(!hasProgram('qpdf'))('is sound for qpdf (needs the program qpdf)', () => {
    expect(readWith('qpdf', ['--check', '{}'], pdf.bytes)).toContain('No syntax or stream encoding errors');
  });

  test.skipIf(!hasProgram('pdftotext'))('can be searched and copied (needs the package poppler-utils)', () => {
    const text = readWith('pdftotext', ['-layout', '{}', '-'], pdf.bytes);
    expect(text).toContain('Relazione sugli avvisi inviati con WhatsApp');
    expect(text).toMatch(/Differenza tra fattura e riconciliato\s+2\s+36,00 €/);
    expect(text.match(/Pagina \d di \d/g)).toEqual([
      'Pagina 1 di 4',
      'Pagina 2 di 4',
      'Pagina 3 di 4',
      'Pagina 4 di 4',
    ]);
    expect(text.match(/^ *Numero +Data +Ora/gm)).toHaveLength(2);
    expect(text).toContain('⚠️ Allerta meteo');
  });

  test.skipIf(!hasProgram('pdffonts'))('holds every font it uses (needs the package poppler-utils)', () => {
    const [, , ...fonts] = readWith('pdffonts', ['{}'], pdf.bytes).trim().split('\n');
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts)
      expect(font).toMatch(/\+(TitilliumWeb|NotoEmoji)-\w+ +CID TrueType +Identity-H +yes yes yes/);
  });

  test.skipIf(!hasProgram('pdfinfo'))('says what it is (needs the package poppler-utils)', () => {
    const info = readWith('pdfinfo', ['{}'], pdf.bytes);
    expect(info).toMatch(/Title: +Relazione sugli avvisi inviati con WhatsApp, Gennaio e febbraio 2026/);
    expect(info).toMatch(/Author: +Comune di Valdombra/);
    expect(info).toMatch(/Tagged: +yes/);
  });
});

describe('hard reports', () => {
  test('200 messages repeat the head of the table on every page', async () => {
    const { bytes } = await render(sampleDocument(200));
    expect(pdfFaults(bytes)).toEqual([]);
    const rows = flatten(readStructure(bytes)).filter(({ role }) => role === 'TR');
    expect(rows.length).toBeGreaterThan(200);
  });

  test('no messages at all are said in words', async () => {
    const { bytes } = await render(sampleDocument(0));
    expect(pdfFaults(bytes)).toEqual([]);
    expect(flatten(readStructure(bytes)).filter(({ role }) => role === 'Table')).toHaveLength(2);
  });

  test('texts are printed, never run, and missing characters leave a mark', async () => {
    const { bytes, missing } = await render(
      withTexts([
        '#panic("x") *b* _i_ #read("/etc/passwd") $x^2$ <etichetta> @rimando // nota `codice`',
        '👨‍👩‍👧 famiglia 🇮🇹 1️⃣ primo ❤️ ☎️ e\u0300 \u202E \u0000',
        'parola di origine greca: αβ, cinese 中文, freccia →, mezza coppia \uD83D',
        `https://www.comune.valdombra.example/${'notizia-lunga/'.repeat(12)} ${'a'.repeat(300)}`,
        'riga\r\nriga\n\nriga '.repeat(200),
      ]),
    );
    expect(pdfFaults(bytes)).toEqual([]);
    expect(missing).toEqual(['α', 'β', '中', '文', '→', '\uD83D']);
  });

  test('names with signs of XML and of PDF stay inside their strings', async () => {
    const { bytes } = await render({ ...sampleDocument(0), municipality: 'Comune di «Sotto» & <Sopra> (nord) \\ $&' });
    expect(pdfFaults(bytes)).toEqual([]);
  });

  test('what ends the metadata early is refused, not written wrong', async () => {
    const rendered = await renderPdf({ ...sampleDocument(0), municipality: 'endobj' });
    expect(rendered).toMatchObject({ ok: false, error: { code: 'pdf-not-made' } });
  });
});
