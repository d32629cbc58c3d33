import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ReportScreen } from '#renderer/report/ReportScreen.tsx';
import { type BridgeOptions, townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = {}) => showScreen(ReportScreen, townBridge(options));
const shown = () => screen.findByRole('heading', { level: 1 });

test('the last two months that are over come first; another period can be chosen', async () => {
  const { bridge, user } = show();
  expect(await screen.findByRole('tab', { name: /Cifre/ })).toBeTruthy();
  expect((await shown()).textContent).toBe('Settembre e ottobre 2026');
  expect(bridge.inputsOf('register.list')).toEqual([{ from: '2025-09-01', to: '2026-12-31' }]);
  await user.selectOptions(screen.getByLabelText('Cambia periodo'), '2026-6');
  expect((await shown()).textContent).toBe('Novembre e dicembre 2026');
  const figure = (await screen.findByText('Avvisi inviati')).closest('div');
  expect(figure?.textContent).toContain('8');
});

test('a chart says its numbers, and shows them in a table when asked', async () => {
  const { user } = show();
  await user.selectOptions(await screen.findByLabelText('Cambia periodo'), '2026-6');
  const offices = await screen.findByRole('region', { name: 'Avvisi per ufficio' });
  expect(within(offices).getByRole('img').getAttribute('aria-label')).toBe(
    'Avvisi inviati per ufficio: Ambiente 2, Scuola 2, Servizi sociali 2, Cultura 1, Polizia locale 1.',
  );
  await user.click(within(offices).getByRole('button', { name: 'Mostra i dati' }));
  expect(within(offices).queryByRole('img')).toBeNull();
  const rows = within(within(offices).getByRole('table')).getAllByRole('row').slice(1);
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Ambiente', '2', '0'],
    ['Scuola', '2', '0'],
    ['Servizi sociali', '2', '0'],
    ['Cultura', '1', '0'],
    ['Polizia locale', '1', '0'],
  ]);
});

test('the PDF is made for the period on screen, then opened or shown in its folder', async () => {
  const { bridge, user } = show();
  await screen.findByRole('tab', { name: /Cifre/ });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.build')).toEqual([{ period: '2026-5' }]);
  expect(await screen.findByText('report-2026-5.pdf creato: 2 avvisi.', {}, { timeout: 60_000 })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Apri il PDF/ }));
  await user.click(screen.getByRole('button', { name: 'Mostra nella cartella' }));
  expect(bridge.inputsOf('report.open')).toEqual([
    { id: expect.any(String), what: 'document' },
    { id: expect.any(String), what: 'folder' },
  ]);
  expect(bridge.asked.map(({ what }) => what)).toEqual(['open-document', 'show-in-folder']);
  await user.click(screen.getByRole('tab', { name: /Relazione in PDF/ }));
  expect(screen.getByText('report-2026-5.pdf')).toBeTruthy();
}, 90_000);

test('while it is made it says so, and is not made twice', async () => {
  const { bridge, user } = show();
  bridge.hush('report.build');
  await screen.findByRole('tab', { name: /Cifre/ });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Creo il PDF: ci vuole qualche secondo.')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.build')).toHaveLength(1);
});

test('what stands in the way of the PDF is said with what to do', async () => {
  const { bridge, user } = show();
  bridge.fail('report.build', {
    code: 'folder',
    what: 'La cartella non c’è più.',
    remedy: 'Sceglila nelle Impostazioni.',
  });
  await screen.findByRole('tab', { name: /Cifre/ });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Sceglila nelle Impostazioni');
  expect(screen.getByRole('button', { name: /Crea il PDF/ })).toBeTruthy();
});

test('two months without notices are said, not drawn', async () => {
  show({ empty: true });
  expect((await screen.findAllByText('In questi due mesi non è stato inviato alcun avviso.')).length).toBeGreaterThan(
    0,
  );
  expect(screen.queryByRole('img', { name: /per ufficio/ })).toBeNull();
});

test('characters that no font draws are told beside the file, with where the texts are whole', async () => {
  const bridge = townBridge();
  bridge.alter('report.build', (made) => ({ ...made, missing: ['中', '→'] }));
  const { user } = showScreen(ReportScreen, bridge);
  await user.click(await screen.findByRole('tab', { name: /Relazione in PDF/ }));
  expect(screen.queryByText(/non si possono stampare/)).toBeNull();
  await user.keyboard('{Control>}{Enter}{/Control}');
  const told = (await screen.findByText('2 caratteri non si possono stampare')).closest('section');
  expect(told?.textContent).toContain('Nel PDF un quadratino sta al posto di 中 →');
  expect(told?.textContent).toContain('i testi sono interi');
});
