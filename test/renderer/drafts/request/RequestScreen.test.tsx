import { EditorView } from '@codemirror/view';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RequestScreen } from '#renderer/drafts/request/RequestScreen.tsx';
import { useWritings } from '#renderer/writing/writing.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

const FULL: Problem = {
  code: 'disk-full',
  what: 'Il disco è pieno.',
  why: 'Il testo è qui.',
  remedy: 'Libera spazio.',
};
const NEIGHBOURS = { position: 2, total: 8, previous: 'tigli-1', next: 'biblioteca-3' };
const GOOD = `*Iscrizioni al nido*

Le iscrizioni al nido di Valdombra per il 2027 chiudono venerdì 18 dicembre.

https://www.comune.valdombra.example/novita/iscrizioni-nido`;

async function shown(id: string, options?: BridgeOptions, bridge = townBridge(options)) {
  const onOpen = vi.fn();
  const onBack = vi.fn();
  const acts = {
    onOpen,
    onBack,
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

const editor = (): EditorView => {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name: 'Testo del messaggio' }));
  if (!view) throw new Error('There is no editor.');
  return view;
};
const write = (text: string) =>
  act(() => editor().dispatch({ changes: { from: 0, to: editor().state.doc.length, insert: text } }));
const checks = () =>
  within(screen.getByRole('region', { name: 'Controlli' }))
    .getAllByRole('listitem')
    .map((line) => `${within(line).getByRole('img').getAttribute('aria-label')}: ${line.textContent}`);

