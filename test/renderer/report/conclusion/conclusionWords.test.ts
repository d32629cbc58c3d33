import { beforeEach, expect, test } from 'vitest';
import { nextSentence, proposedConclusion, stepMarks } from '#renderer/report/conclusion/conclusionWords.ts';
import { listsOf } from '#renderer/report/reconciling/reconcileLists.ts';
import type { ReportView } from '#shared/report/views.ts';
import { reportView } from '../reportViews.ts';

let agreeing: ReportView;
beforeEach(async () => {
  agreeing = await reportView({ report: 'invoice', agreeing: true });
});
const withDifference = (cents: number): ReportView => ({
  ...agreeing,
  arithmetic: agreeing.arithmetic && { ...agreeing.arithmetic, difference: cents },
});
const failing = (code: string, message: string): ReportView => ({
  ...agreeing,
  invoice: agreeing.invoice && { ...agreeing.invoice, checks: [{ code, passed: false, message }] },
});

test.each([
  [3_600, 'warning', '2 avvisi in più del registro, 36,00 €'],
  [1_800, 'warning', '1 avviso in più del registro, 18,00 €'],
  [1_000, 'warning', '10,00 € in più del registro'],
  [-3_600, 'warning', '2 avvisi in meno del registro, 36,00 €'],
  [0, 'good', 'Si può liquidare'],
] as const)('a difference of %i cents proposes: %s, %s', (cents, tone, title) => {
  expect(proposedConclusion(withDifference(cents))).toMatchObject({ tone, title });
});

test('a failed check is said in the proposal, but a wrong amount only once', () => {
  expect(proposedConclusion(failing('cig', 'Manca il CIG.'))).toMatchObject({
    tone: 'warning',
    text: expect.stringContaining('Manca il CIG.'),
  });
  const amount = failing('amount', 'L’imponibile è più alto.');
  expect(proposedConclusion({ ...amount, arithmetic: withDifference(1_800).arithmetic })?.text).not.toContain(
    'imponibile',
  );
});

test('without an invoice there is no proposal', async () => {
  expect(proposedConclusion(await reportView({ report: 'statement' }))).toBeNull();
});

test('the sentence leads from step to step', async () => {
  const decided: ReportView = {
    ...agreeing,
    case: {
      ...agreeing.case,
      conclusion: { tone: 'good', title: 't', text: '', by: 'vidal', at: '2026-11-24T08:12:00.000Z' },
    },
  };
  const views = [
    await reportView({}),
    await reportView({ report: 'statement', unknownColumns: true }),
    await reportView({ report: 'statement' }),
    await reportView({ report: 'statement', agreeing: true }),
    { ...agreeing, case: { ...agreeing.case, assigned: null } },
    agreeing,
    decided,
  ];
  expect(views.map(nextSentence)).toEqual([
    'Scegli il rendiconto della ditta, poi riconcilialo con il registro.',
    'Il rendiconto non è stato letto: indica le colonne o scegli un altro file.',
    'Riconcilia 6 righe del rendiconto, poi prepara la relazione.',
    'Scegli la fattura elettronica, poi prepara la relazione.',
    'Scrivi il giorno in cui la fattura è stata assegnata.',
    'Controlla la decisione proposta e salvala.',
    'Tutto è deciso: crea la relazione in PDF.',
  ]);
});

test('each step says what is missing in it', async () => {
  expect(stepMarks(undefined).reconcile).toEqual({ sign: 'todo' });
  expect(stepMarks(await reportView())).toEqual({
    reconcile: { count: '6 da decidere' },
    invoice: { count: '1 da chiarire' },
    conclusion: { sign: 'todo' },
  });
  expect(stepMarks(agreeing)).toMatchObject({
    reconcile: { sign: { sign: 'confirmed' } },
    invoice: { sign: { sign: 'confirmed' } },
  });
  expect(stepMarks(await reportView({ report: 'statement', unknownColumns: true })).reconcile).toEqual({
    sign: 'warning',
  });
  expect(listsOf(await reportView({}))).toEqual([]);
});
