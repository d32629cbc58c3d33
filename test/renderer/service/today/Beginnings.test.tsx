import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TodayScreen } from '#renderer/service/today/TodayScreen.tsx';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function shown(options: BridgeOptions = { empty: true }) {
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  const screens = { ...showScreen(() => <TodayScreen {...acts} />, townBridge(options)), ...acts };
  const list = within(await screen.findByRole('region', { name: 'Prima di cominciare' }));
  return { ...screens, list };
}
const rowOf = (name: RegExp) => within(screen.getByRole('listitem', { name }));

test('Oggi begins with what the desk lacks, the first row with its field open; what is done has its proof (P66)', async () => {
  const { list } = await shown();
  expect(screen.getByText(/^Prima di cominciare: \d cos/)).toBeTruthy();
  const [first] = list.getAllByRole('listitem');
  expect(first?.textContent).toContain('1. Registro condiviso');
  expect(rowOf(/Registro condiviso/).getByRole('button', { name: 'Scegli la cartella condivisa…' })).toBeTruthy();
  expect(list.getByText(/^Ornella Vidal, vidal@comune.valdombra.example, scritto da Ornella Vidal/)).toBeTruthy();
});

test('a row is skipped with one key, stays amber at the foot, and can be taken up again', async () => {
  const { bridge, user } = await shown({ empty: true, connects: false });
  await user.click(rowOf(/Casella/).getByRole('button', { name: 'Salta' }));
  const foot = within(await screen.findByRole('region', { name: 'Saltate, restano da fare' }));
  expect(foot.getByText('mai collegata: saltato, resta da fare')).toBeTruthy();
  expect(bridge.inputsOf('service.skipBeginning')).toEqual([{ id: 'mailbox', skip: true }]);
  await user.click(screen.getByRole('button', { name: /Annulla/ }));
  expect(await screen.findByText('mai collegata')).toBeTruthy();
});

test('a register path where nothing is says so in its row, which stays open meanwhile (P4)', async () => {
  const bridge = townBridge({ empty: true });
  bridge.alter('people.session', (session) => ({ ...session, profile: { ...session.profile, registerPath: 'W:' } }));
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  const { user } = showScreen(() => <TodayScreen {...acts} />, bridge);
  await screen.findByRole('region', { name: 'Prima di cominciare' });
  bridge.fail('service.useRegisterPath', {
    code: 'folder-missing',
    what: 'Al percorso «W:» non trovo niente.',
    remedy: 'Scegli la cartella.',
  });
  bridge.alter('service.beginnings', (rows) =>
    rows.map((row) => (row.id === 'register' ? { id: 'register' as const, state: 'unknown' as const } : row)),
  );
  await user.click(rowOf(/Registro condiviso/).getByRole('button', { name: 'Usa il percorso del Comune' }));
  bridge.emit({ name: 'changed', topics: ['share'] });
  expect(await rowOf(/Registro condiviso/).findByText('la sto guardando')).toBeTruthy();
  expect(rowOf(/Registro condiviso/).getByText('Al percorso «W:» non trovo niente')).toBeTruthy();
});

test('the mail folder is chosen in place and read at once', async () => {
  const { bridge, user, onCheckMailbox } = await shown({ empty: true, connects: false });
  await user.click(rowOf(/Casella/).getByRole('button', { name: 'Collega…' }));
  await user.click(rowOf(/Casella/).getByRole('button', { name: 'Scegli la cartella…' }));
  await awaitCalls(bridge, 'service.chooseFolder');
  await vi.waitFor(() => expect(onCheckMailbox).toHaveBeenCalledOnce());
});

test('a head who was taken out is a row again; who it is now is said in place, asked twice', async () => {
  const bridge = townBridge({ empty: true });
  await bridge.ask('people.retire', { id: 'vidal' });
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  const { user } = showScreen(() => <TodayScreen {...acts} />, bridge);
  await screen.findByText('Ornella Vidal è fuori dal gruppo');
  await user.click(rowOf(/Capo settore/).getByRole('button', { name: 'Indica chi è…' }));
  await user.click(screen.getByRole('button', { name: 'Indica il capo settore' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Nome e cognome del capo settore'));
  await user.selectOptions(screen.getByLabelText('Chi è'), 'Luca Zennaro');
  await user.click(screen.getByRole('button', { name: 'Indica il capo settore' }));
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Sì, è capo settore' }));
  expect(await awaitCalls(bridge, 'people.setPerson')).toMatchObject([
    { id: 'zennaro', roles: ['operatore', 'capo settore'] },
  ]);
  await vi.waitFor(() => expect(screen.queryByRole('listitem', { name: /Capo settore/ })).toBeNull());
  expect(document.activeElement?.textContent).toBe('Prima di cominciare');
});
