import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RequestScreen } from '#renderer/drafts/request/RequestScreen.tsx';
import { useWritings } from '#renderer/writing/writing.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { RESEMBLING } from '../../../helpers/morning/similar.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

const NEIGHBOURS = { position: 1, total: 8, previous: undefined, next: undefined };
const FIRST = { id: 'soccorso-1', with: 'entry-190' };

async function shown(id = 'soccorso-1', bridge = townBridge({ told: RESEMBLING })) {
  const acts = {
    onOpen: vi.fn(),
    onBack: vi.fn(),
    onAsk: vi.fn(),
    onSee: vi.fn(),
    onPause: vi.fn(),
    onWithdraw: vi.fn(),
    neighbours: NEIGHBOURS,
  };
  const screens = showScreen(() => <RequestScreen id={id} {...acts} />, bridge);
  await screen.findByRole('textbox', { name: 'Testo del messaggio' });
  return { ...screens, ...acts };
}

async function compared(bridge = townBridge({ told: RESEMBLING })) {
  const screens = await shown('soccorso-1', bridge);
  await screen.findByRole('button', { name: /^Confronta i testi simili/ });
  await screens.user.keyboard('{Control>}d{/Control}');
  await screen.findByRole('heading', { name: 'È già stato inviato?' });
  return screens;
}

const duplicates = () =>
  within(screen.getByRole('region', { name: 'Controlli' }))
    .getAllByRole('listitem')
    .find(({ textContent }) => textContent.startsWith('Duplicati'))?.textContent;
const selected = () => screen.getByRole('option', { selected: true }).textContent;

describe('the line of the checklist', () => {
  test('says how many notices resemble the text and which one is probably the same', async () => {
    await shown();
    await waitFor(() => expect(duplicates()).toContain('2 simili, forse già inviato: n. 2026/0190'));
  });

  test('is not in order before the search has answered', async () => {
    const bridge = townBridge({ told: RESEMBLING });
    bridge.hush('requests.similar');
    await shown('nido-1', bridge);
    expect(duplicates()).toBe('Duplicaticerco testi simili');
    expect(screen.queryByRole('button', { name: /^Confronta/ })).toBeNull();
  });

  test('says that the search did not succeed', async () => {
    const bridge = townBridge({
      problems: { 'requests.similar': { code: 'x', what: 'Rotto.', remedy: 'Riprova.' } },
    });
    await shown('nido-1', bridge);
    await waitFor(() => expect(duplicates()).toMatch(/^Duplicatiricerca non riuscita/));
  });
});

describe('the comparison', () => {
  test('shows date, number, office and link of both, and marks what stands in only one text', async () => {
    await compared();
    const table = screen.getByRole('table');
    expect(within(table).getByRole('columnheader', { name: 'Già inviato, n. 2026/0190' })).toBeTruthy();
    expect(within(table).getByText('inviato giovedì 12 novembre alle 10:04, 12 giorni fa')).toBeTruthy();
    expect(within(table).getByRole('row', { name: /^Chiesto da/ }).textContent).toContain('Servizi sociali');
    expect(within(table).getByRole('row', { name: /^Link/ }).textContent).toContain('uguale');
    const marks = [...table.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marks).toContain('solo qui: 9');
    expect(marks).toContain('solo qui: 10');
    expect(table.querySelector('ins, del')).toBeNull();
    expect(screen.getByRole('heading', { name: 'Sembra lo stesso avviso' })).toBeTruthy();
    expect(screen.getByText(/^Stesso link\. .*A distanza di 11 giorni\.$/)).toBeTruthy();
  });

  test('goes through the candidates with J and K, the focus being on their list', async () => {
    const { user } = await compared();
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Testi simili' }));
    await user.keyboard('j');
    expect(selected()).toContain('Corso sui defibrillatori');
    expect(screen.getByRole('columnheader', { name: 'Già in coda' })).toBeTruthy();
    await user.keyboard('k');
    expect(selected()).toContain('Corso di primo soccorso');
  });

  test('decides nothing by itself, and Esc goes back to the request', async () => {
    const { bridge, user, onBack } = await compared();
    await user.keyboard('{Escape}');
    const button = await screen.findByRole('button', { name: /^Confronta i testi simili/ });
    expect(document.activeElement).toBe(button);
    expect(bridge.inputsOf('requests.compare')).toEqual([]);
    expect(onBack).not.toHaveBeenCalled();
  });

  test('without any similar text says where was looked', async () => {
    const { user } = await shown('nido-1');
    await waitFor(() => expect(duplicates()).toContain('nessun avviso simile'));
    await user.keyboard('{Control>}d{/Control}');
    expect(await screen.findByRole('heading', { name: 'Nessun testo simile' })).toBeTruthy();
    expect(
      screen.getByText(
        'Cercato in 11 avvisi del registro, 5 in coda, 2 dal capo settore e 8 richieste aperte, alle 09:12.',
      ),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: /duplicato/ })).toBeNull();
  });

  test('asks the office about it', async () => {
    const { user, onAsk } = await compared();
    await user.click(screen.getByRole('button', { name: 'Chiedi all’ufficio' }));
    expect(onAsk).toHaveBeenCalledExactlyOnceWith('soccorso-1');
  });
});

