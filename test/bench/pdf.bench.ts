import { afterAll, expect, test } from 'vitest';
import { renderPdf } from '#electron/pdf/pdf.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { composeReport } from '#shared/report/document/compose.ts';
import type { PrintedDocument } from '#shared/text/document/document.ts';
import { sampleInput } from '../helpers/reportInput.ts';

const COLD_LIMIT_MILLISECONDS = 6_000;
const WARM_LIMIT_MILLISECONDS = 2_000;
const RUNS = 5;

const EMPTY: PrintedDocument = { ...composeReport(sampleInput(1)), sections: [], annexes: [] };

async function milliseconds(document: PrintedDocument): Promise<number> {
  const start = performance.now();
  const rendered = await renderPdf(document);
  if (!rendered.ok) throw new Error(rendered.error.what);
  return performance.now() - start;
}

async function cold(document: PrintedDocument): Promise<number> {
  await stopWorkers();
  return milliseconds(document);
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of `RUNS` measures; each run gets a report of its own, because the compiler remembers the last one. */
async function measured(
  run: (document: PrintedDocument) => Promise<number>,
  document: PrintedDocument,
): Promise<number> {
  const values: number[] = [];
  for (let index = 0; index < RUNS; index++) values.push(await run({ ...document, office: `Prova ${index}` }));
  return median(values);
}

afterAll(stopWorkers);

test('a PDF of 200 messages, cold and warm, against an empty one', async () => {
  const report = composeReport(sampleInput(200));
  const [coldReport, coldEmpty] = [await measured(cold, report), await measured(cold, EMPTY)];
  const [warmReport, warmEmpty] = [await measured(milliseconds, report), await measured(milliseconds, EMPTY)];
  const line = (name: string, whole: number, empty: number): string =>
    `PDF of 200 messages, ${name}: median ${whole.toFixed(0)} ms, ${(whole / empty).toFixed(1)} × an empty document`;
  console.log(`${line('cold', coldReport, coldEmpty)}\n${line('warm', warmReport, warmEmpty)}`);
  expect(coldReport).toBeLessThan(COLD_LIMIT_MILLISECONDS);
  expect(warmReport).toBeLessThan(WARM_LIMIT_MILLISECONDS);
}, 180_000);
