import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ReportScreen } from '#renderer/report/ReportScreen.tsx';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(options: BridgeOptions) {
  const shown = showScreen(ReportScreen, townBridge(options));
  await shown.user.click(await screen.findByRole('tab', { name: /Decisione/ }));
  return shown;
}
const decision = () => screen.findByLabelText<HTMLInputElement>('Decisione');

test('where everything agrees the app proposes to pay, and a person saves it', async () => {
  const { bridge, user } = await show({ report: 'invoice', agreeing: true });
  expect((await decision()).value).toBe('Si può liquidare');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.conclude')).toEqual([
    {
      period: '2026-5',
      tone: 'good',
      title: 'Si può liquidare',
      text: 'La fattura n. 214 chiede quello che il registro conferma: 8 avvisi per 144,00 € più IVA.',
    },
  ]);
  expect(await screen.findByText('Decisione salvata oggi alle 09:12 da Marta Bellin.')).toBeTruthy();
  expect(screen.getByText('Tutto è deciso: crea la relazione in PDF.')).toBeTruthy();
});

test('too many messages: contest them and ask for a credit note; open rows are named', async () => {
  const { user } = await show({ report: 'invoice' });
  expect((await decision()).value).toBe('3 avvisi in più del registro, 54,00 €');
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Perché/).value).toContain(
    'Prepara la contestazione e chiedi una nota di credito.',
  );
  expect(screen.getByText('Ci sono ancora 6 righe da decidere')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vai alla riconciliazione' }));
  expect(await screen.findByRole('listbox', { name: 'Con differenze' })).toBeTruthy();
});

test('what a person writes outlives another step, and the proposal can be taken back', async () => {
  const { user } = await show({ report: 'invoice', agreeing: true });
  await user.clear(await decision());
  await user.type(await decision(), 'Si paga a dicembre');
  await user.click(screen.getByRole('radio', { name: 'Con riserva' }));
  await user.click(screen.getByRole('tab', { name: /Fattura/ }));
  await user.click(screen.getByRole('tab', { name: /Decisione/ }));
  expect((await decision()).value).toBe('Si paga a dicembre');
  expect(screen.getByText('Modifiche non ancora salvate.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Usa la proposta' }));
  expect((await decision()).value).toBe('Si può liquidare');
});

test('without files there is no proposal, and an empty decision is not saved', async () => {
  const { bridge, user } = await show({});
  expect(await screen.findByText('Non c’è ancora una proposta')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Scrivi in una frase che cosa si decide.')).toBeTruthy();
  expect(bridge.inputsOf('report.conclude')).toEqual([]);
});

test('what was not saved stays written, with the problem', async () => {
  const { bridge, user } = await show({ report: 'invoice', agreeing: true });
  bridge.fail('report.conclude', { code: 'x', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
  await user.type(await decision(), ' subito');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Libera spazio.');
  expect((await decision()).value).toBe('Si può liquidare subito');
});
