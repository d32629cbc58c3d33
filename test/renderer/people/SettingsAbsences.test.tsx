import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsScreen } from '#renderer/service/settings/SettingsScreen.tsx';
import { peopleFact } from '#shared/people/facts.ts';
import type { Absence } from '#shared/people/person.ts';
import { type BridgeOptions, townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const away = (person: string, from: string, to = from): Absence => ({ id: `${person}-${from}`, person, from, to });
const EVERYBODY_AWAY = ['bellin', 'vidal', 'zennaro'].map((person) => away(person, '2026-12-07'));

async function show(options: BridgeOptions = {}) {
  const shown = showScreen(SettingsScreen, townBridge(options));
  await shown.user.click(await screen.findByRole('tab', { name: /Turni e assenze/ }));
  return shown;
}
const calendar = () => screen.findByRole('table', { name: /Chi è assente/ });
const chain = (name: RegExp) => screen.findByRole('region', { name });
const order = async (name: RegExp) =>
  within(await chain(name))
    .getAllByRole('listitem')
    .flatMap((item) => within(item).queryByText(/^(Marta|Ornella|Luca)/)?.textContent ?? []);

test('the calendar says who is away, without a reason, and who takes charge instead', async () => {
  await show({ absences: [away('bellin', '2026-11-24', '2026-11-26')] });
  const table = within(await calendar());
  const [marta] = table.getAllByRole('row', { name: /^Marta Bellin/ });
  const cell = within(marta as HTMLElement).getByRole('button');
  expect(cell.textContent).toBe('assente');
  expect(cell.getAttribute('aria-label')).toBe(
    'Marta Bellin assente da martedì 24 novembre a giovedì 26 novembre: cambia',
  );
  expect(cell.closest('td')?.colSpan).toBe(3);
  const charge = within(table.getByRole('row', { name: /^Presa in carico/ }));
  expect(
    charge
      .getAllByRole('cell')
      .slice(0, 5)
      .map(({ textContent }) => textContent),
  ).toEqual(['MBMarta Bellin', 'LZLuca Zennaro', 'LZLuca Zennaro', 'LZLuca Zennaro', 'MBMarta Bellin']);
});

test('a day that nobody covers stands above, loudly, and in the last row', async () => {
  const { user } = await show({ absences: EVERYBODY_AWAY });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Lunedì 7 dicembre nessuno può prendere in carico le richieste');
  const nobody = within(await calendar())
    .getAllByRole('cell')
    .filter(({ textContent }) => textContent === '!nessuno');
  expect(nobody).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Indica un sostituto…' }));
  expect(screen.getByRole('dialog').textContent).toContain('Tutti quelli che l’app conosce sono già chiamati.');
});

test('an absence is marked by keyboard, shows at once, and Ctrl+Z takes it back', async () => {
  const { bridge, user } = await show();
  await user.click(screen.getByRole('button', { name: 'Segna un’assenza…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Segna un’assenza' }));
  await user.selectOptions(dialog.getByLabelText('Chi è assente'), 'zennaro');
  fireEvent.change(dialog.getByLabelText('Primo giorno'), { target: { value: '2026-12-01' } });
  fireEvent.change(dialog.getByLabelText('Ultimo giorno'), { target: { value: '2026-11-30' } });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText('L’ultimo giorno non può venire prima del primo.')).toBeTruthy();
  expect(bridge.inputsOf('people.setAbsence')).toEqual([]);
  fireEvent.change(dialog.getByLabelText('Ultimo giorno'), { target: { value: '2026-12-02' } });
  await user.keyboard('{Control>}{Enter}{/Control}');
  const marked = { id: null, person: 'zennaro', from: '2026-12-01', to: '2026-12-02' };
  expect(bridge.inputsOf('people.setAbsence')).toEqual([marked]);
  expect(await screen.findByRole('button', { name: /^Luca Zennaro assente da martedì 1° dicembre/ })).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Luca Zennaro assente/ })).toBeNull());
});

