import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { WelcomeScreen } from '#renderer/people/WelcomeScreen.tsx';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { type FakeBridgeOptions, fakeBridge } from '../../helpers/fakeBridge.ts';
import { NOT_ENROLLED, UNFOUNDED } from '../../helpers/shares.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function shown(options: FakeBridgeOptions) {
  const screens = showScreen(WelcomeScreen, fakeBridge(options));
  await screen.findByRole('heading', { level: 1 });
  return screens;
}

test('the first person says who they are, all by keyboard', async () => {
  const { bridge, user } = await shown({ fresh: true });
  await user.click(screen.getByLabelText('Nome e cognome'));
  await user.keyboard('{Enter}');
  expect(screen.getByText('Scrivi il tuo nome e cognome.')).toBeTruthy();
  expect(screen.getByText(/Scrivi il tuo indirizzo e-mail completo/)).toBeTruthy();
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.keyboard('Ada Rossi{Tab}ada@comune.valdombra.example{Tab}{ArrowRight}');
  await user.click(screen.getByLabelText('E-mail di lavoro'));
  await user.keyboard('{Enter}');
  expect(await awaitCalls(bridge, 'people.setPerson')).toEqual([
    {
      id: null,
      name: 'Ada Rossi',
      address: 'ada@comune.valdombra.example',
      roles: ['capo settore'],
      accounts: [],
    },
  ]);
});

test('the example is one click away, and says so when it cannot be opened', async () => {
  const { bridge, user } = await shown({ fresh: true });
  bridge.fail('service.openExample', { code: 'disk-full', message: 'Il disco è pieno.', remedy: 'Libera spazio.' });
  await user.click(screen.getByRole('button', { name: 'Prova con i dati di esempio' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
  bridge.fail('service.openExample');
  await user.click(screen.getByRole('button', { name: 'Prova con i dati di esempio' }));
  expect(await awaitCalls(bridge, 'service.openExample', 2)).toHaveLength(2);
});

test('where people are known, one chooses one’s name', async () => {
  const { bridge, user } = await shown({ person: null });
  expect(screen.getByText(/L’app conosce già Marta Bellin, Ornella Vidal, Luca Zennaro/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Scegli il tuo nome…' }));
  await user.keyboard('{ArrowDown}{Enter}');
  expect(await awaitCalls(bridge, 'people.actAs')).toEqual([{ id: 'vidal' }]);
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
