import { EditorView } from '@codemirror/view';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApprovalScreen } from '#renderer/queue/approval/ApprovalScreen.tsx';
import { useWritings } from '#renderer/writing/writing.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { type BridgeOptions, type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

const HEAD = { person: 'vidal' } as const;

beforeEach(() => useWritings.setState({ texts: {}, kept: {} }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = HEAD, bridge: TestBridge = townBridge(options)) =>
  showScreen(ApprovalScreen, bridge);
const list = () => screen.findByRole('listbox', { name: 'Testi che aspettano' });
const waiting = (bridge: TestBridge): Promise<readonly ApprovalView[]> => bridge.ask('drafts.waiting', {});

test('the head sees the first due text with what changed in it', async () => {
  show();
  const options = within(await list()).getAllByRole('option');
  expect(options.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Raccolta dell’olio usato'),
    expect.stringContaining('Biblioteca chiusa per inventario'),
  ]);
  expect(options[0]?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('2 testi aspettano la tua approvazione');
  expect(screen.getByText('Il primo è scaduto ieri alle 17:30.')).toBeTruthy();
  expect(within(screen.getByLabelText('Testo da approvare')).getAllByText(/^aggiunto:/).length).toBeGreaterThan(0);
});

test('Ctrl+Invio approves exactly the text on screen, says when it leaves, and the next text follows', async () => {
  const { bridge, user } = show();
  await list();
  const first = (await waiting(bridge)).find(({ id }) => id === 'olio-1');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.approve')).toEqual([
    { id: 'olio-1', seen: first?.rewritten.hash, text: first?.rewritten.text, route: null },
  ]);
  expect(await screen.findByText('Approvato, parte giovedì 26 alle 08:30.')).toBeTruthy();
  const [left, ...none] = within(await list()).getAllByRole('option');
  expect(none).toEqual([]);
  expect(left?.getAttribute('aria-selected')).toBe('true');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Un testo aspetta la tua approvazione');
});

const editor = (): EditorView => {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name: 'Testo del messaggio' }));
  if (!view) throw new Error('There is no editor.');
  return view;
};
const add = (words: string) =>
  act(() => editor().dispatch({ changes: { from: editor().state.doc.length, insert: words } }));

test('M changes the text in the editor of the operators, checked at every key; approving it takes its reasons along', async () => {
  const { bridge, user } = show();
  (await list()).focus();
  const first = (await waiting(bridge)).find(({ id }) => id === 'olio-1');
  await user.keyboard('m');
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Testo del messaggio' }));
  add(' Perche qualora .');
  expect(await screen.findByRole('list', { name: 'Segnalazioni' })).toBeTruthy();
  const side = screen.getByRole('region', { name: 'Esito dei controlli e anteprima' });
  expect(within(side).getByText(/^Prontuario: .*error/)).toBeTruthy();
  expect(within(side).getByText(/a posto, adesso$/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.approve')).toEqual([]);
  const dialog = screen.getByRole('dialog', { name: 'Approva con un motivo' });
  for (const field of within(dialog).getAllByRole('textbox')) await user.type(field, 'Va bene così');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.approve')).toMatchObject([
    { id: 'olio-1', seen: first?.rewritten.hash, text: `${first?.rewritten.text} Perche qualora .`, route: null },
  ]);
  await screen.findByText(/^Approvato, parte/);
  const register = await bridge.ask('queue.list', {});
  expect(register.find(({ id }) => id === 'olio-1')?.notice.text).toMatch(/qualora \.$/);
});

test('Esc keeps the change, also after a crash and beside other texts; going back to the text of before can be undone', async () => {
  const { bridge, user } = show();
  (await list()).focus();
  await user.keyboard('m');
  add(' Grazie.');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Testo del messaggio' })).toBeNull();
  expect(screen.getByRole('button', { name: /^Approva con le modifiche/ })).toBeTruthy();
  await user.click(screen.getByRole('option', { name: /Biblioteca/ }));
  expect(screen.queryByRole('button', { name: /^Approva con le modifiche/ })).toBeNull();
  await waitFor(async () =>
    expect((await bridge.ask('drafts.kept', { id: 'approvazione-olio-1' }))?.text).toContain('Grazie.'),
  );
  // The program was killed: only what lies on the disk is left.
  act(() => useWritings.setState({ texts: {}, kept: {} }));
  await user.click(screen.getByRole('option', { name: /Raccolta/ }));
  await user.click(await screen.findByRole('button', { name: /^Torna al testo di/ }));
  expect(screen.queryByRole('button', { name: /^Approva con le modifiche/ })).toBeNull();
  await user.keyboard('{Control>}z{/Control}');
  expect(await screen.findByRole('button', { name: /^Approva con le modifiche/ })).toBeTruthy();
});

