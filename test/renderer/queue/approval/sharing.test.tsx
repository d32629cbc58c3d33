/** Requests and texts that other desks have too: who is there, who won, and what two desks wrote differently. */
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { RequestScreen } from '#renderer/drafts/request/RequestScreen.tsx';
import { ApprovalScreen } from '#renderer/queue/approval/ApprovalScreen.tsx';
import { useWritings } from '#renderer/writing/writing.ts';
import { textHash } from '#shared/drafts/decide.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { AWAY, SHARED } from '../../../helpers/shares.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

const NEIGHBOURS = { position: 1, total: 8, previous: undefined, next: undefined };

async function shown(id: string, options: BridgeOptions) {
  const acts = {
    onOpen: vi.fn(),
    onBack: vi.fn(),
    onAsk: vi.fn(),
    onSee: vi.fn(),
    onPause: vi.fn(),
    onWithdraw: vi.fn(),
  };
  const bridge = townBridge(options);
  const screens = showScreen(() => <RequestScreen id={id} neighbours={NEIGHBOURS} {...acts} />, bridge);
  await screen.findByRole('textbox', { name: 'Testo del messaggio' });
  return screens;
}
const at = '2026-11-24T08:00:00.000Z';
const taken = (dev: string, actor: string) => ({
  fact: requestFact('request.takenInCharge', 'request/nido-1', { round: 1 }),
  actor,
  at,
  dev,
});

describe('a request that others have open', () => {
  test('says who and where, and tells them that it is open here until it is left', async () => {
    const { bridge } = await shown('tigli-1', { share: SHARED });
    expect(screen.getByText('Aperta anche da Luca Zennaro (Sportello 2)')).toBeTruthy();
    cleanup();
    expect(bridge.inputsOf('requests.viewing')).toEqual([{ id: 'tigli-1' }, { id: null }]);
  });

  test('says nothing where there is nothing to say', async () => {
    await shown('nido-1', { share: SHARED });
    expect(screen.queryByText(/Aperta anche da|provvisoria/)).toBeNull();
  });

  test('is taken provisionally while the folder is away', async () => {
    const { user } = await shown('nido-1', { share: AWAY });
    await user.click(screen.getByRole('button', { name: 'Prendi in carico' }));
    expect(await screen.findByText(/Presa in carico provvisoria/)).toBeTruthy();
  });
});

describe('a request that two desks took', () => {
  const both = [
    taken('desk1', 'bellin'),
    taken('desk2', 'zennaro'),
    { ...taken('desk2', 'zennaro'), fact: requestFact('request.chargeClaimed', 'request/nido-1', { round: 1 }) },
  ];

  test('tells the one who lost who won, from which desk, and that nothing is lost', async () => {
    const { bridge, user } = await shown('nido-1', { share: SHARED, told: both });
    const heading = screen.getByRole('heading', {
      name: 'L’ha presa in carico Luca Zennaro, oggi alle 09:00 da «Sportello 2»',
    });
    expect(heading.closest('section')?.textContent).toContain('Quello che hai scritto qui resta salvato');
    await user.click(screen.getByRole('button', { name: 'Prendila tu' }));
    expect(await awaitCalls(bridge, 'requests.takeCharge')).toEqual([{ id: 'nido-1' }]);
  });

  test('names the desk also to who had not taken it', async () => {
    await shown('nido-1', { share: SHARED, told: both.slice(1) });
    expect(
      screen.getByRole('heading', { name: 'La richiesta è in carico a Luca Zennaro da «Sportello 2»' }),
    ).toBeTruthy();
  });
});

describe('data that two desks wrote differently', () => {
  const set = (dev: string, actor: string, office: string) => ({
    fact: requestFact('request.dataSet', 'request/nido-1', { office }),
    actor,
    at,
    dev,
  });
  const told = [set('desk1', 'bellin', 'Servizi educativi'), set('desk2', 'zennaro', 'Segreteria')];
  const heading = 'Ufficio: due postazioni hanno scritto cose diverse';

  test('are shown both with who and when; one key settles them', async () => {
    const { bridge, user } = await shown('nido-1', { share: SHARED, told });
    const group = screen.getByRole('region', { name: heading });
    expect(
      within(group)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      expect.stringContaining('Servizi educativiMarta Bellin, oggi alle 09:00'),
      expect.stringContaining('SegreteriaLuca Zennaro, oggi alle 09:00vale adesso'),
    ]);
    within(group).getByRole('button', { name: 'Tieni questo Segreteria' }).focus();
    await user.keyboard('1');
    expect(await awaitCalls(bridge, 'requests.setData')).toEqual([
      { id: 'nido-1', data: { office: 'Servizi educativi' } },
    ]);
    expect(screen.queryByRole('region', { name: heading })).toBeNull();
  });

  test('are only shown to who may not work on the request', async () => {
    await shown('nido-1', { share: SHARED, told: [...told, taken('desk2', 'zennaro')] });
    const group = within(screen.getByRole('region', { name: heading }));
    expect(group.queryByRole('button')).toBeNull();
  });
});

describe('texts that two desks forwarded', () => {
  const forwarded = (dev: string, actor: string, text: string) => ({
    fact: draftFact('draft.forwarded', 'draft/biblioteca-1', {
      asked: 'Chiesto.',
      text,
      hash: textHash(text, sha256),
      checks: [],
      pack: '1',
      to: 'vidal',
    }),
    actor,
    at,
    dev,
  });
  const told = [
    forwarded('desk1', 'bellin', '*Biblioteca chiusa*\n\nDa lunedì 30 novembre per l’inventario.'),
    forwarded('desk2', 'zennaro', 'La biblioteca resta chiusa dal 30 novembre al 2 dicembre.'),
  ];
  const conflict = { name: /Due postazioni hanno inoltrato testi diversi/ } as const;

  test('stand side by side; the head takes one with its number and approves exactly that', async () => {
    const { bridge, user } = showScreen(ApprovalScreen, townBridge({ person: 'vidal', share: SHARED, told }));
    await user.click(await screen.findByRole('option', { name: /Biblioteca chiusa/ }));
    const group = within(screen.getByRole('region', conflict));
    expect(group.getAllByText(/^solo qui:/).length).toBeGreaterThan(1);
    expect(group.getAllByRole('listitem')[1]?.textContent).toContain('Luca Zennaro, oggi alle 09:00scelto');
    group.getByRole('button', { name: /testo 2/ }).focus();
    await user.keyboard('1');
    expect(group.getAllByRole('listitem')[0]?.textContent).toContain('scelto');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const [approved] = await awaitCalls(bridge, 'queue.approve');
    expect(approved).toMatchObject({ id: 'biblioteca-1', text: expect.stringContaining('*Biblioteca chiusa') });
    expect(screen.queryByRole('region', conflict)).toBeNull();
  });

  test('are only shown to who is not the head', async () => {
    const { user } = showScreen(ApprovalScreen, townBridge({ share: SHARED, told }));
    await user.click(await screen.findByRole('option', { name: /Biblioteca chiusa/ }));
    expect(within(screen.getByRole('region', conflict)).queryByRole('button')).toBeNull();
  });
});
