import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ReportScreen } from '#renderer/report/ReportScreen.tsx';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { temporaryFolder } from '../../../helpers/folders.ts';
import { invoiceFile, invoiceOf } from '../../../helpers/morning/report.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';
import { openSigner } from '../../../helpers/signedFile.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(options: BridgeOptions = { report: 'invoice' }) {
  const shown = showScreen(ReportScreen, townBridge(options));
  await shown.user.click(await screen.findByRole('tab', { name: /Fattura/ }));
  return shown;
}
const sealed = (): ((xml: Uint8Array) => Uint8Array) => openSigner(temporaryFolder()).sign;
const WITHHOLDING =
  '<DatiRitenuta><TipoRitenuta>RT01</TipoRitenuta><ImportoRitenuta>10.00</ImportoRitenuta><AliquotaRitenuta>20.00</AliquotaRitenuta><CausalePagamento>A</CausalePagamento></DatiRitenuta>';
/** A signed file in which one letter of the invoice is another. */
function alter(signed: Uint8Array): Uint8Array {
  const at = Buffer.from(signed).indexOf('perché');
  if (at < 0) throw new Error('The signed file does not hold the invoice.');
  return Buffer.concat([signed.subarray(0, at), Buffer.from('P'), signed.subarray(at + 1)]);
}
const part = (name: RegExp | string) => screen.findByRole('region', { name });

test('without an invoice the step says which file to choose', async () => {
  const { bridge, user } = await show({ report: 'statement' });
  expect(await screen.findByText('Manca la fattura elettronica')).toBeTruthy();
  await user.keyboard('{Control>}o{/Control}');
  expect(bridge.inputsOf('report.chooseInvoice')).toEqual([{ period: '2026-5' }]);
  expect((await part('La fattura')).textContent).toContain('n. 214 del 20 novembre 2026');
});

test('an invoice is dropped on its place; another file is refused there, and the button does the same (W34)', async () => {
  const { bridge } = await show({ report: 'statement' });
  const target = await part('Trascina qui la fattura');
  const drop = (...files: readonly File[]) => fireEvent.drop(target, { dataTransfer: { files } });
  drop(new File(['x'], 'foto.png'));
  expect(await screen.findByText(/«foto.png» non è del tipo giusto: servono XML, P7M/)).toBeTruthy();
  drop(new File(['x'], 'a.xml'), new File(['x'], 'b.xml'));
  expect(await screen.findByText('Trascina un file solo.')).toBeTruthy();
  expect(bridge.inputsOf('report.chooseInvoice')).toEqual([]);
  drop(new File([Buffer.from(invoiceFile({ report: 'statement' }))], 'IT0214.xml'));
  expect((await part('La fattura')).textContent).toContain('n. 214 del 20 novembre 2026');
  expect(bridge.inputsOf('report.chooseInvoice')).toMatchObject([{ dropped: { fileName: 'IT0214.xml' } }]);
});

test('an invoice without a statement waits for it, and leads there', async () => {
  const { user } = await show({});
  await user.click(await screen.findByRole('button', { name: /Scegli la fattura/ }));
  expect(await screen.findByText(/Per controllarla serve il rendiconto/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vai al rendiconto' }));
  expect(screen.getByText('Manca il rendiconto della ditta')).toBeTruthy();
});

test('every check is said, passed or not, and the sums stand side by side', async () => {
  await show();
  const checks = within(await part('I controlli')).getAllByRole('listitem');
  expect(checks.map((check) => within(check).getByRole('img').getAttribute('aria-label'))).toEqual([
    'a posto',
    'a posto',
    'a posto',
    'a posto',
    'a posto',
    'da chiarire',
  ]);
  const rows = within(await part(/Il conto, a 18,00/))
    .getAllByRole('row')
    .slice(1);
  expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Rendiconto della ditta', '10', '180,00 €', '54,00 €'],
    ['Riconciliato con il registro', '7', '126,00 €', ''],
    ['Fattura', '10', '180,00 €', '54,00 €'],
  ]);
});

test('the legal reasons are shown, and refusing is no command', async () => {
  await show();
  const refusal = await part('Quando si può rifiutare');
  expect(within(refusal).getAllByRole('listitem')).toHaveLength(5);
  expect(refusal.textContent).toContain('Un conteggio sbagliato non è tra questi');
  expect(screen.queryByRole('button', { name: /rifiut/i })).toBeNull();
});

