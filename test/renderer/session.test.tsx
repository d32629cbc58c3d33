import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '#renderer/App.tsx';
import { createQueries } from '#renderer/api.ts';
import { ToastProvider } from '#renderer/ui/index.ts';
import type { Topic } from '#shared/kernel/contract.ts';
import { townBridge } from '../helpers/bridge.ts';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function shown() {
  const bridge = townBridge();
  vi.stubGlobal('puntosi', bridge);
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <App />
      </ToastProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: 'Apri la richiesta' });
  await screen.findByRole('region', { name: 'Pressione sui cittadini' });
  /** What is asked again because of `cause`, by name. */
  const askedAfter = async (cause: () => void): Promise<readonly string[]> => {
    const before = bridge.calls.length;
    await act(async () => cause());
    return [...new Set(bridge.calls.slice(before).map(({ method }) => method))].sort();
  };
  const tell = (...topics: readonly Topic[]) => askedAfter(() => bridge.emit({ name: 'changed', topics: [...topics] }));
  return { askedAfter, tell };
}

test('what the other desks do asks again how the register is shared, and no more of Oggi than sendings, letters and what the desk lacks', async () => {
  const { tell } = await shown();
  // Who delivers a sending, or wrote a letter, is a desk.
  expect(await tell('share')).toEqual([
    ...['queue.list', 'queue.toPost', 'service.beginnings', 'service.sharing', 'service.stuck'],
  ]);
});

test('a fact moves the clock on, so that what was just done does not lie ahead of it', async () => {
  const { tell } = await shown();
  expect(await tell('people')).toContain('people.session');
  const afterReport = await tell('report');
  // Oggi tells whether the report waits for somebody.
  expect(afterReport).toEqual(['people.session', 'report.waiting']);
});

test('every minute what depends on the moment is asked again', async () => {
  const { askedAfter } = await shown();
  expect(await askedAfter(() => vi.advanceTimersByTime(59_000))).toEqual([]);
  expect(await askedAfter(() => vi.advanceTimersByTime(1_000))).toEqual([
    'people.session',
    'service.sharing',
    'service.status',
  ]);
});
