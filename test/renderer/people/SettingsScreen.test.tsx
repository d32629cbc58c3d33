import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsScreen } from '#renderer/people/SettingsScreen.tsx';
import { hoursLines, profileGroups } from '#renderer/people/settingsWords.ts';
import { rubano } from '#shared/people/profiles/rubano.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { type FakeBridge, type FakeBridgeOptions, fakeBridge } from '../../helpers/fakeBridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: FakeBridgeOptions = {}, bridge: FakeBridge = fakeBridge(options)) =>
  showScreen(SettingsScreen, bridge);

test('everybody is listed with roles, and whose turn it is today', async () => {
  show();
  const table = await screen.findByRole('table', { name: 'Persone' });
  expect(
    within(table)
      .getAllByRole('rowheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Marta Bellinsei tu', 'Ornella Vidal', 'Luca Zennaro']);
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
    message: 'L’account «mb» è già di un’altra persona.',
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
  const bridge = fakeBridge();
  const folders = { mails: 'X:\\Area\\ PuntoSi', deliveries: 'consegne', reports: 'relazioni', outgoing: 'lettere' };
  const call: FakeBridge['call'] = async (method, input) => {
    const reply = await bridge.call(method, input);
    if (method !== 'service.status' || !reply.ok) return reply;
    return { ok: true, value: { ...(reply.value as object), folders } };
  };
  const { user } = show({}, { ...bridge, call });
  await user.click(await screen.findByRole('tab', { name: 'Cartelle' }));
  const mails = screen.getByRole('region', { name: 'E-mail degli uffici' });
  expect(within(mails).getByText('X:\\Area\\ PuntoSi', { normalizer: (text) => text })).toBeTruthy();
  expect(within(mails).getByText('Letta oggi alle 08:31')).toBeTruthy();
  await user.click(within(mails).getByRole('button', { name: 'Scegli la cartella…' }));
  expect(bridge.inputsOf('service.chooseFolder')).toEqual([{ which: 'mails' }]);
  expect(await screen.findByText('Cartella cambiata: E-mail degli uffici.')).toBeTruthy();
});

test('the profile is read only, and marks what is still to confirm', async () => {
  const facts = profileGroups(rubano).flatMap((group) => group.facts);
  const fact = (label: string) => facts.find((one) => one.label === label);
  expect(fact('Siti del Comune')).toMatchObject({ toConfirm: true, lines: rubano.hosts });
  expect(fact('Per cancellarsi')).toMatchObject({ toConfirm: true, lines: [] });
  expect(fact('Percorso del registro')?.lines).toEqual([rubano.registerPath]);
  const { user } = show();
  await user.click(await screen.findByRole('tab', { name: /Profilo/ }));
  expect(screen.getByText('Comune di Valdombra')).toBeTruthy();
  expect(screen.getAllByText('non ancora noto')).toHaveLength(2);
  expect(screen.queryByRole('textbox')).toBeNull();
});

test('hours are said by runs of equal days, Monday first', () => {
  expect(hoursLines(valdombra.calendar)).toEqual([
    'Da lunedì a venerdì dalle 08:30 alle 12:30 e dalle 15:00 alle 17:30',
    'Sabato e domenica chiuso',
  ]);
  const [sunday, monday] = [[], [{ from: '09:00', to: '12:00' }]];
  expect(
    hoursLines({ patron: null, closed: [], hours: [sunday, monday, sunday, monday, monday, monday, monday] }),
  ).toEqual([
    'Lunedì dalle 09:00 alle 12:00',
    'Martedì chiuso',
    'Da mercoledì a sabato dalle 09:00 alle 12:00',
    'Domenica chiuso',
  ]);
});

test('a desk without a head says who is missing', async () => {
  const bridge = fakeBridge();
  const call: FakeBridge['call'] = async (method, input) => {
    const reply = await bridge.call(method, input);
    if (method !== 'service.status' || !reply.ok) return reply;
    return {
      ok: true,
      value: {
        ...(reply.value as object),
        duty: { intake: null, alternative: null, report: null, head: null, headPresent: false, uncovered: [] },
      },
    };
  };
  show({}, { ...bridge, call });
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
