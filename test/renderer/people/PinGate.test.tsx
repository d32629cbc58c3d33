/** The PIN is asked over whatever is open, and the act goes on by itself (P6, P30). */
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { PersonDialog } from '#renderer/people/PersonDialog.tsx';
import { PinGate } from '#renderer/people/PinGate.tsx';
import { ApprovalScreen } from '#renderer/queue/approval/ApprovalScreen.tsx';
import { useSession } from '#renderer/session.tsx';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { type TestBridge, townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const PIN = '48159207';

/** Ornella at the desk, her PIN typed a while ago. */
async function townWithPin(): Promise<TestBridge> {
  const bridge = townBridge({ person: 'vidal' });
  await bridge.ask('people.setPin', { pin: PIN, current: '' });
  await bridge.ask('people.forgetPin', {});
  return bridge;
}
const Approval = () => (
  <PinGate>
    <ApprovalScreen />
  </PinGate>
);
const onClose = vi.fn();
function Sitting() {
  const { people, person } = useSession();
  return (
    <PinGate>
      <PersonDialog people={people} current={person?.id ?? null} onSettings={() => undefined} onClose={onClose} />
    </PinGate>
  );
}
const asked = async () => within(await screen.findByRole('dialog', { name: 'PIN di Ornella Vidal' }));
const field = async () => (await asked()).getByLabelText<HTMLInputElement>('PIN');

test('an approval asks for it by keyboard, tells a wrong one, takes a pasted one, and then approves', async () => {
  const { bridge, user } = showScreen(Approval, await townWithPin());
  await screen.findByRole('listbox', { name: 'Testi che aspettano' });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(document.activeElement).toBe(await field());
  const { type, autocomplete, inputMode } = await field();
  expect([type, autocomplete, inputMode]).toEqual(['password', 'off', 'numeric']);
  await user.keyboard('{Enter}');
  expect(screen.getByText('Scrivi il PIN.')).toBeTruthy();
  await user.keyboard('9999{Enter}');
  expect((await (await asked()).findByRole('alert')).textContent).toContain('Restano 4 tentativi');
  await waitFor(async () => expect(document.activeElement).toBe(await field()));
  expect((await field()).value).toBe('');
  await user.paste(PIN);
  await user.click((await asked()).getByRole('button', { name: 'Mostra' }));
  expect([(await field()).type, (await field()).value]).toEqual(['text', PIN]);
  await user.click((await asked()).getByRole('button', { name: /Continua/ }));
  expect(await screen.findByText(/^Approvato, parte/)).toBeTruthy();
  expect(bridge.inputsOf('queue.approve')).toHaveLength(2);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.body.innerHTML).not.toContain(PIN);
});

test('left alone, nothing is decided and the screen says what is needed', async () => {
  const { bridge, user } = showScreen(Approval, await townWithPin());
  await screen.findByRole('listbox', { name: 'Testi che aspettano' });
  await user.keyboard('{Control>}{Enter}{/Control}');
  await field();
  await user.keyboard('12');
  await user.click((await asked()).getByRole('button', { name: 'Lascia stare' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Serve il PIN di Ornella Vidal');
  expect(bridge.inputsOf('queue.approve')).toHaveLength(1);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await field()).value).toBe('');
});

test('who sits down as the head types hers; anybody else does not', async () => {
  const bridge = await townWithPin();
  await bridge.ask('people.actAs', { id: 'bellin' });
  const { user } = showScreen(Sitting, bridge);
  await user.click(await screen.findByRole('option', { name: /Ornella Vidal/ }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.type(await field(), `${PIN}{Enter}`);
  expect(await awaitCalls(bridge, 'people.actAs', 2)).toEqual([{ id: 'vidal' }, { id: 'vidal' }]);
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect((await bridge.ask('people.session', {})).person?.id).toBe('vidal');
});
