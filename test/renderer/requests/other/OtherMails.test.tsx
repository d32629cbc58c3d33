import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RequestsScreen } from '#renderer/requests/inbox/RequestsScreen.tsx';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { emlOf, INCOMPLETE, type WrittenMail } from '../../../helpers/mails.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const fileOf = ({ folder }: TestBridge, name: string): string => join(folder, 'posta', name);

/** The tab of the other e-mails, over a mailbox in which these files are no e-mails. */
async function shown(...broken: readonly string[]) {
  const bridge = townBridge();
  for (const name of broken) writeFileSync(fileOf(bridge, name), '%PDF-1.7 non è una e-mail');
  if (broken.length > 0) await bridge.ask('requests.checkMailbox', {});
  const acts = {
    onOpen: vi.fn(),
    onCheckMailbox: vi.fn(),
    onWrite: vi.fn(),
    onBring: vi.fn(),
    onAsk: vi.fn(),
    onPause: vi.fn(),
  };
  return { ...showScreen(() => <RequestsScreen first="other" {...acts} />, bridge), ...acts };
}

const titles = () => screen.queryAllByRole('option').map((one) => one.querySelector('.list-title')?.textContent);
const group = (name: string) => within(screen.getByRole('group', { name }));

test('with nothing unread it says what was checked, and what stands here', async () => {
  const { user, onCheckMailbox } = await shown();
  expect(await screen.findByRole('heading', { name: 'Nessuna e-mail da guardare' })).toBeTruthy();
  expect(screen.getByText('Cartella letta oggi alle 08:31.')).toBeTruthy();
  await user.keyboard('{F9}');
  expect(onCheckMailbox).toHaveBeenCalledOnce();
});

test('every e-mail that was not read stands in the list with its reason; the tab says how many', async () => {
  const { user } = await shown('a.eml', 'b.eml');
  expect(await screen.findByRole('listbox', { name: 'Altre e-mail' })).toBeTruthy();
  expect(screen.getByRole('tab', { name: /Altre e-mail/ }).textContent).toBe('Altre e-mail2');
  expect(titles()).toEqual(['a.eml', 'b.eml']);
  expect(group('Non lette').getAllByText('rovinata')).toHaveLength(2);
  const why = within(screen.getByRole('region', { name: /Il file «a\.eml» è rovinato/ }));
  expect(why.getByText(/L’app non la riprova da sola/)).toBeTruthy();
  await user.keyboard('{ArrowDown}');
  expect(await screen.findByRole('region', { name: /Il file «b\.eml» è rovinato/ })).toBeTruthy();
});

test('Invio reads one again: once it can be read it is told, and leaves the list', async () => {
  const { bridge, user } = await shown('a.eml', 'b.eml');
  await screen.findByRole('listbox', { name: 'Altre e-mail' });
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Ancora 1 non letta.')).toBeTruthy();
  expect(titles()).toEqual(['a.eml', 'b.eml']);
  const calls = await awaitCalls(bridge, 'requests.readAgain');
  expect(calls[0]?.id).toBeTypeOf('number');
  // The same file, and this time it is an e-mail.
  writeFileSync(fileOf(bridge, 'a.eml'), emlOf(INCOMPLETE));
  await user.click(screen.getByRole('button', { name: 'Rileggi tutte' }));
  expect(await screen.findByText(/1 e-mail letta: 1 richiesta nuova\. Ancora 1 non letta\./)).toBeTruthy();
  await waitFor(() => expect(titles()).toEqual(['b.eml']));
  expect((await awaitCalls(bridge, 'requests.readAgain', 2))[1]).toEqual({ id: null });
});

test('N puts one away, Ctrl+Z takes it back; what was put away can be taken back later too', async () => {
  const { user } = await shown('a.eml', 'b.eml');
  const list = await screen.findByRole('listbox', { name: 'Altre e-mail' });
  list.focus();
  await user.keyboard('n');
  await waitFor(() => expect(group('Decise da una persona').getByText('non serve, dice Marta Bellin')).toBeTruthy());
  expect(screen.getByRole('tab', { name: /Altre e-mail/ }).textContent).toBe('Altre e-mail1');
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Decise da una persona' })).toBeNull());
  list.focus();
  await user.keyboard('n');
  await screen.findByRole('group', { name: 'Decise da una persona' });
  await user.click(group('Decise da una persona').getByRole('option', { name: /a\.eml/ }));
  await user.click(await screen.findByRole('button', { name: 'Rimetti tra le non lette' }));
  await waitFor(() => expect(group('Non lette').getAllByRole('option')).toHaveLength(2));
});