test('an absence is taken away from its own cell', async () => {
  const { bridge, user } = await show({ absences: [away('vidal', '2026-11-25')] });
  await user.click(await screen.findByRole('button', { name: /^Ornella Vidal assente mercoledì 25 novembre/ }));
  await user.click(screen.getByRole('button', { name: 'Togli l’assenza' }));
  expect(bridge.inputsOf('people.removeAbsence')).toEqual([{ id: 'vidal-2026-11-25' }]);
  expect(await screen.findByText('Assenza di Ornella Vidal tolta.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Ornella Vidal assente/ })).toBeNull();
});

test('a problem stays in the dialog, with what was written', async () => {
  const { bridge, user } = await show();
  bridge.fail('people.setAbsence', {
    code: 'x',
    what: 'Il disco è pieno.',
    why: 'Niente è perso.',
    remedy: 'Libera spazio.',
  });
  await user.click(screen.getByRole('button', { name: 'Segna un’assenza…' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await dialog.findByRole('alert')).textContent).toContain('Il disco è pieno');
});

test('the weeks go on and come back', async () => {
  const { user } = await show();
  expect(
    await screen.findByRole('heading', { name: 'Assenze, da lunedì 23 novembre a venerdì 18 dicembre' }),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Settimane seguenti' }));
  expect(screen.getByRole('heading', { name: 'Assenze, da lunedì 21 dicembre a venerdì 15 gennaio' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Oggi' }));
  expect(screen.getByRole('heading', { name: /da lunedì 23 novembre/ })).toBeTruthy();
});

test('the order of a chain changes, the focus goes along, and Ctrl+Z puts it back', async () => {
  const { bridge, user } = await show();
  expect(await order(/^Presa in carico/)).toEqual(['Marta Bellin', 'Luca Zennaro', 'Ornella Vidal']);
  const intake = within(await chain(/^Presa in carico/));
  intake.getByRole('button', { name: 'Sposta prima: Luca Zennaro' }).focus();
  await user.keyboard('{Enter}');
  expect(bridge.inputsOf('people.setChain')).toEqual([{ phase: 'intake', people: ['zennaro', 'bellin', 'vidal'] }]);
  await waitFor(async () => expect((await order(/^Presa in carico/))[0]).toBe('Luca Zennaro'));
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Sposta dopo: Luca Zennaro'));
  expect(intake.getByText('Luca Zennaro', { selector: '.chain-today *' })).toBeTruthy();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await order(/^Presa in carico/))[0]).toBe('Marta Bellin'));
});

test('a substitute joins a chain at its end, and can leave it', async () => {
  const { bridge, user } = await show();
  const alternative = within(await chain(/^Invio senza il capo/));
  expect(alternative.getByText('non serve')).toBeTruthy();
  await user.click(alternative.getByRole('button', { name: 'Aggiungi…' }));
  expect(screen.getByRole('dialog', { name: 'Indica un sostituto: invio senza il capo' })).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Invio senza il capo: ora anche Ornella Vidal.')).toBeTruthy();
  await user.click(await alternative.findByRole('button', { name: 'Togli da qui: Ornella Vidal' }));
  expect(bridge.inputsOf('people.setChain').map(({ people }) => people)).toEqual([
    ['bellin', 'zennaro', 'vidal'],
    ['bellin', 'zennaro'],
  ]);
});

test('while the head is away the second chain has its turn', async () => {
  await show({ absences: [away('vidal', '2026-11-24')] });
  const alternative = within(await chain(/^Invio senza il capo/));
  expect(alternative.getByText('Marta Bellin', { selector: '.chain-today *' })).toBeTruthy();
});

test('without people, and when the answer does not come, the tab says what to do', async () => {
  await show({ fresh: true, person: null });
  expect(await screen.findByText('Nessuna persona')).toBeTruthy();
  cleanup();
  const problem = { code: 'x', what: 'I dati non si leggono.', why: 'Sono al sicuro.', remedy: 'Riavvia l’app.' };
  await show({ problems: { 'people.roster': problem } });
  expect((await screen.findByRole('alert')).textContent).toContain('I dati non si leggono');
});

test('a chain that two desks changed apart shows both orders; one key decides', async () => {
  const set = (dev: string, actor: string, people: string[]) => ({
    fact: peopleFact('chain.set', 'chain/intake', { phase: 'intake', people }),
    actor,
    at: '2026-11-24T08:00:00.000Z',
    dev,
  });
  const told = [set('desk1', 'bellin', ['bellin', 'vidal']), set('desk2', 'zennaro', ['zennaro'])];
  const { user } = await show({ told });
  const group = await screen.findByRole('region', { name: /Presa in carico: due postazioni/ });
  expect(group.textContent).toContain('Marta Bellin, poi Ornella Vidal');
  within(group).getByRole('button', { name: 'Tieni questo Luca Zennaro' }).focus();
  await user.keyboard('1');
  expect(await screen.findByText('Presa in carico: deciso, vale per tutte le postazioni.')).toBeTruthy();
  expect(screen.queryByRole('region', { name: /due postazioni/ })).toBeNull();
});

test('an absence that one desk changed and another took away shows both; taken away can be chosen', async () => {
  const told = [
    {
      fact: peopleFact('absence.set', 'absence/a1', { ...away('zennaro', '2026-12-07'), id: 'a1' }),
      actor: 'zennaro',
      at: '2026-11-24T08:00:00.000Z',
      dev: 'desk1',
    },
    {
      fact: peopleFact('absence.removed', 'absence/a1', {}),
      actor: 'bellin',
      at: '2026-11-24T08:05:00.000Z',
      dev: 'desk2',
    },
  ];
  const { user } = await show({ told });
  const group = await screen.findByRole('region', { name: /^Assenza di Luca Zennaro: due postazioni/ });
  expect(group.textContent).toContain('lunedì 7 dicembre');
  await user.click(within(group).getByRole('button', { name: 'Tieni questo tolta dall’elenco' }));
  expect(await screen.findByText('Assenza di Luca Zennaro: deciso, vale per tutte le postazioni.')).toBeTruthy();
  expect(screen.queryByRole('region', { name: /due postazioni/ })).toBeNull();
});

test('half a day is marked as such and said so (R24)', async () => {
  const { bridge, user } = await show();
  await user.click(screen.getByRole('button', { name: 'Segna un’assenza…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Segna un’assenza' }));
  await user.click(dialog.getByLabelText('Solo mattina'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.setAbsence')).toMatchObject([{ person: 'bellin', part: 'morning' }]);
  const cell = within(await calendar()).findByRole('button', { name: /Marta Bellin assente .*, solo mattina: cambia/ });
  expect((await cell).textContent).toBe('mattina');
});

test('an order from a day to come stands under today’s; a second one for that day is refused, and it can be taken back', async () => {
  const { user } = await show();
  const plan = async () => {
    await user.click(within(await chain(/^Presa in carico/)).getByRole('button', { name: /^Cambia da un giorno/ }));
    const dialog = within(screen.getByRole('dialog', { name: 'Cambia da un giorno: presa in carico' }));
    const day = dialog.getByLabelText('Da quale giorno');
    await user.clear(day);
    await user.type(day, '7/12/2026');
    await user.click(dialog.getByRole('button', { name: /^Prima: Luca/ }));
    await user.keyboard('{Control>}{Enter}{/Control}');
  };
  await plan();
  const words = /^Da lunedì 7 dicembre: Luca Zennaro, poi Marta Bellin/;
  expect(await within(await chain(/^Presa in carico/)).findByText(words)).toBeTruthy();
  expect((await order(/^Presa in carico/))[0]).toBe('Marta Bellin');
  await plan();
  expect((await screen.findByRole('alert')).textContent).toContain('è già scritto un altro ordine');
  await user.click(screen.getByRole('button', { name: 'Lascia stare' }));
  await user.click(screen.getByRole('button', { name: /^Togli l’ordine da lunedì 7 dicembre/ }));
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText(words)).toBeTruthy();
});