test('J, K and V walk through texts and views', async () => {
  const { user } = show();
  const box = await list();
  box.focus();
  await user.keyboard('j');
  expect(within(box).getByRole('option', { selected: true }).textContent).toContain('Biblioteca chiusa');
  await user.keyboard('k');
  expect(within(box).getByRole('option', { selected: true }).textContent).toContain('Raccolta dell’olio');
  await user.keyboard('v');
  expect(screen.getByRole('region', { name: 'Testo chiesto' })).toBeTruthy();
  await user.keyboard('v');
  expect(screen.queryByText(/^aggiunto:/)).toBeNull();
});

test('R gives a text back only with a reason', async () => {
  const { bridge, user } = show();
  (await list()).focus();
  await user.keyboard('r');
  const dialog = screen.getByRole('dialog');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Scrivi che cosa va cambiato.')).toBeTruthy();
  expect(bridge.inputsOf('drafts.decline')).toEqual([]);
  await user.type(within(dialog).getByLabelText('Perché'), 'Manca l’orario.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('drafts.decline')).toEqual([
    { id: 'olio-1', how: { kind: 'returned', why: 'Manca l’orario.' } },
  ]);
  expect(await screen.findByText('Restituito a Marta Bellin.')).toBeTruthy();
});

test('putting off needs a later day and a reason; the text then waits at the end', async () => {
  const { bridge, user } = show();
  await list();
  await user.click(screen.getByRole('button', { name: 'Rinvia…' }));
  const dialog = screen.getByRole('dialog');
  const until = within(dialog).getByLabelText<HTMLInputElement>('Fino a');
  await user.clear(until);
  await user.type(until, '2026-11-24');
  await user.type(within(dialog).getByLabelText('Perché'), 'Aspettiamo il consiglio.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(within(dialog).getByText('Indica un giorno da domani in poi.')).toBeTruthy();
  await user.clear(until);
  await user.type(until, '2026-12-01');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('drafts.decline')).toEqual([
    { id: 'olio-1', how: { kind: 'postponed', until: '2026-12-01', why: 'Aspettiamo il consiglio.' } },
  ]);
  expect(await screen.findByText('Rinviato, torna il 1° dicembre.')).toBeTruthy();
  expect(await screen.findByRole('group', { name: 'Rinviato, torna il 1° dicembre' })).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Un testo aspetta la tua approvazione');
});

test('who is not the head reads, and is told who decides', async () => {
  const { bridge, user } = show({ person: 'bellin' });
  const box = await list();
  expect(screen.getByText('Solo il capo settore può approvare')).toBeTruthy();
  expect(screen.getByText(/Oggi è Ornella Vidal/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Approva/ })).toBeNull();
  box.focus();
  await user.keyboard('{Control>}{Enter}{/Control}rm');
  expect(bridge.inputsOf('queue.approve')).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a head who wrote the text is told that it will show', async () => {
  const bridge = townBridge(HEAD);
  bridge.alter('drafts.waiting', (texts) =>
    texts.map((text) => ({ ...text, rewritten: { ...text.rewritten, by: 'vidal' } })),
  );
  show(HEAD, bridge);
  await list();
  expect(screen.getByText('Questo testo l’hai scritto tu')).toBeTruthy();
  expect(screen.getByText(/una sola persona/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Approva/ })).toBeTruthy();
});

test('an approval that did not succeed says why and changes nothing', async () => {
  const { bridge, user } = show();
  await list();
  bridge.fail('queue.approve', {
    code: 'text-changed',
    what: 'Il testo è cambiato dopo che l’hai aperto.',
    remedy: 'Rileggi il testo nuovo, poi approvalo.',
  });
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Rileggi il testo nuovo');
  expect(within(await list()).getAllByRole('option')).toHaveLength(2);
});

