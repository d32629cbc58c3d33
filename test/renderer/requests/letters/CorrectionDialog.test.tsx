import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CorrectionDialog } from '#renderer/requests/letters/CorrectionDialog.tsx';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('keeps who told it, how and when, with what changes; what is missing is said in its field (P18)', async () => {
  const { bridge, user } = showScreen(() => <CorrectionDialog id="olio-1" onClose={() => undefined} />, townBridge());
  const dialog = within(await screen.findByRole('dialog', { name: 'Correzione dell’ufficio' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText('Scrivi il nome di chi ha chiesto la correzione.')).toBeTruthy();
  expect(dialog.getByText('Scrivi che cosa cambia: il giorno, il link o il testo.')).toBeTruthy();
  expect(bridge.inputsOf('requests.tellCorrection')).toEqual([]);
  await user.type(dialog.getByLabelText('Chi l’ha detto'), 'Giulia Ferrante');
  await user.type(dialog.getByLabelText('Che cosa cambia nel testo'), 'Si passa da via Verdi');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'requests.tellCorrection')).toMatchObject([
    {
      ...{ id: 'olio-1', told: { by: 'Giulia Ferrante', way: 'telefono' } },
      says: { sendDate: null, sendTime: null, link: null, text: null },
      note: 'Si passa da via Verdi',
    },
  ]);
});
