import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RequestScreen } from '#renderer/drafts/request/RequestScreen.tsx';
import { useWritings } from '#renderer/writing/writing.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { textOf } from '../../../helpers/morning/requests.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

const NEIGHBOURS = { position: 2, total: 8, previous: 'tigli-1', next: 'biblioteca-3' };

async function shown(id: string, options?: BridgeOptions, bridge = townBridge(options)) {
  const onOpen = vi.fn();
  const onBack = vi.fn();
  const acts = {
    onOpen,
    onBack,
    onAsk: vi.fn(),
    onSee: vi.fn(),
    onPause: vi.fn(),
    onWithdraw: vi.fn(),
    neighbours: NEIGHBOURS,
  };
  const screens = showScreen(() => <RequestScreen id={id} {...acts} />, bridge);
  await screen.findByRole('textbox', { name: 'Testo del messaggio' });
  return { ...screens, ...acts };
}

describe('the cuts of an e-mail', () => {
  test('are changed by choosing the line where a second request begins', async () => {
    const { bridge, user } = await shown('tigli-1');
    await user.keyboard('{Control>}{Shift>}d{/Shift}{/Control}');
    const dialog = within(screen.getByRole('dialog', { name: 'Dividi la richiesta' }));
    expect(dialog.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Il bus 12 passa da via Roma.',
      'https://www.comune.valdombra.example/novita/via-dei-tigli',
    ]);
    await user.keyboard('{Enter}');
    const [cut] = await awaitCalls(bridge, 'requests.split');
    const mail = screen.getByRole('region', { name: 'Testo della e-mail' });
    expect(cut?.id).toBe('tigli-1');
    expect(mail.textContent).toContain('Il bus 12 passa da via Roma.');
    expect(await screen.findByText(/^Divisa/)).toBeTruthy();
  });

  test('are changed by a selection, told as places of the e-mail’s text', async () => {
    const { bridge, user } = await shown('biblioteca-2');
    const words = within(screen.getByRole('region', { name: 'Richiesta 2 di 3' })).getByText(/I posti sono 20/);
    const node = words.firstChild;
    const text = node?.textContent ?? '';
    document.getSelection()?.setBaseAndExtent(node as Node, text.indexOf('I posti'), node as Node, text.indexOf(' È'));
    await user.keyboard('{Control>}{Shift>}d{/Shift}{/Control}');
    const [cut] = await awaitCalls(bridge, 'requests.split');
    const mail = textOf('biblioteca');
    expect(Array.isArray(cut?.at) && mail.slice(...cut.at)).toBe('I posti sono 20 .');
  });

  test('are joined once it is chosen which data stay, and that is taken back with the toast', async () => {
    const bridge = townBridge();
    await bridge.ask('requests.setData', { id: 'biblioteca-3', data: { sendDate: '2026-12-07' } });
    const { user } = await shown('biblioteca-2', undefined, bridge);
    const before = await bridge.ask('requests.get', { id: 'biblioteca-2' });
    await user.keyboard('{Control>}{Shift>}u{/Shift}{/Control}');
    // Which data stay is asked first, where the two differ: the other's day is chosen here.
    const dialog = within(screen.getByRole('dialog', { name: 'Unisci due richieste' }));
    const day = dialog.getByRole('group', { name: 'Data richiesta' });
    const [mine, theirs] = within(day).getAllByRole<HTMLInputElement>('radio');
    expect(mine?.checked).toBe(true);
    expect(bridge.inputsOf('requests.join')).toEqual([]);
    await user.click(theirs as HTMLInputElement);
    await user.keyboard('{Control>}{Enter}{/Control}');
    const [joined] = await awaitCalls(bridge, 'requests.join');
    expect(joined).toMatchObject({
      id: 'biblioteca-2',
      with: 'biblioteca-3',
      data: { sendDate: '2026-12-07' },
    });
    expect(await screen.findByText('Unite in una richiesta sola.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: /^Annulla(?! l)/ }));
    expect(await screen.findByText('Ripreso: le richieste della e-mail sono come prima.')).toBeTruthy();
    expect((await bridge.ask('requests.get', { id: 'biblioteca-2' })).data).toEqual(before.data);
  });

  test('that cannot be changed say why', async () => {
    const { bridge, user } = await shown('biblioteca-2');
    bridge.fail('requests.join', {
      code: 'join-apart',
      what: 'Fra le due c’è un’altra.',
      remedy: 'Unisci prima quella.',
    });
    await user.keyboard('{Control>}{Shift>}u{/Shift}{/Control}');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findByRole('alert')).textContent).toContain('Fra le due c’è un’altra');
  });
});

test('a request is joined with one of another e-mail: which data stay is asked, and that is taken back', async () => {
  const { bridge, user } = await shown('nido-1');
  await user.keyboard('{Control>}{Shift>}u{/Shift}{/Control}');
  const dialog = within(screen.getByRole('dialog', { name: 'Unisci due richieste' }));
  const others = within(await dialog.findByRole('group', { name: 'Di altre e-mail' }));
  await user.click(await others.findByRole('option', { name: /soccorso/i }));
  expect(dialog.getByText(/Continua quella arrivata prima/)).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'requests.join')).toMatchObject([{ id: 'nido-1', with: 'soccorso-1' }]);
  expect(await screen.findByText('Unite in una richiesta sola.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Annulla(?! l)/ }));
  expect(await screen.findByText('Ripreso: sono di nuovo due richieste.')).toBeTruthy();
});

test('one request becomes a series in one act: its days are looked at first, and it is taken back', async () => {
  const { bridge, user } = await shown('nido-1');
  await user.keyboard('{Control>}{Shift>}s{/Shift}{/Control}');
  const dialog = within(screen.getByRole('dialog', { name: 'Fai una serie' }));
  const name = dialog.getByRole('textbox', { name: 'Nome della serie' });
  await user.clear(name);
  await user.type(name, 'Iscrizioni al nido');
  for (const [label, day] of [
    ['Giorno 1', '7/12/2026'],
    ['Giorno 2', '14/12/2026'],
  ] as const) {
    const field = dialog.getByRole('textbox', { name: label });
    await user.clear(field);
    await user.type(field, day);
  }
  expect(dialog.getByText('Diventano 2 richieste: lunedì 7 dicembre e lunedì 14 dicembre.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: /Fai 2 richieste/ }));
  expect(await awaitCalls(bridge, 'requests.makeSeries')).toMatchObject([
    { id: 'nido-1', name: 'Iscrizioni al nido', days: ['2026-12-07', '2026-12-14'] },
  ]);
  expect(await screen.findByText('Fatta: la serie ha 2 richieste.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Annulla(?! l)/ }));
  expect(await screen.findByText('Ripreso: è di nuovo una richiesta sola.')).toBeTruthy();
});
