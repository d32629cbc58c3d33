/** Thousands of e-mails at once: bounds and order, whatever the time each takes. */
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useBringing } from '#renderer/requests/bringing/useBringing.ts';
import { ToastProvider } from '#renderer/ui/index.ts';
import { BATCH, type Brought, NOTHING_BROUGHT } from '#shared/requests/bringing.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

interface Lot {
  readonly files: readonly { readonly fileName: string; readonly base64: string }[];
  readonly last: boolean;
}

/** A core that reads every file, and answers when it is told to. */
function core() {
  const lots: Lot[] = [];
  const answers: (() => void)[] = [];
  const call = (_method: string, input: Lot) => {
    lots.push(input);
    const value: Brought = { ...NOTHING_BROUGHT, read: input.files.length, added: input.files.length };
    return new Promise((resolve) => answers.push(() => resolve({ ok: true, value })));
  };
  vi.stubGlobal('puntosi', { call, onEvent: () => () => undefined });
  return { lots, answers };
}
const around = ({ children }: { readonly children: ReactNode }) => <ToastProvider>{children}</ToastProvider>;
const mails = (count: number) => Array.from({ length: count }, (_, at) => new File(['x'], `${at}.eml`));

test('5,000 files go one lot after the other, in their order, and are counted while they go', async () => {
  const { lots, answers } = core();
  const { result } = renderHook(() => useBringing(vi.fn()), { wrapper: around });
  act(() => result.current.drop({ files: mails(5_000), folders: [] }));
  for (let lot = 1; lot <= 5_000 / BATCH.files; lot++) {
    await waitFor(() => expect(lots).toHaveLength(lot), { interval: 1 });
    // Never more than one lot is read or on its way.
    expect(answers).toHaveLength(lot);
    expect(result.current.reading).toEqual({ done: (lot - 1) * BATCH.files, total: 5_000 });
    await act(async () => answers[lot - 1]?.());
  }
  await waitFor(() => expect(result.current.reading).toBeUndefined());
  expect(lots.flatMap(({ files }) => files.map(({ fileName }) => fileName))).toEqual(
    mails(5_000).map(({ name }) => name),
  );
});

test('stopped, it reads no more after the lot at hand; what is dropped meanwhile waits its turn', async () => {
  const { lots, answers } = core();
  const { result } = renderHook(() => useBringing(vi.fn()), { wrapper: around });
  act(() => result.current.drop({ files: mails(100), folders: [] }));
  await waitFor(() => expect(lots).toHaveLength(1));
  act(() => result.current.drop({ files: [new File(['y'], 'dopo.eml')], folders: [] }));
  act(() => result.current.stop());
  await act(async () => answers[0]?.());
  await waitFor(() => expect(lots).toHaveLength(2));
  expect(lots[1]?.files.map(({ fileName }) => fileName)).toEqual(['dopo.eml']);
});
