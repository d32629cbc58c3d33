/** From where a head decides, and her PIN (P6). */
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { BindingDialog } from '#renderer/people/BindingDialog.tsx';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../helpers/bridge.ts';
import { SHARED } from '../../helpers/shares.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const HEAD = {
  ...{ id: 'vidal', name: 'Ornella Vidal', address: 'vidal@comune.valdombra.example', accounts: [] },
  roles: ['capo settore' as const],
};

async function shown(options: BridgeOptions = {}, bridge = townBridge({ share: SHARED, ...options })) {
  const onClose = vi.fn();
  const shows = showScreen(() => <BindingDialog person={HEAD} onClose={onClose} />, bridge);
  await screen.findByRole('heading', { name: 'PIN' });
  return { ...shows, onClose };
}
const account = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Account del computer' });

test('says what it means, and keeps the desks and accounts chosen, all by keyboard', async () => {
  const { bridge, user, onClose } = await shown();
  expect(screen.getByRole('dialog', { name: 'Da dove approva Ornella Vidal' }).textContent).toContain(
    'non parte finché Ornella Vidal non lo conferma',
  );
  expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Sportello 1 (questa)' }));
  await user.keyboard('{Tab} ');
  await user.click(account());
  await user.keyboard('ovidal, , ornella.vidal {Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'people.bind')).toEqual([
    { person: 'vidal', desks: ['desk2'], accounts: ['ovidal', 'ornella.vidal'] },
  ]);
  expect(await screen.findByText('Salvato da dove approva Ornella Vidal. Lo vedono tutte le postazioni.')).toBeTruthy();
  expect(onClose).toHaveBeenCalledOnce();
  expect((await bridge.ask('people.roster', {})).bindings).toMatchObject([{ person: 'vidal', desks: ['desk2'] }]);
});

test('begins with what is bound, and unbinds by mouse', async () => {
  const bridge = townBridge({ share: SHARED });
  const [, two] = SHARED.desks;
  bridge.alter('people.roster', (real) => ({
    ...real,
    bindings: [{ person: 'vidal', accounts: ['ovidal'], desks: [two?.dev ?? ''] }],
  }));
  const { user } = await shown({}, bridge);
  const box = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Sportello 2' });
  expect([box.checked, account().value]).toEqual([true, 'ovidal']);
  await user.click(box);
  await user.clear(account());
  await user.click(screen.getByRole('button', { name: /Salva/ }));
  expect(await awaitCalls(bridge, 'people.bind')).toEqual([{ person: 'vidal', desks: [], accounts: [] }]);
});

test('an expelled desk is no longer offered, but where it is bound it can be taken off', async () => {
  const revoked = { by: 'bellin', at: '2026-11-23T08:00:00.000Z', why: 'Rubata' };
  const desks = SHARED.desks.map((desk) => (desk.dev === 'desk2' ? { ...desk, revoked } : desk));
  await shown({ share: { ...SHARED, desks } });
  expect(screen.queryByRole('checkbox', { name: 'Sportello 2' })).toBeNull();
  cleanup();
  const bridge = townBridge({ share: { ...SHARED, desks } });
  bridge.alter('people.roster', (real) => ({
    ...real,
    bindings: [{ person: 'vidal', accounts: [], desks: ['desk2'] }],
  }));
  await shown({}, bridge);
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Sportello 2' }).checked).toBe(true);
});

test('where she is bound elsewhere it stays open and says where to do it', async () => {
  const bridge = townBridge({ share: SHARED });
  await bridge.ask('people.bind', { person: 'vidal', accounts: ['di-un-altro'], desks: [] });
  const { user, onClose } = await shown({}, bridge);
  await user.click(screen.getByRole('button', { name: /Salva/ }));
  expect((await screen.findByRole('alert')).textContent).toContain('si cambiano solo da una di quelle');
  expect(onClose).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Lascia stare' }));
  expect(onClose).toHaveBeenCalledOnce();
});

test('the head chooses her PIN: weak and different ones are told in words, the right one is kept', async () => {
  const { bridge, user } = await shown({ person: 'vidal' });
  await user.click(screen.getByRole('button', { name: 'Scegli un PIN…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Scegli il tuo PIN' }));
  await user.type(dialog.getByLabelText('PIN'), '123');
  await user.click(dialog.getByRole('button', { name: /Salva il PIN/ }));
  expect(dialog.getByText(/Scegli da 4 a 12 cifre/)).toBeTruthy();
  await user.type(dialog.getByLabelText('PIN'), '4');
  await user.type(dialog.getByLabelText('Ancora una volta'), '1235{Enter}');
  expect(dialog.getByText('I due PIN sono diversi: riscrivilo uguale.')).toBeTruthy();
  expect(bridge.inputsOf('people.setPin')).toEqual([]);
  await user.type(dialog.getByLabelText('Ancora una volta'), '{Backspace}4{Enter}');
  expect(await awaitCalls(bridge, 'people.setPin')).toEqual([{ pin: '1234', current: '' }]);
  expect(await screen.findByRole('button', { name: 'Cambia il PIN…' })).toBeTruthy();
});

test('she changes it and takes it away with the one she has', async () => {
  const bridge = townBridge({ person: 'vidal', share: SHARED });
  await bridge.ask('people.setPin', { pin: '1234', current: '' });
  const { user } = await shown({}, bridge);
  await user.click(screen.getByRole('button', { name: 'Cambia il PIN…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Il tuo PIN' }));
  await user.click(dialog.getByRole('button', { name: 'Togli il PIN' }));
  expect(dialog.getByText('Scrivi il PIN che hai adesso.')).toBeTruthy();
  await user.type(dialog.getByLabelText('PIN di adesso'), '9999');
  await user.click(dialog.getByRole('button', { name: 'Togli il PIN' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Restano 4 tentativi');
  expect(dialog.getByLabelText<HTMLInputElement>('PIN di adesso').value).toBe('');
  await user.type(dialog.getByLabelText('PIN di adesso'), '1234');
  await user.click(dialog.getByRole('button', { name: 'Togli il PIN' }));
  expect(await screen.findByRole('button', { name: 'Scegli un PIN…' })).toBeTruthy();
});

test('a forgotten one is taken away by another head, asked twice; nobody else is offered it', async () => {
  const bridge = townBridge({ person: 'vidal', share: SHARED });
  await bridge.ask('people.setPin', { pin: '1234', current: '' });
  await bridge.ask('people.actAs', { id: 'bellin' });
  await shown({}, bridge);
  expect(screen.queryByRole('button', { name: /PIN|dimenticato/ })).toBeNull();
  expect(screen.getByText(/Se lo dimentica lo toglie un altro capo settore/)).toBeTruthy();
  cleanup();
  const marta = (await bridge.ask('people.roster', {})).people.find(({ id }) => id === 'bellin');
  if (!marta) return expect.fail('Manca Marta.');
  await bridge.ask('people.setPerson', { ...marta, roles: ['operatore', 'capo settore'] });
  const { user } = await shown({}, bridge);
  await user.click(screen.getByRole('button', { name: 'L’ha dimenticato…' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  const dialog = within(screen.getByRole('dialog', { name: 'Togli davvero il PIN di Ornella Vidal?' }));
  expect(bridge.inputsOf('people.removePin')).toEqual([]);
  await user.click(dialog.getByRole('button', { name: 'Sì, togli il PIN' }));
  expect(await awaitCalls(bridge, 'people.removePin')).toEqual([{ person: 'vidal', current: '' }]);
  expect(await screen.findByText(/Nessuno: chi usa il suo nome può approvare/)).toBeTruthy();
});
