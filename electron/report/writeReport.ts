import { createHash } from 'node:crypto';
import { format, parse } from 'node:path';
import { storageResult } from '#electron/db/storageProblem.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { composeReport, type ReportInput } from '#shared/report/compose.ts';
import { exportCsv, exportJson, exportXlsx } from './exports.ts';
import { renderPdf } from './pdf.ts';

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

/**
 * Writes the report as `path` (a PDF) with the same data beside it as XLSX, CSV and JSON (P54). Each file appears whole
 * or not at all. Problem codes: those of `renderPdf` and of the file system.
 */
export async function writeReport(input: ReportInput, path: string): Promise<Result<WrittenReport, Problem>> {
  const rendered = await renderPdf(composeReport(input));
  if (!rendered.ok) return rendered;
  const { bytes, missing } = rendered.value;
  const xlsx = await exportXlsx(input);
  const { dir, name } = parse(path);
  const beside = (ext: string): string => format({ dir, name, ext });
  const files = { pdf: path, xlsx: beside('xlsx'), csv: beside('csv'), json: beside('json') };
  const written = storageResult(() => {
    writeWholeFile(files.xlsx, xlsx);
    writeWholeFile(files.csv, exportCsv(input));
    writeWholeFile(files.json, exportJson(input));
    writeWholeFile(files.pdf, bytes);
  });
  if (!written.ok) return written;
  return ok({ ...files, sha256: createHash('sha256').update(bytes).digest('hex'), missing });
}
