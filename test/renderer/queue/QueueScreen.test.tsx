import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { QueueScreen } from '#renderer/queue/QueueScreen.tsx';
import { queueFact } from '#shared/queue/facts.ts';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { type BridgeOptions, type TestBridge, townBridge } from '../../helpers/bridge.ts';
import type { Sending } from '../../helpers/morning/sendings.ts';
import { told } from '../../helpers/morning/told.ts';
import { showScreen } from '../../helpers/showScreen.tsx';
import { sendingWith } from './sendings.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = {}) => showScreen(QueueScreen, townBridge(options));
/** The screen with exactly this sending. */
const showSending = (change: Partial<Sending>) => show({ sendings: [sendingWith(change)] });
const row = (title: string) => screen.findByRole('row', { name: new RegExp(title) });

test('the band asks about the uncertain one; 1 registers it with who received it', async () => {
  const { bridge, user } = show();
  expect(
    await screen.findByRole('heading', { name: /Non sappiamo se «Mercato spostato in piazza Alpini»/ }),
  ).toBeTruthy();
  expect(screen.getByText('Prova di consegna: nessuna')).toBeTruthy();
  (await row('Mercato spostato')).focus();
  await user.keyboard('1');
  const dialog = screen.getByRole('dialog', { name: 'Conferma l’invio' });
  await user.type(within(dialog).getByLabelText('Quante persone l’hanno ricevuto'), 'tante');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Scrivi un numero, oppure lascia vuoto.')).toBeTruthy();
  expect(bridge.inputsOf('queue.confirmSent')).toEqual([]);
  await user.clear(within(dialog).getByLabelText('Quante persone l’hanno ricevuto'));
  await user.type(within(dialog).getByLabelText('Quante persone l’hanno ricevuto'), '3.412');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.confirmSent')).toEqual([
    { id: 'mercato-1', recipients: 3412, text: null, sentAt: null },
  ]);
  expect(await screen.findByText('Registrato con il numero 2026/0205.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
  // Selection and focus go on to the next sending that is open (W37).
  await waitFor(() => {
    expect(document.activeElement?.tagName).toBe('TR');
    expect(document.activeElement?.textContent).not.toContain('Mercato spostato');
    expect(document.activeElement?.getAttribute('aria-selected')).toBe('true');
  });
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByText(/^Ripreso: «Mercato spostato/)).toBeTruthy();
  expect(bridge.inputsOf('queue.undoSent')).toEqual([{ id: 'mercato-1' }]);
  expect(await row('Mercato spostato')).toBeTruthy();
});

test('2 puts it back only when somebody says how they know', async () => {
  const { bridge, user } = show();
  (await row('Mercato spostato')).focus();
  await user.keyboard('2');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Scrivi come sai che non è partito.')).toBeTruthy();
  await user.keyboard('La ditta non l’ha ricevuto.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.requeue')).toEqual([{ id: 'mercato-1', why: 'La ditta non l’ha ricevuto.' }]);
  expect(screen.queryByText(/Non sappiamo se/)).toBeNull();
});

test('a text sent differently is recorded as it was sent', async () => {
  const { bridge, user } = show();
  await user.click(await row('Farmacia di turno'));
  await user.keyboard('{Enter}');
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByLabelText('Il testo inviato è diverso da quello approvato'));
  const text = within(dialog).getByLabelText('Testo inviato davvero');
  await user.clear(text);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Incolla il testo come è arrivato ai cittadini.')).toBeTruthy();
  await user.type(text, 'Farmacia di via Po');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.confirmSent')).toEqual([
    { id: 'farmacia-1', recipients: null, text: 'Farmacia di via Po', sentAt: null },
  ]);
});

test('Canc asks why and cancels the selected row, never one that already left', async () => {
  const { bridge, user } = show();
  await user.click(await row('Farmacia di turno'));
  await user.keyboard('{Delete}');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.click(await row('Parcheggi di via Roma'));
  await user.keyboard('{Delete}');
  await user.keyboard('Lavori rinviati.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.cancel')).toEqual([{ id: 'parcheggi-1', why: 'Lavori rinviati.' }]);
  expect(await screen.findByText('Invio di «Parcheggi di via Roma» annullato.')).toBeTruthy();
});

