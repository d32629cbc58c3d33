import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { App } from '#renderer/App.tsx';
import { createQueries } from '#renderer/api.ts';
import { CopiesSection } from '#renderer/service/recovery/CopiesSection.tsx';
import { copyLines, damagedLines, foundLines } from '#renderer/service/recovery/recoveryWords.ts';
import { healthRows } from '#renderer/service/today/healthRows.ts';
import { ToastProvider } from '#renderer/ui/index.ts';
import type { CopyView, RecoveryView } from '#shared/ipc/recovery.ts';
import type { HealthView } from '#shared/journal/health.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TODAY = '2026-11-24';
const MISSING = { code: 'database-missing', what: 'I dati non ci sono più.', remedy: 'Scegli una copia.' };
const GOOD: CopyView = {
  name: 'avvisi-2026-11-23.db',
  kind: 'daily',
  madeAt: '2026-11-23T08:05:00.000Z',
  bytes: 4_096,
  preview: { notices: 204, requests: 231, lastFactAt: '2026-11-23T07:58:00.000Z', lastNumber: '2026/0204' },
  problem: null,
};
const BAD: CopyView = {
  ...GOOD,
  name: 'avvisi-2026-11-20.db',
  madeAt: '2026-11-20T08:05:00.000Z',
  preview: null,
  problem: { code: 'database-damaged', what: 'La copia è rovinata.', remedy: 'Scegline un’altra.' },
};
const VIEW: RecoveryView = {
  problem: MISSING,
  today: TODAY,
  found: { attachments: 12, documents: 0, databaseBytes: 0 },
  copies: [GOOD, BAD],
  share: null,
};
const SOUND: HealthView = {
  damage: null,
  damaged: [],
  copies: { newest: GOOD.madeAt, since: null, isLate: false, problem: null },
  restored: null,
};

/** The whole window, over a core whose data do not open. */
async function shown(view: Partial<RecoveryView> = {}) {
  const lost = { 'people.session': MISSING, 'service.status': MISSING, 'service.sharing': MISSING };
  const bridge: TestBridge = townBridge({ problems: lost });
  bridge.alter('core.recovery', () => ({ ...VIEW, ...view }));
  vi.stubGlobal('puntosi', bridge);
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <App />
      </ToastProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole('heading', { name: 'Recupera i dati di questa postazione' });
  return { bridge, user: userEvent.setup() };
}

test('data that are gone are no new installation: what was found is shown, and what each copy holds', async () => {
  await shown();
  expect(screen.queryByText(/Ti diamo il benvenuto/)).toBeNull();
  expect(document.activeElement?.textContent).toBe('Recupera i dati di questa postazione');
  expect(screen.getByText('12 e-mail e allegati conservati.')).toBeTruthy();
  const [good, bad] = within(screen.getByRole('list', { name: 'Copie dei dati' })).getAllByRole('listitem');
  expect(good?.textContent).toContain('204 avvisi nel registro, ultimo numero 2026/0204, 231 richieste');
  expect(good?.textContent).toContain('Ultima cosa registrata: ieri alle 08:58');
  expect(bad?.textContent).toContain('La copia è rovinata');
  expect(within(bad as HTMLElement).queryByRole('button')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Salva quello che si legge…' })).toBeNull();
});

test('a copy is restored with the keyboard, after saying what follows', async () => {
  const { bridge, user } = await shown();
  await user.tab();
  expect(document.activeElement?.textContent).toBe('Ripristina questa copia…');
  await user.keyboard('{Enter}');
  const dialog = screen.getByRole('dialog');
  expect(dialog.textContent).toContain('non si cancella: viene messo da parte');
  expect(dialog.textContent).toContain('gli invii aspettano');
  expect(bridge.inputsOf('core.restoreCopy')).toEqual([]);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'core.restoreCopy')).toEqual([{ name: 'avvisi-2026-11-23.db' }]);
});

