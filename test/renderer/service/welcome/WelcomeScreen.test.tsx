import { userInfo } from 'node:os';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WelcomeScreen } from '#renderer/service/welcome/WelcomeScreen.tsx';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { NOT_ENROLLED, UNFOUNDED } from '../../../helpers/shares.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function shown(options: BridgeOptions) {
  const screens = showScreen(WelcomeScreen, townBridge(options));
  await screen.findByRole('heading', { level: 1 });
  return screens;
}

test('the first person says who they are, all by keyboard', async () => {
  const { bridge, user } = await shown({ fresh: true });
  expect(document.activeElement).toBe(screen.getByLabelText('Nome e cognome'));
  await user.keyboard('Ada Rossi{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('E-mail di lavoro'));
  await user.clear(screen.getByLabelText('Nome e cognome'));
  await user.keyboard('{Enter}');
  expect(document.activeElement).toBe(screen.getByLabelText('Nome e cognome'));
  expect(screen.getByText('Scrivi il tuo nome e cognome.')).toBeTruthy();
  expect(screen.getByText(/Scrivi il tuo indirizzo e-mail completo/)).toBeTruthy();
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.keyboard('Ada Rossi{Tab}ada@comune.valdombra.example{Tab}{ArrowRight}');
  await user.click(screen.getByLabelText('E-mail di lavoro'));
  await user.keyboard('{Enter}');
  expect(screen.getByText('Sei davvero il capo settore?')).toBeTruthy();
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.keyboard('{Enter}');
  expect(await awaitCalls(bridge, 'people.setPerson')).toEqual([
    {
      id: null,
      name: 'Ada Rossi',
      address: 'ada@comune.valdombra.example',
      roles: ['capo settore'],
      accounts: [userInfo().username],
    },
  ]);
});

test('the example is one click away, and says so when it cannot be opened', async () => {
  const { bridge, user } = await shown({ fresh: true });
  bridge.fail('core.openExample', { code: 'disk-full', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
  await user.click(screen.getByRole('button', { name: 'Prova con i dati di esempio' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
  bridge.fail('core.openExample');
  await user.click(screen.getByRole('button', { name: 'Prova con i dati di esempio' }));
  expect(await awaitCalls(bridge, 'core.openExample', 2)).toHaveLength(2);
});

test('where people are known, one chooses one’s name', async () => {
  const { bridge, user } = await shown({ person: null });
  expect(screen.getByText(/L’app conosce già Luca Zennaro, Marta Bellin, Ornella Vidal/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Scegli il tuo nome…' }));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await awaitCalls(bridge, 'people.actAs')).toEqual([{ id: 'bellin', opens: true }]);
});

test('who is in the list that arrived does not make herself again (W40)', async () => {
  const { bridge, user } = await shown({ person: null });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Scegli il tuo nome…' }));
  expect(screen.queryByLabelText('Nome e cognome')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Il mio nome non c’è' }));
  await user.keyboard('marta BELLIN{Tab}bellin@comune.valdombra.example{Enter}');
  expect(screen.getByText('Marta Bellin è già nell’elenco')).toBeTruthy();
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sono io' }));
  expect(await awaitCalls(bridge, 'people.actAs')).toEqual([{ id: 'bellin', opens: true }]);
});

test('the shared folder comes first, and municipality and mailbox are named', async () => {
  await shown({ fresh: true });
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    '1. La cartella condivisa',
    '2. Di’ chi sei',
    'Prova con i dati di esempio',
  ]);
  expect(screen.getByText(/Gli avvisi del Comune di Valdombra su WhatsApp/).textContent).toContain('@');
});

test('the shared folder is offered before anything is written: a register that is there, or the first one', async () => {
  const { bridge, user } = await shown({ fresh: true });
  await user.click(screen.getByRole('button', { name: 'Scegli la cartella condivisa…' }));
  await awaitCalls(bridge, 'service.chooseShare');
  expect(screen.queryByRole('button', { name: /crea il registro qui/ })).toBeNull();
});

test('a folder without a register is told from one that has it', async () => {
  const { bridge, user } = await shown({ fresh: true, share: UNFOUNDED });
  expect(screen.getByText(/non c’è ancora un registro/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'È la prima postazione: crea il registro qui' }));
  await awaitCalls(bridge, 'service.foundShare');
  cleanup();
  await shown({ fresh: true, share: NOT_ENROLLED });
  expect(screen.getByText(/Registro trovato/)).toBeTruthy();
});
