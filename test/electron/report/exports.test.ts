import { expect, test } from 'vitest';
import { exportJson } from '#electron/report/exports.ts';
import { sampleInput } from '../../helpers/reportInput.ts';

test('the file for programs holds nothing that programs refuse', () => {
  const input = sampleInput(2);
  const rows = input.rows.map((row) => ({ ...row, title: 'Uno\ufffe\ud800\u0007 due' }));
  const text = new TextDecoder().decode(exportJson({ ...input, rows }));
  expect(text).toContain('"Uno\ufffd\ufffd due"');
  expect(text).not.toMatch(/\\ud800|\\u0007|\ufffe/);
});
