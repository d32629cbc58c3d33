import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { vi } from 'vitest';
import { createQueries, useAnswer, useFreshAnswers } from '#renderer/api.ts';
import { SessionProvider } from '#renderer/session.tsx';
import { ToastProvider } from '#renderer/ui/index.ts';
import { type TestBridge, townBridge } from './bridge.ts';

function Known({ screen: Shown }: { readonly screen: ComponentType }) {
  const { value: session } = useAnswer('people.session', {});
  const isAnswered = [useAnswer('service.status', {}), useAnswer('service.sharing', {})].every(({ value }) => value);
  useFreshAnswers();
  return (
    session &&
    isAnswered && (
      <SessionProvider session={session}>
        <Shown />
      </SessionProvider>
    )
  );
}

/** Shows one screen as the app does: with answers that are asked again, toasts and the session of the desk. */
export function showScreen(
  screen: ComponentType,
  bridge: TestBridge = townBridge(),
): { readonly bridge: TestBridge; readonly user: UserEvent } {
  vi.stubGlobal('puntosi', bridge);
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <Known screen={screen} />
      </ToastProvider>
    </QueryClientProvider>,
  );
  return { bridge, user: userEvent.setup() };
}
