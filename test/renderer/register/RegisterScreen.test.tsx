import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RegisterScreen } from '#renderer/register/RegisterScreen.tsx';
import type { Entry } from '#shared/register/entry.ts';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../helpers/bridge.ts';
import { ENTRIES } from '../../helpers/morning/entries.ts';
import { SHARED, TROUBLED } from '../../helpers/shares.ts';
import { showScreen } from '../../helpers/showScreen.tsx';
import { entryWith } from './entries.ts';

beforeEach(() => {
  // Nothing has a size without a browser: the virtual rows need a height to fill.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = {}) => showScreen(RegisterScreen, townBridge(options));
const showEntries = (entries: readonly Entry[]) => show({ entries });
const grid = () => screen.findByRole('grid', { name: 'Avvisi inviati' });
const titles = () =>
  within(screen.getByRole('grid'))
    .getAllByRole('rowheader')
    .map(({ textContent }) => textContent);
const facet = (name: string) => within(screen.getByRole('group', { name }));

test('the cursor is in the search; rows narrow while it is typed, hits are marked, the count is said', async () => {
  const { user } = show();
  await grid();
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
  expect(screen.getByText('10 di 10')).toBeTruthy();
  await user.keyboard('RACCOLTA verd');
  expect(await screen.findByText('1 di 10')).toBeTruthy();
  expect(titles()).toEqual(['Raccolta del verde: pausa invernale']);
  const marked = [...(await grid()).querySelectorAll('mark')].map(({ textContent }) => textContent);
  expect(marked).toEqual(['Raccolta', 'verd']);
});

test('the detail follows the first row of what was found, and marks it there too', async () => {
  const { user } = show();
  await grid();
  await user.keyboard('castagn');
  expect(await screen.findByText('1 di 10')).toBeTruthy();
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0199' })).toBeTruthy();
  const sent = screen.getByText(/^Inviato, /).closest('details');
  expect(sent?.open).toBe(true);
  expect(sent?.querySelector('mark')?.textContent).toBe('castagn');
  expect(document.querySelectorAll('details[open]')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Togli i filtri' }));
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0204' })).toBeTruthy();
});

test('what is nowhere says where was looked, and one press takes every filter away', async () => {
  const { user } = show();
  await grid();
  await user.keyboard('zzz');
  expect(await screen.findByText('Nessun avviso corrisponde')).toBeTruthy();
  expect(screen.getByText('0 di 10')).toBeTruthy();
  await user.click(
    within(screen.getByText('Nessun avviso corrisponde').parentElement ?? document.body).getByRole('button'),
  );
  expect(await screen.findByText('10 di 10')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
});

test('facets count after the other filters and hide zeros; a chip takes its own filter away', async () => {
  const { user } = show();
  await grid();
  const count = (name: string, value: string) =>
    facet(name)
      .getByLabelText(new RegExp(`^${value}`))
      .closest('label')
      ?.querySelector('.check-note')?.textContent;
  expect(count('Categoria', 'Servizi')).toBe('2');
  await user.click(facet('Ufficio').getByLabelText(/^Ambiente/));
  expect(await screen.findByText('2 di 10')).toBeTruthy();
  expect(titles()).toHaveLength(2);
  expect(facet('Categoria').queryByLabelText(/^Servizi/)).toBeNull();
  expect(count('Ufficio', 'Scuola')).toBe('2');
  await user.click(facet('Ufficio').getByLabelText(/^Scuola/));
  expect(await screen.findByText('4 di 10')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Togli filtro: ufficio: Ambiente' }));
  expect(await screen.findByText('2 di 10')).toBeTruthy();
});

test('from the search down into the rows; → and ← open and close what explains the row', async () => {
  const { user } = show();
  await grid();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const selected = () => within(screen.getByRole('grid')).getByRole('row', { selected: true });
  expect(document.activeElement).toBe(selected());
  expect(selected().textContent).toContain('Corso di italiano');
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0203' })).toBeTruthy();
  await user.keyboard('{ArrowLeft}');
  expect(screen.queryByRole('heading', { name: /^Numero/ })).toBeNull();
  await user.keyboard('{End}{ArrowRight}');
  expect(await screen.findByRole('heading', { name: /^Numero/ })).toBeTruthy();
  await user.keyboard('{Home}');
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0204' })).toBeTruthy();
  await user.keyboard('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('the row explains itself: four texts, and what the contractor changed', async () => {
  const { approved, sent } = entryWith();
  const text = `${sent.text} Anche a pranzo.`;
  const { user } = showEntries([entryWith({ sent: { ...sent, text, hash: 'e'.repeat(64) }, recipients: null })]);
  await grid();
  const detail = within(await screen.findByRole('region', { name: /^Dettaglio di/ }));
  expect(detail.getByText('non note')).toBeTruthy();
  expect(detail.getByText('Inviato, diverso dall’approvato')).toBeTruthy();
  expect(detail.getByText(/Anche a pranzo/, { selector: 'ins' })).toBeTruthy();
  await user.click(detail.getByText(/^Approvato, Ornella Vidal/));
  expect(detail.getByText(/^Approvato/).closest('details')?.open).toBe(true);
  expect(detail.getByText(/^Approvato/).closest('details')?.textContent).toContain(approved?.text);
});

test('Ctrl+C copies the row as a line of a spreadsheet', async () => {
  const { bridge, user } = show();
  await grid();
  await user.keyboard('{ArrowDown}{Control>}c{/Control}');
  const [copied] = await awaitCalls(bridge, 'shell.copyText');
  expect(copied?.text.split('\t').slice(0, 4)).toEqual(['2026/0204', '2026-11-20', '10:04', 'Sciopero della scuola']);
  expect(await screen.findByText('Riga copiata.')).toBeTruthy();
});

test('the head of a column orders the rows, and says so', async () => {
  const { user } = show();
  await grid();
  await user.click(screen.getByRole('button', { name: 'Avviso' }));
  expect(screen.getByRole('columnheader', { name: 'Avviso' }).getAttribute('aria-sort')).toBe('ascending');
  await waitFor(() => expect(titles()[0]).toBe('Bonus libri di testo'));
  await user.click(screen.getByRole('button', { name: 'Avviso' }));
  await waitFor(() => expect(titles()[0]).toBe('Via Po a senso unico'));
});

test('the link of the notice opens outside, and a refusal is said', async () => {
  const { bridge, user } = show();
  await grid();
  bridge.fail('shell.openLink', {
    code: 'address-refused',
    what: 'L’app non apre l’indirizzo.',
    remedy: 'Aggiungilo.',
  });
  await user.click(await screen.findByRole('button', { name: '/novita/entry-204' }));
  expect(bridge.inputsOf('shell.openLink')).toEqual([{ url: 'https://www.comune.valdombra.example/novita/entry-204' }]);
  expect((await screen.findByRole('alert')).textContent).toContain('Aggiungilo');
});

test('of 20,000 rows only those in view are asked for and drawn; End reaches the last, its block on the way', async () => {
  const { bridge, user } = show({ registerRows: 20_000 });
  const table = await grid();
  expect(table.getAttribute('aria-rowcount')).toBe('20001');
  expect(screen.getByText('20.000 di 20.000')).toBeTruthy();
  expect(within(table).getAllByRole('rowheader').length).toBeLessThan(60);
  expect(bridge.inputsOf('register.page')).toEqual([]);
  await user.keyboard('{ArrowDown}{End}');
  const last = within(table).getByRole('row', { selected: true });
  expect(last.getAttribute('aria-rowindex')).toBe('20001');
  expect(document.activeElement).toBe(last);
  await waitFor(() => expect(last.getAttribute('aria-busy')).toBeNull());
  expect(last.textContent).toContain('2026/0001');
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0001' })).toBeTruthy();
  expect(new Set(bridge.inputsOf('register.page').map(({ offset }) => offset))).toEqual(new Set([19_900]));
});

test('the row that puts another right leads to it, and back', async () => {
  const [first = entryWith(), second = entryWith()] = ENTRIES;
  const { user } = showEntries([{ ...first, corrects: second.id }, second]);
  await grid();
  await user.click(await screen.findByRole('button', { name: /^2026\/0203, Corso di italiano/ }));
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0203' })).toBeTruthy();
  expect(screen.getByText(/Non vale più/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^2026\/0204/ }));
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0204' })).toBeTruthy();
});

test('a linked row that the filter leaves out is explained all the same', async () => {
  const [first = entryWith(), second = entryWith()] = ENTRIES;
  const { user } = showEntries([{ ...first, corrects: second.id }, second]);
  await grid();
  await user.click(facet('Scostamenti').getByLabelText(/^Rettifica/));
  expect(await screen.findByText('1 di 2')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: /^2026\/0203/ }));
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0203' })).toBeTruthy();
  expect(titles()).toHaveLength(1);
});

test('days narrow, typed in figures or words, and their chip says them', async () => {
  const { user } = show();
  await grid();
  await user.type(screen.getByLabelText('Dal'), '16/11');
  await user.type(screen.getByLabelText('Al'), '18 novembre');
  expect(await screen.findByText('2 di 10')).toBeTruthy();
  await user.tab();
  expect(screen.getByLabelText<HTMLInputElement>('Dal').value).toBe('16 novembre');
  fireEvent.click(screen.getByRole('button', { name: 'Togli filtro: dal 16 novembre al 18 novembre' }));
  expect(await screen.findByText('10 di 10')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Dal').value).toBe('');
});

test('a day that is none is said, and narrows nothing', async () => {
  const { user } = show();
  await grid();
  await user.type(screen.getByLabelText('Dal'), 'quando si può');
  await user.tab();
  expect(screen.getByText('Non capisco questo giorno: scrivi per esempio «4/12/2026».')).toBeTruthy();
  expect(screen.getByText('10 di 10')).toBeTruthy();
});

test('a search that does not succeed says why', async () => {
  const { bridge, user } = show();
  await grid();
  bridge.fail('register.search', { code: 'disk', what: 'Il disco non risponde.', remedy: 'Riavvia l’app.' });
  await user.keyboard('verde');
  expect((await screen.findByRole('alert')).textContent).toContain('Riavvia l’app');
});

test('the rows are awaited without a word, then with one', async () => {
  const bridge = townBridge();
  bridge.hush('register.search');
  showScreen(RegisterScreen, bridge);
  expect(await screen.findByText('Leggo il registro')).toBeTruthy();
});

test('an empty register says where its first row comes from', async () => {
  show({ empty: true });
  expect(await screen.findByText('Il registro è vuoto')).toBeTruthy();
});

test('from another screen it begins with the row that was asked for, which has the focus (P21)', async () => {
  const wanted = ENTRIES.at(-1);
  showScreen(() => <RegisterScreen selected={wanted?.id} />);
  await grid();
  const row = () => within(screen.getByRole('grid')).getByRole('row', { selected: true });
  await waitFor(() => expect(row().textContent).toContain(wanted?.title));
  await waitFor(() => expect(document.activeElement).toBe(row()));
});

test('a row far down is found by its place, and gets the focus there', async () => {
  const bridge = townBridge({ registerRows: 2_000 });
  showScreen(() => <RegisterScreen selected="row-1234" />, bridge);
  await grid();
  const row = () => within(screen.getByRole('grid')).getByRole('row', { selected: true });
  await waitFor(() => expect(row().getAttribute('aria-rowindex')).toBe('1236'));
  await waitFor(() => expect(document.activeElement).toBe(row()));
  expect(await screen.findByRole('heading', { name: 'Numero 2026/0766' })).toBeTruthy();
});

test('while other words are typed the selection begins at the top again', async () => {
  const { user } = show();
  await grid();
  await user.keyboard('{ArrowDown}{End}');
  await user.keyboard('/raccolta');
  expect(await screen.findByText('2 di 10')).toBeTruthy();
  await waitFor(() =>
    expect(within(screen.getByRole('grid')).getByRole('row', { selected: true }).getAttribute('aria-rowindex')).toBe(
      '2',
    ),
  );
});

test('numbers given twice and rows without one say what happens by itself', async () => {
  const { collisions, provisional } = TROUBLED;
  show({ share: { ...SHARED, collisions, provisional } });
  await grid();
  const twice = screen.getByRole('heading', { name: 'Il numero 2026/0042 è stato dato a due avvisi' });
  expect(twice.closest('section')?.textContent).toContain('«Biblioteca chiusa» e «Raccolta dell’olio»');
  expect(screen.getByRole('heading', { name: '2 avvisi sono ancora «provv.»' })).toBeTruthy();
});
