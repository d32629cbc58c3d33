import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ReportScreen } from '#renderer/report/ReportScreen.tsx';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';
import { withPairToConfirm } from '../reportViews.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(options: BridgeOptions = { report: 'statement' }) {
  const shown = showScreen(ReportScreen, townBridge(options));
  await shown.user.click(await screen.findByRole('tab', { name: /Rendiconto e riconciliazione/ }));
  return shown;
}
const tab = (name: RegExp) => screen.findByRole('tab', { name });
const list = (name: string) => screen.findByRole('listbox', { name });
const PROBLEM = { code: 'x', what: 'Il disco è pieno.', why: 'Il registro è al sicuro.', remedy: 'Libera spazio.' };

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
  const bridge = townBridge({ report: 'invoice' });
  bridge.alter('report.get', withPairToConfirm);
  const { user } = showScreen(ReportScreen, bridge);
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
  await user.keyboard('1Mandato due volte.{Control>}{Enter}{/Control}');
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('alert').textContent).toContain('Il disco è pieno');
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Perché').value).toBe('Mandato due volte.');
});

test('unknown heads are a problem in place; the columns are told beside the first rows of the file', async () => {
  const { bridge, user } = await show({ report: 'statement', unknownColumns: true });
  expect((await screen.findByRole('alert')).textContent).toContain('Indica quali colonne contengono data e testo');
  expect(screen.getByText(/indica le colonne o scegli un altro file/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  const rows = await screen.findByRole('region', { name: 'Prime righe del rendiconto' });
  const dialog = screen.getByRole('dialog', { name: 'Indica le colonne' });
  expect(within(rows).getByRole('row', { name: /^5 1 18\/09\/2026/ })).toBeTruthy();
  expect(dialog.textContent).toContain('L’app legge il foglio «Invii»; non legge «Note».');

  const choose = (label: string, letter: string) =>
    user.selectOptions(within(dialog).getByRole('combobox', { name: new RegExp(label) }), letter);
  await choose('Data dell’invio', 'B');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Scegli la colonna: senza non si può confrontare.')).toBeTruthy();
  await user.type(within(dialog).getByLabelText('Riga dei titoli'), 'x');
  expect(within(dialog).getByText('Scrivi il numero della riga, per esempio 1.')).toBeTruthy();
  expect(bridge.inputsOf('report.mapStatement')).toEqual([]);

  await user.clear(within(dialog).getByLabelText('Riga dei titoli'));
  await user.type(within(dialog).getByLabelText('Riga dei titoli'), '4');
  await choose('Testo del messaggio', 'D');
  expect(within(rows).getByRole('columnheader', { name: /D\s*Testo del messaggio/ }).className).toBe('chosen');
  expect(within(dialog).getAllByRole('option', { name: 'D, Che cosa' }).length).toBeGreaterThan(0);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.mapStatement')).toEqual([
    { period: '2026-5', map: { number: 'A', date: 'B', text: 'D', headerRow: 4 } },
  ]);
  expect(await tab(/Con differenze/)).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a file whose first rows cannot be read says what to do, and the dialog closes', async () => {
  const { user } = await show({
    report: 'statement',
    unknownColumns: true,
    problems: { 'report.previewStatement': PROBLEM },
  });
  expect((await screen.findByRole('alert')).textContent).toContain('Indica quali colonne');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Indica le colonne' });
  expect((await within(dialog).findByRole('alert')).textContent).toContain('Libera spazio.');
  await user.click(within(dialog).getByRole('button', { name: 'Lascia stare' }));
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('Ctrl+Z takes a pairing back: the rows are apart again, and nothing is decided for them', async () => {
  const { bridge, user } = await show();
  await user.click(await tab(/Solo nel registro/));
  (await list('Solo nel registro')).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('N. 2026/0181 e riga 6 abbinati.')).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  const [paired] = bridge.inputsOf('report.pair');
  expect(bridge.inputsOf('report.unpair')).toEqual([
    { period: '2026-5', register: '2026/0181', statement: paired?.choice.statement },
  ]);
  expect(within(await list('Solo nel registro')).getAllByRole('option')).toHaveLength(1);
});

test('taking back what changed an earlier choice brings the earlier one back', async () => {
  const { bridge, user } = await show();
  await user.click(await tab(/Solo nel registro/));
  (await list('Solo nel registro')).focus();
  await user.keyboard('{Enter}');
  await user.click(await tab(/Con differenze/));
  await user.click(within(await list('Con differenze')).getByRole('option', { name: /Assemblea pubblica/ }));
  await user.click(screen.getByRole('button', { name: /Non sono lo stesso/ }));
  expect(await screen.findByText('N. 2026/0181 e riga 6 tenuti separati.')).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  expect(bridge.inputsOf('report.pair').map(({ choice }) => choice.kind)).toEqual(['same', 'not the same', 'same']);
  expect(bridge.inputsOf('report.unpair')).toEqual([]);
});

test('Ctrl+Z takes a decision back, and the row asks again', async () => {
  const { bridge, user } = await show();
  await user.click(await tab(/Doppi/));
  (await list('Doppi')).focus();
  await user.keyboard('2{Control>}{Enter}{/Control}');
  expect((await tab(/Rendiconto e ric/)).textContent).toContain('5 da decidere');
  await user.keyboard('{Control>}z{/Control}');
  expect(bridge.inputsOf('report.reopen')).toMatchObject([
    { period: '2026-5', about: { statement: expect.any(String) } },
  ]);
  expect((await tab(/Rendiconto e ric/)).textContent).toContain('6 da decidere');
});

test('a double stands beside what it repeats, with what agrees', async () => {
  const { user } = await show();
  await user.click(await tab(/Doppi/));
  expect(await screen.findByRole('region', { name: 'Testo della riga 10' })).toBeTruthy();
  const double = screen.getByRole('region', { name: 'Testo della riga 11' });
  expect(double.querySelectorAll('ins, del, mark')).toHaveLength(0);
  expect(screen.getByText('10:02 e 10:04')).toBeTruthy();
});

test('a row nobody registered goes into the register with what the statement does not tell', async () => {
  const { bridge, user } = await show();
  await user.click(await tab(/Solo nel rendiconto/));
  await user.click(within(await list('Solo nel rendiconto')).getByRole('option', { name: /Messaggio di prova/ }));
  (await list('Solo nel rendiconto')).focus();
  await user.keyboard('3');
  const dialog = screen.getByRole('dialog', { name: 'Aggiungi al registro' });
  expect(dialog.textContent).toContain('Una riga del registro non si cancella.');
  const title = within(dialog).getByLabelText<HTMLInputElement>('Titolo');
  expect(title.value).toBe('Messaggio di prova');
  await user.clear(title);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Scrivi di che cosa parla l’avviso.')).toBeTruthy();
  expect(within(dialog).getByText('Scrivi come sai che l’avviso è stato chiesto e inviato.')).toBeTruthy();
  expect(bridge.inputsOf('report.addToRegister')).toEqual([]);
  await user.type(title, 'Prova del canale');
  await user.type(within(dialog).getByLabelText('Perché'), 'Chiesto per telefono dalla segreteria.');
  await user.click(within(dialog).getByRole('radio', { name: 'Gruppo operativo' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('report.addToRegister')).toEqual([
    {
      period: '2026-5',
      statement: expect.stringContaining('2026-09-01'),
      title: 'Prova del canale',
      office: null,
      route: 'gruppo operativo',
      note: 'Chiesto per telefono dalla segreteria.',
    },
  ]);
  expect(await screen.findByText('«Prova del canale» è nel registro con il numero 2026/0186.')).toBeTruthy();
});

test('while the comparison is read the step waits; a problem says what to do', async () => {
  const bridge = townBridge();
  bridge.hush('report.get');
  const { user } = showScreen(ReportScreen, bridge);
  await user.click(await screen.findByRole('tab', { name: /Rendiconto e riconciliazione/ }));
  expect(await screen.findByText('Leggo il confronto')).toBeTruthy();
  cleanup();
  await show({ problems: { 'report.get': PROBLEM } });
  expect((await screen.findByRole('alert')).textContent).toContain('Libera spazio.');
});