test('the original of a damaged one is saved; where there is none, nothing offers it', async () => {
  const { bridge, user } = await shown('a.eml');
  await user.click(await screen.findByRole('button', { name: 'Salva l’originale…' }));
  expect(await screen.findByText('Salvata come «a.eml».')).toBeTruthy();
  writeFileSync(fileOf(bridge, 'a.eml'), '');
  await bridge.ask('requests.checkMailbox', {});
  expect(await screen.findByRole('region', { name: /Il file «a\.eml» è vuoto/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Salva l’originale…' })).toBeNull();
});

test('the filter finds what is known of them, and a problem of an act is told where it was done', async () => {
  const { bridge, user } = await shown('gita.eml', 'mercato.eml');
  await screen.findByRole('listbox', { name: 'Altre e-mail' });
  await user.type(screen.getByLabelText('Filtra le richieste'), 'MERCÀTO');
  await waitFor(() => expect(titles()).toEqual(['mercato.eml']));
  await user.type(screen.getByLabelText('Filtra le richieste'), 'zzz');
  expect(await screen.findByRole('heading', { name: 'Nessuna e-mail con queste parole' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Togli il filtro' }));
  await waitFor(() => expect(titles()).toHaveLength(2));
  rmSync(fileOf(bridge, 'gita.eml'));
  bridge.fail('requests.readAgain', { code: 'core', what: 'La casella non si legge.', remedy: 'Riprova.' });
  await user.click(screen.getByRole('button', { name: /^Rileggi Invio|^Rileggi$/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('La casella non si legge');
});

/** The tab over a mailbox that held these e-mails, none of them a request. */
async function withOthers(...mails: readonly WrittenMail[]) {
  const bridge = townBridge();
  for (const mail of mails) writeFileSync(fileOf(bridge, `${mail.id}.eml`), emlOf(mail));
  await bridge.ask('requests.checkMailbox', {});
  const acts = {
    onOpen: vi.fn(),
    onCheckMailbox: vi.fn(),
    onWrite: vi.fn(),
    onBring: vi.fn(),
    onAsk: vi.fn(),
    onPause: vi.fn(),
  };
  return { ...showScreen(() => <RequestsScreen first="other" {...acts} />, bridge), ...acts };
}
const CHAIRS: WrittenMail = { id: 'sedie', subject: 'Sedie', lines: ['Le sedie nuove sono in magazzino, grazie.'] };

test('an e-mail that is no request stands here with why, its words and one key for «È una richiesta» (P10)', async () => {
  const { user, onOpen } = await withOthers(CHAIRS);
  const row = await screen.findByRole('option', { name: /Sedie/ });
  expect(within(row).getByText('non sembra una richiesta')).toBeTruthy();
  await user.click(row);
  expect(await screen.findByText('Le sedie nuove sono in magazzino, grazie.')).toBeTruthy();
  expect(screen.getByText(/Perché non è fra le richieste/)).toBeTruthy();
  screen.getByRole('listbox', { name: 'Altre e-mail' }).focus();
  await user.keyboard('{Enter}');
  await user.click(await screen.findByRole('button', { name: 'Apri' }));
  expect(onOpen).toHaveBeenCalledOnce();
  expect(within(screen.getByRole('option', { name: /Sedie/ })).getByText(/è una richiesta, dice/)).toBeTruthy();
});

test('N puts it aside and Ctrl+Z takes that back; U asks which request it goes with', async () => {
  const { user } = await withOthers(CHAIRS);
  await user.click(await screen.findByRole('option', { name: /Sedie/ }));
  screen.getByRole('listbox', { name: 'Altre e-mail' }).focus();
  await user.keyboard('n');
  expect(await screen.findByText('Messa da parte: non serve.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Annulla/ }));
  expect(await screen.findByText('Rimessa fra quelle da guardare.')).toBeTruthy();
  await user.click(await screen.findByRole('option', { name: /Sedie/ }));
  await user.click(screen.getByRole('button', { name: /^Unisci a…/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'A quale richiesta va unita?' }));
  const [first] = await dialog.findAllByRole('option');
  if (first) await user.click(first);
  await user.click(dialog.getByRole('button', { name: /Unisci/ }));
  expect(await screen.findByText('Unita: è una risposta da leggere nella sua richiesta.')).toBeTruthy();
});

test('Ctrl+R answers with ready words: what the profile lacks is a blank, and the answer can be taken back', async () => {
  const { user, bridge } = await withOthers({
    id: 'basta',
    from: 'Gino Prati <gino@posta.example>',
    subject: 'messaggi',
    lines: ['Non voglio più ricevere i vostri messaggi, come faccio?'],
  });
  await user.click(await screen.findByRole('option', { name: /messaggi/ }));
  expect(screen.getAllByText('domanda di un cittadino')).not.toHaveLength(0);
  // The ready words are known once the e-mail was read.
  await screen.findByText(/Non voglio più ricevere/);
  await user.keyboard('{Control>}r{/Control}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Rispondi' }));
  const text = await dialog.findByRole<HTMLTextAreaElement>('textbox', { name: 'Testo della risposta' });
  expect(text.value).toContain('con scritto ________ al numero');
  expect(dialog.getByText(/manca la parola con cui ci si cancella/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: /Prepara la risposta/ }));
  expect((await dialog.findByRole('alert')).textContent).toContain('da riempire');
  await user.clear(text);
  await user.type(text, 'Buongiorno, ecco come si fa.');
  await user.click(dialog.getByRole('button', { name: /Prepara la risposta/ }));
  expect(await screen.findByText('Risposta preparata per Gino Prati.')).toBeTruthy();
  expect(bridge.inputsOf('requests.answerMail').at(-1)).toMatchObject({ text: 'Buongiorno, ecco come si fa.' });
  expect(await screen.findAllByText('risposta preparata da Marta Bellin')).not.toHaveLength(0);
  await user.click(screen.getByRole('button', { name: /^Annulla/ }));
  expect(await screen.findByText('Risposta ripresa: la e-mail è di nuovo da guardare.')).toBeTruthy();
});

test('a reminder is shown with the request it may go with: one button joins it', async () => {
  const { user, bridge } = await withOthers(INCOMPLETE, {
    id: 'sollecito',
    subject: 'Sollecito',
    lines: ['Avete novità sulla nostra richiesta del corso? Attendiamo riscontro.'],
  });
  await user.click(await screen.findByRole('option', { name: /Sollecito/ }));
  const likely = within(await screen.findByRole('region', { name: 'Forse va con' }));
  await user.click(likely.getByRole('button', { name: /Unisci a Corso di primo soccorso/ }));
  expect(await screen.findByText('Unita: è una risposta da leggere nella sua richiesta.')).toBeTruthy();
  expect(bridge.inputsOf('requests.joinMail')).toHaveLength(1);
});
