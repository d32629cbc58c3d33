import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AskDialog } from '#renderer/requests/letters/AskDialog.tsx';
import { PauseDialog } from '#renderer/requests/letters/PauseDialog.tsx';
import { RefusalDialog } from '#renderer/requests/letters/RefusalDialog.tsx';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SEND = '{Control>}{Enter}{/Control}';

test('the ready letter names what is missing, and leaves as it is', async () => {
  const onClose = vi.fn();
  const { bridge, user } = showScreen(() => <AskDialog id="imu-1" onClose={onClose} />);
  const text = await screen.findByLabelText<HTMLTextAreaElement>('Testo della e-mail');
  expect(text.value).toContain('il link diretto alla notizia');
  expect(screen.getByText('tributi@comune.valdombra.example')).toBeTruthy();
  await user.keyboard(SEND);
  expect(await awaitCalls(bridge, 'requests.ask')).toEqual([{ id: 'imu-1', text: null, until: '2026-11-26' }]);
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(screen.getByText('Preparata per Dario Pozzan, da spedire: la richiesta aspetta la risposta.')).toBeTruthy();
});

test('a letter that was changed leaves as it was written; an empty one does not leave', async () => {
  const { bridge, user } = showScreen(() => <AskDialog id="imu-1" onClose={() => undefined} />);
  const text = await screen.findByLabelText('Testo della e-mail');
  await user.clear(text);
  await user.keyboard(SEND);
  expect(screen.getByText('Scrivi che cosa chiedi all’ufficio.')).toBeTruthy();
  await user.type(text, 'Serve il link.');
  await user.keyboard(SEND);
  expect(await awaitCalls(bridge, 'requests.ask')).toEqual([
    { id: 'imu-1', text: 'Serve il link.', until: '2026-11-26' },
  ]);
});

test('without an address the dialog says what to do instead', async () => {
  const problem = { code: 'no-address', what: 'L’app non ha l’indirizzo.', remedy: 'Usa «Metti in attesa».' };
  showScreen(
    () => <AskDialog id="imu-1" onClose={() => undefined} />,
    townBridge({ problems: { 'requests.askDraft': problem } }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('L’app non ha l’indirizzo');
});

test('waiting is noted with whom one waits for, and Ctrl+Z takes it back', async () => {
  const onClose = vi.fn();
  const { bridge, user } = showScreen(() => <PauseDialog id="imu-1" onClose={onClose} />);
  await screen.findByLabelText('Che cosa si aspetta');
  await user.keyboard(`Tributi pubblica la notizia${SEND}`);
  expect(await awaitCalls(bridge, 'requests.pause')).toEqual([
    { id: 'imu-1', for: 'Tributi pubblica la notizia', until: '2026-11-25' },
  ]);
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  await user.click(screen.getByRole('button', { name: /Annulla/ }));
  expect(await awaitCalls(bridge, 'requests.resume')).toEqual([{ id: 'imu-1' }]);
});

test('the office is told why its notice was not selected, and the toast takes the letter back', async () => {
  const onClose = vi.fn();
  const bridge = townBridge({ person: 'vidal' });
  const [waiting] = await bridge.ask('drafts.waiting', {});
  const id = waiting?.id ?? '';
  await bridge.ask('drafts.decline', { id, how: { kind: 'refused', why: 'Riguarda poche persone.' } });
  await bridge.ask('people.actAs', { id: 'bellin' });
  const { user } = showScreen(() => <RefusalDialog id={id} onClose={onClose} />, bridge);
  const text = await screen.findByLabelText<HTMLTextAreaElement>('Testo della e-mail');
  expect(text.value).toContain('Riguarda poche persone');
  const ready = text.value;
  await user.clear(text);
  await user.keyboard(SEND);
  expect(screen.getByText('Scrivi che cosa dici all’ufficio.')).toBeTruthy();
  expect(bridge.inputsOf('requests.tellRefusal')).toEqual([]);
  await user.click(text);
  await user.paste(ready);
  await user.keyboard(SEND);
  expect(await awaitCalls(bridge, 'requests.tellRefusal')).toEqual([{ id, text: ready }]);
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  await user.click(await screen.findByRole('button', { name: /Annulla/ }));
  expect(await screen.findByText('Lettera all’ufficio ripresa.')).toBeTruthy();
  expect((await bridge.ask('requests.get', { id })).letters.filter(({ purpose }) => purpose === 'notNeeded')).toEqual(
    [],
  );
});

test('a notice that was not refused has no such letter: the dialog says so', async () => {
  showScreen(() => <RefusalDialog id="imu-1" onClose={() => undefined} />);
  expect((await screen.findByRole('alert')).textContent).toContain('non ha rifiutato questo avviso');
});
