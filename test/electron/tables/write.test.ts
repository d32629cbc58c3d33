import { describe, expect, test } from 'vitest';
import { readSheets } from '#electron/tables/readSheets.ts';
import type { SheetData } from '#electron/tables/sheet.ts';
import { writeCsv } from '#electron/tables/writeCsv.ts';
import { writeXlsx } from '#electron/tables/writeXlsx.ts';
import { centsOfCell, dayOfCell, timeOfCell } from '#shared/text/cells.ts';

const SHEET: SheetData = {
  name: 'Avvisi',
  columns: [
    { head: 'CIG', kind: 'text', width: 14 },
    { head: 'Data', kind: 'day', width: 12 },
    { head: 'Ora', kind: 'time', width: 8 },
    { head: 'Destinatari', kind: 'whole', width: 12 },
    { head: 'Imponibile', kind: 'euro', width: 12 },
  ],
  rows: [
    ['0012345678', '2026-01-14', '08:30', 3120, 1800],
    ['=HYPERLINK("x")', '2026-02-28', null, null, -3605],
    ['Perché “no” €; altro\nriga', null, '23:59', 0, 5],
  ],
};

describe('xlsx', () => {
  test('reads back as it was written: days, times and money as values, texts as texts', async () => {
    const read = await readSheets(await writeXlsx([SHEET], '2026-03-06'));
    if (!read.ok) throw new Error(read.error.code);
    const [heads, first, second, third] = read.value.rows;
    expect(heads).toEqual(['CIG', 'Data', 'Ora', 'Destinatari', 'Imponibile']);
    expect([first?.[0], dayOfCell(first?.[1] ?? null), timeOfCell(first?.[2] ?? null), first?.[3], first?.[4]]).toEqual(
      ['0012345678', '2026-01-14', '08:30', 3120, 18],
    );
    expect([second?.[0], second?.[2], centsOfCell(second?.[4] ?? null)]).toEqual(['=HYPERLINK("x")', null, -3605]);
    expect([third?.[0], timeOfCell(third?.[2] ?? null), third?.[4]]).toEqual([
      'Perché “no” €; altro\nriga',
      '23:59',
      0.05,
    ]);
  });

  test('the same sheets give the same bytes', async () => {
    const [one, again] = [await writeXlsx([SHEET], '2026-03-06'), await writeXlsx([SHEET], '2026-03-06')];
    expect(Buffer.compare(one, again)).toBe(0);
    expect(Buffer.compare(one, await writeXlsx([SHEET], '2026-03-07'))).not.toBe(0);
  });

  test('a sheet without rows, and a text longer than a cell takes', async () => {
    const long = { ...SHEET, name: 'Lungo', rows: [['a'.repeat(40_000), null, null, null, null]] };
    const read = await readSheets(await writeXlsx([{ ...SHEET, rows: [] }, long], '2026-03-06'));
    expect(read).toMatchObject({ ok: true, value: { sheet: 'Avvisi', otherSheets: ['Lungo'] } });
  });
});

describe('csv', () => {
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(SHEET));

  test('opens in an Italian spreadsheet: mark, semicolons, Italian days and money', () => {
    expect(written.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFCIG;Data;Ora;Destinatari;Imponibile',
      '0012345678;14/01/2026;08:30;3120;18,00',
    ]);
    expect(written).toContain('"Perché “no” €; altro\nriga";;23:59;0;0,05\r\n');
  });

  test('what looks like a formula is defused, a negative amount is not', () => {
    expect(written).toContain(`"'=HYPERLINK(""x"")";28/02/2026;;;-36,05`);
    const risky = ['=1', '+1+2', '-2+3+cmd|x', '@SUM(A1)', '\t=1', '+39', '-5'];
    const fields = new TextDecoder().decode(
      writeCsv({ columns: [{ head: 'x', kind: 'text', width: 5 }], rows: risky.map((value) => [value]) }),
    );
    expect(fields.split('\r\n').slice(1, -1)).toEqual([
      `"'=1"`,
      `"'+1+2"`,
      `"'-2+3+cmd|x"`,
      `"'@SUM(A1)"`,
      `"'\t=1"`,
      '+39',
      '-5',
    ]);
  });

  test.each([
    ...['\u0000=1', ' =1', '\u00a0=1', '\n=1', '\u000b=1', '\r\n@SUM(A1)', '  +39 049', ' - 3', '\ufeff=1', '\u200b=1'],
    ...['\u202e=1', '＝1', '＋1', '－1', '＠SUM(A1)', ' \t ＝1', '\u0001\t=1', '\tsolo un rientro', '\nsolo una riga'],
  ])('is defused behind what a spreadsheet skips: %j', (value) => {
    const field = new TextDecoder().decode(
      writeCsv({ columns: [{ head: 'x', kind: 'text', width: 5 }], rows: [[value]] }),
    );
    expect(field.slice('x\r\n'.length)).toMatch(/^"?'/);
  });

  test.each(['Chiusura', '- 5 gradi'.slice(2), '3 - 4', 'a=b', '«=»'])(
    'an ordinary text stays as it is: %j',
    (value) => {
      const bytes = writeCsv({ columns: [{ head: 'x', kind: 'text', width: 5 }], rows: [[value]] });
      expect(new TextDecoder().decode(bytes)).toBe(`x\r\n${value}\r\n`);
    },
  );
});

describe('texts no file may hold', () => {
  const HOSTILE = 'Uno\ufffe due\uffff\ufdd0 tre\u{1fffe}\ud800 \u0000\u0007\u000bquattro';
  const CLEAN = 'Uno\ufffd due\ufffd\ufffd tre\ufffd\ufffd quattro';
  const rows = [[HOSTILE], ['la riga dopo']];
  const sheet: SheetData = { name: 'Ostile', columns: [{ head: 'Testo', kind: 'text', width: 10 }], rows };

  test('leave the rows after them in the spreadsheet: XLSX', async () => {
    const read = await readSheets(await writeXlsx([sheet], '2026-03-06'));
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.rows).toEqual([['Testo'], [CLEAN], ['la riga dopo']]);
  });

  test('also where a long text is cut through a character', async () => {
    const long = { ...sheet, rows: [[`${'a'.repeat(32_766)}\u{1F4A1}`]] };
    const read = await readSheets(await writeXlsx([long], '2026-03-06'));
    if (!read.ok) throw new Error(read.error.code);
    expect(String(read.value.rows[1]?.[0]).isWellFormed()).toBe(true);
  });

  test('and in CSV', () => {
    expect(new TextDecoder().decode(writeCsv(sheet))).toBe(`Testo\r\n${CLEAN}\r\nla riga dopo\r\n`);
  });
});
