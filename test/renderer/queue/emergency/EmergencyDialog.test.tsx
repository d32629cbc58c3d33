import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { EmergencyDialog } from '#renderer/queue/emergency/EmergencyDialog.tsx';
import { placeholdersOf } from '#renderer/queue/emergency/emergencyModels.ts';
import { useWritings } from '#renderer/writing/writing.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

async function shown(options: BridgeOptions = {}) {
  const onSent = vi.fn();
  const onClose = vi.fn();
  const acts = { onSent, onClose };
  const screens = showScreen(() => <EmergencyDialog {...acts} />, townBridge(options));
  await screen.findByRole('dialog', { name: 'Invia un’emergenza' });
  return { ...screens, ...acts };
}

const TEXT = '*Allerta rossa per vento*\n\nResta in casa fino alle 12 di mercoledì 25 novembre.';
const SEND = '{Control>}{Enter}{/Control}';

test('placeholders are found, and a list of words in brackets over two lines is none', () => {
  expect(placeholdersOf('a [zone] e [via]')).toEqual(['[zone]', '[via]']);
  expect(placeholdersOf('[una\nriga] ma non questa')).toEqual([]);
});

test('nothing leaves before the text is complete and somebody authorises it', async () => {
  const { bridge, user } = await shown();
  await user.keyboard(SEND);
  expect(screen.getByText('Completa [colore] prima di inviare.')).toBeTruthy();
  expect(screen.getByText('Scrivi chi autorizza l’emergenza.')).toBeTruthy();
  expect(screen.getByText('Scrivi in poche parole che cosa succede.')).toBeTruthy();
  expect(bridge.inputsOf('queue.emergency')).toEqual([]);
});

test('while all sendings are stopped it leaves only by a choice of its own', async () => {
  const stopped = { at: '2026-11-24T08:05:00.000Z', why: 'Errore nel testo del mercato' };
  const { bridge, user } = await shown({ stopped });
  const text = screen.getByLabelText('Testo');
  await user.clear(text);
  await user.type(text, TEXT);
  await user.type(screen.getByLabelText('Chi autorizza'), 'Teresa Marangon, sindaca');
  await user.type(screen.getByLabelText('Motivo'), 'Bollettino delle 21');
  await user.keyboard(SEND);
  expect(screen.getByText('Se questa emergenza deve partire lo stesso, dillo qui sotto.')).toBeTruthy();
  expect(bridge.inputsOf('queue.emergency')).toEqual([]);
  await user.click(screen.getByLabelText('Invia lo stesso questa emergenza'));
  await user.keyboard(SEND);
  expect(await awaitCalls(bridge, 'queue.emergency')).toMatchObject([{ text: TEXT, evenStopped: true }]);
});

