import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsScreen } from '#renderer/service/settings/SettingsScreen.tsx';
import { type BridgeOptions, type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = {}, bridge: TestBridge = townBridge(options)) =>
  showScreen(SettingsScreen, bridge);

test('everybody is listed with roles, and whose turn it is today', async () => {
  show();
  const table = await screen.findByRole('table', { name: 'Persone' });
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Luca Zennaro', 'Marta Bellinsei tu', 'Ornella Vidal']);
  expect(screen.getByText('Oggi la presa in carico tocca a Marta Bellin.')).toBeTruthy();
});

test('somebody new needs a name, an address and a role; then is in the list', async () => {
  const { bridge, user } = show();
  await user.click(await screen.findByRole('button', { name: 'Aggiungi una persona…' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText('Scrivi nome e cognome.')).toBeTruthy();
  expect(dialog.getByText('Indica almeno un ruolo.')).toBeTruthy();
  await user.type(dialog.getByLabelText('Nome e cognome'), ' Ada Rigon ');
  await user.type(dialog.getByLabelText('E-mail di lavoro'), 'ada.rigon@');
  await user.click(dialog.getByLabelText(/^Operatore/));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.type(dialog.getByLabelText('E-mail di lavoro'), 'comune.valdombra.example');
  await user.type(dialog.getByLabelText('Account del computer'), 'arigon, ada.rigon ,');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.setPerson')).toEqual([
    {
      id: null,
      name: 'Ada Rigon',
      address: 'ada.rigon@comune.valdombra.example',
      roles: ['operatore'],
      accounts: ['arigon', 'ada.rigon'],
    },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(await screen.findByRole('rowheader', { name: 'Ada Rigon' })).toBeTruthy();
});

test('a change begins from what is known and keeps the person', async () => {
  const { bridge, user } = show();
  const luca = await screen.findByRole('row', { name: /Luca Zennaro/ });
  await user.click(within(luca).getByRole('button', { name: /Cambia/ }));
  const dialog = within(screen.getByRole('dialog', { name: 'Cambia i dati di Luca Zennaro' }));
  expect(dialog.getByLabelText<HTMLInputElement>(/^Operatore/).checked).toBe(true);
  await user.click(dialog.getByLabelText(/^Contabilità/));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.setPerson')).toMatchObject([{ id: 'zennaro', roles: ['operatore', 'contabilità'] }]);
});

test('an account that is taken is said, and what was typed stays', async () => {
  const { bridge, user } = show();
  bridge.fail('people.setPerson', {
    code: 'account-taken',
    what: 'L’account «mb» è già di un’altra persona.',
    remedy: 'Toglilo.',
  });
  const luca = await screen.findByRole('row', { name: /Luca Zennaro/ });
  await user.click(within(luca).getByRole('button', { name: /Cambia/ }));
  await user.type(screen.getByLabelText('Account del computer'), 'mb');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Toglilo');
  expect(screen.getByLabelText<HTMLInputElement>('Account del computer').value).toBe('mb');
});

test('folders show their path as it is, and can be chosen again', async () => {
  const bridge = townBridge();
  const folders = { mails: 'X:\\Area\\ PuntoSi', deliveries: 'consegne', reports: 'relazioni', outgoing: 'lettere' };
  bridge.alter('service.status', (status) => ({ ...status, folders }));
  const { user } = show({}, bridge);
  await user.click(await screen.findByRole('tab', { name: 'Cartelle' }));
  const mails = screen.getByRole('region', { name: 'E-mail degli uffici' });
  expect(within(mails).getByText('X:\\Area\\ PuntoSi', { normalizer: (text) => text })).toBeTruthy();
  expect(within(mails).getByRole('button', { name: 'Cartella letta oggi alle 08:31' })).toBeTruthy();
  await user.click(within(mails).getByRole('button', { name: 'Scegli la cartella…' }));
  expect(bridge.inputsOf('service.chooseFolder')).toEqual([{ which: 'mails' }]);
  expect(await screen.findByText('Cartella cambiata: E-mail degli uffici.')).toBeTruthy();
});

test('a desk without a head says who is missing', async () => {
  const bridge = townBridge();
  const duty = { intake: null, alternative: null, report: null, head: null, headPresent: false, uncovered: [] };
  bridge.alter('people.session', (session) => ({ ...session, duty }));
  show({}, bridge);
  expect((await screen.findByRole('alert')).textContent).toContain('Manca il capo settore');
});

test('whom to call when nobody is there is to be named, and both parts are asked (P3)', async () => {
  const { bridge, user } = show();
  expect(await screen.findByText('da indicare')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Indica chi chiamare…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Chi chiamare quando non c’è nessuno' }));
  await user.keyboard('Segreteria generale');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText('Scrivi come si raggiunge.')).toBeTruthy();
  expect(bridge.inputsOf('people.setEscalation')).toEqual([]);
  await user.type(dialog.getByLabelText('Come si raggiunge'), 'interno 100');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Segreteria generale, interno 100')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cambia chi chiamare…' })).toBeTruthy();
});

test('a day that nobody covers is said here too, with whom to call (P3)', async () => {
  const away = (person: string) => ({ id: person, person, from: '2026-11-24', to: '2026-11-24' });
  show({ absences: ['bellin', 'vidal', 'zennaro'].map(away) });
  expect((await screen.findByRole('alert')).textContent).toContain('Oggi nessuno può prendere in carico le richieste');
});

test('training is begun any day, on the invented town or a copy of one’s own, and again from nothing (P64, W22)', async () => {
  const { bridge, user } = show();
  await user.click(await screen.findByRole('tab', { name: 'Addestramento' }));
  const own = within(screen.getByRole('region', { name: 'Una copia del tuo Comune' }));
  await user.click(own.getByRole('button', { name: 'Comincia o continua' }));
  expect(bridge.inputsOf('core.openExample')).toEqual([{ town: 'own' }]);
  await user.click(own.getByRole('button', { name: 'Ricomincia da capo…' }));
  expect(screen.getByRole('dialog').textContent).toContain('i dati veri restano come sono');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('core.openExample')).toEqual([{ town: 'own' }, { town: 'own', fresh: true }]);
});

test('who leaves is taken out of the group, kept by name, and comes back; a head is asked about twice (P1)', async () => {
  const { bridge, user } = show();
  const row = (name: RegExp) => screen.findByRole('row', { name });
  await user.click(within(await row(/Luca Zennaro/)).getByRole('button', { name: /Cambia/ }));
  await user.click(screen.getByRole('button', { name: 'Togli dal gruppo…' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Luca Zennaro è fuori dal gruppo.')).toBeTruthy();
  const out = within(await screen.findByRole('region', { name: 'Fuori dal gruppo' }));
  expect(out.getByText(/per mano di Marta Bellin/)).toBeTruthy();
  await user.click(out.getByRole('button', { name: 'Fai tornare: Luca Zennaro' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await row(/Luca Zennaro/)).toBeTruthy();
  await user.click(within(await row(/Ornella Vidal/)).getByRole('button', { name: /Cambia/ }));
  await user.click(screen.getByRole('button', { name: 'Togli dal gruppo…' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Togliere davvero il capo settore?')).toBeTruthy();
  expect(bridge.inputsOf('people.retire')).toEqual([{ id: 'zennaro' }]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Manca il capo settore')).toBeTruthy();
});
