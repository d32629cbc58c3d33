import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { createQueries, useAnswer, useFreshAnswers } from '#renderer/api.ts';
import { ToastProvider } from '#renderer/ui/index.ts';
import type { Status } from '#shared/service/status.ts';
import { type FakeBridge, fakeBridge } from './fakeBridge.ts';

type Screen = (props: { readonly status: Status }) => ReactNode;

function Known({ screen: Shown }: { readonly screen: Screen }) {
  const { value: status } = useAnswer('service.status', {});
  useFreshAnswers();
  return status && <Shown status={status} />;
}

/** Shows one screen as the app does: with answers that are asked again, toasts and the status of the fake desk. */
export function showScreen(
  screen: Screen,
  bridge: FakeBridge = fakeBridge(),
): { readonly bridge: FakeBridge; readonly user: UserEvent } {
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