test('a restore that does not succeed says why, and the screen stays', async () => {
  const { bridge, user } = await shown();
  bridge.fail('core.restoreCopy', { code: 'disk-full', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
  await user.click(screen.getByRole('button', { name: 'Ripristina questa copia…' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('starting over is asked twice', async () => {
  const { bridge, user } = await shown();
  await user.click(screen.getByRole('button', { name: 'Ricomincia da capo…' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(screen.getByRole('alert').textContent).toContain('segno di spunta');
  expect(bridge.inputsOf('core.startOver')).toEqual([]);
  await user.click(screen.getByRole('checkbox'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'core.startOver')).toHaveLength(1);
});

test('damaged data can be saved as far as they are read, and the register rebuilt from the share', async () => {
  const { bridge, user } = await shown({ found: { ...VIEW.found, databaseBytes: 9 }, share: '/rete/PuntoSi' });
  await user.click(screen.getByRole('button', { name: 'Salva quello che si legge…' }));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'core.repair')).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Ricostruisci dal registro condiviso…' }));
  expect(screen.getByRole('dialog').textContent).toContain('/rete/PuntoSi');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'core.rebuildFromShare')).toHaveLength(1);
});

test('in the settings a copy is made now, and after a restore sendings are let go', async () => {
  const bridge = townBridge();
  bridge.alter('core.recovery', () => ({ ...VIEW, problem: null }));
  bridge.alter('service.health', () => ({ ...SOUND, restored: { from: GOOD.madeAt, at: '2026-11-24T08:00:00.000Z' } }));
  const { user } = showScreen(CopiesSection, bridge);
  await user.click(await screen.findByRole('button', { name: 'Fai una copia adesso' }));
  expect(await awaitCalls(bridge, 'service.copyNow')).toHaveLength(1);
  expect(await screen.findByText('Copia fatta e controllata.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Ho guardato: gli invii possono partire' }));
  expect(await awaitCalls(bridge, 'service.confirmRestored')).toHaveLength(1);
});

test('the words: what was found, what a copy holds, what is damaged; absent data are said to be absent', () => {
  expect(foundLines({ ...VIEW, copies: [] }).at(-1)).toBe('Nessuna copia dei dati.');
  const aside: CopyView = { ...GOOD, kind: 'set-aside', name: '2026-11-23-alle-09.05' };
  expect(foundLines({ ...VIEW, copies: [aside] }).slice(-2)).toEqual([
    'Nessuna copia dei dati.',
    'Dati di prima, messi da parte: 1.',
  ]);
  expect(copyLines(aside, TODAY)[0]).toMatch(/^Dati di prima, messi da parte: 204 avvisi nel registro/);
  expect(
    copyLines({ ...GOOD, preview: { notices: 0, requests: 1, lastFactAt: null, lastNumber: null } }, TODAY),
  ).toEqual([
    'Copia del giorno: 0 avvisi nel registro, nessun numero di registro, 1 richiesta.',
    'Ultima cosa registrata: nessun dato.',
  ]);
  expect(
    damagedLines(
      [
        { what: 'fact', kind: 'request', at: '2026-11-23T08:05:00.000Z' },
        { what: 'fact', kind: '', at: null },
        { what: 'row', kind: 'entry', at: null },
      ],
      TODAY,
    ),
  ).toEqual([
    'Un dato su una richiesta, scritto ieri alle 09:05: non è più quello che era stato scritto.',
    'Un dato su un’altra cosa, di data ignota: non è più quello che era stato scritto.',
    'Una riga su una riga del registro: questa riga è rovinata.',
  ]);
});

test('Oggi asks a person to look: after a restore, at damaged data, when the newest copy is old', () => {
  const rows = (health: HealthView) => healthRows(health, { today: TODAY }).map(({ verb, thing }) => [verb, thing]);
  expect(rows(SOUND)).toEqual([]);
  expect(
    rows({
      ...SOUND,
      damaged: [{ what: 'fact', kind: 'request', at: null }],
      copies: { newest: null, since: '2026-11-20T08:00:00.000Z', isLate: true, problem: null },
      restored: { from: GOOD.madeAt, at: GOOD.madeAt },
    }),
  ).toEqual([
    ['Guarda la coda dopo il ripristino', 'gli invii aspettano'],
    ['Guarda i dati rovinati', '1 dato non si legge'],
    ['Controlla le copie dei dati', 'nessuna copia buona'],
  ]);
});

test('while a part of the data cannot be read, every screen says that nothing leaves, and leads to the copies', async () => {
  const bridge = townBridge();
  const damage = { code: 'database-damaged', what: 'Una parte dei dati è rovinata.', remedy: 'Non cancellare niente.' };
  bridge.alter('service.health', () => ({ ...SOUND, damage }));
  bridge.alter('core.recovery', () => ({ ...VIEW, problem: null }));
  vi.stubGlobal('puntosi', bridge);
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <App />
      </ToastProvider>
    </QueryClientProvider>,
  );
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('non parte nessun invio');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Apri il ripristino' }));
  expect(await screen.findByRole('list', { name: 'Copie dei dati' })).toBeTruthy();
});
