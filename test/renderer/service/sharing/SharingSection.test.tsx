import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SharingSection } from '#renderer/service/sharing/SharingSection.tsx';
import { expelledProblem } from '#shared/journal/devices.ts';
import type { ShareView } from '#shared/service/share.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { AWAY, NOT_ENROLLED, SHARED, TROUBLED, UNFOUNDED } from '../../../helpers/shares.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function shown(share?: ShareView) {
  const screens = showScreen(SharingSection, townBridge(share ? { share } : {}));
  await screen.findByRole('heading', { name: 'Questa postazione' });
  return screens;
}
const EXPELLED = expelledProblem({ revoked: { by: 'vidal', at: '2026-11-24T08:00:00.000Z', why: 'Rubata' } }) ?? null;
const TAKE_AWAY = 'Togli questa postazione… «Sportello 2»';
const headings = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);

test('a desk alone is offered the folder, and nothing that makes no sense for it', async () => {
  const { bridge, user } = await shown();
  expect(headings()).toEqual(['Questa postazione lavora da sola', 'Questa postazione']);
  expect(screen.queryByRole('button', { name: /Controlla adesso|Lavora da solo/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Scegli la cartella…' }));
  await awaitCalls(bridge, 'service.chooseShare');
});

test('desks that see each other: path, last exchange, and who is at the others', async () => {
  const { bridge, user } = await shown(SHARED);
  expect(headings()).toEqual(['Tutto è condiviso', 'Questa postazione', 'Postazioni']);
  expect(screen.getByText('X:\\Area Servizi\\ PuntoSi\\Registro', { normalizer: (text) => text })).toBeTruthy();
  const rows = within(screen.getByRole('table', { name: 'Postazioni del registro' })).getAllByRole('row');
  expect(rows.slice(1).map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Sportello 1', 'Marta Bellin', 'questa', '0.1.0', '', ''],
    [
      'Sportello 2',
      'Luca Zennaro',
      'aperta adesso: Si è fatta vedere oggi alle 09:11.',
      '0.1.0',
      'da Marta Bellin, venerdì 20 alle 10:00',
      TAKE_AWAY,
    ],
  ]);
  await user.click(screen.getByRole('button', { name: 'Controlla adesso' }));
  await awaitCalls(bridge, 'service.checkShare');
});

test('the drive is away: what is safe comes first, and why', async () => {
  await shown(AWAY);
  expect(screen.getAllByRole('status')[0]?.textContent).toContain('La cartella condivisa non risponde dalle 08:32');
  expect(screen.getByText(/tutto è salvato su questo computer/)).toBeTruthy();
  expect(screen.getByText('3 modifiche da condividere')).toBeTruthy();
});

test('a register is founded only by a deliberate act that says what it means', async () => {
  const { bridge, user } = await shown(UNFOUNDED);
  await user.click(screen.getByRole('button', { name: 'Crea il registro qui…' }));
  const dialog = screen.getByRole('dialog', { name: 'Crea il registro in questa cartella' });
  expect(dialog.textContent).toContain('Fallo solo sulla prima postazione');
  expect(bridge.inputsOf('service.foundShare')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await awaitCalls(bridge, 'service.foundShare');
});

test('a register that is gone is put back, not founded anew', async () => {
  const problem = { code: 'share-lost', what: 'Non trovo più il registro.', remedy: 'Rimettilo.' };
  const { user } = await shown({ ...UNFOUNDED, problem });
  await user.click(screen.getByRole('button', { name: 'Rimetti il registro qui…' }));
  expect(screen.getByRole('dialog').textContent).toContain('ripubblica quello che ha scritto');
});

test('a desk that nobody let in says whom to ask, and cannot let in others', async () => {
  await shown({ ...TROUBLED, isEnrolled: NOT_ENROLLED.isEnrolled });
  expect(headings()[0]).toBe('Questa postazione, «Sportello 1», non è ancora accettata');
  expect(screen.queryByRole('button', { name: /Accetta/ })).toBeNull();
});

test('a new desk is let in with one button', async () => {
  const { bridge, user } = await shown(TROUBLED);
  const waiting = within(screen.getByRole('region', { name: 'Chiedono di entrare' }));
  expect(waiting.getByRole('listitem').textContent).toContain('Sportello 3 aspetta da oggi alle 09:01');
  await user.click(waiting.getByRole('button', { name: 'Accetta «Sportello 3»' }));
  expect(await awaitCalls(bridge, 'service.acceptDesk')).toEqual([{ dev: 'desk3', key: 'chiave3' }]);
});

test('of very many files the first are listed, and how many there are is said', async () => {
  await shown({ ...TROUBLED, asideCounts: { 'unknown-desk': 2, torn: 1, foreign: 100_000 } });
  expect(within(screen.getByRole('table', { name: 'File messi da parte' })).getAllByRole('row')).toHaveLength(3);
  expect(screen.getByText(/i primi 2: in tutto sono 100001\. Fai guardare la cartella/)).toBeTruthy();
});

test('everything to be known is listed in plain words, each file with what to do', async () => {
  await shown(TROUBLED);
  const known = within(screen.getByRole('region', { name: 'Da sapere' }));
  expect(known.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Da sapere',
    'L’orologio di questo computer è avanti di 12 minuti',
    '«Portatile del capo settore»: lo stesso computer ha scritto due storie',
    'Il numero 2026/0042 è stato dato a due avvisi',
    '1 file messo da parte nella cartella condivisa',
    'Questa cartella non impedisce a due postazioni di prendere lo stesso numero',
    'Orologio avanti: «Portatile del capo settore»',
    'Mancano modifiche di «Sportello 2»',
    '2 avvisi hanno ancora un numero provvisorio',
    '5 modifiche vengono da un’app più nuova',
  ]);
  const files = within(screen.getByRole('table', { name: 'File messi da parte' }));
  expect(files.getAllByRole('row')).toHaveLength(3);
  expect(files.getByText(/ripubblica da sola/)).toBeTruthy();
  expect(screen.getByText('trovata senza lo spazio')).toBeTruthy();
});

test('the desk gets another name', async () => {
  const { bridge, user } = await shown(SHARED);
  await user.click(screen.getByRole('button', { name: 'Cambia il nome…' }));
  const field = screen.getByLabelText('Come la chiamano gli altri');
  await user.clear(field);
  await user.keyboard('{Enter}');
  expect(screen.getByText('Scrivi come si chiama questa postazione.')).toBeTruthy();
  await user.type(field, 'Sportello 7{Enter}');
  expect(await awaitCalls(bridge, 'service.nameDesk')).toEqual([{ name: 'Sportello 7' }]);
});

test('working alone is a choice whose consequence is told', async () => {
  const { bridge, user } = await shown({ ...SHARED, waiting: 2 });
  await user.click(screen.getByRole('button', { name: 'Lavora da solo…' }));
  expect(screen.getByRole('dialog').textContent).toContain('2 modifiche restano su questo computer');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await awaitCalls(bridge, 'service.leaveShare');
});

test('a desk is taken away only with a reason and after being asked twice', async () => {
  const { bridge, user } = await shown(SHARED);
  await user.click(screen.getByRole('button', { name: TAKE_AWAY }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByText('Scrivi il motivo: lo leggono le altre postazioni.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: /Perché la togli/ }), 'Portatile rubato');
  await user.click(screen.getByRole('button', { name: 'Continua…' }));
  expect(screen.getByRole('dialog', { name: 'Togli davvero «Sportello 2»?' }).textContent).toContain('non conta più');
  expect(bridge.inputsOf('service.expelDesk')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sì, togli la postazione' }));
  await awaitCalls(bridge, 'service.expelDesk');
  expect(bridge.inputsOf('service.expelDesk')).toEqual([{ dev: 'desk2', why: 'Portatile rubato' }]);
});

test('an expelled desk says so first, with who to ask, and asks to be let in again', async () => {
  const { bridge, user } = await shown({ ...SHARED, isEnrolled: false, expelled: EXPELLED });
  expect(headings()[0]).toContain('è stata tolta dal registro condiviso');
  expect(screen.queryByRole('button', { name: /Togli questa postazione/ })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Chiedi di rientrare' }));
  await awaitCalls(bridge, 'service.askAgain');
});
