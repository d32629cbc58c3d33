/** The question before this desk enters a register that another one founded (P41). */
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ExpelDialog } from '#renderer/service/sharing/ExpelDialog.tsx';
import { JoinDialog } from '#renderer/service/sharing/JoinDialog.tsx';
import { sayNotices, sayPeople, saySinceDay } from '#renderer/service/sharing/joinWords.ts';
import { SharingSection } from '#renderer/service/sharing/SharingSection.tsx';
import { TodayScreen } from '#renderer/service/today/TodayScreen.tsx';
import { WelcomeScreen } from '#renderer/service/welcome/WelcomeScreen.tsx';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { FOUND, UNCONFIRMED } from '../../../helpers/shares.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function asking(options: Parameters<typeof townBridge>[0] = {}): TestBridge {
  const bridge = townBridge({ share: UNCONFIRMED, ...options });
  bridge.alter('service.registerFound', () => FOUND);
  return bridge;
}
const YES = /Sì, è il nostro registro/;
const question = async () => within(await screen.findByRole('dialog', { name: 'È il vostro registro?' }));

test('it tells who founded it, who is in it, since when, and the fingerprint to compare', async () => {
  showScreen(() => <JoinDialog onClose={() => undefined} />, asking());
  const dialog = await question();
  await dialog.findByRole('button', { name: YES });
  const terms = dialog.getAllByRole('term').map(({ textContent }) => textContent);
  const told = dialog.getAllByRole('definition').map(({ textContent }) => textContent);
  expect(terms.map((term, index) => `${term}: ${told[index]}`)).toEqual([
    'Creato da: «Sportello 1»',
    'Persone: Marta Bellin, Ornella Vidal e altre 3',
    'Avvisi: almeno 42 avvisi',
    'Primo atto: lunedì 3 novembre 2025',
    'Impronta: 3F2A 91C0 77BE',
  ]);
});

test('yes names the register that was shown; no gives the folder up and asks for another; later does nothing', async () => {
  const onClose = vi.fn();
  const { bridge, user } = showScreen(() => <JoinDialog onClose={onClose} />, asking());
  await (await question()).findByRole('button', { name: YES });
  await user.click(screen.getByRole('button', { name: 'Chiudi' }));
  expect(onClose).toHaveBeenCalledOnce();
  expect([bridge.inputsOf('service.joinShare'), bridge.inputsOf('service.refuseShare')]).toEqual([[], []]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'service.joinShare')).toEqual([{ fingerprint: FOUND.fingerprint }]);
  // The core of this test has no such register, and says so.
  expect((await screen.findByRole('alert')).textContent).toContain('non è più quello che hai guardato');
  expect(bridge.inputsOf('service.chooseShare')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'No, scelgo un’altra cartella' }));
  expect(await awaitCalls(bridge, 'service.refuseShare')).toEqual([{ fingerprint: FOUND.fingerprint }]);
});

test('a folder that does not answer is told, and there is nothing to say yes to', async () => {
  const bridge = asking();
  bridge.fail('service.registerFound', {
    code: 'share-silent',
    what: 'L’unità di rete non risponde.',
    remedy: 'Riprova.',
  });
  showScreen(() => <JoinDialog onClose={() => undefined} />, bridge);
  expect((await screen.findByRole('alert')).textContent).toContain('L’unità di rete non risponde');
  expect(screen.queryByRole('button', { name: YES })).toBeNull();
});

test('at the first start it follows the choice of the folder by itself', async () => {
  const { user } = showScreen(WelcomeScreen, asking({ fresh: true }));
  await user.click(await screen.findByRole('button', { name: 'Scegli un’altra cartella…' }));
  await (await question()).findByRole('button', { name: YES });
});

test('it waits in Oggi and in the settings, and opens from there by keyboard', async () => {
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  const { user } = showScreen(() => <TodayScreen {...acts} />, asking());
  await user.click(await screen.findByRole('button', { name: /Guarda il registro/ }));
  await question();
  expect(acts.onGo).not.toHaveBeenCalled();
  cleanup();
  const settings = showScreen(SharingSection, asking());
  const open = await screen.findByRole('button', { name: 'Conferma il registro…' });
  open.focus();
  await settings.user.keyboard('{Enter}');
  await question();
});

test('the words hold for one, for none and for a part', () => {
  const whole = { ...FOUND, isPart: false };
  expect(sayPeople({ ...FOUND, people: [], peopleCount: 0 })).toBe('nessuna');
  expect(sayPeople({ ...FOUND, peopleCount: 3 })).toBe('Marta Bellin, Ornella Vidal e un’altra');
  expect(sayPeople({ ...FOUND, peopleCount: 2 })).toBe('Marta Bellin e Ornella Vidal');
  expect([sayNotices({ ...whole, notices: 0 }), sayNotices({ ...whole, notices: 1 })]).toEqual(['nessuno', '1 avviso']);
  expect(sayNotices({ ...FOUND, notices: 0 })).toBe('almeno 0 avvisi');
  expect(saySinceDay({ ...FOUND, since: null }, '2026-11-24')).toBe('nessun dato');
  expect(saySinceDay({ ...FOUND, since: '2026-03-02T08:00:00.000Z' }, '2026-11-24')).toBe('lunedì 2 marzo');
});

test('a desk is expelled by keyboard: reason, once more, and a refusal stays on screen', async () => {
  const onClose = vi.fn();
  const desk = { dev: 'desk2', name: 'Sportello 2' };
  const { bridge, user } = showScreen(() => <ExpelDialog desk={desk} onClose={onClose} />, townBridge());
  const why = await screen.findByRole('textbox', { name: /Perché la togli/ });
  expect(document.activeElement).toBe(why);
  await user.keyboard('  {Control>}{Enter}{/Control}');
  expect(screen.getByText('Scrivi il motivo: lo leggono le altre postazioni.')).toBeTruthy();
  await user.keyboard('Computer sostituito{Control>}{Enter}{/Control}');
  expect(screen.getByRole('dialog', { name: 'Togli davvero «Sportello 2»?' }).textContent).toContain(
    'Motivo: Computer sostituito',
  );
  expect(bridge.inputsOf('service.expelDesk')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'service.expelDesk')).toEqual([{ dev: 'desk2', why: 'Computer sostituito' }]);
  expect((await screen.findByRole('alert')).textContent).toContain('non si può togliere');
  expect(onClose).not.toHaveBeenCalled();
});
