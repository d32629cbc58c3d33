import { EncryptedFileError, readOds, readXls, readXlsx, type Sheet, type Workbook } from 'hucre';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Cell } from '#shared/text/cells.ts';
import { decodeText } from './decodeText.ts';
import { readCsv } from './readCsv.ts';
import { REFUSALS } from './refusals.ts';
import { MAXIMUM_ROWS, MAXIMUM_UNPACKED_BYTES, type Table } from './table.ts';
import { declaredBytes, zipEntries } from './zipDirectory.ts';

type Format = Table['format'];
type SheetRows = Pick<Sheet, 'name' | 'rows' | 'hidden' | 'veryHidden'>;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];
const MARKUP = /<(?:!doctype|html|table|\?xml)/i;
const HEAD_BYTES = 4096;

function formatOfZip(bytes: Uint8Array): Result<Format, Problem> {
  const entries = zipEntries(bytes);
  if (declaredBytes(entries) > MAXIMUM_UNPACKED_BYTES) return err(REFUSALS.tooBig);
  const names = new Set(entries.map(({ name }) => name));
  if (names.has('xl/workbook.xml')) return ok('xlsx');
  return names.has('content.xml') ? ok('ods') : err(REFUSALS.unreadable);
}

function formatOf(bytes: Uint8Array): Result<Format, Problem> {
  if (startsWith(bytes, ZIP)) return formatOfZip(bytes);
  if (startsWith(bytes, COMPOUND_FILE))
    return Buffer.from(bytes).includes(ENCRYPTED) ? err(REFUSALS.locked) : ok('xls');
  if (startsWith(bytes, PDF)) return err(REFUSALS.pdf);
  const head = decodeText(bytes.subarray(0, HEAD_BYTES));
  if (MARKUP.test(head)) return err(REFUSALS.page);
  return head.includes('\0') ? err(REFUSALS.unreadable) : ok('csv');
}

/** Excel packs a workbook with a password into a compound file that holds this name. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

const isEmptyRow = (row: readonly Cell[]): boolean => row.every((cell) => cell === null || cell === '');

/** The first sheet that is shown and holds something, without the empty rows at its end. */
function firstTable(format: Format, sheets: readonly SheetRows[]): Result<Table, Problem> {
  const [sheet, ...others] = sheets
    .filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
    // the XLS reader leaves holes where a sheet has no row
    .map(({ name, rows }) => ({ name, rows: Array.from(rows, (row: Cell[] | undefined) => row ?? []) }))
    .filter(({ rows }) => !rows.every(isEmptyRow));
  if (!sheet) return err(REFUSALS.empty);
  const count = sheet.rows.findLastIndex((row) => !isEmptyRow(row)) + 1;
  if (count > MAXIMUM_ROWS) return err(REFUSALS.tooBig);
  const otherSheets = others.map(({ name }) => name);
  return ok({ format, sheet: sheet.name, otherSheets, rows: sheet.rows.slice(0, count) });
}

const READERS: Readonly<Record<Exclude<Format, 'csv'>, (bytes: Uint8Array) => Promise<Workbook>>> = {
  xlsx: readXlsx,
  ods: readOds,
  xls: readXls,
};

/** The first sheet of a file; the bytes tell its format, never its name. Problem codes: those of `REFUSALS`. */
export async function readSheets(bytes: Uint8Array): Promise<Result<Table, Problem>> {
  try {
    const format = formatOf(bytes);
    if (!format.ok) return format;
    if (format.value !== 'csv') return firstTable(format.value, (await READERS[format.value](bytes)).sheets);
    const rows = readCsv(decodeText(bytes)).map((row) => [...row]);
    return firstTable('csv', [{ name: '', rows }]);
  } catch (cause) {
    return err(cause instanceof EncryptedFileError ? REFUSALS.locked : REFUSALS.unreadable);
  }
}
