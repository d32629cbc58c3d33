import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exportCases } from '#electron/register/export/export.ts';
import { registerIndex } from '#electron/register/search/search.ts';
import { readTable } from '#electron/tables/readTable.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { ok } from '#shared/kernel/result.ts';
import { EVERY_ROW as EVERYTHING, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { readRegisterFile } from '#shared/report/statement/statement.ts';
import { must, openTownDesk } from '../../../helpers/desk.ts';
import { BODY } from '../../../shared/register/sample.ts';
import { record, sameText } from '../entries.ts';

afterAll(stopWorkers);

const EVERY_ROW = { ...EVERYTHING, order: NEWEST_FIRST };

function openExport() {
  const asked: unknown[] = [];
  const opened = openTownDesk({
    ask: async (ask) => {
      asked.push(ask);
      return ok(null);
    },
  });
  const folder = join(opened.folder, 'relazioni');
  mkdirSync(folder);
  const cases = exportCases(opened.desk, {
    ...{ store: opened.register, index: registerIndex(opened.database) },
    heardOf: (id) => (id === 'strada' ? 'Restituita per telefono' : null),
  });
  record(opened, 'strada');
  record(opened, 'formula', {
    ...sameText('=HYPERLINK("http://x.example";"apri"), costa 5 €; perché no?'),
    title: '+39 049: il numero nuovo',
    office: 'Scuola',
    approved: null,
    recipients: null,
    requestedDate: null,
    deviations: ['Via alternativa, senza approvazione.', 'Una sola persona ha scritto e approvato.'],
    series: { name: 'Numeri utili', index: 2, of: 5 },
    corrects: 'strada',
    sentAt: '2026-03-06T23:30:00.000Z',
  });
  return { ...cases, opened, folder, asked };
}

async function tableOf(folder: string, fileName: string) {
  const { rows } = must(await readTable(readFileSync(join(folder, fileName)), fileName));
  const [heads = [], ...body] = rows;
  return body.map((row) => Object.fromEntries(heads.map((head, at) => [String(head), row[at] ?? null])));
}

describe('the register as a spreadsheet', () => {
  test('has every row with its texts, people and real dates, newest first', async () => {
    const { write, folder } = openExport();
    expect(must(await write({ ...EVERY_ROW, format: 'xlsx' }))).toEqual({
      fileName: 'registro-2026-03-02-0900.xlsx',
      rows: 2,
    });
    expect(readdirSync(folder)).toEqual(['registro-2026-03-02-0900.xlsx']);
    const [newest, oldest] = await tableOf(folder, 'registro-2026-03-02-0900.xlsx');
    expect(oldest).toMatchObject({
      Numero: '2026/0001',
      'Data invio': new Date('2026-03-05T00:00:00Z'),
      Titolo: BODY.title,
      Testo: BODY.sent.text,
      Ufficio: 'Lavori pubblici',
      Destinatari: 1204,
      'Data richiesta': new Date('2026-03-05T00:00:00Z'),
      'Riscritto da': 'Marta Bellin',
      'Approvato da': 'Ornella Vidal',
      'Decisioni per telefono o e-mail': 'Restituita per telefono',
      'Confermato da': 'Marta Bellin',
    });
    expect(newest).toMatchObject({
      'Data invio': new Date('2026-03-07T00:00:00Z'),
      Testo: '=HYPERLINK("http://x.example";"apri"), costa 5 €; perché no?',
      'Approvato da': null,
      Destinatari: null,
      Scostamenti: 'Via alternativa, senza approvazione.\nUna sola persona ha scritto e approvato.',
      Serie: 'Numeri utili, 2 di 5',
      Rettifica: '2026/0001',
    });
  });

  test('is a register the reconciliation can read again', async () => {
    const { write, folder } = openExport();
    const { fileName } = must(await write({ ...EVERY_ROW, format: 'csv' }));
    const { rows } = must(await readTable(readFileSync(join(folder, fileName)), fileName));
    expect(must(readRegisterFile(rows))).toMatchObject([
      { number: '2026/0002', day: '2026-03-07', time: '00:30', recipients: null },
      {
        number: '2026/0001',
        day: '2026-03-05',
        time: '08:41',
        text: BODY.sent.text,
        recipients: 1204,
        link: BODY.link,
      },
    ]);
  });

  test('as CSV opens in an Italian spreadsheet, formulae defused', async () => {
    const { write, folder } = openExport();
    const { fileName } = must(await write({ ...EVERY_ROW, format: 'csv' }));
    const text = readFileSync(join(folder, fileName), 'utf8');
    expect(text.startsWith('\uFEFFNumero;Data invio;Ora invio;Titolo;Testo;')).toBe(true);
    expect(text).toContain(`2026/0002;07/03/2026;00:30;"'+39 049: il numero nuovo";"'=HYPERLINK(""http`);
  });

  test('holds only what the filter lets through', async () => {
    const { write } = openExport();
    expect(must(await write({ ...EVERY_ROW, office: ['Scuola'], format: 'csv' })).rows).toBe(1);
    expect(await write({ ...EVERY_ROW, text: 'niente', format: 'csv' })).toMatchObject({
      ok: false,
      error: { code: 'nothing-to-export' },
    });
  });

  test('a folder that is gone is a problem, and nothing is half written', async () => {
    const { write, open, folder } = openExport();
    rmSync(folder, { recursive: true });
    expect(await write({ ...EVERY_ROW, format: 'csv' })).toMatchObject({ ok: false });
    expect(existsSync(folder)).toBe(false);
    expect(await open({ what: 'document' })).toMatchObject({ ok: false, error: { code: 'nothing-exported' } });
  });
});

test('the file exported last is opened by the shell, and its path stays there', async () => {
  const { write, open, asked, folder } = openExport();
  expect(await open({ what: 'folder' })).toMatchObject({ ok: false, error: { code: 'nothing-exported' } });
  await write({ ...EVERY_ROW, format: 'csv' });
  await write({ ...EVERY_ROW, format: 'xlsx' });
  expect(asked).toEqual([]);
  const path = join(folder, 'registro-2026-03-02-0900.xlsx');
  expect(await open({ what: 'document' })).toEqual(ok({}));
  expect(await open({ what: 'folder' })).toEqual(ok({}));
  expect(asked).toEqual([
    { what: 'open-document', path },
    { what: 'show-in-folder', path },
  ]);
});
