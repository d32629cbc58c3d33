import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RegisterScreen } from '#renderer/register/RegisterScreen.tsx';
import type { Entry } from '#shared/register/entry.ts';
import { type FakeBridge, type FakeBridgeOptions, fakeBridge } from '../../helpers/fakeBridge.ts';
import { fakeEntries } from '../../helpers/fakeQueue.ts';
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

const show = (options: FakeBridgeOptions = {}) => showScreen(RegisterScreen, fakeBridge(options));
function showEntries(entries: readonly Entry[]) {
  const bridge = fakeBridge();
  const call: FakeBridge['call'] = (method, input) =>
    method === 'register.list' ? Promise.resolve({ ok: true, value: [...entries] }) : bridge.call(method, input);
  return showScreen(RegisterScreen, { ...bridge, call });
}
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
  await user.keyboard('RACCOLTA verde');
  expect(await screen.findByText('1 di 10')).toBeTruthy();
  expect(titles()).toEqual(['Raccolta del verde: pausa invernale']);
  const marked = [...(await grid()).querySelectorAll('mark')].map(({ textContent }) => textContent);
  expect(marked).toEqual(['Raccolta', 'verde']);
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
  expect(titles()).toHaveLength(2);
  expect(facet('Categoria').queryByLabelText(/^Servizi/)).toBeNull();
  expect(count('Ufficio', 'Scuola')).toBe('2');
  await user.click(facet('Ufficio').getByLabelText(/^Scuola/));
  expect(screen.getByText('4 di 10')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Togli filtro: ufficio: Ambiente' }));
  expect(screen.getByText('2 di 10')).toBeTruthy();
});

test('from the search down into the rows; → and ← open and close what explains the row', async () => {
  const { user } = show();
  await grid();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  const selected = () => within(screen.getByRole('grid')).getByRole('row', { selected: true });
  expect(document.activeElement).toBe(selected());
  expect(selected().textContent).toContain('Corso di italiano');
  expect(screen.getByRole('heading', { name: 'Numero 2026/0203' })).toBeTruthy();
  await user.keyboard('{ArrowLeft}');
  expect(screen.queryByRole('heading', { name: /^Numero/ })).toBeNull();
  await user.keyboard('{End}{ArrowRight}');
  expect(screen.getByRole('heading', { name: /^Numero/ })).toBeTruthy();
  await user.keyboard('{Home}');
  expect(screen.getByRole('heading', { name: 'Numero 2026/0204' })).toBeTruthy();
  await user.keyboard('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('the row explains itself: four texts, and what the contractor changed', async () => {
  const { approved, sent } = entryWith();
  const text = `${sent.text} Anche a pranzo.`;
  const { user } = showEntries([entryWith({ sent: { ...sent, text, hash: 'e'.repeat(64) }, recipients: null })]);
  await grid();
  const detail = within(screen.getByRole('region', { name: /^Dettaglio di/ }));
  expect(detail.getByText('non noto')).toBeTruthy();
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
  const [copied] = bridge.inputsOf('shell.copyText');
  expect(copied?.text.split('\t').slice(0, 4)).toEqual(['2026/0204', '2026-11-20', '10:04', 'Sciopero della scuola']);
  expect(await screen.findByText('Riga copiata.')).toBeTruthy();
});

test('the head of a column orders the rows, and says so', async () => {
  const { user } = show();
  await grid();
  await user.click(screen.getByRole('button', { name: 'Avviso' }));
  expect(screen.getByRole('columnheader', { name: 'Avviso' }).getAttribute('aria-sort')).toBe('ascending');
  expect(titles()[0]).toBe('Bonus libri di testo');
  await user.click(screen.getByRole('button', { name: 'Avviso' }));
  expect(titles()[0]).toBe('Via Po a senso unico');
});

test('the link of the notice opens outside, and a refusal is said', async () => {
  const { bridge, user } = show();
  await grid();
  bridge.fail('shell.openLink', {
    code: 'address-refused',
    message: 'L’app non apre l’indirizzo.',
    remedy: 'Aggiungilo.',
  });
  await user.click(screen.getByRole('button', { name: '/novita/entry-204' }));
  expect(bridge.inputsOf('shell.openLink')).toEqual([{ url: 'https://www.comune.valdombra.example/novita/entry-204' }]);
  expect((await screen.findByRole('alert')).textContent).toContain('Aggiungilo');
});

test('of 5,000 rows only those in view are drawn; the grid counts all, End reaches the last', async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => {
    const [first = entryWith()] = fakeEntries;
    return {
      ...first,
      id: `e${index}`,
      number: 5_000 - index,
      sentAt: new Date(Date.UTC(2026, 10, 1) - index * 3_600_000).toISOString(),
    };
  });
  const { user } = showEntries(many);
  const table = await grid();
  expect(table.getAttribute('aria-rowcount')).toBe('5001');
  expect(within(table).getAllByRole('rowheader').length).toBeLessThan(60);
  await user.keyboard('{ArrowDown}{End}');
  const last = within(table).getByRole('row', { selected: true });
  expect(last.getAttribute('aria-rowindex')).toBe('5001');
  expect(document.activeElement).toBe(last);
});

test('an empty register says where its first row comes from', async () => {
  show({ empty: true });
  expect(await screen.findByText('Il registro è vuoto')).toBeTruthy();
});

test('from another screen it begins with the row that was asked for, which has the focus (P21)', async () => {
  const wanted = fakeEntries.at(-1);
  showScreen(({ status }) => <RegisterScreen status={status} selected={wanted?.id} />);
  const row = within(await grid()).getByRole('row', { selected: true });
  expect(row.textContent).toContain(wanted?.title);
  await vi.waitFor(() => expect(document.activeElement).toBe(row));
});
