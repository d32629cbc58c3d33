import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fileError } from '#electron/files/fileError.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { wholeFileParts } from '#electron/files/wholeFiles.ts';
import { renderPdf } from '#electron/pdf/pdf.ts';
import { type WrittenReport, writeReport } from '#electron/report/writeReport.ts';
import { readSheets } from '#electron/tables/readSheets.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { composeReport } from '#shared/report/document/compose.ts';
import type { HeardRow } from '#shared/report/figures/heardRows.ts';
import { pdfFaults } from '../../helpers/pdfStructure.ts';
import { sampleInput } from '../../helpers/reportInput.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'relazione-'));
let report: WrittenReport;

beforeAll(async () => {
  const written = await writeReport(sampleInput(31), join(folder, 'relazione 2026-1.pdf'), nodeFiles());
  if (!written.ok) throw new Error(written.error.what);
  report = written.value;
});

afterAll(async () => {
  await stopWorkers();
  rmSync(folder, { recursive: true });
});

test('PDF, XLSX, CSV and JSON stand side by side, whole', () => {
  expect(readdirSync(folder).sort()).toEqual(['csv', 'json', 'pdf', 'xlsx'].map((end) => `relazione 2026-1.${end}`));
  const pdf = readFileSync(report.pdf);
  expect(pdfFaults(pdf)).toEqual([]);
  expect(report.sha256).toBe(createHash('sha256').update(pdf).digest('hex'));
  expect(report.missing).toEqual([]);
});

test('the spreadsheet holds messages, figures and the comparison', async () => {
  const read = await readSheets(readFileSync(report.xlsx));
  expect(read).toMatchObject({ ok: true, value: { sheet: 'Avvisi', otherSheets: ['Cifre', 'Rendiconto'] } });
  expect(read.ok && read.value.rows.length).toBe(32);
});

test('the CSV holds the same messages', async () => {
  const [csv, xlsx] = await Promise.all([report.csv, report.xlsx].map((path) => readSheets(readFileSync(path))));
  if (!csv?.ok || !xlsx?.ok) throw new Error('not read');
  expect(csv.value.rows.map(([number]) => number)).toEqual(xlsx.value.rows.map(([number]) => number));
});

test('the JSON can be read by a program', () => {
  const data = JSON.parse(readFileSync(report.json, 'utf8'));
  expect(data).toMatchObject({ format: 1, period: '2026-1', figures: { total: { now: 31 } } });
  expect(data.messages).toHaveLength(31);
  expect(data.comparison.reconciliation.totals.matched).toBe(30);
  expect(data.invoice.body.number).toBe('214');
});

test('the same input gives the same files', async () => {
  const bytesOf = (): Buffer[] => [report.pdf, report.xlsx, report.csv, report.json].map((path) => readFileSync(path));
  const before = bytesOf();
  await writeReport(sampleInput(31), report.pdf, nodeFiles());
  expect(bytesOf().map((bytes, index) => bytes.equals(before[index] ?? Buffer.alloc(0)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

test('decisions written down for the head leave the PDF whole, and the same whenever it is made (P38, P54)', async () => {
  const at = '2026-02-05T08:10:00.000Z';
  const heard: readonly HeardRow[] = [
    {
      ...{ number: null, title: '⚠️ Allerta #strada *urgente*', decision: 'Non selezionata', way: 'telefono' },
      ...{ by: 'Ornella Vidal', at, recordedBy: 'Marta Bellin', recordedAt: at, why: 'Basta la notizia' },
    },
  ];
  const made = async () => {
    const rendered = await renderPdf(composeReport({ ...sampleInput(3), heard }));
    return rendered.ok ? Buffer.from(rendered.value.bytes) : expect.fail(rendered.error.what);
  };
  const [one, other] = [await made(), await made()];
  expect(pdfFaults(one)).toEqual([]);
  expect(one.equals(other)).toBe(true);
});

test('a PDF that is open in another program leaves all four as they were (N2)', async () => {
  const files = [report.pdf, report.xlsx, report.csv, report.json];
  const before = files.map((path) => readFileSync(path).toString('base64'));
  const windows = nodeFiles({
    ...wholeFileParts(),
    platform: 'win32',
    pause: async () => undefined,
    rename: async (from, to) => {
      if (to === report.pdf) throw fileError('EPERM', `rename ${from}`);
      await rename(from, to);
    },
  });
  const written = await writeReport(sampleInput(3), report.pdf, windows);
  expect(written).toMatchObject({ ok: false, error: { code: 'file-open-elsewhere' } });
  expect(files.map((path) => readFileSync(path).toString('base64'))).toEqual(before);
  expect(readdirSync(folder)).toHaveLength(4);
});

test.skipIf(process.platform === 'win32')('a pipe or device in the place of the PDF stays what it is', async () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const written = await writeReport(sampleInput(1), pipe, nodeFiles());
  expect(written).toMatchObject({ ok: false, error: { code: 'file-not-plain' } });
  expect(lstatSync(pipe).isFIFO()).toBe(true);
  expect(readdirSync(folder).filter((name) => name.startsWith('pipe'))).toEqual(['pipe']);
});

test('a folder that is not there is a problem in words', async () => {
  const written = await writeReport(sampleInput(1), join(folder, 'manca', 'relazione.pdf'), nodeFiles());
  expect(written).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
});
