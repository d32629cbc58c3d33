import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useAnswer } from '#renderer/api.ts';
import { AllowSender } from '#renderer/requests/sender/AllowSender.tsx';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Request({ id }: { readonly id: string }) {
  const request = useAnswer('requests.get', { id }).value;
  return request ? (
    <>
      <p>{request.title}</p>
      <AllowSender request={request} />
    </>
  ) : null;
}

test('who is not on the list is put there with a reason, and taken off again by Ctrl+Z (P13)', async () => {
  const { bridge, user } = showScreen(() => <Request id="fiera-1" />, townBridge());
  await user.click(await screen.findByRole('button', { name: 'Può chiedere, perché…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Può chiedere, perché' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(dialog.getByText(/Scrivi perché può chiedere/)).toBeTruthy();
  expect(bridge.inputsOf('people.nameSender')).toEqual([]);
  await user.type(dialog.getByLabelText('Perché può chiedere'), 'presidente della Pro loco');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Può chiedere, perché…' })).toBeNull());
  expect(bridge.inputsOf('people.nameSender')).toMatchObject([
    { address: 'pro.loco@valdombra.example', confirmed: true, reason: 'presidente della Pro loco' },
  ]);
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('button', { name: 'Può chiedere, perché…' })).toBeTruthy();
});

test('one key puts the sender on the list, with the request as its reason; Ctrl+Z takes it back (P13, W21)', async () => {
  const { bridge, user } = showScreen(() => <Request id="fiera-1" />, townBridge());
  await screen.findByRole('button', { name: /^Può chiedere$/ });
  await user.keyboard('{Alt>}p{/Alt}');
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Può chiedere$/ })).toBeNull());
  expect(bridge.inputsOf('people.nameSender')).toMatchObject([
    { address: 'pro.loco@valdombra.example', confirmed: true, reason: expect.stringMatching(/^ha chiesto «.+»$/) },
  ]);
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('button', { name: /^Può chiedere$/ })).toBeTruthy();
});