test('nothing to decide, and what cannot be read, are said', async () => {
  show({ person: 'vidal', empty: true });
  expect(await screen.findByText('Nessun testo da approvare')).toBeTruthy();
  cleanup();
  const problem = { code: 'disk', what: 'Il disco non si legge.', why: 'I dati sono al sicuro.', remedy: 'Riavvia.' };
  show({ ...HEAD, problems: { 'drafts.waiting': problem } });
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco non si legge');
});

const approveButton = () => screen.getByRole('button', { name: /^Approva/ });

test('for the operational group approving also copies the text; one key says that it was asked there', async () => {
  const { bridge, user } = show();
  const first = (await waiting(bridge)).find(({ id }) => id === 'olio-1');
  await list();
  const route = screen.getByLabelText<HTMLSelectElement>('Via, se approvi adesso');
  expect(route.selectedOptions[0]?.textContent).toBe('Cartella della ditta (via normale)');
  expect(approveButton().textContent).not.toContain('gruppo');
  await user.selectOptions(route, 'gruppo operativo');
  expect(approveButton().textContent).toContain('Approva e copia per il gruppo');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.approve')[0]).toMatchObject({ id: 'olio-1', route: 'gruppo operativo' });
  expect(await screen.findByText(/Approvato e copiato/)).toBeTruthy();
  expect(bridge.inputsOf('shell.copyText')).toEqual([
    { text: `Da inviare giovedì 26 novembre alle 08:30. Chiede: Ambiente.\n\n${first?.rewritten.text}` },
  ]);
  expect(bridge.inputsOf('shell.openLink')[0]?.url).toMatch(/^https:\/\/wa\.me\/\?text=/);
  expect(screen.getByLabelText<HTMLSelectElement>('Via, se approvi adesso').value).toBe('cartella della ditta');
  await user.keyboard('{Control>}g{/Control}');
  expect(bridge.inputsOf('queue.confirmAsked')).toEqual([{ id: 'olio-1' }]);
});

test('in the invented town the text is copied and WhatsApp stays closed', async () => {
  const { bridge, user } = show({ ...HEAD, training: true });
  await list();
  await user.selectOptions(screen.getByLabelText('Via, se approvi adesso'), 'gruppo operativo');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/Approvato e copiato/)).toBeTruthy();
  expect(bridge.inputsOf('shell.openLink')).toEqual([]);
});

test('approved but not copied: the approval is told, and the problem says what is missing', async () => {
  const { bridge, user } = show();
  bridge.fail('shell.copyText', {
    code: 'x',
    what: 'Gli appunti non rispondono.',
    why: 'Il testo è in coda.',
    remedy: 'Riprova.',
  });
  await list();
  await user.selectOptions(screen.getByLabelText('Via, se approvi adesso'), 'gruppo operativo');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText(/^Approvato, parte/)).toBeTruthy();
  expect((await screen.findByRole('alert')).textContent).toContain('Gli appunti non rispondono');
});

test('only the head chooses the way', async () => {
  show({});
  await list();
  expect(screen.queryByLabelText('Via, se approvi adesso')).toBeNull();
  expect(screen.getByText('Cartella della ditta')).toBeTruthy();
});

