import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsTown as Page } from '#renderer/people/profile/SettingsTown.tsx';
import type { Profile } from '#shared/people/profile/profile.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const onMail = vi.fn();

function SettingsTown() {
  return <Page onMail={onMail} />;
}

/** The page of the municipality with the head at the desk. */
function asHead() {
  return showScreen(SettingsTown, townBridge({ person: 'vidal' }));
}

const choose = async (user: ReturnType<typeof asHead>['user'], name: RegExp) =>
  user.click(await screen.findByRole('option', { name }));

test('an operator reads, and is told who may change', async () => {
  showScreen(SettingsTown);
  expect(await screen.findByText('Solo chi ha il ruolo «capo settore» può cambiare i dati del Comune.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Salva/ })).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Nome del Comune' }).readOnly).toBe(true);
  // Who only reads is not told how to write.
  expect(screen.queryByText(/^Scrivi il nome/)).toBeNull();
});

test('the server of the mailbox is written and tried on its own page', async () => {
  const { user } = asHead();
  await choose(user, /Server della casella/);
  expect(screen.queryByRole('button', { name: /^Salva/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Vai a «Casella e posta in uscita»' }));
  expect(onMail).toHaveBeenCalledOnce();
});

test('the head changes a datum by keyboard; it is to be confirmed, then confirmed with how one knows', async () => {
  const { bridge, user } = asHead();
  await choose(user, /Numero del servizio/);
  const field = await screen.findByRole('textbox', { name: 'Numero del servizio' });
  await user.clear(field);
  await user.type(field, '041 555 0101');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.setTown')).toEqual([{ changes: [{ field: 'serviceNumber', value: '041 555 0101' }] }]);
  expect(await screen.findByText(/Scritto da Ornella Vidal/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Segna come confermato dal Comune…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Segna come confermato: Numero del servizio' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText(/Scrivi chi l’ha confermato/)).toBeTruthy();
  await user.type(dialog.getByLabelText('Come lo sai'), 'telefonata in segreteria');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/Confermato da Ornella Vidal.*«telefonata in segreteria»/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Segna come confermato dal Comune…' })).toBeNull();
});

test('hours that make no sense are said in place and are not saved; what was typed stays', async () => {
  const { bridge, user } = asHead();
  await choose(user, /Orari e chiusure/);
  const monday = await screen.findByLabelText<HTMLInputElement>('Lunedì');
  await user.clear(monday);
  await user.type(monday, '13-9');
  expect(screen.getByText('Scrivi gli orari così: 09:00-13:00, 15:00-18:00.')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.setTown')).toEqual([]);
  expect(monday.value).toBe('13-9');
  await user.clear(monday);
  await user.type(monday, '9-13');
  await user.type(screen.getByLabelText('Un altro giorno di chiusura'), '24/12/2026');
  await user.click(screen.getByRole('button', { name: 'Aggiungi la chiusura' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.inputsOf('people.setTown')).toHaveLength(1));
  const [input] = bridge.inputsOf('people.setTown');
  expect(input).toMatchObject({
    changes: [{ field: 'calendar', value: { closed: ['2026-12-24'], patron: '06-24' } }],
  });
});

test('a closing day is chosen in the year with arrows and space, and named; a national holiday is not', async () => {
  const { bridge, user } = asHead();
  await choose(user, /Orari e chiusure/);
  const year = within(await screen.findByRole('region', { name: 'L’anno' }));
  const day = year.getByRole('button', { name: /^lunedì 23 novembre 2026/ });
  day.focus();
  await user.keyboard('{ArrowRight}');
  await waitFor(() => expect(document.activeElement?.getAttribute('data-day')).toBe('2026-11-24'));
  await user.keyboard(' ');
  expect(document.activeElement?.getAttribute('aria-pressed')).toBe('true');
  await user.type(screen.getByLabelText('Nome della chiusura di martedì 24 novembre 2026'), 'Ponte');
  await user.click(year.getByRole('button', { name: /^venerdì 25 dicembre 2026, festa nazionale/ }));
  await user.click(year.getByRole('button', { name: /^mercoledì 24 giugno 2026, patrono/ }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.inputsOf('people.setTown')).toHaveLength(1));
  expect(bridge.inputsOf('people.setTown')[0]?.changes[0]?.value).toMatchObject({
    closed: ['2026-11-24'],
    names: { '2026-11-24': 'Ponte' },
  });
});

test('parts of the contract are typed, echoed in words, and refused in place where they stand in the same days', async () => {
  const { bridge, user } = asHead();
  await choose(user, /Contratto e prezzo/);
  expect(await screen.findByText('18,00 € a invio.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Aggiungi la voce' }));
  const parts = within(screen.getByRole('region', { name: 'Come si calcola il prezzo' }));
  const [, second] = parts.getAllByRole('group', { name: 'Prezzo a invio' });
  await user.type(within(second as HTMLElement).getByLabelText(/^Euro/), '19,50');
  expect(parts.getByText(/«Prezzo a invio» c’è già in alcuni di questi giorni/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.setTown')).toEqual([]);
  const [, from] = parts.getAllByLabelText('Dal');
  const [until] = parts.getAllByLabelText('Al');
  await user.type(until as HTMLElement, '31/12/2026');
  await user.type(from as HTMLElement, '1/1/2027');
  expect(parts.getByText('dal 1° gennaio 2027: 19,50 € a invio.')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.inputsOf('people.setTown')).toHaveLength(1));
});

test('a rule of the town is a field with the value one begins with', async () => {
  const { bridge, user } = asHead();
  await choose(user, /Una sola persona/);
  await user.click(await screen.findByRole('radio', { name: 'vietato' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() =>
    expect(bridge.inputsOf('people.setTown')).toEqual([{ changes: [{ field: 'forbidOnePerson', value: true }] }]),
  );
});

test('another town is compared datum by datum before anything is taken', async () => {
  const { bridge, user } = asHead();
  await user.click(await screen.findByRole('button', { name: 'Importa…' }));
  await user.selectOptions(screen.getByLabelText('Da dove'), 'empoli');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('È il profilo di un altro Comune: Comune di Empoli')).toBeTruthy();
  // What the other town does not know is not taken over by itself.
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Sindaco, in copia' }).checked).toBe(false);
  for (const box of screen.getAllByRole<HTMLInputElement>('checkbox', { checked: true })) {
    if (!box.closest('label')?.textContent?.includes('Parola per iscriversi')) await user.click(box);
  }
  await user.click(screen.getByRole('button', { name: /Importa un dato/ }));
  expect(bridge.inputsOf('people.setTown')).toEqual([
    { changes: [{ field: 'optInWord', value: 'ATTIVA ISCRIZIONE' }] },
  ]);
});

test('who may ask is added, found and taken out again', async () => {
  const { bridge, user } = asHead();
  await choose(user, /Chi può chiedere/);
  await user.click(await screen.findByRole('button', { name: 'Aggiungi chi può chiedere' }));
  await user.type(screen.getByLabelText('Indirizzo e-mail'), 'ada.rigon@comune.valdombra.example');
  await user.type(screen.getByLabelText('Nome e cognome'), 'Ada Rigon');
  await user.click(screen.getByRole('button', { name: 'Può chiedere, confermato' }));
  await user.type(screen.getByLabelText('Filtra per nome, ufficio, indirizzo'), 'rigon');
  expect(screen.getAllByRole('button', { name: /^Togli/ })).toHaveLength(1);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(bridge.inputsOf('people.setTown')).toHaveLength(1));
  const [change] = bridge.inputsOf('people.setTown')[0]?.changes ?? [];
  const senders = change?.value as Profile['senders'];
  expect(senders.filter(({ name }) => name === 'Ada Rigon')).toHaveLength(1);
  expect(senders.length).toBeGreaterThan(1);
});

test('a form open in a list is not lost by saving or by going to another datum (P67)', async () => {
  const { bridge, user } = asHead();
  await choose(user, /Chi può chiedere/);
  await user.click(await screen.findByRole('button', { name: 'Aggiungi chi può chiedere' }));
  await user.type(screen.getByLabelText('Indirizzo e-mail'), 'ada.rigon@comune.valdombra.example');
  expect(screen.queryByRole('button', { name: /^Salva/ })).toBeNull();
  await choose(user, /Numero del servizio/);
  expect(screen.getByText(/Quello che scrivi in «Chi può chiedere» non è ancora in elenco/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Indirizzo e-mail').value).toBe('ada.rigon@comune.valdombra.example');
  await user.click(screen.getByRole('button', { name: 'Lascia stare' }));
  await user.click(screen.getByRole('button', { name: /^Salva/ }));
  expect(screen.getByText('Niente da salvare: non è cambiato nulla.')).toBeTruthy();
  expect(bridge.inputsOf('people.setTown')).toEqual([]);
});
