/** What the operational group and the contractor say of a sending, as a person records it (P31, P33). */
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { QueueScreen } from '#renderer/queue/QueueScreen.tsx';
import { type BridgeOptions, townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';
import { sendingWith } from './sendings.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = {}) => showScreen(QueueScreen, townBridge(options));
const row = (title: string) => screen.findByRole('row', { name: new RegExp(title) });

test('of a refused text that is to be changed the band says the way', async () => {
  show({ sendings: [sendingWith({ state: 'refused', why: 'la data è sbagliata', answer: 'da cambiare' })] });
  expect(
    await screen.findByRole('heading', { name: '«Parcheggi di via Roma» è stato rifiutato: da cambiare' }),
  ).toBeTruthy();
  expect(screen.getByText(/La data è sbagliata\. Rimanda il testo a chi scrive/)).toBeTruthy();
});

test('it goes back to who writes it with what was said of it, and leaves the queue', async () => {
  const job = sendingWith({ state: 'refused', why: 'la data è sbagliata', answer: 'da cambiare' });
  const { bridge, user } = show({ sendings: [job] });
  (await row('Parcheggi')).focus();
  await user.keyboard('2');
  const dialog = screen.getByRole('dialog', { name: 'Rimanda a chi scrive' });
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Che cosa va cambiato').value).toBe('la data è sbagliata');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.sendBack')).toEqual([{ id: 'parcheggi-1', why: 'la data è sbagliata' }]);
  expect(await screen.findByText(/è di nuovo tra le richieste da lavorare/)).toBeTruthy();
  expect(screen.queryByRole('heading', { name: /è stato rifiutato/ })).toBeNull();
  expect(screen.queryByRole('button', { name: /Rimetti in coda/ })).toBeNull();
});

describe('what was asked and not simply sent', () => {
  async function selected(command: string) {
    const opened = show();
    await opened.user.click(await row('Farmacia di turno'));
    await opened.user.click(
      within(screen.getByRole('region', { name: 'Azioni' })).getByRole('button', { name: command }),
    );
    return opened;
  }

  test('the answer of the group is recorded with its reason (P31)', async () => {
    const { bridge, user } = await selected('Non viene inviato…');
    const dialog = screen.getByRole('dialog', { name: 'Non viene inviato' });
    expect(dialog.textContent).toContain('Il gruppo operativo non invia «Farmacia di turno»');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(within(dialog).getByText('Scrivi che cosa hanno risposto.')).toBeTruthy();
    await user.type(within(dialog).getByLabelText('Perché'), 'C’è già sul sito.');
    await user.click(within(dialog).getByRole('radio', { name: 'Non selezionato' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.refused')).toEqual([
      { id: 'farmacia-1', why: 'C’è già sul sito.', answer: 'non selezionato' },
    ]);
    expect(await screen.findByText('«Farmacia di turno» è rifiutato: non selezionato.')).toBeTruthy();
  });

  test('the contractor refuses without an answer of the group', async () => {
    const { bridge, user } = show({ sendings: [sendingWith({ state: 'handedOver', route: 'cartella della ditta' })] });
    await user.click(await row('Parcheggi'));
    await user.click(screen.getByRole('button', { name: 'Non viene inviato…' }));
    expect(screen.queryByRole('radio')).toBeNull();
    await user.keyboard('Manca la foto.{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.refused')).toEqual([{ id: 'parcheggi-1', why: 'Manca la foto.', answer: null }]);
  });

  test('a sending that reached a part stays open until it is confirmed', async () => {
    const { bridge, user } = await selected('Inviato in parte…');
    await user.keyboard('Mancano 400 persone.{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.partlySent')).toEqual([{ id: 'farmacia-1', why: 'Mancano 400 persone.' }]);
    expect(await screen.findByText(/«Farmacia di turno» è inviato in parte/)).toBeTruthy();
    expect((await row('Farmacia di turno')).textContent).toContain('Inviato in parte');
    await user.click(await row('Farmacia di turno'));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('dialog', { name: 'Conferma l’invio' })).toBeTruthy();
  });
});

describe('the receipt of the contractor', () => {
  const RECEIPT = {
    outcome: 'inviato',
    at: '2026-11-24T07:41:00.000Z',
    recipients: 1_204,
    text: null,
    why: null,
  } as const;
  const job = sendingWith({ state: 'handedOver', route: 'cartella della ditta', receipt: RECEIPT });

  test('is taken with one key', async () => {
    const { bridge, user } = show({ sendings: [job] });
    expect((await row('Parcheggi')).textContent).toContain('la ditta dice: inviato oggi 08:41, 1.204 persone');
    expect(bridge.inputsOf('queue.confirmSent')).toEqual([]);
    await user.click(await row('Parcheggi'));
    await user.keyboard('r');
    expect(bridge.inputsOf('queue.confirmSent')).toEqual([
      { id: 'parcheggi-1', recipients: 1_204, text: null, sentAt: RECEIPT.at },
    ]);
    expect(await screen.findByText('Registrato con il numero 2026/0205.')).toBeTruthy();
  });

  test('with another text it fills the dialog, and is confirmed there', async () => {
    const { bridge, user } = show({ sendings: [{ ...job, receipt: { ...RECEIPT, text: 'Parcheggi chiusi' } }] });
    await user.click(await row('Parcheggi'));
    await user.keyboard('r');
    expect(bridge.inputsOf('queue.confirmSent')).toEqual([]);
    await user.keyboard('{Enter}');
    expect(screen.getByText('I dati vengono dalla ricevuta della ditta: controllali.')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.confirmSent')).toEqual([
      { id: 'parcheggi-1', recipients: 1_204, text: 'Parcheggi chiusi', sentAt: RECEIPT.at },
    ]);
  });

  test('is evidence for an uncertain sending, and an answer of its band', async () => {
    const { bridge, user } = show({ sendings: [{ ...job, state: 'uncertain' }] });
    expect(await screen.findByText('La ditta dice: inviato oggi 08:41, 1.204 persone')).toBeTruthy();
    (await row('Parcheggi')).focus();
    await user.keyboard('3');
    expect(bridge.inputsOf('queue.confirmSent')).toHaveLength(1);
  });

  test('that cannot be recorded says why', async () => {
    const { bridge, user } = show({ sendings: [job] });
    bridge.fail('queue.confirmSent', { code: 'x', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
    await user.click(await row('Parcheggi'));
    await user.keyboard('r');
    expect(await screen.findByText(/Libera spazio/)).toBeTruthy();
  });
});