test('the head puts an emergency in order, also when no text waits', async () => {
  const bridge = townBridge({ ...HEAD, empty: true });
  await bridge.call('queue.emergency', {
    title: 'Allerta arancione',
    text: 'Resta in casa.',
    link: null,
    authoriser: 'Teresa Marangon, sindaca',
    why: 'Bollettino',
    route: 'gruppo operativo',
  });
  const { user } = show(HEAD, bridge);
  expect(await screen.findByText('Emergenza da regolarizzare: «Allerta arancione»')).toBeTruthy();
  expect(
    screen.getByText(/autorizzata da Teresa Marangon, sindaca\. Regolarizzala entro domani alle 17:30\./),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Regolarizza…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Regolarizza l’emergenza' }));
  expect(dialog.getByText('Resta in casa.')).toBeTruthy();
  await user.keyboard('Verificato.');
  await user.keyboard('{Control>}{Enter}{/Control}');
  const [regularised] = bridge.inputsOf('queue.regularise');
  expect(regularised?.note).toBe('Verificato.');
  expect(await screen.findByText('Emergenza regolarizzata: «Allerta arancione».')).toBeTruthy();
  expect(screen.queryByText(/Emergenza da regolarizzare/)).toBeNull();
});

test('from Oggi the emergency to put in order opens at once (P34)', async () => {
  const bridge = townBridge(HEAD);
  const sent = await bridge.call('queue.emergency', {
    title: 'Allerta arancione',
    text: 'Resta in casa.',
    link: null,
    authoriser: 'Teresa Marangon, sindaca',
    why: 'Bollettino della Regione',
    route: 'gruppo operativo',
  });
  const { id } = (sent as { readonly value: { readonly id: string } }).value;
  const { user } = showScreen(() => <ApprovalScreen emergency={id} />, bridge);
  expect(await screen.findByRole('dialog', { name: 'Regolarizza l’emergenza' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Lascia stare' }));
  expect(screen.getByText('Emergenza da regolarizzare: «Allerta arancione»')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('who is not the head is not asked to put emergencies in order', async () => {
  const { bridge } = show({});
  await list();
  expect(bridge.inputsOf('drafts.toRegularise')).toEqual([]);
});

test('an operator writes down an approval by telephone: how, when, and that it was only recorded (P38)', async () => {
  const { bridge, user } = show({});
  await list();
  await user.click(screen.getByRole('button', { name: 'Registra la decisione del capo…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Registra la decisione del capo settore' }));
  await user.click(dialog.getByLabelText('Per e-mail'));
  const time = dialog.getByLabelText('alle ore');
  await user.clear(time);
  await user.type(time, '8.30');
  await user.type(dialog.getByLabelText('Nota'), 'Va bene così');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('queue.decideElsewhere')).toEqual([
    {
      ...{ id: 'olio-1', how: 'e-mail', when: '2026-11-24T07:30:00.000Z', note: 'Va bene così' },
      decision: { kind: 'approved' },
    },
  ]);
  expect(await screen.findByText(/^Approvazione registrata, parte/)).toBeTruthy();
});

test('a decision before the text was forwarded is refused, and said', async () => {
  const { user } = show({});
  await list();
  await user.click(screen.getByRole('button', { name: 'Registra la decisione del capo…' }));
  const dialog = within(screen.getByRole('dialog'));
  await user.tripleClick(dialog.getByLabelText('Deciso il giorno'));
  await user.keyboard('01/11/2026');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await dialog.findByRole('alert')).textContent).toContain('la decisione viene dopo, e non nel futuro');
});

test('the head records nothing, and sees what one more notice means for the citizens (P16)', async () => {
  show();
  await list();
  expect(screen.queryByRole('button', { name: 'Registra la decisione del capo…' })).toBeNull();
  expect(await screen.findByText(/^Con questo: /)).toBeTruthy();
});

test('what is approved for the group stays at the foot of the list until it is asked, and among those decided today (P30, P31)', async () => {
  const bridge = townBridge(HEAD);
  const [text] = await waiting(bridge);
  const { id, rewritten, request } = text ?? expect.fail('nothing waits');
  await bridge.ask('queue.approve', { id, seen: rewritten.hash, text: rewritten.text, route: 'gruppo operativo' });
  const { user } = show(HEAD, bridge);
  const foot = await screen.findByRole('region', { name: 'Da chiedere nel gruppo' });
  const row = within(foot).getByText(request.title).closest('li') ?? expect.fail('no row');
  expect(row.textContent).toMatch(/mai copiato/);
  const decided = await screen.findByRole('region', { name: 'Decisi oggi' });
  expect(within(decided).getByText(request.title).closest('li')?.textContent).toMatch(/Approvata/);
  await user.click(within(row).getByRole('button', { name: /^Copia: / }));
  await user.click(await within(row).findByRole('button', { name: /^L’ho chiesto: / }));
  await waitFor(() => expect(within(foot).queryByText(request.title)).toBeNull());
  expect((await bridge.ask('queue.list', {})).find((job) => job.id === id)?.state).toBe('handedOver');
});
