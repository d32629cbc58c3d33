import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ListOffice } from '#renderer/requests/office/ListOffice.tsx';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('an office that was written goes on the list of the town, and off it again by Ctrl+Z (W21)', async () => {
  const { bridge, user } = showScreen(() => <ListOffice office="Cimiteri" />, townBridge({ person: 'vidal' }));
  await user.click(await screen.findByRole('button', { name: 'Aggiungi all’elenco degli uffici: Cimiteri' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /Aggiungi/ })).toBeNull());
  expect(bridge.inputsOf('people.setTown')).toMatchObject([
    { changes: [{ field: 'offices', value: expect.arrayContaining(['Cimiteri']) }] },
  ]);
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('button', { name: /Aggiungi all’elenco/ })).toBeTruthy();
});

test('nothing is offered for an office that is on the list', async () => {
  showScreen(() => <ListOffice office="Biblioteca" />, townBridge());
  await waitFor(() => expect(screen.queryByRole('button', { name: /Aggiungi/ })).toBeNull());
});