test('the group is asked: the text is copied, the picker opens, one key says that it was asked', async () => {
  const { bridge, user } = show();
  const parking = await row('Parcheggi di via Roma');
  await user.click(within(parking).getByRole('button', { name: /Chiedi nel gruppo/ }));
  expect(bridge.inputsOf('queue.askGroup')).toEqual([{ id: 'parcheggi-1' }]);
  // The page of its news is opened first.
  const [copied] = await vi.waitFor(() => {
    const texts = bridge.inputsOf('shell.copyText');
    expect(texts).toHaveLength(1);
    return texts;
  });
  expect(copied?.text).toContain('Parcheggi di via Roma');
  expect(await screen.findByText('Testo copiato. Incollalo nel gruppo, poi conferma che l’hai chiesto.')).toBeTruthy();
  const [opened] = bridge.inputsOf('shell.openLink');
  expect(opened?.url).toMatch(/^https:\/\/wa\.me\/\?text=/);
  await user.keyboard('{Control>}g{/Control}');
  expect(bridge.inputsOf('queue.confirmAsked')).toEqual([{ id: 'parcheggi-1' }]);
});

test.each([
  [
    'a text too long for the picker',
    'È troppo lungo per aprire WhatsApp da qui: aprilo tu e incollalo nel gruppo',
    0,
    ({ alter }: TestBridge) => alter('queue.askGroup', (real) => ({ ...real, picker: null })),
  ],
  [
    'a picker that does not open',
    'WhatsApp non si è aperto: aprilo tu e incollalo nel gruppo',
    1,
    ({ fail }: TestBridge) => fail('shell.openLink', { code: 'x', what: 'Non si apre.', remedy: 'Aprilo.' }),
  ],
] as const)('%s: the clipboard carries it, and the sentence says so (P31)', async (_what, said, opened, arrange) => {
  const { bridge, user } = show();
  arrange(bridge);
  const parking = await row('Parcheggi di via Roma');
  await user.click(within(parking).getByRole('button', { name: /Chiedi nel gruppo/ }));
  expect(await screen.findByText(`Testo copiato. ${said}, poi conferma che l’hai chiesto.`)).toBeTruthy();
  expect(bridge.inputsOf('shell.copyText')).toHaveLength(1);
  expect(bridge.inputsOf('shell.openLink')).toHaveLength(opened);
});

test('in the invented town WhatsApp stays closed', async () => {
  const { bridge, user } = show({ training: true });
  const parking = await row('Parcheggi di via Roma');
  await user.click(within(parking).getByRole('button', { name: /Chiedi nel gruppo/ }));
  expect(bridge.inputsOf('shell.copyText')).toHaveLength(1);
  expect(bridge.inputsOf('shell.openLink')).toEqual([]);
});

test('a problem stays with its question, and what was written too', async () => {
  const { bridge, user } = show();
  bridge.fail('queue.requeue', {
    code: 'x',
    what: 'Il disco è pieno.',
    why: 'La coda è al sicuro.',
    remedy: 'Libera spazio.',
  });
  (await row('Mercato spostato')).focus();
  await user.keyboard('2');
  await user.keyboard('Verificato.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = screen.getByRole('dialog');
  expect(within(dialog).getByRole('alert').textContent).toContain('Il disco è pieno');
  expect(within(dialog).getByLabelText<HTMLTextAreaElement>('Perché').value).toBe('Verificato.');
});

test('the day can be changed, and says what is on it', async () => {
  const { user } = showSending({ plannedFor: '2026-11-24T11:00:00.000Z' });
  expect(
    await screen.findByRole('img', { name: /Invii di martedì 24 novembre: 12:00 Parcheggi di via Roma, in coda/ }),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Giorno seguente' }));
  expect(screen.getByText('Mercoledì 25 novembre')).toBeTruthy();
  expect(screen.getByText('Nessun invio in programma')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Torna a oggi' }));
  expect(await row('Parcheggi di via Roma')).toBeTruthy();
});

test('what holds a delivery back stands in its row; without an uncertain one there is no band', async () => {
  const bridge = townBridge({ sendings: [sendingWith()] });
  const obstacle = {
    code: 'x',
    what: 'La cartella delle consegne non si apre.',
    why: 'La rete è lenta.',
    remedy: 'Riprova.',
  };
  bridge.alter('queue.list', (rows) => rows.map((one) => ({ ...one, obstacle })));
  showScreen(QueueScreen, bridge);
  expect(
    within(await row('Parcheggi')).getByText(/^La cartella delle consegne non si apre\. La rete è lenta\. Riprova/),
  ).toBeTruthy();
  expect(screen.queryByText(/Non sappiamo/)).toBeNull();
});

test('a refused one can be put back or cancelled from the band', async () => {
  showSending({ state: 'refused', why: 'l’indirizzo non esiste' });
  expect(await screen.findByRole('heading', { name: '«Parcheggi di via Roma» è stato rifiutato' })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Rimettilo in coda/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Rimanda a chi scrive/ })).toBeTruthy();
  expect(screen.getByRole('button', { name: /Annulla l’invio/ })).toBeTruthy();
});

test('an empty queue says what comes into it', async () => {
  show({ empty: true });
  expect(await screen.findByText('Niente in coda')).toBeTruthy();
});

test('the sending somebody comes for is the one that is selected', async () => {
  const { user } = showScreen(() => <QueueScreen selected="farmacia-1" />);
  expect((await row('Farmacia di turno')).getAttribute('aria-selected')).toBe('true');
  await user.keyboard('{Enter}');
  expect(screen.getByRole('dialog', { name: 'Conferma l’invio' })).toBeTruthy();
});

test('a sending that another desk does not finish is taken over with a reason; it becomes uncertain', async () => {
  const sending = sendingWith({
    title: 'Mercato',
    state: 'delivering',
    route: 'e-mail alla ditta',
    desk: 'desk2',
    withoutShare: true,
  });
  const { bridge, user } = show({ sendings: [sending] });
  expect((await row('Mercato')).textContent).toMatch(
    /lo invia «Sportello 2»; approvato da Ornella Vidal .*; senza cartella condivisa/,
  );
  await user.click(within(await row('Mercato')).getByRole('button', { name: 'Subentra…' }));
  const dialog = screen.getByRole('dialog', { name: 'Subentra nell’invio' });
  expect(dialog.textContent).toContain('quello che ha fatto non si sa');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Scrivi perché «Sportello 2» non lo finisce.')).toBeTruthy();
  await user.keyboard('Il computer è guasto.{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.takeOver')).toEqual([{ id: sending.id, why: 'Il computer è guasto.' }]);
  expect(await screen.findByRole('heading', { name: /Non sappiamo se «Mercato» è partito/ })).toBeTruthy();
});

