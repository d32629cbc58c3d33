import { createHash } from 'node:crypto';
import { format, parse } from 'node:path';
import type { Files } from '#electron/files/files.ts';
import { renderPdf } from '#electron/pdf/pdf.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { composeReport, type ReportInput } from '#shared/report/document/compose.ts';
import { exportCsv, exportJson, exportXlsx } from './exports.ts';

/** A report on the disk: the paths of its files, and of the PDF the hash and what it could not print. */
export interface WrittenReport {
  readonly pdf: string;
  readonly xlsx: string;
  readonly csv: string;
  readonly json: string;
  readonly sha256: string;
  /** Characters of the texts that no font draws: the PDF shows a square in their place. */
  readonly missing: readonly string[];
}

/** A report that could not be laid out still has its figures. */
const withoutPdf = (): Result<never, Problem> =>
  problem({
    code: 'pdf-not-made',
    what: 'La relazione in PDF non è pronta: l’impaginazione si è fermata.',
    why: 'I dati del periodo sono al sicuro.',
    remedy: 'Riprova; se succede ancora, usa il foglio di calcolo e segnala il caso a chi assiste l’app.',
  });

/**
 * Writes the report as `path` (a PDF) with the same data beside it as XLSX, CSV and JSON (P54). Each file appears whole;
 * none is replaced while one of them cannot be. Problem codes: those of `renderPdf` and of `Files.write`.
 */
export async function writeReport(
  input: ReportInput,
  path: string,
  disk: Files,
): Promise<Result<WrittenReport, Problem>> {
  const rendered = await renderPdf(composeReport(input));
  if (!rendered.ok) return rendered.error.code === 'pdf-not-made' ? withoutPdf() : rendered;
  const { bytes, missing } = rendered.value;
  const xlsx = await exportXlsx(input);
  const { dir, name } = parse(path);
  const beside = (ext: string): string => format({ dir, name, ext });
  const files = { pdf: path, xlsx: beside('xlsx'), csv: beside('csv'), json: beside('json') };
  const written = await disk.write([
    { path: files.xlsx, content: xlsx },
    { path: files.csv, content: exportCsv(input) },
    { path: files.json, content: exportJson(input) },
    { path: files.pdf, content: bytes },
  ]);
  if (!written.ok) return written;
  return ok({ ...files, sha256: createHash('sha256').update(bytes).digest('hex'), missing });
}
