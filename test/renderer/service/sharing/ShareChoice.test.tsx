import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ShareChoice } from '#renderer/service/sharing/ShareChoice.tsx';
import { townBridge } from '../../../helpers/bridge.ts';
import { NOT_ENROLLED } from '../../../helpers/shares.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const shown = async (person: string | null) => {
  showScreen(() => <ShareChoice share={NOT_ENROLLED} />, townBridge({ person, share: NOT_ENROLLED }));
  return (await screen.findByText(/Registro trovato/)).textContent;
};

test('a register that was found asks who one is only where the app does not know it', async () => {
  expect(await shown('bellin')).toBe(
    'Registro trovato. Sei Marta Bellin: ora da un’altra postazione qualcuno accetta questa.',
  );
  cleanup();
  expect(await shown(null)).toBe('Registro trovato. Di’ chi sei; poi, da un’altra postazione qualcuno accetta questa.');
});
