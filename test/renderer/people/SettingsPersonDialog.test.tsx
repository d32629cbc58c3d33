/** A person and her roles; that of the head is asked twice (P1). */
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { SettingsPersonDialog } from '#renderer/people/SettingsPersonDialog.tsx';
import { useSession } from '#renderer/session.tsx';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function shown(id: string | null) {
  const onClose = vi.fn();
  function Shown() {
    const person = useSession().people.find((one) => one.id === id) ?? null;
    return <SettingsPersonDialog person={person} onClose={onClose} />;
  }
  const shows = showScreen(Shown, townBridge());
  await screen.findByRole('dialog');
  return { ...shows, onClose };
}
const role = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(`^${name}`) });
const save = () => screen.getByRole('button', { name: /Salva i dati|Aggiungi|Sì, / });

test('giving the role of head is asked once more, says who is told, and only then is kept', async () => {
  const { bridge, user, onClose } = await shown('zennaro');
  await user.click(role('Capo settore'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Dare davvero il ruolo di capo settore?');
  expect(
    screen.getByText(/Resta scritto chi l’ha fatto, e lo vedono tutte le postazioni e il capo settore/),
  ).toBeTruthy();
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'people.setPerson')).toMatchObject([
    { id: 'zennaro', roles: ['operatore', 'capo settore'] },
  ]);
  expect(await screen.findByText('Dati di Luca Zennaro salvati.')).toBeTruthy();
  expect(onClose).toHaveBeenCalledOnce();
});

test('so is taking it, by mouse; changing one’s mind in between asks anew', async () => {
  const { bridge, user } = await shown('vidal');
  await user.click(role('Capo settore'));
  await user.click(role('Operatore'));
  await user.click(save());
  expect(save().textContent).toContain('Sì, togli il ruolo');
  await user.click(role('Contabilità'));
  expect(save().textContent).toContain('Salva i dati');
  await user.click(save());
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.click(save());
  expect(await awaitCalls(bridge, 'people.setPerson')).toMatchObject([{ roles: ['operatore', 'contabilità'] }]);
});

test('any other change is kept at once; what is missing is said at its field', async () => {
  const { bridge, user } = await shown('vidal');
  const name = screen.getByRole('textbox', { name: 'Nome e cognome' });
  await user.clear(name);
  await user.click(role('Capo settore'));
  await user.click(save());
  expect(screen.getByText('Scrivi nome e cognome.')).toBeTruthy();
  expect(screen.getByText('Indica almeno un ruolo.')).toBeTruthy();
  expect(bridge.inputsOf('people.setPerson')).toEqual([]);
  await user.type(name, 'Ornella Vidal Rossi');
  await user.click(role('Capo settore'));
  await user.click(save());
  expect(await awaitCalls(bridge, 'people.setPerson')).toMatchObject([
    { name: 'Ornella Vidal Rossi', roles: ['capo settore'] },
  ]);
});
