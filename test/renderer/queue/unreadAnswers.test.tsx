import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ApprovalScreen } from '#renderer/queue/approval/ApprovalScreen.tsx';
import { QueueScreen } from '#renderer/queue/QueueScreen.tsx';
import { TodayScreen } from '#renderer/service/today/TodayScreen.tsx';
import type { RequestMail } from '#shared/requests/views.ts';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { type TestBridge, townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const AT = '2026-11-24T07:40:00.000Z';
const MAIL: RequestMail = {
  ...{ id: 'm2', kind: 'answers', at: AT, from: null, to: [], subject: 'R:', text: 'Mandatelo giovedì.' },
  ...{ attachments: [], says: null, withdraws: false, fromHead: false, letter: null },
};

/** A town in which somebody wrote about the oil, and nobody has read it. */
function answered(person: string, fromHead = false): TestBridge {
  const bridge = townBridge({ person });
  const unread = [{ mail: 'm2', at: AT, fromHead, withdraws: false }];
  bridge.alter('drafts.waiting', (real) =>
    real.map((view) => (view.id === 'olio-1' ? { ...view, request: { ...view.request, unread } } : view)),
  );
  bridge.alter('requests.get', (real) => ({ ...real, unread, mails: [{ ...MAIL, fromHead }] }));
  return bridge;
}

test('over a text the head reads first that the office wrote: approving leads to it, and nothing is approved (P18)', async () => {
  const bridge = answered('vidal');
  const { user } = showScreen(ApprovalScreen, bridge);
  await screen.findByText('L’ufficio ha scritto: 1 risposta da leggere');
  expect(screen.queryByRole('button', { name: /^Approva e copia|^Approva$/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Approva: prima leggi la risposta/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Risposta da leggere' }));
  expect(await dialog.findByText('Mandatelo giovedì.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Ho letto' }));
  expect(await awaitCalls(bridge, 'requests.seeAnswer')).toEqual([{ id: 'olio-1', mails: ['m2'] }]);
  expect(bridge.inputsOf('queue.approve')).toEqual([]);
});

test('the head’s own e-mail does not stop her, and the desk writes her decision down by its words (P38)', async () => {
  const bridge = answered('bellin', true);
  const { user } = showScreen(() => <ApprovalScreen first="olio-1" heard />, bridge);
  const dialog = within(await screen.findByRole('dialog', { name: 'Registra la decisione del capo settore' }));
  expect(await dialog.findByText('Mandatelo giovedì.')).toBeTruthy();
  await user.selectOptions(dialog.getByLabelText('Che cosa ha deciso'), 'refused');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText(/^Scrivi il motivo/)).toBeTruthy();
  await user.type(dialog.getByLabelText('Il motivo che ha dato'), 'Basta la notizia');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'queue.decideElsewhere')).toEqual([
    {
      ...{ id: 'olio-1', how: 'e-mail', when: AT, note: '', read: ['m2'] },
      decision: { kind: 'refused', why: 'Basta la notizia' },
    },
  ]);
});

/** The head wrote these words, in which the app reads what is given. */
async function headWrote(text: string, decides: RequestMail['decides']) {
  const bridge = answered('bellin', true);
  bridge.alter('requests.get', (real) => ({
    ...real,
    mails: [{ ...MAIL, text, fromHead: true, ...(decides ? { decides } : {}) }],
  }));
  const { user } = showScreen(() => <ApprovalScreen first="olio-1" heard />, bridge);
  const dialog = within(await screen.findByRole('dialog', { name: 'Registra la decisione del capo settore' }));
  await dialog.findByText(text);
  return { bridge, user, dialog };
}

test('what the head wrote is proposed with its words, and recorded with one key (P38)', async () => {
  const decides = {
    decision: 'returned',
    words: 'Restituisco: manca l’orario.',
    why: 'Manca l’orario.',
    until: null,
  } as const;
  const { bridge, user, dialog } = await headWrote('Restituisco: manca l’orario. Grazie', decides);
  expect(dialog.getByText(/L’app legge «Restituisco: manca l’orario.»/)).toBeTruthy();
  expect(dialog.getByText(/indirizzo in elenco/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'queue.decideElsewhere')).toEqual([
    {
      ...{ id: 'olio-1', how: 'e-mail', when: AT, note: '', read: ['m2'] },
      decision: { kind: 'returned', why: 'Manca l’orario.' },
    },
  ]);
});

test('words that decide nothing sure propose nothing: somebody chooses (P38, P66)', async () => {
  const decides = { decision: null, words: 'Ok se lo conferma l’ufficio.', why: null, until: null };
  const { bridge, user, dialog } = await headWrote('Ok se lo conferma l’ufficio. Ciao', decides);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText('Scegli che cosa ha deciso: leggi la sua e-mail.')).toBeTruthy();
  expect(bridge.inputsOf('queue.decideElsewhere')).toEqual([]);
});

test('an approval with changes is not recorded with the text as it was', async () => {
  const decides = { decision: 'changed', words: 'Approvo ma togli «olio».', why: null, until: null } as const;
  const { bridge, user, dialog } = await headWrote('Approvo ma togli «olio». Ciao', decides);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText(/^È ancora il testo inoltrato/)).toBeTruthy();
  expect(bridge.inputsOf('queue.decideElsewhere')).toEqual([]);
});

test('a row of Oggi that reads an answer opens it in its place', async () => {
  const bridge = answered('bellin');
  const [row] = (await bridge.ask('requests.list', { text: '', limit: 300 })).rows;
  if (!row) expect.fail('no request');
  const unread = [{ mail: 'm2', at: AT, fromHead: false, withdraws: true }];
  bridge.alter('requests.unreadAnswers', () => [{ ...row, id: 'olio-1', title: 'Olio', state: 'forwarded', unread }]);
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  const { user } = showScreen(() => <TodayScreen {...acts} />, bridge);
  const read = await screen.findByRole('button', { name: 'Leggi la risposta' });
  expect(screen.getByRole('heading', { name: 'Leggi il ritiro: olio' })).toBeTruthy();
  await user.click(read);
  expect(await screen.findByRole('dialog', { name: 'Risposta da leggere' })).toBeTruthy();
  expect(acts.onGo).not.toHaveBeenCalled();
});

test('the queue opens with the sending that was asked for and its dialog ready (W18)', async () => {
  showScreen(() => <QueueScreen selected="farmacia-1" command="confirm" />, townBridge({ person: 'bellin' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Conferma l’invio' }));
  expect(dialog.getByText(/^«Farmacia di turno» entra nel registro/)).toBeTruthy();
});

test('a sending that an answer holds says so, and offers to read it or to take the request back', async () => {
  const bridge = townBridge({ person: 'bellin' });
  const unread = [{ mail: 'm2', at: AT, fromHead: false, withdraws: true }];
  bridge.alter('queue.list', (real) =>
    real.map((job) => (job.id === 'parcheggi-1' ? { ...job, unread, isHeldByAnswer: true } : job)),
  );
  showScreen(() => <QueueScreen selected="parcheggi-1" />, bridge);
  await screen.findByText('L’ufficio sembra ritirare la richiesta');
  await waitFor(() => expect(screen.getAllByText(/^fermo$/i).length).toBeGreaterThan(0));
  expect(screen.getAllByRole('button', { name: /^Leggi la risposta…/ }).length).toBeGreaterThan(1);
  expect(screen.getByRole('button', { name: 'Ritira…' })).toBeTruthy();
});
