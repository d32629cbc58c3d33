import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ReportScreen } from '#renderer/report/ReportScreen.tsx';
import { type FakeBridgeOptions, fakeBridge } from '../../helpers/fakeBridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';
import { reportView, withPairToConfirm } from './reportViews.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(options: FakeBridgeOptions = { report: 'statement' }) {
  const shown = showScreen(ReportScreen, fakeBridge(options));
  await shown.user.click(await screen.findByRole('tab', { name: /Rendiconto e riconciliazione/ }));
  return shown;
}
const tab = (name: RegExp) => screen.findByRole('tab', { name });
const list = (name: string) => screen.findByRole('listbox', { name });
const PROBLEM = { code: 'x', message: 'Il disco è pieno. Il registro è al sicuro.', remedy: 'Libera spazio.' };

test('without a statement the step says which file to choose; choosing it compares at once', async () => {
  const { bridge, user } = await show({});
  expect(await screen.findByText('Manca il rendiconto della ditta')).toBeTruthy();
  await user.keyboard('{Control>}o{/Control}');
  expect(bridge.inputsOf('report.chooseStatement')).toEqual([{ period: '2026-5' }]);
  expect(await tab(/Con differenze/)).toBeTruthy();
});

test('a file that cannot be chosen is a problem in its place', async () => {
  const { user } = await show({ problems: { 'report.chooseStatement': PROBLEM } });
  await user.click(await screen.findByRole('button', { name: /Scegli il rendiconto/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('Libera spazio.');
});

test('the lists say how many rows they hold, what they cost, and what is to do', async () => {
  await show();
  expect((await tab(/Abbinati/)).textContent).toBe('Abbinati5, 90,00 €');
  expect((await tab(/Con differenze/)).textContent).toBe('Con differenze2, 36,00 €');
  expect((await tab(/Doppi/)).textContent).toBe('Doppi1, 18,00 €');
  expect((await tab(/Con differenze/)).getAttribute('aria-selected')).toBe('true');
  expect(screen.getByText('Riconcilia 6 righe del rendiconto, poi prepara la relazione.')).toBeTruthy();
  expect((await tab(/Rendiconto e ric/)).textContent).toContain('6 da decidere');
});

test('two texts stand side by side, what is only in one is marked and said', async () => {
  await show();
  const sent = await screen.findByRole('region', { name: 'Testo del rendiconto' });
  expect([...sent.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
    'solo qui: Euganea per lavori.',
  ]);
  const kept = screen.getByRole('region', { name: 'Testo del registro' });
  expect(within(kept).getByText(/Fai una piccola scorta/)).toBeTruthy();
});

test('by keyboard alone: arrows between lists and rows, Spazio chooses, Invio pairs', async () => {
  const { bridge, user } = await show();
  (await list('Con differenze')).focus();
  await user.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(await list('Solo nel registro'));
  await user.keyboard(' ');
  const others = await list('Possibili compagni nel rendiconto');
  expect(document.activeElement).toBe(others);
  expect(within(others).getAllByRole('option')[0]?.textContent).toContain('Incontro pubblico nuova pista ciclabile');
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  const [call] = bridge.inputsOf('report.pair');
  expect(call?.choice).toMatchObject({ kind: 'same', register: '2026/0181' });
  expect(await screen.findByText('N. 2026/0181 e riga 6 abbinati.')).toBeTruthy();
  expect((await tab(/Solo nel registro/)).textContent).toBe('Solo nel registro0');
});

test('Invio confirms a probable pair, N takes a pair apart', async () => {
  const bridge = fakeBridge();
  const value = withPairToConfirm(reportView());
  const { user } = showScreen(ReportScreen, {
    ...bridge,
    call: (method, input) =>
      method === 'report.get' ? Promise.resolve({ ok: true, value }) : bridge.call(method, input),
  });
  await user.click(await tab(/Rendiconto e ric/));
  expect(await screen.findByRole('heading', { name: 'Abbina queste due righe?' })).toBeTruthy();
  (await list('Con differenze')).focus();
  await user.keyboard('{Enter}');
  await user.keyboard('{ArrowDown}{Enter}n');
  expect(bridge.inputsOf('report.pair').map(({ choice }) => [choice.kind, choice.register])).toEqual([
    ['same', '2026/0179'],
    ['not the same', '2026/0180'],
  ]);
});

test('N keeps two rows apart, and they are not proposed again', async () => {
  const { bridge, user } = await show();
  await user.click(await tab(/Solo nel registro/));
  (await list('Solo nel registro')).focus();
  await user.keyboard('n');
  expect(bridge.inputsOf('report.pair')[0]?.choice.kind).toBe('not the same');
  expect(await screen.findByText('N. 2026/0181 e riga 6 tenuti separati.')).toBeTruthy();
  expect((await list('Possibili compagni nel rendiconto')).textContent).not.toContain('Incontro pubblico');
});

test('a difference is decided with a note; the next open row follows', async () => {
  const { bridge, user } = await show();
  (await list('Con differenze')).focus();
  await user.keyboard('1');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Scrivi il motivo: resta nella relazione.')).toBeTruthy();
  expect(bridge.inputsOf('report.decide')).toEqual([]);
  await user.keyboard('Il senso è lo stesso.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.decide')).toEqual([
    { period: '2026-5', about: { register: '2026/0179' }, outcome: 'accepted', note: 'Il senso è lo stesso.' },
  ]);
  expect(await screen.findByText('«Interruzione dell’acqua in via Euganea»: accettato.')).toBeTruthy();
  const [, next] = within(await list('Con differenze')).getAllByRole('option');
  expect(next?.getAttribute('aria-selected')).toBe('true');
});

test('a double is contested in two keys: the note is already written', async () => {
  const { bridge, user } = await show();
  await user.click(await tab(/Doppi/));
  (await list('Doppi')).focus();
  await user.keyboard('2');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.decide')).toMatchObject([{ outcome: 'contested', note: 'Doppio della riga 10.' }]);
});

test('a double is never paired unseen: no companion is proposed, but one can be chosen', async () => {
  const { bridge, user } = await show();
  await user.click(await tab(/Doppi/));
  (await list('Doppi')).focus();
  await user.keyboard('{Enter}n');
  expect(bridge.inputsOf('report.pair')).toEqual([]);
  await user.keyboard(' {ArrowDown}{Enter}');
  expect(bridge.inputsOf('report.pair')).toMatchObject([{ choice: { kind: 'same', register: '2026/0181' } }]);
});

test('a decision that was not kept stays in its dialog with what was written', async () => {
  const { bridge, user } = await show();
  bridge.fail('report.decide', PROBLEM);
  await user.click(await tab(/Doppi/));
  (await list('Doppi')).focus();
  await user.keyboard('3Mandato due volte.{Control>}{Enter}{/Control}');
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('alert').textContent).toContain('Il disco è pieno');
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Perché').value).toBe('Mandato due volte.');
});

test('unknown heads are a problem in place; the columns can be told by letter', async () => {
  const { bridge, user } = await show({ report: 'statement', unknownColumns: true });
  expect((await screen.findByRole('alert')).textContent).toContain('Indica quali colonne contengono data e testo');
  expect(screen.getByText(/indica le colonne o scegli un altro file/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = screen.getByRole('dialog', { name: 'Indica le colonne' });
  await user.type(within(dialog).getByLabelText('Data dell’invio'), '3');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Scrivi solo la lettera della colonna, per esempio B.')).toBeTruthy();
  expect(bridge.inputsOf('report.mapStatement')).toEqual([]);
  await user.clear(within(dialog).getByLabelText('Data dell’invio'));
  await user.type(within(dialog).getByLabelText('Data dell’invio'), 'b');
  await user.type(within(dialog).getByLabelText('Testo del messaggio'), 'D');
  await user.type(within(dialog).getByLabelText('Riga dei titoli'), '4');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.mapStatement')).toEqual([
    { period: '2026-5', map: { date: 'B', text: 'D', headerRow: 4 } },
  ]);
  expect(await tab(/Con differenze/)).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('while the comparison is read the step waits; a problem says what to do', async () => {
  const bridge = fakeBridge();
  bridge.hush('report.get');
  const { user } = showScreen(ReportScreen, bridge);
  await user.click(await screen.findByRole('tab', { name: /Rendiconto e riconciliazione/ }));
  expect(await screen.findByText('Leggo il confronto')).toBeTruthy();
  cleanup();
  await show({ problems: { 'report.get': PROBLEM } });
  expect((await screen.findByRole('alert')).textContent).toContain('Libera spazio.');
});
