import { writeOds, writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { readSheets } from '#electron/tables/readSheets.ts';
import { readTable } from '#electron/tables/readTable.ts';
import { MAXIMUM_FILE_BYTES, type Table } from '#electron/tables/table.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { compoundFile, xlsFile } from '../../helpers/xlsFile.ts';

const MORNING = new Date(Date.UTC(2026, 0, 14, 8, 30));
const text = (content: string, encoding = 'utf8'): Uint8Array => iconv.encode(content, encoding);

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const read = await readSheets(bytes);
  if (!read.ok) throw new Error(read.error.what);
  return read.value;
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const read = await readSheets(bytes);
  return read.ok ? 'none' : read.error.code;
}

afterAll(stopWorkers);

describe('spreadsheets', () => {
  const rows = [
    [],
    ['Data', 'Importo', 'Testo'],
    [MORNING, 18.5, 'Farmacie «di turno» – perché'],
    [null, '3.120', '=1+1'],
  ];
  const sheets = [
    { name: 'Vuoto', rows: [] },
    { name: 'Nascosto', rows: [['x']], hidden: true },
    { name: 'Rendiconto', rows },
    { name: 'Note', rows: [['nota']] },
  ];

  test('xlsx: the first shown sheet with rows, each at its place', async () => {
    const table = await tableOf(await writeXlsx({ sheets }));
    expect(table).toMatchObject({ format: 'xlsx', sheet: 'Rendiconto', otherSheets: ['Note'] });
    expect(table.rows.slice(1)).toEqual(rows.slice(1));
    expect(table.rows[0]?.every((cell) => cell === null)).toBe(true);
  });

  test('ods', async () => {
    const table = await tableOf(await writeOds({ sheets: [{ name: 'Rendiconto', rows: rows.slice(1) }] }));
    expect(table).toMatchObject({ format: 'ods', sheet: 'Rendiconto' });
    expect(table.rows).toEqual(rows.slice(1));
  });

  test('xls, with rows that were never written', async () => {
    const table = await tableOf(
      xlsFile('Rendiconto', [
        ['Data', 'Testo', 'Numero'],
        [],
        [{ serial: 46_036.354_166_666_664 }, 'Perché – «sì»', 3120],
      ]),
    );
    expect(table).toMatchObject({ format: 'xls', sheet: 'Rendiconto' });
    expect(table.rows).toEqual([['Data', 'Testo', 'Numero'], [], [MORNING, 'Perché – «sì»', 3120]]);
  });
});

describe('csv', () => {
  const csv =
    'Data;Ora;Testo;Importo\r\n14/01/2026;08:30;"Acqua; perché €, “no”\nseconda riga";18,00\r\n\r\n15/01/2026;;B;1.200,50\r\n\r\n';
  const expected = [
    ['Data', 'Ora', 'Testo', 'Importo'],
    ['14/01/2026', '08:30', 'Acqua; perché €, “no”\nseconda riga', '18,00'],
    [''],
    ['15/01/2026', '', 'B', '1.200,50'],
  ];

  test.each([
    ['UTF-8', text(csv)],
    ['UTF-8 with a mark', text(`\uFEFF${csv}`)],
    ['Windows-1252', text(csv, 'win1252')],
    ['UTF-16 of Excel', text(`\uFEFF${csv}`, 'utf16le')],
    ['the other UTF-16', text(`\uFEFF${csv}`, 'utf16be')],
    ['a named delimiter', text(`sep=;\r\n${csv}`)],
  ])('in %s', async (_, bytes) => {
    const table = await tableOf(bytes);
    expect(table.format).toBe('csv');
    expect(table.rows).toEqual(expected);
  });

  test.each([
    [
      ';',
      'Rendiconto, di gennaio, febbraio\n\nDitta: X\nData;Testo\n1/1/2026;uno, due\n2/1/2026;tre, quattro, cinque\n3/1/2026;x\n4/1/2026;y\n',
    ],
    [',', 'date,text,n\n2026-01-01,"a; b",1\n2026-01-02,"c; d; e",2\n'],
    ['\t', 'Data\tTesto\n1/1/2026\tuno, due; tre\n2/1/2026\tx\n'],
    ['|', 'Data|Testo\n1/1/2026|uno\n'],
  ])('finds the delimiter %j', async (delimiter, content) => {
    const { rows } = await tableOf(text(content));
    expect(rows.at(-1)?.length).toBe(content.trim().split('\n').at(-1)?.replace(/".*"/, '').split(delimiter).length);
    expect(rows.at(-1)?.length).toBeGreaterThan(1);
  });

  test('one column is a table too', async () => {
    expect((await tableOf(text('Testo\nuno\n'))).rows).toEqual([['Testo'], ['uno']]);
  });
});

describe('files that are refused', () => {
  test.each([
    ['a PDF', text('%PDF-1.7\n'), 'table-is-pdf'],
    ['a page named xls', text('<html><table><tr><td>1</td></tr></table></html>'), 'table-is-page'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'table-unreadable'],
    ['nothing', new Uint8Array(), 'table-empty'],
    ['only empty lines', text('\r\n;;\r\n'), 'table-empty'],
    ['a zip cut short', text('PK\u0003\u0004 and no more'), 'table-unreadable'],
    ['a workbook with a password', compoundFile('EncryptedPackage', Buffer.alloc(100)), 'table-locked'],
    ['an old Word file', compoundFile('WordDocument', Buffer.alloc(100)), 'table-unreadable'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test('a zip that is no spreadsheet', async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] }));
    const other = Buffer.from(bytes.toString('latin1').replaceAll('xl/workbook.xml', 'xl/workbook.xmx'), 'latin1');
    expect(await codeOf(other)).toBe('table-unreadable');
  });

  test('a zip that declares, or hides, too much', async () => {
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] }));
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    for (const declared of [100_000_001, 0]) {
      const bomb = Buffer.from(bytes);
      bomb.writeUInt32LE(declared, entry + 24);
      expect(await codeOf(bomb)).toBe('table-too-big');
    }
  });

  test('a workbook with any byte changed is read or refused, never a crash', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Data', 'Testo'],
            [MORNING, 'x'],
          ],
        },
      ],
    });
    for (let at = 7; at < bytes.length; at += Math.ceil(bytes.length / 300)) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(await codeOf(damaged)).toMatch(/^(none|table-(unreadable|too-big|is-\w+|empty))$/);
    }
  });
});

describe('in a worker', { timeout: 30_000 }, () => {
  test('a file comes back as the same table', async () => {
    const bytes = await writeXlsx({ sheets: [{ name: 'A', rows: [['Data'], [MORNING]] }] });
    expect(await readTable(bytes, 'rendiconto.xlsx')).toEqual(await readSheets(bytes));
  });

  test('a refusal names the file', async () => {
    const read = await readTable(text('%PDF-1.7'), 'rendiconto.xlsx');
    expect(read).toMatchObject({ ok: false, error: { code: 'table-is-pdf' } });
    expect(!read.ok && read.error.what).toBe(
      '«rendiconto.xlsx»: Il file è un PDF: le sue righe non si leggono con certezza.',
    );
  });

  test('a file beyond the limit is not opened', async () => {
    const read = await readTable(new Uint8Array(MAXIMUM_FILE_BYTES + 1), 'x');
    expect(read).toMatchObject({ ok: false, error: { code: 'table-too-big' } });
  });
});
