import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { forgetPackEdits } from '#renderer/drafts/rules/packEdits.ts';
import { RulesSection } from '#renderer/drafts/rules/RulesSection.tsx';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  forgetPackEdits();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = {}) => showScreen(RulesSection, townBridge({ person: 'vidal', ...options }));
const find = async (user: ReturnType<typeof show>['user'], words: string) => {
  const filter = await screen.findByRole('searchbox', { name: /^Filtra \d+ regole/ });
  await user.clear(filter);
  await user.type(filter, words);
};

test('the head changes how much a rule weighs, sees it on a text, and publishes', async () => {
  const { bridge, user } = show();
  expect(await screen.findByText(/Nessuna modifica da pubblicare/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Pubblica/ })).toBeNull();
  await find(user, 'B03');
  expect(screen.getByRole('heading', { name: 'Forma passiva' })).toBeTruthy();
  await user.click(screen.getByRole('radio', { name: 'Errore' }));
  expect(screen.getByText(/Hai 1 modifica non pubblicata/)).toBeTruthy();
  expect(screen.getByText('modificata, non pubblicata')).toBeTruthy();
  const differences = within(screen.getByRole('list', { name: 'Che cosa cambierebbe' }));
  expect(differences.getAllByText('Forma passiva').length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Pubblica la versione 2…' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/^Forma passiva: da \w+ a errore$/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  const [published] = bridge.inputsOf('drafts.publishPack');
  expect(published?.pack.rules).toEqual({ B03: { on: true, severity: 'errore' } });
  expect(await screen.findByText('Pubblicata la versione 2 delle regole.')).toBeTruthy();
  expect(await screen.findByText(/^Versione 2, di Ornella Vidal/)).toBeTruthy();
});

test('a rule is switched off; leaving the changes can be taken back', async () => {
  const { user } = show();
  await find(user, 'T04');
  await user.click(screen.getByRole('checkbox', { name: 'Regola accesa' }));
  expect(screen.getByText('Spenta: nessun testo viene segnalato.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Lascia le modifiche' }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Regola accesa' }).checked).toBe(true);
  await user.keyboard('{Control>}z{/Control}');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Regola accesa' }).checked).toBe(false);
});

test('a choice of the house is marked until it is confirmed, and refuses what cannot be', async () => {
  const { bridge, user } = show();
  await find(user, 'S01');
  expect(screen.getByText(/^Fonte: .*valore predefinito da confermare/)).toBeTruthy();
  const field = screen.getByLabelText('Caratteri oltre i quali il telefono nasconde il testo');
  await user.clear(field);
  await user.type(field, '12');
  expect(screen.getByText(/Questo valore non va bene/)).toBeTruthy();
  await user.clear(field);
  await user.type(field, '650');
  await user.click(screen.getByRole('checkbox', { name: /Confermato dal Comune/ }));
  expect(screen.queryByText(/valore predefinito da confermare/)).toBeNull();
  await user.click(screen.getByRole('button', { name: /^Pubblica/ }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('drafts.publishPack')[0]?.pack.parameters.maximumLength).toEqual({
    value: 650,
    confirmed: true,
  });
});

test('who is not the head reads the rules and can still try a text', async () => {
  const { user } = show({ person: 'bellin' });
  expect(await screen.findByText(/Le cambia solo il capo settore: Ornella Vidal\./)).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: 'Regola accesa' }).closest('fieldset')?.disabled).toBe(true);
  await user.clear(screen.getByLabelText('Testo di prova'));
  expect(screen.queryByRole('button', { name: /Pubblica/ })).toBeNull();
});

test('what could not be published stays changed, with its problem in the dialog', async () => {
  const { bridge, user } = show();
  bridge.fail('drafts.publishPack', {
    code: 'x',
    what: 'Il disco è pieno.',
    why: 'Niente è perso.',
    remedy: 'Libera spazio.',
  });
  await find(user, 'B03');
  await user.click(screen.getByRole('radio', { name: 'Avviso' }));
  await user.click(screen.getByRole('button', { name: /^Pubblica/ }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
  await user.keyboard('{Escape}');
  expect(screen.getByText('modificata, non pubblicata')).toBeTruthy();
});

test('a filter that finds nothing says so; a pack that cannot be read is a problem', async () => {
  const { user } = show();
  await find(user, 'zzz');
  expect(screen.getByText('Nessuna regola con queste parole')).toBeTruthy();
  cleanup();
  const problem = {
    code: 'x',
    what: 'Le regole non si leggono.',
    why: 'I testi sono al sicuro.',
    remedy: 'Riavvia l’app.',
  };
  show({ problems: { 'drafts.pack': problem } });
  expect((await screen.findByRole('alert')).textContent).toContain('Le regole non si leggono');
});

test('the Prontuario opens from here where its address is known; why it does not is said', async () => {
  const { bridge } = show();
  expect(await screen.findByText(/Nessuna modifica da pubblicare/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Apri il Prontuario' })).toBeNull();
  const url = 'https://www.comune.valdombra.example/prontuario';
  await act(() => bridge.call('people.setTown', { changes: [{ field: 'prontuario', value: url }] }));
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Apri il Prontuario' }));
  expect(await awaitCalls(bridge, 'shell.openLink')).toEqual([{ url }]);
  bridge.fail('shell.openLink', {
    code: 'address-not-opened',
    what: 'Il computer non l’ha aperto.',
    remedy: 'Aprilo.',
  });
  await user.click(screen.getByRole('button', { name: 'Apri il Prontuario' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Il computer non l’ha aperto');
});