test('the day of assignment is typed in and the ten days are counted in the head', async () => {
  const { bridge } = await show({ report: 'statement' });
  fireEvent.click(await screen.findByRole('button', { name: /Scegli la fattura/ }));
  expect(screen.queryByRole('timer')).toBeNull();
  const field = await screen.findByLabelText('Assegnata nel programma di contabilità');
  fireEvent.change(field, { target: { value: '2026-11-23' } });
  fireEvent.blur(field);
  expect(bridge.inputsOf('report.assign')).toEqual([{ period: '2026-5', assigned: '2026-11-23', delivered: null }]);
  const timer = await screen.findByRole('timer', { name: 'Scadenza: restano 9 giorni' });
  expect(timer.querySelectorAll('rect')).toHaveLength(10);
  expect(timer.querySelectorAll('.countdown-full')).toHaveLength(1);
  expect(screen.getByText(/Il termine di 10 giorni scade tra 9 giorni/)).toBeTruthy();
});

test('a day to come is not kept', async () => {
  const { bridge } = await show();
  const field = await screen.findByLabelText('Consegnata dal sistema di interscambio');
  fireEvent.change(field, { target: { value: '2026-11-25' } });
  fireEvent.blur(field);
  expect(screen.getByText(/Questo giorno deve ancora venire/)).toBeTruthy();
  expect(bridge.inputsOf('report.assign')).toEqual([]);
});

test('the letter of contestation can be corrected, and is copied', async () => {
  const { bridge, user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Prepara la contestazione…' }));
  const text = within(screen.getByRole('dialog')).getByLabelText<HTMLTextAreaElement>('Testo della lettera');
  expect(text.value).toContain('Vi chiediamo di inviare una nota di credito di 54,00 € più IVA');
  expect(text.value).toContain('Ornella Vidal');
  await user.type(text, ' Cordiali saluti.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('shell.copyText')[0]?.text).toMatch(/^Oggetto: Contestazione[\s\S]* Cordiali saluti\.$/);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where the sums agree there is nothing to contest', async () => {
  await show({ report: 'invoice', agreeing: true });
  expect(await screen.findByText('La fattura chiede quello che il registro conferma.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /contestazione/ })).toBeNull();
});

test('a file of several invoices lets one choose; the checks follow', async () => {
  const other = invoiceOf(3, { number: '215', date: '2026-11-21', cig: 'ALTRO' });
  const { bridge, user } = await show({ report: 'invoice', bodies: [{}, other] });
  const choice = within(await part('La fattura')).getByRole('combobox', { name: /contiene 2 fatture/ });
  expect(within(choice).getAllByRole('option')).toHaveLength(2);
  await user.selectOptions(choice, '1');
  expect(bridge.inputsOf('report.chooseBody')).toEqual([{ period: '2026-5', body: 1 }]);
  await within(await part('La fattura')).findByText('n. 215 del 21 novembre 2026');
  expect((await part('I controlli')).textContent).toContain('Il CIG è ALTRO');
});

test('one invoice leaves nothing to choose, and a file without a signature says so', async () => {
  await show();
  const facts = await part('La fattura');
  expect(within(facts).queryByRole('combobox')).toBeNull();
  expect(facts.textContent).toContain('senza firma');
});

test('a whole signature is told with what was not verified', async () => {
  await show({ report: 'invoice', seal: sealed() });
  expect((await part('La fattura')).textContent).toContain('firma integra, certificato non verificato');
});

test('a file altered after it was signed is the first thing one reads, and stops the proposal', async () => {
  const { user } = await show({
    report: 'invoice',
    agreeing: true,
    bodies: [{ general: WITHHOLDING }],
    seal: (xml) => alter(sealed()(xml)),
  });
  const facts = await part('La fattura');
  expect(within(facts).getByRole('alert').textContent).toContain('Il file è stato alterato dopo la firma');
  const checks = (await part('I controlli')).textContent;
  expect(checks).toContain('non liquidare su questo file');
  expect(checks).toContain('c’è una ritenuta');
  await user.click(screen.getByRole('tab', { name: /Decisione/ }));
  expect(screen.getByRole('textbox', { name: /Decisione/ })).toHaveProperty(
    'value',
    'Prima di liquidare c’è qualcosa da chiarire',
  );
});
