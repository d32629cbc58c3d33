import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { StillYou } from '#renderer/people/StillYou.tsx';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  vi.unstubAllGlobals();
});

test('after a pause the first key asks who is there and does nothing else; what was typed stays, one key answers', async () => {
  const { bridge } = showScreen(() => (
    <>
      <textarea aria-label="Testo" defaultValue="Via dei Tigli" />
      <StillYou />
    </>
  ));
  const text = await screen.findByLabelText<HTMLTextAreaElement>('Testo');
  fireEvent.keyDown(text, { key: 'a' });
  expect(screen.queryByRole('dialog')).toBeNull();
  const later = Date.now() + 31 * 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  const isUnheard = fireEvent.keyDown(text, { key: 'Enter', ctrlKey: true });
  vi.restoreAllMocks();
  expect(isUnheard).toBe(false);
  expect(screen.getByRole('dialog', { name: 'Sei ancora Marta Bellin?' })).toBeTruthy();
  expect(text.value).toBe('Via dei Tigli');
  act(() => screen.getByRole('listbox').focus());
  fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Enter' });
  expect(await awaitCalls(bridge, 'people.actAs')).toEqual([{ id: 'bellin' }]);
  await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