describe('a sending gets another moment (S)', () => {
  async function moving() {
    const opened = show();
    await opened.user.click(await row('Parcheggi di via Roma'));
    await opened.user.keyboard('s');
    const dialog = screen.getByRole('dialog', { name: 'Sposta l’invio' });
    const write = async (label: string, text: string) => {
      const field = within(dialog).getByLabelText(label);
      await opened.user.clear(field);
      await opened.user.type(field, text);
    };
    return { ...opened, dialog, write };
  }

  test('with its day and time; it can be taken back', async () => {
    const { bridge, user, dialog, write } = await moving();
    expect(dialog.textContent).toContain('«Parcheggi di via Roma» è previsto oggi alle 10:00.');
    await write('Parte il giorno', '26/11');
    await write('alle ore', '9');
    await write('Perché', 'Il Comune aspetta la ditta.');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.move')).toEqual([
      { id: 'parcheggi-1', plannedFor: '2026-11-26T08:00:00.000Z', why: 'Il Comune aspetta la ditta.' },
    ]);
    expect(await screen.findByText('«Parcheggi di via Roma» spostato a giovedì 26 alle 09:00.')).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    expect(bridge.inputsOf('queue.undoMove')).toEqual([{ id: 'parcheggi-1' }]);
    expect(await screen.findByText('«Parcheggi di via Roma» è di nuovo dov’era.')).toBeTruthy();
  });

  test('never to the past, never to where it is', async () => {
    const { bridge, user, dialog, write } = await moving();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(within(dialog).getByText('È già previsto per questo momento.')).toBeTruthy();
    await write('alle ore', '8:30');
    expect(within(dialog).getByText('Questo momento è già passato.')).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.move')).toEqual([]);
  });

  test('outside the hours of service it warns, and offers the next moment of service', async () => {
    const { bridge, user, dialog, write } = await moving();
    await write('alle ore', '20');
    expect(within(dialog).getByRole('heading', { name: 'Fuori dalle ore di servizio' })).toBeTruthy();
    await user.click(within(dialog).getByRole('button', { name: 'Usa mercoledì 25 novembre alle 08:30' }));
    expect(within(dialog).queryByRole('heading', { name: 'Fuori dalle ore di servizio' })).toBeNull();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.move')).toEqual([
      { id: 'parcheggi-1', plannedFor: '2026-11-25T07:30:00.000Z', why: null },
    ]);
  });

  test('one that already left does not move', async () => {
    const { user } = show();
    await user.click(await row('Farmacia di turno'));
    await user.keyboard('s');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

test('the bar says what can be done with the selected row, with its keys', async () => {
  const { bridge, user } = show();
  await user.click(await row('Parcheggi di via Roma'));
  const bar = screen.getByRole('region', { name: 'Azioni' });
  expect(within(bar).getByText('Parcheggi di via Roma')).toBeTruthy();
  expect(
    within(bar)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Note…', 'Ritira…', 'Correzione per telefono…', 'Annulla…Canc', 'Sposta…S', 'Chiedi nel gruppoInvio']);
  await user.keyboard('{Enter}');
  expect(await awaitCalls(bridge, 'queue.askGroup')).toEqual([{ id: 'parcheggi-1' }]);
  await user.click(await row('Mercato spostato'));
  expect(screen.queryByRole('region', { name: 'Azioni' })).toBeNull();
});

describe('all sendings are stopped', () => {
  const STOPPED = { at: '2026-11-24T08:05:00.000Z', why: 'Nel testo del mercato c’è un errore' };

  test('by one button, with a reason; it can be taken back', async () => {
    const { bridge, user } = show();
    await user.click(await screen.findByRole('button', { name: 'Ferma tutti gli invii' }));
    const dialog = screen.getByRole('dialog', { name: 'Ferma tutti gli invii' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(within(dialog).getByText('Scrivi perché gli invii devono fermarsi.')).toBeTruthy();
    await user.keyboard('Testo sbagliato{Control>}{Enter}{/Control}');
    expect(bridge.inputsOf('queue.stop')).toEqual([{ why: 'Testo sbagliato' }]);
    const banner = await screen.findByRole('region', { name: 'Tutti gli invii sono fermi' });
    expect(banner.textContent).toContain('Li ha fermati Marta Bellin oggi alle 09:12: Testo sbagliato.');
    expect(screen.queryByRole('button', { name: 'Ferma tutti gli invii' })).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    expect(bridge.inputsOf('queue.resume')).toHaveLength(1);
    expect(await screen.findByRole('button', { name: 'Ferma tutti gli invii' })).toBeTruthy();
  });

  test('and go on when somebody resumes them; that can be taken back too', async () => {
    const { bridge, user } = show({ stopped: STOPPED });
    const banner = await screen.findByRole('region', { name: 'Tutti gli invii sono fermi' });
    expect(banner.textContent).toContain('Li ha fermati Ornella Vidal oggi alle 09:05');
    await user.click(within(banner).getByRole('button', { name: 'Riprendi gli invii' }));
    expect(bridge.inputsOf('queue.resume')).toHaveLength(1);
    expect(await screen.findByText(/Gli invii riprendono/)).toBeTruthy();
    await user.keyboard('{Control>}z{/Control}');
    expect(bridge.inputsOf('queue.stop')).toEqual([{ why: STOPPED.why }]);
  });

  test('the problem of resuming is said', async () => {
    const { bridge, user } = show({ stopped: STOPPED });
    bridge.fail('queue.resume', {
      code: 'x',
      what: 'Il disco è pieno.',
      why: 'La coda è al sicuro.',
      remedy: 'Libera spazio.',
    });
    await user.click(await screen.findByRole('button', { name: 'Riprendi gli invii' }));
    expect(await screen.findByText(/Libera spazio/)).toBeTruthy();
  });
});

test('the row to begin with is the first that is still open, not one that is done', async () => {
  const waiting = sendingWith({ id: 'aspetta' });
  const done = sendingWith({
    id: 'inviato',
    title: 'Mercato',
    state: 'handedOver',
    plannedFor: '2026-11-24T07:30:00.000Z',
  });
  const sent = queueFact('job.sent', 'job/inviato', {
    sentAt: '2026-11-24T07:40:00.000Z',
    text: done.text,
    recipients: null,
  });
  show({ sendings: [done, waiting], told: told('2026-11-24T08:00:00.000Z', 'vidal', sent) });
  const row = await screen.findByRole('row', { selected: true });
  expect(row.textContent).toContain(waiting.title);
  expect(screen.getAllByRole('row')[1]?.textContent).toContain('Mercato');
});

test('what waits for the answers of an election period is one line above the rows, and opens to its list (P39)', async () => {
  const bridge = townBridge({ person: 'vidal' });
  const period = { from: '2026-10-09', to: '2027-01-31', runOff: null, source: 'Decreto' };
  await bridge.ask('people.setTown', {
    changes: [{ field: 'electionPeriods', value: [{ kind: 'comunali', ...period }] }],
  });
  const { user } = showScreen(QueueScreen, bridge);
  const line = await screen.findByText(/aspettano? le risposte per il periodo elettorale/);
  expect(line.closest('details')?.open).toBe(false);
  await user.click(line);
  const held = within(screen.getByRole('region', { name: 'Già in coda, fermi per il periodo elettorale' }));
  expect(held.getAllByRole('button', { name: /^Rispondi/ }).length).toBeGreaterThan(0);
});
