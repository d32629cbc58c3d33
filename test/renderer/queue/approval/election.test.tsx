import { EditorView } from '@codemirror/view';
import { act, cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApprovalScreen } from '#renderer/queue/approval/ApprovalScreen.tsx';
import { useGivenAnswers } from '#renderer/queue/election/electionAnswers.ts';
import type { ElectionPeriod } from '#shared/people/profile/elections.ts';
import { type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

const PERIOD: ElectionPeriod = {
  ...{ kind: 'comunali', from: '2026-10-09', to: '2026-11-23', runOff: '2026-12-07', source: 'Decreto del prefetto' },
};
const WHY = 'Una strada chiude.';

beforeEach(() => {
  useGivenAnswers.setState({ given: {} });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function show(...periods: readonly ElectionPeriod[]) {
  const bridge: TestBridge = townBridge({ person: 'vidal' });
  if (periods.length > 0) {
    await bridge.ask('people.setTown', { changes: [{ field: 'electionPeriods', value: periods }] });
  }
  const shown = showScreen(ApprovalScreen, bridge);
  (await screen.findByRole('listbox', { name: 'Testi che aspettano' })).focus();
  return shown;
}
const main = (name: RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });

test('outside of a period no word of it stands on the screen', async () => {
  await show();
  expect(document.body.textContent).not.toMatch(/elettoral|risposte|impersonale|indispensabile/i);
});

test('in a period the press leads to the first missing answer, and nothing is approved without both', async () => {
  const { bridge, user } = await show(PERIOD);
  expect(await screen.findByText('Periodo elettorale fino a lunedì 7 dicembre')).toBeTruthy();
  expect(
    screen.getByText(/ballottaggio compreso, anche se qui non si vota\. Da confermare dal Comune: vale già\./),
  ).toBeTruthy();
  const approve = await main(/^Approva: mancano 2 risposte/);
  expect(approve.disabled).toBe(false);
  await user.click(approve);
  await vi.waitFor(() => expect((document.activeElement as HTMLInputElement).type).toBe('radio'));
  await user.click(screen.getByLabelText('Non ancora'));
  await main(/^Approva: mancano 2 risposte/);
  await user.click(screen.getByLabelText('Sì'));
  await main(/^Approva: manca 1 risposta/);
  screen.getByRole('listbox', { name: 'Testi che aspettano' }).focus();
  await user.keyboard('p');
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
  await user.keyboard(WHY);
  expect(bridge.inputsOf('queue.approve')).toEqual([]);
  await user.click(await main(/^Approva(?!:)/));
  expect(bridge.inputsOf('queue.approve')).toMatchObject([{ answers: { impersonal: true, essential: WHY } }]);
  expect(await screen.findByText(/^Approvato, parte/)).toBeTruthy();
});

test('a changed text has to be answered anew; the words of the second answer stay', async () => {
  const { user } = await show(PERIOD);
  await user.click(await screen.findByLabelText('Sì'));
  await user.type(screen.getByLabelText('È indispensabile, perché'), WHY);
  await main(/^Approva(?!:)/);
  screen.getByRole('listbox', { name: 'Testi che aspettano' }).focus();
  await user.keyboard('m');
  const view = EditorView.findFromDOM(await screen.findByRole('textbox', { name: 'Testo del messaggio' }));
  act(() => view?.dispatch({ changes: { from: view.state.doc.length, insert: ' Grazie.' } }));
  await main(/^Approva: mancano 2 risposte/);
  expect(screen.getAllByText('Da ridare: il testo è cambiato.')).toHaveLength(2);
  await user.click(screen.getByLabelText('Sì'));
  await user.click(screen.getByRole('button', { name: 'Vale anche per questo testo' }));
  await main(/^Approva con le modifiche/);
});

test('what was queued before the period was entered stands there, held, until the head answers', async () => {
  const { bridge, user } = await show();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/^Approvato, parte/);
  await bridge.ask('people.setTown', { changes: [{ field: 'electionPeriods', value: [PERIOD] }] });
  const held = within(await screen.findByRole('region', { name: 'Già in coda, fermi per il periodo elettorale' }));
  await user.click(held.getAllByRole('button', { name: /^Rispondi/ })[0] as HTMLElement);
  const dialog = within(screen.getByRole('dialog'));
  await user.click(dialog.getByLabelText('Sì'));
  await user.click(dialog.getByRole('button', { name: 'sicurezza' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.answerElection')).toMatchObject([
    { answers: { impersonal: true, essential: 'sicurezza' } },
  ]);
  expect(await screen.findByText(/riprende da solo\.$/)).toBeTruthy();
});