test('Ctrl+Invio keeps it, copies the text and opens WhatsApp, with who authorised it and how', async () => {
  const { bridge, user, onSent } = await shown();
  const text = screen.getByLabelText('Testo');
  await user.clear(text);
  await user.type(text, TEXT);
  await user.type(screen.getByLabelText('Chi autorizza'), 'Teresa Marangon, sindaca');
  await user.type(screen.getByLabelText('Come l’ha detto'), 'per telefono');
  await user.type(screen.getByLabelText('Motivo'), 'Bollettino delle 21');
  expect(screen.getByText('C’è chi autorizza e perché')).toBeTruthy();
  await user.keyboard(SEND);
  expect(await awaitCalls(bridge, 'queue.emergency')).toEqual([
    {
      title: '',
      text: TEXT,
      link: null,
      authoriser: 'Teresa Marangon, sindaca, per telefono',
      why: 'Bollettino delle 21',
      route: 'gruppo operativo',
    },
  ]);
  expect(await awaitCalls(bridge, 'shell.copyText')).toEqual([{ text: `Emergenza: da inviare subito.\n\n${TEXT}` }]);
  expect((await awaitCalls(bridge, 'shell.openLink'))[0]?.url).toMatch(/^https:\/\/wa\.me\//);
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(onSent).toHaveBeenCalledWith(expect.stringContaining('urgente'));
});

test('a model does not overwrite what was typed', async () => {
  const { user } = await shown();
  await user.click(screen.getByLabelText('Strada chiusa'));
  const text = screen.getByLabelText<HTMLTextAreaElement>('Testo');
  expect(text.value).toContain('chiusa al traffico');
  await user.type(text, ' Attenzione.');
  await user.click(screen.getByLabelText('Scuole chiuse'));
  expect(text.value).toContain('Attenzione.');
});

test('by keyboard alone: the text first, its placeholder replaced by typing, then who, how and why', async () => {
  const { bridge, user } = await shown();
  const area = screen.getByLabelText<HTMLTextAreaElement>('Testo');
  expect(document.activeElement).toBe(area);
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('[colore]');
  await user.clear(area);
  await user.keyboard('*Scuole chiuse mercoledì 25 novembre*');
  await user.tab();
  await user.keyboard('Teresa Marangon, sindaca');
  await user.tab();
  await user.tab();
  await user.keyboard('Neve');
  await user.keyboard(SEND);
  expect(await awaitCalls(bridge, 'queue.emergency')).toMatchObject([
    { text: '*Scuole chiuse mercoledì 25 novembre*', authoriser: 'Teresa Marangon, sindaca', why: 'Neve' },
  ]);
  expect(await screen.findByText('Testo copiato. Incollalo nel gruppo, poi conferma che l’hai chiesto.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /L’ho chiesto/ }));
  expect(await awaitCalls(bridge, 'queue.confirmAsked')).toHaveLength(1);
});

async function fill(user: Awaited<ReturnType<typeof shown>>['user']) {
  const area = screen.getByLabelText('Testo');
  await user.clear(area);
  await user.type(area, TEXT);
  await user.type(screen.getByLabelText('Chi autorizza'), 'Teresa Marangon, sindaca');
  await user.type(screen.getByLabelText('Motivo'), 'Bollettino');
}

test('in the invented town WhatsApp stays closed', async () => {
  const { bridge, user, onSent } = await shown({ training: true });
  await fill(user);
  await user.keyboard(SEND);
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(bridge.inputsOf('shell.copyText')).toHaveLength(1);
  expect(bridge.inputsOf('shell.openLink')).toEqual([]);
});

test('the contractor is reached as the municipality usually does', async () => {
  const { bridge, user, onSent } = await shown();
  await fill(user);
  await user.click(screen.getByRole('button', { name: 'Consegna alla ditta nella cartella' }));
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(bridge.inputsOf('queue.emergency')[0]?.route).toBe('cartella della ditta');
  expect(bridge.inputsOf('queue.askGroup')).toEqual([]);
});

test('what could not be kept stays in the dialog; kept but not copied leads to the queue', async () => {
  const problem = { code: 'x', what: 'Il disco è pieno.', why: 'Il testo è sullo schermo.', remedy: 'Libera spazio.' };
  const { bridge, user, onSent } = await shown({ problems: { 'queue.emergency': problem } });
  await fill(user);
  await user.keyboard(SEND);
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
  expect(onSent).not.toHaveBeenCalled();
  bridge.fail('queue.emergency');
  bridge.fail('shell.copyText', problem);
  await user.keyboard(SEND);
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  expect(screen.getByText(/è in coda, ma il testo non è copiato/)).toBeTruthy();
});

test('what was typed outlives Esc, and a crash', async () => {
  const first = await shown();
  await fill(first.user);
  await first.user.keyboard('{Escape}');
  await waitFor(async () =>
    expect((await first.bridge.ask('drafts.kept', { id: 'emergenza' }))?.text).toContain('Bollettino'),
  );
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  showScreen(() => <EmergencyDialog onSent={vi.fn()} onClose={vi.fn()} />, first.bridge);
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Motivo').value).toBe('Bollettino'));
  expect(screen.getByLabelText<HTMLTextAreaElement>('Testo').value).toBe(TEXT);
});

test('all that the way of the contractor lacks is named before, each with its field', async () => {
  const { bridge, user, onSent } = await shown();
  bridge.alter('people.session', (session) => ({
    ...session,
    profile: { ...session.profile, normalRoute: 'e-mail alla ditta' as const },
  }));
  bridge.alter('queue.routes', (routes) =>
    routes.map((one) => (one.route === 'e-mail alla ditta' ? { ...one, lacks: ['mailbox', 'mayor'] } : one)),
  );
  bridge.emit({ name: 'changed', topics: ['people'] });
  await fill(user);
  await user.click(await screen.findByRole('button', { name: 'Invia alla ditta per e-mail' }));
  expect(bridge.inputsOf('queue.emergency')).toEqual([]);
  await user.type(screen.getByLabelText('Casella degli uffici'), 'uffici@comune.valdombra.example');
  await user.type(screen.getByLabelText('Indirizzo del sindaco'), 'sindaca@comune.valdombra.example');
  await user.click(screen.getByRole('button', { name: 'Salva gli indirizzi' }));
  expect(await awaitCalls(bridge, 'people.setTown')).toMatchObject([
    { changes: [{ field: 'mailbox' }, { field: 'mayor', value: 'sindaca@comune.valdombra.example' }] },
  ]);
  expect(onSent).not.toHaveBeenCalled();
});
