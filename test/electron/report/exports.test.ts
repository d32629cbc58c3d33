import { expect, test } from 'vitest';
import { exportJson, exportXlsx } from '#electron/report/exports.ts';
import { readSheets } from '#electron/tables/readSheets.ts';
import type { HeardRow } from '#shared/report/figures/heardRows.ts';
import { sampleInput } from '../../helpers/reportInput.ts';

test('the file for programs holds nothing that programs refuse', () => {
  const input = sampleInput(2);
  const rows = input.rows.map((row) => ({ ...row, title: 'Uno\ufffe\ud800\u0007 due' }));
  const text = new TextDecoder().decode(exportJson({ ...input, rows }));
  expect(text).toContain('"Uno\ufffd\ufffd due"');
  expect(text).not.toMatch(/\\ud800|\\u0007|\ufffe/);
});

test('decisions written down for the head have a sheet of their own, and none where there are none (P38)', async () => {
  const input = sampleInput(2);
  const heard: readonly HeardRow[] = [
    {
      ...{ number: null, title: 'Farmacie di turno', decision: 'Non selezionata', why: '=Basta la notizia' },
      ...{ way: 'telefono', by: 'Ornella Vidal', at: '2026-01-05T08:10:00.000Z' },
      ...{ recordedBy: 'Marta Bellin', recordedAt: '2026-01-05T08:12:00.000Z' },
    },
  ];
  const sheetsOf = async (one: typeof input) => {
    const read = await readSheets(await exportXlsx(one));
    return read.ok ? [read.value.sheet, ...read.value.otherSheets] : expect.fail(read.error.what);
  };
  expect(await sheetsOf(input)).toEqual(['Avvisi', 'Cifre', 'Rendiconto']);
  expect(await sheetsOf({ ...input, heard })).toEqual(['Avvisi', 'Cifre', 'Decisioni registrate', 'Rendiconto']);
  expect(JSON.parse(new TextDecoder().decode(exportJson({ ...input, heard })))).toMatchObject({
    recordedDecisions: heard,
  });
  expect(JSON.parse(new TextDecoder().decode(exportJson(input)))).not.toHaveProperty('recordedDecisions');
});
