/** A number with a date format, as an old Excel file holds it. */
export interface XlsDate {
  readonly serial: number;
}

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const DATE_STYLE = 1;
/** Format number of Excel for `d/m/yyyy`. */
const DATE_FORMAT = 14;

const numbers = (size: 1 | 2 | 4, ...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * size);
  for (const [index, value] of values.entries()) bytes.writeUIntLE(value, index * size, size);
  return bytes;
};

const record = (id: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([numbers(2, id, body.length), body]);
};

function cellRecord(row: number, column: number, value: string | number | XlsDate): Buffer {
  if (typeof value === 'string') {
    return record(0x0204, numbers(2, row, column, 0, value.length), numbers(1, 1), Buffer.from(value, 'utf16le'));
  }
  const float = Buffer.alloc(8);
  float.writeDoubleLE(typeof value === 'number' ? value : value.serial);
  return record(0x0203, numbers(2, row, column, typeof value === 'number' ? 0 : DATE_STYLE), float);
}

function workbook(sheet: string, rows: readonly (readonly (string | number | XlsDate | null)[])[]): Buffer {
  const globals = (position: number): Buffer =>
    Buffer.concat([
      record(0x0809, numbers(2, 0x0600, 0x0005, 0, 0), numbers(4, 0, 0)),
      record(0x00e0, numbers(2, 0, 0), Buffer.alloc(16)),
      record(0x00e0, numbers(2, 0, DATE_FORMAT), Buffer.alloc(16)),
      record(0x0085, numbers(4, position), numbers(1, 0, 0, sheet.length, 1), Buffer.from(sheet, 'utf16le')),
      record(0x000a),
    ]);
  const cells = rows.flatMap((row, index) =>
    row.flatMap((value, column) => (value === null ? [] : [cellRecord(index, column, value)])),
  );
  return Buffer.concat([
    globals(globals(0).length),
    record(0x0809, numbers(2, 0x0600, 0x0010, 0, 0), numbers(4, 0, 0)),
    ...cells,
    record(0x000a),
  ]);
}

function directoryEntry(name: string, type: number, child: number, start: number, size: number): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE((name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  entry.writeUInt8(1, 67);
  for (const at of [68, 72]) entry.writeUInt32LE(FREE, at);
  entry.writeUInt32LE(child, 76);
  entry.writeUInt32LE(start, 116);
  entry.writeUInt32LE(size, 120);
  return entry;
}

/** A compound file (MS-CFB) with one stream of this name: what XLS files and protected workbooks are. */
export function compoundFile(name: string, content: Buffer): Uint8Array {
  // streams below 4096 bytes would need a second kind of sector
  const sectors = Math.max(8, Math.ceil(content.length / SECTOR));
  const stream = Buffer.concat([content, Buffer.alloc(sectors * SECTOR - content.length)]);
  const header = Buffer.alloc(SECTOR, 0xff);
  header.set(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 0);
  header.fill(0, 8, 76);
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const) {
    header.writeUInt16LE(value, at);
  }
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(END_OF_CHAIN, 60);
  header.writeUInt32LE(END_OF_CHAIN, 68);
  header.writeUInt32LE(0, 76);
  const chain = Array.from({ length: sectors }, (_, index) => (index === sectors - 1 ? END_OF_CHAIN : index + 3));
  const table = Buffer.alloc(SECTOR, 0xff);
  numbers(4, 0xfffffffd, END_OF_CHAIN, ...chain).copy(table);
  const directory = Buffer.concat([
    directoryEntry('Root Entry', 5, 1, END_OF_CHAIN, 0),
    directoryEntry(name, 2, FREE, 2, stream.length),
    Buffer.alloc(256),
  ]);
  return Buffer.concat([header, table, directory, stream]);
}

/** A sheet in the format of Excel 97–2003, which no library here writes. */
export function xlsFile(sheet: string, rows: readonly (readonly (string | number | XlsDate | null)[])[]): Uint8Array {
  return compoundFile('Workbook', workbook(sheet, rows));
}