describe('opening a request', () => {
  test('only looks: its link is checked once, and nobody has it until the first act takes it in charge (P27)', async () => {
    const { bridge, user } = await shown('nido-1');
    expect(await awaitCalls(bridge, 'requests.checkLink')).toEqual([{ id: 'nido-1' }]);
    await waitFor(() => expect(checks()).toContain('a posto: Linkraggiungibile: «La notizia»'));
    expect(bridge.inputsOf('requests.takeCharge')).toEqual([]);
    write('Via');
    write('Via dei');
    expect(await awaitCalls(bridge, 'requests.takeCharge')).toEqual([{ id: 'nido-1' }]);
    await user.click(await screen.findByRole('button', { name: 'Lascia l’incarico' }));
    expect(await awaitCalls(bridge, 'requests.releaseCharge')).toEqual([{ id: 'nido-1' }]);
    await user.click(await screen.findByRole('button', { name: 'Prendi in carico' }));
    expect(await awaitCalls(bridge, 'requests.takeCharge', 2)).toHaveLength(2);
    expect(bridge.inputsOf('requests.checkLink')).toHaveLength(1);
  });

  test('that somebody else has lets one only read it, until one takes it over', async () => {
    const { bridge, user } = await shown('mercatino-1');
    expect(screen.getByText('La richiesta è in carico a Luca Zennaro')).toBeTruthy();
    expect(bridge.inputsOf('requests.takeCharge')).toEqual([]);
    expect(editor().state.readOnly).toBe(true);
    expect(screen.queryByRole('button', { name: /Inoltra/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Prendila tu' }));
    expect(await screen.findByRole('button', { name: /Inoltra al capo settore/ })).toBeTruthy();
    expect(editor().state.readOnly).toBe(false);
  });

  test('that was typed at the desk says that no e-mail stands behind it', async () => {
    const bridge = townBridge();
    const data = { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null };
    const written = await bridge.call('requests.write', { title: 'Nido', text: GOOD, data, corrects: null });
    if (!written.ok) throw new Error(written.error.what);
    await shown((written.value as { id: string }).id, undefined, bridge);
    expect(screen.getByText('Richiesta scritta allo sportello')).toBeTruthy();
    expect(screen.queryByText('La e-mail non è su questo computer')).toBeNull();
  });

  test('that is with the head lets one only read it', async () => {
    await shown('olio-1');
    expect(screen.getByText('La richiesta è dal capo settore da venerdì 20 alle 12:00')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Prendila tu' })).toBeNull();
  });

  test('shows each request of the e-mail in its band, and Alt+3 goes to the third', async () => {
    const { user, onOpen } = await shown('biblioteca-2');
    expect(screen.getByRole('region', { name: 'Richiesta 2 di 3' }).textContent).toContain('I posti sono 20 .');
    expect(screen.getByRole('region', { name: 'Richiesta 1 di 3' }).textContent).toContain('inoltrata');
    await user.keyboard('{Alt>}3{/Alt}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('biblioteca-3');
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(onOpen).toHaveBeenLastCalledWith('tigli-1');
  });
});

describe('the data', () => {
  test('are confirmed all at once with Ctrl+Maiusc+Invio', async () => {
    const { bridge, user } = await shown('nido-1');
    expect(screen.getByText('0 di 5')).toBeTruthy();
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    expect(await screen.findByText('5 di 5')).toBeTruthy();
    expect(bridge.inputsOf('requests.setData')).toHaveLength(1);
    expect(screen.queryByRole('button', { name: /Conferma tutto/ })).toBeNull();
  });

  test('are confirmed one by one, and chosen anew', async () => {
    const { bridge, user } = await shown('nido-1');
    await user.click(screen.getByRole('button', { name: 'Conferma ufficio' }));
    expect(await awaitCalls(bridge, 'requests.setData')).toEqual([{ id: 'nido-1', data: { office: 'Scuola' } }]);
    await user.selectOptions(screen.getByLabelText('Categoria'), 'Scadenze');
    expect((await awaitCalls(bridge, 'requests.setData', 2))[1]).toEqual({
      id: 'nido-1',
      data: { category: 'Scadenze' },
    });
  });

  test('that cannot be kept are told with the reason', async () => {
    const { bridge, user } = await shown('nido-1');
    bridge.fail('requests.setData', FULL);
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
  });
});

describe('the text', () => {
  test('is checked at every change and kept when one leaves', async () => {
    const { bridge } = await shown('nido-1');
    write('Le iscrizioni sono aperte .');
    expect(screen.getByText(/Prima di inoltrare correggi/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Togli lo spazio prima del segno/ })).toBeTruthy();
    expect(screen.getByText('27 di 700')).toBeTruthy();
    expect(bridge.inputsOf('drafts.save')).toEqual([]);
    cleanup();
    expect(await awaitCalls(bridge, 'drafts.save')).toEqual([{ id: 'nido-1', text: 'Le iscrizioni sono aperte .' }]);
  });

  test('that cannot be kept stays on the screen, and is there again after leaving', async () => {
    const { bridge } = await shown('nido-1');
    bridge.fail('drafts.save', FULL);
    write('Testo nuovo.');
    expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
    expect(screen.getByText('Non salvato')).toBeTruthy();
    cleanup();
    await shown('nido-1', {}, bridge);
    expect(editor().state.doc.toString()).toBe('Testo nuovo.');
  });

  test('is corrected from the list of findings, and Alt+V shows what changed', async () => {
    const { user } = await shown('biblioteca-2');
    const row = screen.getByRole('button', { name: /^Togli lo spazio prima del segno/ }).closest('li');
    await user.click(within(row ?? document.body).getByRole('button', { name: /^Correggi/ }));
    expect(editor().state.doc.toString()).toContain('I posti sono 20.');
    expect(screen.getByText('Prima di inoltrare correggi 1 errore.')).toBeTruthy();
    await user.keyboard('{Alt>}v{/Alt}');
    expect(screen.getByRole('region', { name: /Differenze/ }).querySelector('ins')?.textContent).toContain('aggiunto');
  });
});

describe('forwarding', () => {
  test('with Ctrl+Invio sends the text as it stands and goes back to the list', async () => {
    const { bridge, user, onBack } = await shown('nido-1');
    write(GOOD);
    expect(screen.getByText(/^Pronto, con \d cose da confermare per il capo settore\.$/)).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await awaitCalls(bridge, 'drafts.forward')).toEqual([{ id: 'nido-1', text: GOOD, reasons: {} }]);
    await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
    expect(
      screen.getByText('Il testo è in Approvazione, per Ornella Vidal. La e-mail è preparata, da spedire.'),
    ).toBeTruthy();
    expect(useWritings.getState().texts).toEqual({});
  });

  test('with an obstacle that must be written goes there instead', async () => {
    const { bridge, user } = await shown('imu-1');
    expect(screen.getByText(/^Prima di inoltrare scrivi il link alla notizia/)).toBeTruthy();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(document.activeElement).toBe(screen.getByLabelText('Notizia sul sito'));
    expect(bridge.inputsOf('drafts.forward')).toEqual([]);
  });

  test('with errors asks why they stay, and keeps the reason', async () => {
    const { bridge, user } = await shown('biblioteca-2');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const dialog = within(screen.getByRole('dialog', { name: 'Inoltra con un motivo' }));
    expect(dialog.getAllByRole('listitem')).toHaveLength(2);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(dialog.getByText(/Scrivi il motivo/)).toBeTruthy();
    expect(bridge.inputsOf('drafts.forward')).toEqual([]);
    await user.type(dialog.getByLabelText(/Prontuario/), 'così sulla locandina');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const [forwarded] = await awaitCalls(bridge, 'drafts.forward');
    expect(forwarded?.reasons).toEqual({ prontuario: 'così sulla locandina' });
    expect(
      await screen.findByText('Il testo è in Approvazione, per Ornella Vidal. La e-mail è preparata, da spedire.'),
    ).toBeTruthy();
  });

  test('that does not succeed says why, and the text is still there', async () => {
    const { bridge, user, onBack } = await shown('nido-1');
    bridge.fail('drafts.forward', { ...FULL, what: 'L’app non sa chi è il capo settore.' });
    write(GOOD);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('L’app non sa chi è il capo settore');
    expect(editor().state.doc.toString()).toBe(GOOD);
    expect(onBack).not.toHaveBeenCalled();
  });
});

test('a duplicate is closed with its reason, and the toast takes it back', async () => {
  const { bridge, user, onBack } = await shown('nido-1');
  await user.click(screen.getByRole('button', { name: 'È un duplicato…' }));
  await user.keyboard('n. 2026/0204{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'requests.close')).toEqual([
    { id: 'nido-1', outcome: 'duplicato', why: 'n. 2026/0204', sameAs: null, letter: false },
  ]);
  await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
  await user.click(screen.getByRole('button', { name: /Annulla/ }));
  expect(await awaitCalls(bridge, 'requests.reopen')).toHaveLength(1);
});

test('an avoidable notice is refused, and the office is told unless one says no', async () => {
  const { bridge, user } = await shown('nido-1');
  await user.click(screen.getByRole('button', { name: 'Non necessario…' }));
  expect(screen.getByLabelText<HTMLInputElement>('Rispondi all’ufficio con questo motivo').checked).toBe(true);
  await user.keyboard('già sul sito{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'requests.close')).toEqual([
    { id: 'nido-1', outcome: 'non necessario', why: 'già sul sito', sameAs: null, letter: true },
  ]);
});

test('an answer to the office is taken back with the closing: nothing is left to be sent', async () => {
  const { bridge, user } = await shown('nido-1');
  await user.click(screen.getByRole('button', { name: 'Non necessario…' }));
  await user.keyboard('già sul sito{Control>}{Enter}{/Control}');
  await screen.findByText('Richiesta chiusa: non necessario.');
  await user.click(screen.getByRole('button', { name: /Annulla/ }));
  expect(await screen.findByText('Chiusura ripresa: la richiesta è di nuovo da lavorare.')).toBeTruthy();
  expect(await bridge.ask('requests.get', { id: 'nido-1' })).toMatchObject({ closed: null, letters: [] });
});

test('what is missing is asked with Ctrl+R, and a request that waits says so until it goes on', async () => {
  const { bridge, user, onAsk } = await shown('imu-1');
  await user.keyboard('{Control>}r{/Control}');
  expect(onAsk).toHaveBeenCalledExactlyOnceWith('imu-1');
  await act(() => bridge.call('requests.pause', { id: 'imu-1', for: 'Tributi pubblica la notizia' }));
  expect(await screen.findByText('In attesa: Tributi pubblica la notizia')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Metti in attesa…' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Riprendi' }));
  await waitFor(() => expect(screen.queryByText(/^In attesa:/)).toBeNull());
});

