import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RequestsScreen } from '#renderer/requests/inbox/RequestsScreen.tsx';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { requestReceived } from '../../../helpers/facts.ts';
import type { Told } from '../../../helpers/morning/told.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

/** The rows that were drawn, by their titles, each time. */
const drawn = vi.hoisted((): string[] => []);
vi.mock('#renderer/requests/inbox/requestGroups.ts', async (original) => {
  const real = await original<typeof import('#renderer/requests/inbox/requestGroups.ts')>();
  return {
    ...real,
    signOf: (...[row, view]: Parameters<typeof real.signOf>) => {
      drawn.push(row.title);
      return real.signOf(row, view);
    },
  };
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function shown(options?: BridgeOptions) {
  const onOpen = vi.fn();
  const onCheckMailbox = vi.fn();
  const acts = { onOpen, onCheckMailbox, onWrite: vi.fn(), onBring: vi.fn(), onAsk: vi.fn(), onPause: vi.fn() };
  const screens = showScreen(() => <RequestsScreen {...acts} />, townBridge(options));
  return { ...screens, ...acts };
}

const options = () => screen.getAllByRole('option').map((option) => option.querySelector('.list-title')?.textContent);
const selected = () => screen.getByRole('option', { selected: true }).querySelector('.list-title')?.textContent;

describe('the list', () => {
  test('begins with what is urgent, and shows it beside', async () => {
    shown();
    const list = await screen.findByRole('listbox', { name: 'Richieste' });
    const groups = within(list)
      .getAllByRole('group')
      .map((group) => group.querySelector('.list-group')?.textContent);
    expect(groups).toEqual([
      'Urgenti',
      'Scadono oggi alle 17:30',
      'Scadono domani alle 17:30',
      'Prese in carico da te, da finire',
      'Da verificare',
      'In carico ad altri',
    ]);
    expect(selected()).toBe('Chiusura di via dei Tigli');
    expect(await screen.findByRole('heading', { level: 2, name: 'Chiusura di via dei Tigli' })).toBeTruthy();
  });

  test('is walked through and opened by keyboard; the preview follows', async () => {
    const { user, onOpen } = shown();
    await screen.findByRole('listbox');
    await user.keyboard('jj{ArrowDown}k');
    expect(selected()).toBe('Nuovo orario 2027');
    expect(await screen.findByRole('heading', { level: 2, name: 'Nuovo orario 2027' })).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('biblioteca-3');
  });

  test('is filtered by words of title, office, sender or link, with / and back', async () => {
    const { user } = shown();
    await screen.findByRole('listbox');
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByLabelText('Filtra le richieste'));
    await user.keyboard('BIBLIOTECA nàtale');
    await waitFor(() => expect(options()).toEqual(['Laboratori di Natale']));
    expect(screen.getByText('1 di 8')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(screen.getByRole('listbox'));
    await user.click(screen.getByLabelText('Filtra le richieste'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(options()).toHaveLength(8));
  });

  test('keeps apart what waits and what is decided', async () => {
    const { user } = shown();
    await user.click(await screen.findByRole('tab', { name: /In attesa/ }));
    expect(options()).toEqual(['Raccolta dell’olio usato', 'Biblioteca chiusa per inventario']);
    await user.click(screen.getByRole('tab', { name: /Decise/ }));
    expect(options()).toEqual([
      'Parcheggi di via Roma',
      'Mercato spostato in piazza Alpini',
      'Farmacia di turno',
      'Consiglio comunale di giovedì 26',
      'Palestra chiusa venerdì 27',
    ]);
  });
});

test('what comes in meanwhile is the only row that is drawn, though the moment and every place moved', async () => {
  const { bridge } = shown();
  await waitFor(() => expect(options()).toHaveLength(8));
  await waitFor(() => expect(bridge.inputsOf('requests.get')).toHaveLength(1));
  bridge.alter('requests.list', (real) => {
    const [first] = real.rows;
    return first ? { ...real, rows: [{ ...first, id: 'nuova', title: 'Arrivata adesso' }, ...real.rows] } : real;
  });
  const { now } = await bridge.ask('people.session', {});
  bridge.clock.set(addMilliseconds(now, 1_000));
  drawn.length = 0;
  act(() => bridge.emit({ name: 'changed', topics: ['requests', 'people'] }));
  await waitFor(() => expect(options()).toHaveLength(9));
  await waitFor(() => expect(bridge.inputsOf('people.session')).toHaveLength(2));
  expect(new Set(drawn)).toEqual(new Set(['Arrivata adesso']));
});

describe('more requests in work than are shown at once', () => {
  const at = '2026-11-02T09:00:00.000Z';
  const many = Array.from({ length: 110 }, (_, index): Told => {
    const data = index === 109 ? { text: 'Il coro prova in auditorium.' } : {};
    return { fact: requestReceived(`tanta-${index}`, data, addMilliseconds(at, index * 1000)), actor: 'app', at };
  });

  test('come a hundred at a time, and their number is that of all', async () => {
    const { user } = shown({ told: many });
    await waitFor(() => expect(options()).toHaveLength(100));
    expect(screen.getByRole('tab', { name: /Aperte/ }).textContent).toContain('118');
    await user.click(screen.getByRole('button', { name: 'Mostra altre 18' }));
    await waitFor(() => expect(options()).toHaveLength(118));
    expect(screen.queryByRole('button', { name: /Mostra altr/ })).toBeNull();
  });

  test('are filtered wherever they are', async () => {
    const { user } = shown({ told: many });
    await waitFor(() => expect(options()).toHaveLength(100));
    await user.type(screen.getByLabelText('Filtra le richieste'), 'CORO auditorium');
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(screen.getByText('1 di 118')).toBeTruthy();
  });
});

describe('decided requests', () => {
  const at = '2026-11-02T09:00:00.000Z';
  const old = Array.from({ length: 120 }, (_, index) => `vecchia-${index + 1}`).flatMap((id, index): Told[] => [
    {
      fact: requestReceived(
        id,
        index === 119 ? { text: 'Il coro prova in auditorium.' } : {},
        addMilliseconds(at, -index),
      ),
      actor: 'app',
      at,
    },
    {
      fact: requestFact('request.closed', `request/${id}`, { outcome: 'non necessario', why: 'Pochi.', sameAs: null }),
      actor: 'bellin',
      at,
    },
  ]);

  test('are shown a hundred at a time, the last first', async () => {
    const { user } = shown({ told: old });
    await user.click(await screen.findByRole('tab', { name: /Decise/ }));
    await waitFor(() => expect(options()).toHaveLength(100));
    expect(options()[4]).toBe('Palestra chiusa venerdì 27');
    await user.click(screen.getByRole('button', { name: 'Mostra altre 25' }));
    await waitFor(() => expect(options()).toHaveLength(125));
    expect(screen.queryByRole('button', { name: /Mostra altr/ })).toBeNull();
  });

  test('are filtered wherever they are, also those not shown', async () => {
    const { user } = shown({ told: old });
    await user.click(await screen.findByRole('tab', { name: /Decise/ }));
    await waitFor(() => expect(options()).toHaveLength(100));
    await user.type(screen.getByLabelText('Filtra le richieste'), 'CORO auditorium');
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(screen.getByText('1 di 125')).toBeTruthy();
    await user.keyboard('zzz');
    expect(await screen.findByRole('heading', { name: 'Nessuna richiesta con queste parole' })).toBeTruthy();
  });

  test('that cannot be read say why', async () => {
    const { user } = shown({
      problems: { 'requests.decided': { code: 'core', what: 'I dati non si leggono.', remedy: 'Riprova.' } },
    });
    await user.click(await screen.findByRole('tab', { name: /Decise/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('I dati non si leggono');
  });
});

test('every request of an e-mail is named with its number, and what it lacks', async () => {
  const { user } = shown();
  await screen.findByRole('listbox');
  await user.click(screen.getByRole('option', { name: /Laboratori/ }));
  const cuts = within((await screen.findByText('L’app propone 3 richieste')).closest('section') ?? document.body);
  expect(cuts.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    '1Biblioteca chiusa per inventarioper venerdì 27 novembregià inoltrata',
    '2Laboratori di Nataleper venerdì 4 dicembreda prendere',
    '3Nuovo orario 2027data non indicatamancano data e link',
  ]);
});

test('only pages of the institutional site can be opened from an e-mail', async () => {
  const { user, bridge } = shown();
  await user.click((await screen.findAllByRole('button', { name: /via-dei-tigli$/ }))[0] as HTMLElement);
  expect(await awaitCalls(bridge, 'shell.openLink')).toEqual([
    { url: 'https://www.comune.valdombra.example/novita/via-dei-tigli' },
  ]);
});

test('Ctrl+R asks for what is missing, only where something is', async () => {
  const { user, onAsk, onPause } = shown();
  await screen.findByRole('heading', { level: 2, name: 'Chiusura di via dei Tigli' });
  await user.keyboard('{Control>}r{/Control}');
  expect(onAsk).not.toHaveBeenCalled();
  await user.click(screen.getByRole('option', { name: /Saldo/ }));
  await screen.findByRole('heading', { level: 2, name: 'Saldo Imu: promemoria' });
  await user.keyboard('{Control>}r{/Control}');
  expect(onAsk).toHaveBeenCalledExactlyOnceWith('imu-1');
  await user.click(screen.getByRole('button', { name: 'Metti in attesa…' }));
  expect(onPause).toHaveBeenCalledExactlyOnceWith('imu-1');
});

describe('an e-mail that is no request', () => {
  test('is closed with a reason, and Ctrl+Z takes it back', async () => {
    const { user, bridge } = shown();
    await screen.findByRole('listbox');
    await user.click(screen.getByRole('option', { name: /Fiera/ }));
    await screen.findByRole('heading', { level: 2, name: 'Fiera di Santa Lucia' });
    await user.click(screen.getByRole('button', { name: 'Non è una richiesta…' }));
    await user.keyboard('pubblicità{Control>}{Enter}{/Control}');
    expect(await awaitCalls(bridge, 'requests.close')).toEqual([
      { id: 'fiera-1', outcome: 'non è una richiesta', why: 'pubblicità', sameAs: null },
    ]);
    await waitFor(() => expect(options()).not.toContain('Fiera di Santa Lucia'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(options()).toContain('Fiera di Santa Lucia'));
  });

  test('stays open with its reason when the core cannot close it', async () => {
    const { user, bridge } = shown();
    bridge.fail('requests.close', { code: 'disk-full', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
    await screen.findByRole('heading', { level: 2, name: 'Chiusura di via dei Tigli' });
    await user.click(screen.getByRole('button', { name: 'Non è una richiesta…' }));
    await user.keyboard('pubblicità{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Perché').value).toBe('pubblicità');
  });
});

test('an empty list says when the mailbox was read and what comes next', async () => {
  const { user, onCheckMailbox } = shown({ empty: true });
  expect(await screen.findByRole('heading', { name: 'Nessuna richiesta aperta' })).toBeTruthy();
  expect(screen.getByText('Cartella letta oggi alle 08:31.')).toBeTruthy();
  await user.keyboard('{F9}');
  expect(onCheckMailbox).toHaveBeenCalledOnce();
});

test('a problem is told, and asking again brings the list', async () => {
  const { user, bridge } = shown({
    problems: { 'requests.list': { code: 'core', what: 'I dati non si leggono.', remedy: 'Riprova.' } },
  });
  expect((await screen.findByRole('alert')).textContent).toContain('I dati non si leggono');
  bridge.fail('requests.list');
  await user.click(screen.getByRole('button', { name: 'Riprova' }));
  expect(await screen.findByRole('listbox')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
});

describe('back from a request', () => {
  const back = (left: string, next: string | undefined) => {
    const acts = {
      onOpen: vi.fn(),
      onCheckMailbox: vi.fn(),
      onWrite: vi.fn(),
      onBring: vi.fn(),
      onAsk: vi.fn(),
      onPause: vi.fn(),
    };
    showScreen(() => <RequestsScreen selected={left} next={next} {...acts} />, townBridge());
    return screen.findByRole('listbox');
  };

  test('what is still open stays selected', async () => {
    await back('biblioteca-3', 'tigli-1');
    expect(selected()).toBe('Nuovo orario 2027');
  });

  test('what was decided gives way to the one after it, and else to the first to do', async () => {
    await back('olio-1', 'biblioteca-3');
    expect(selected()).toBe('Nuovo orario 2027');
    cleanup();
    await back('olio-1', undefined);
    expect(selected()).toBe('Chiusura di via dei Tigli');
  });
});
