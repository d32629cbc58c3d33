import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TodayScreen } from '#renderer/service/today/TodayScreen.tsx';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { DOUBTED, SHARED } from '../../../helpers/shares.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

/** The signs whose words were said: once for each row that is drawn. */
const drawn = vi.hoisted((): string[] => []);
vi.mock('#renderer/ui/signShapes.ts', async (original) => {
  const real = await original<typeof import('#renderer/ui/signShapes.ts')>();
  return {
    ...real,
    signWord: (...[name]: Parameters<typeof real.signWord>) => {
      drawn.push(typeof name === 'string' ? name : name.word);
      return real.signWord(name);
    },
  };
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function shown(options?: BridgeOptions) {
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  return { ...showScreen(() => <TodayScreen {...acts} />, townBridge(options)), ...acts };
}

test('the one thing to do has the focus, and Invio opens it', async () => {
  const { user, onGo } = shown();
  const button = await screen.findByRole('button', { name: 'Apri la richiesta' });
  expect(document.activeElement).toBe(button);
  expect(screen.getByRole('heading', { name: 'Prendi in carico: chiusura di via dei Tigli' })).toBeTruthy();
  expect(screen.getByText('Lavori pubblici, arrivata oggi alle 08:05. Scade oggi alle 17:30.')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(onGo).toHaveBeenCalledExactlyOnceWith({ place: 'request', id: 'tigli-1' });
});

test('every row leads where it is done', async () => {
  const { user, onGo } = shown();
  await user.click(await screen.findByRole('link', { name: /Chiarisci l’invio/ }));
  expect(onGo).toHaveBeenLastCalledWith({ place: 'sending', id: 'mercato-1' });
  await user.click(screen.getByRole('link', { name: /Ornella Vidal decide/ }));
  expect(onGo).toHaveBeenLastCalledWith({ place: 'approval' });
});

test('what comes in meanwhile moves nothing under the focus, and leaves the other rows as they were drawn (W35)', async () => {
  const { bridge, user } = shown();
  const rows = (await screen.findAllByRole('link')).length;
  bridge.alter('requests.list', (real) => {
    const known = real.rows.find(({ inCharge, warnings }) => inCharge === null && warnings.length === 0);
    return known ? { ...real, rows: [{ ...known, id: 'nuova', title: 'Arrivata adesso' }, ...real.rows] } : real;
  });
  const { now } = await bridge.ask('people.session', {});
  bridge.clock.set(addMilliseconds(now, 1_000));
  drawn.length = 0;
  act(() => bridge.emit({ name: 'changed', topics: ['requests', 'people'] }));
  const fresh = await screen.findByRole('button', { name: /^1 nuova.*mostra$/ });
  expect(screen.getAllByRole('link')).toHaveLength(rows);
  expect(screen.getByRole('heading', { name: 'Prendi in carico: chiusura di via dei Tigli' })).toBeTruthy();
  await user.click(fresh);
  await waitFor(() => expect(screen.getAllByRole('link')).toHaveLength(rows + 1));
  await waitFor(() => expect(bridge.inputsOf('people.session')).toHaveLength(2));
  // It, the one that gave up its place as the one thing to do now, and the sign of that place: of all the rows.
  expect(rows).toBeGreaterThan(6);
  expect(drawn.length).toBeLessThanOrEqual(3);
});

test('it says whose turn it is, and when the mailbox was read', async () => {
  shown();
  const turns = within(await screen.findByRole('region', { name: 'A chi tocca oggi' }));
  expect(turns.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
    'Marta Bellinsei tu',
    'Ornella Vidal',
    'Ornella Vidal',
  ]);
  expect(screen.getByRole('button', { name: 'Cartella letta oggi alle 08:31' })).toBeTruthy();
});

test('a day with nothing to do says what was checked', async () => {
  const { user, onCheckMailbox } = shown({ empty: true });
  expect(await screen.findByRole('heading', { name: 'Niente da fare adesso' })).toBeTruthy();
  expect(screen.getByText('Cartella letta oggi alle 08:31: nessuna richiesta aspetta te.')).toBeTruthy();
  await user.keyboard('{F9}');
  expect(onCheckMailbox).toHaveBeenCalledOnce();
});

test('what cannot be read is told; the rest of the day is still there', async () => {
  const problem = { code: 'core', what: 'La coda non si legge.', remedy: 'Riprova.' };
  shown({ problems: { 'queue.list': problem } });
  expect((await screen.findByRole('alert')).textContent).toContain('La coda non si legge');
  expect(screen.getByRole('heading', { name: /via dei Tigli/ })).toBeTruthy();
});

test('while all sendings are stopped it says who stopped them and when, and lets them go again (P33)', async () => {
  const stopped = { at: '2026-11-24T08:05:00.000Z', why: 'Errore nel testo del mercato' };
  const { bridge, user } = shown({ stopped });
  const banner = await screen.findByRole('region', { name: 'Tutti gli invii sono fermi' });
  expect(banner.textContent).toContain('Li ha fermati Ornella Vidal oggi alle 09:05: Errore nel testo del mercato.');
  await user.click(within(banner).getByRole('button', { name: 'Riprendi gli invii' }));
  expect(bridge.inputsOf('queue.resume')).toHaveLength(1);
  expect(screen.queryByRole('region', { name: 'Tutti gli invii sono fermi' })).toBeNull();
});

test('when nobody can do a part of the work it is said loudly, with whom to call (P3)', async () => {
  const away = (person: string) => ({ id: person, person, from: '2026-11-24', to: '2026-11-24' });
  const options = { absences: ['bellin', 'vidal', 'zennaro'].map(away) };
  const { bridge, user, onSettings } = shown(options);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Oggi nessuno può prendere in carico le richieste');
  expect(alert.textContent).toContain('Chi chiamare in questi casi è ancora da indicare');
  await bridge.call('people.setEscalation', { name: 'Segreteria generale', reach: 'interno 100' });
  expect(await screen.findByText('Chiama Segreteria generale: interno 100.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vai alle persone' }));
  expect(onSettings).toHaveBeenCalledOnce();
});

test('beside the list stand who is away, the two looks of each day, and how many notices the citizens get', async () => {
  shown({ absences: [{ id: 'a', person: 'zennaro', from: '2026-11-23', to: '2026-11-27' }] });
  expect(await screen.findByText('Luca Zennaro, fino a venerdì 27')).toBeTruthy();
  const checks = within(screen.getByRole('table', { name: /^Controlli della casella/ }));
  const cells = (name: string) =>
    within(checks.getByRole('row', { name: new RegExp(name) }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  expect(cells('Inizio servizio')).toEqual(['mancato', 'mancato', '08:31']);
  expect(cells('Fine servizio').at(-1)).toBe('dalle 17:00');
  const pressure = within(await screen.findByRole('region', { name: 'Pressione sui cittadini' }));
  expect(pressure.getByText('Ultimi 7 giorni').parentElement?.textContent).toMatch(
    /^Ultimi 7 giorni\d+ inviat[oi], \d+ previst[oi] oggi, soglia 8$/,
  );
});

test('a look at the mailbox that is due is a thing to do, done from here (P20)', async () => {
  const bridge = townBridge({ empty: true, now: '2026-11-24T16:05:00.000Z' });
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  const { user } = showScreen(() => <TodayScreen {...acts} />, bridge);
  await user.click(await screen.findByRole('button', { name: /Controlla adesso/ }));
  expect(acts.onCheckMailbox).toHaveBeenCalledOnce();
  expect(acts.onGo).not.toHaveBeenCalled();
  expect(screen.getByText('Controllo di fine servizio: aperto dalle 17:00.')).toBeTruthy();
});

test('what could not be read is asked again with one button', async () => {
  const { bridge, user } = shown({
    problems: { 'queue.list': { code: 'core', what: 'La coda non si legge.', remedy: 'Riprova.' } },
  });
  await user.click(await screen.findByRole('button', { name: 'Riprova' }));
  await vi.waitFor(() => expect(bridge.inputsOf('queue.list').length).toBeGreaterThan(1));
});

test('the head is told quietly of a desk that others let in, and goes where it is shown', async () => {
  const newcomers = [{ dev: 'desk3', name: 'Sportello 3', by: 'bellin', at: '2026-11-23T09:00:00.000Z' }];
  const { user, onGo } = shown({ person: 'vidal', share: { ...SHARED, newcomers } });
  const link = await screen.findByRole('link', { name: /Postazione nuova: «Sportello 3», accettata da Marta Bellin/ });
  expect(link.closest('li')?.textContent).toContain('ieri alle 10:00');
  await user.click(link);
  expect(onGo).toHaveBeenCalledExactlyOnceWith({ place: 'desk', id: 'desk3' });
});

test('what does not get on says why, what to do, and is tried again from here', async () => {
  const bridge = townBridge();
  const problem = { code: 'internal', what: 'Un problema interno (numero a1b2).', remedy: 'Riprova.' };
  bridge.alter('service.stuck', () =>
    ['sending', 'letter'].map((what, index) => ({
      id: `effetto-${index}`,
      what: what as 'sending' | 'letter',
      title: `Parcheggi ${index}`,
      request: 'parcheggi-1',
      since: '2026-11-24T07:40:00.000Z',
      problem,
    })),
  );
  bridge.fail('service.retry', { code: 'x', what: 'Non riesco.', remedy: 'Aspetta.' });
  const acts = { onGo: vi.fn(), onCheckMailbox: vi.fn(), onWrite: vi.fn(), onBring: vi.fn(), onSettings: vi.fn() };
  const { user } = showScreen(() => <TodayScreen {...acts} />, bridge);
  await user.click(await screen.findByRole('link', { name: /Fai partire la e-mail: parcheggi 1/ }));
  const dialog = within(screen.getByRole('dialog', { name: 'Fai partire la e-mail: parcheggi 1' }));
  expect(dialog.getByText('Un problema interno (numero a1b2)')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: /Riprova adesso/ }));
  expect(bridge.inputsOf('service.retry')).toEqual([{ id: 'effetto-1' }]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect((await screen.findByRole('alert')).textContent).toContain('Non riesco');
  expect(acts.onGo).not.toHaveBeenCalled();
});

test('the head is told of a desk that others took away, and why', async () => {
  const gone = { dev: 'desk3', name: 'Sportello 3', by: 'bellin', at: '2026-11-23T09:00:00.000Z', why: 'Rubata' };
  const { user, onGo } = shown({ person: 'vidal', share: { ...SHARED, departed: [gone] } });
  await user.click(
    await screen.findByRole('link', { name: /Postazione tolta: «Sportello 3», da Marta Bellin: Rubata/ }),
  );
  expect(onGo).toHaveBeenCalledExactlyOnceWith({ place: 'desk', id: 'desk3' });
});

test('a clock that is not confirmed comes first; only a person who looked says that it is right', async () => {
  const { bridge, user, onGo } = shown({ share: DOUBTED });
  await user.click(await screen.findByRole('button', { name: 'Guarda l’ora…' }));
  const dialog = screen.getByRole('dialog', { name: 'L’ora di questo computer è giusta?' });
  expect(dialog.textContent).toContain('martedì 24 novembre 2026, ore 09:11');
  expect(dialog.textContent).toContain('Imposta automaticamente l’ora');
  expect(bridge.inputsOf('service.confirmClock')).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'L’ora è giusta' }));
  await vi.waitFor(() => expect(bridge.inputsOf('service.confirmClock')).toHaveLength(1));
  expect(onGo).not.toHaveBeenCalled();
});