test('the alternative way asks why and puts the text into the queue', async () => {
  const { bridge, user, onBack } = await shown('nido-1');
  write(GOOD);
  await user.click(screen.getByRole('button', { name: 'Via alternativa…' }));
  await user.keyboard('Il capo settore è assente{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'queue.release')).toEqual([
    { id: 'nido-1', text: GOOD, reasons: {}, why: 'Il capo settore è assente' },
  ]);
  await waitFor(() => expect(onBack).toHaveBeenCalledOnce());
});

test('a head that nobody named is not away: forwarding stays the main way, and who is missing is said (P3)', async () => {
  const bridge = townBridge();
  bridge.alter('people.session', (session) => ({
    ...session,
    duty: { ...session.duty, head: null, headPresent: false },
  }));
  const { user } = await shown('nido-1', undefined, bridge);
  write(GOOD);
  expect(screen.getByRole('button', { name: /Inoltra al capo settore/ }).className).toContain('button-main');
  expect(document.body.textContent).not.toContain('assente');
  expect(await screen.findByText(/manca il capo settore: aggiungilo in Impostazioni/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Via alternativa…' }));
  expect(screen.getByLabelText<HTMLTextAreaElement>('Perché').value).toBe('');
});

test('Esc goes back to the list', async () => {
  const { user, onBack } = await shown('nido-1');
  await user.keyboard('{Escape}');
  expect(onBack).toHaveBeenCalledOnce();
});

test('a request that is gone says so and leads back', async () => {
  const onBack = vi.fn();
  const acts = {
    onBack,
    onOpen: vi.fn(),
    onAsk: vi.fn(),
    onSee: vi.fn(),
    onPause: vi.fn(),
    onWithdraw: vi.fn(),
    neighbours: NEIGHBOURS,
  };
  const { user } = showScreen(() => <RequestScreen id="sparita-1" {...acts} />);
  expect((await screen.findByRole('alert')).textContent).toContain('Questa richiesta non c’è più');
  await user.click(screen.getByRole('button', { name: 'Torna alle richieste' }));
  expect(onBack).toHaveBeenCalledOnce();
});