describe('the decision', () => {
  test('1 closes the request as a double, tells the office, and the toast takes it back', async () => {
    const { bridge, user, onBack } = await compared();
    await user.keyboard('1');
    expect(await awaitCalls(bridge, 'requests.compare')).toEqual([
      { ...FIRST, verdict: 'duplicato', why: '', series: null, letter: true },
    ]);
    await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
    expect(screen.getByText('Richiesta chiusa: duplicato di n. 2026/0190.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /Annulla/ }));
    // The letter is still to leave: taking it back opens the request again.
    expect(await awaitCalls(bridge, 'drafts.undo')).toHaveLength(1);
    expect(await bridge.ask('requests.get', { id: 'soccorso-1' })).toMatchObject({ state: 'inCharge', closed: null });
  });

  test('1 without telling the office sends no letter', async () => {
    const { bridge, user } = await compared();
    await user.click(screen.getByLabelText('Rispondi all’ufficio che è già stato chiesto'));
    await user.click(screen.getByRole('button', { name: /^È un duplicato/ }));
    const [choice] = await awaitCalls(bridge, 'requests.compare');
    expect(choice).toEqual({ ...FIRST, verdict: 'duplicato', why: '', series: null });
  });

  test('2 asks name and place of the series and refuses a place beyond its end', async () => {
    const { bridge, user } = await compared();
    await user.keyboard('2');
    const dialog = within(screen.getByRole('dialog', { name: 'Fa parte di una serie' }));
    const of = dialog.getByLabelText('Su quanti');
    await user.clear(of);
    await user.type(of, '1{Control>}{Enter}{/Control}');
    expect(dialog.getByText(/Il posto supera/)).toBeTruthy();
    expect(bridge.inputsOf('requests.compare')).toEqual([]);
    await user.clear(of);
    await user.type(of, '5{Control>}{Enter}{/Control}');
    const series = { name: 'Corso di primo soccorso', index: 2, of: 5 };
    expect(await awaitCalls(bridge, 'requests.compare')).toEqual([{ ...FIRST, verdict: 'serie', why: '', series }]);
    await waitFor(() => expect(selected()).toContain('Corso sui defibrillatori'));
  });

  test('3 asks why, goes on with the next one, and after the last one back to the request', async () => {
    const { bridge, user } = await compared();
    await user.keyboard('3');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText(/Scrivi in che cosa è diverso/)).toBeTruthy();
    await user.keyboard('altra data{Control>}{Enter}{/Control}');
    expect(await awaitCalls(bridge, 'requests.compare')).toEqual([
      { ...FIRST, verdict: 'diverso', why: 'altra data', series: null },
    ]);
    await waitFor(() => expect(selected()).toContain('Corso sui defibrillatori'));
    screen.getByRole('listbox', { name: 'Testi simili' }).focus();
    await user.keyboard('3');
    await user.keyboard('altro corso{Control>}{Enter}{/Control}');
    await screen.findByRole('textbox', { name: 'Testo del messaggio' });
    await waitFor(() => expect(duplicates()).toContain('diverso da n. 2026/0190: altra data'));
  });

  test('4 says of all that are open that none is the same, with one reason', async () => {
    const { bridge, user } = await compared();
    await user.keyboard('4');
    const dialog = within(screen.getByRole('dialog', { name: 'Nessuno è lo stesso avviso' }));
    expect(dialog.getByText(/ognuno dei 2 testi simili/)).toBeTruthy();
    await user.keyboard('altri corsi{Control>}{Enter}{/Control}');
    await screen.findByRole('textbox', { name: 'Testo del messaggio' });
    const kept = bridge.inputsOf('requests.compare');
    expect(kept[0]).toEqual({ ...FIRST, verdict: 'diverso', why: 'altri corsi', series: null });
    expect(kept.map(({ verdict, why }) => `${verdict}: ${why}`)).toEqual([
      'diverso: altri corsi',
      'diverso: altri corsi',
    ]);
  });

  test('that cannot be kept says why, and stays here', async () => {
    const { bridge, user, onBack } = await compared();
    bridge.fail('requests.compare', { code: 'full', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
    await user.keyboard('1');
    expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
    expect(onBack).not.toHaveBeenCalled();
  });
});

test('beside the texts stand who asked and the event, and the other notice opens where it is', async () => {
  const { user, onSee } = await compared();
  const table = within(screen.getByRole('table'));
  const cells = (name: string) =>
    within(table.getByRole('row', { name: new RegExp(`^${name}`) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells('Chiesto da')[1]).toBe('Servizi sociali, Chiara Donà');
  expect(cells('Evento')[1]).toContain('sabato 12 dicembre');
  await user.click(screen.getByRole('button', { name: 'Apri nel registro' }));
  expect(onSee).toHaveBeenLastCalledWith({ id: 'entry-190', kind: 'sent' });
  await user.click(screen.getByRole('option', { name: /Corso sui defibrillatori/ }));
  await user.click(screen.getByRole('button', { name: 'Apri nella coda' }));
  expect(onSee).toHaveBeenLastCalledWith({ id: 'defibrillatori-1', kind: 'queued' });
});
