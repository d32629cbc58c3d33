import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '#renderer/App.tsx';
import { createQueries } from '#renderer/api.ts';
import { ToastProvider } from '#renderer/ui/index.ts';
import { useWritings, write } from '#renderer/writing/writing.ts';
import { awaitCalls } from '../helpers/awaitCalls.ts';
import { type BridgeOptions, type TestBridge, townBridge } from '../helpers/bridge.ts';
import { emlOf, INCOMPLETE, TWO_NOTICES } from '../helpers/mails.ts';

beforeEach(() => delete document.documentElement.dataset.appReady);
afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

const isReady = () => document.documentElement.dataset.appReady !== undefined;
async function shown(options?: BridgeOptions) {
  const bridge = townBridge(options);
  vi.stubGlobal('puntosi', bridge);
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <App />
      </ToastProvider>
    </QueryClientProvider>,
  );
  await waitFor(() => expect(isReady()).toBe(true));
  return { bridge, user: userEvent.setup() };
}
const arrive = ({ folder }: TestBridge, name: string, bytes: string | Uint8Array) =>
  writeFileSync(join(folder, 'posta', name), bytes);
const CRASH = {
  code: 'core-restarted',
  what: 'L’app si è riavviata.',
  why: 'I tuoi dati sono al sicuro.',
  remedy: 'Continua.',
};

describe('the start', () => {
  test('is told ready when the first screen has its answers, and names the window', async () => {
    await shown();
    expect(screen.getByRole('heading', { level: 1, name: 'Martedì 24 novembre 2026' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Apri la richiesta' })).toBeTruthy();
    expect(document.title).toBe('Oggi - Avvisi PuntoSi');
  });

  test('asks who is there when nobody is known', async () => {
    await shown({ fresh: true });
    expect(screen.getByRole('heading', { name: 'Ti diamo il benvenuto in Avvisi PuntoSi' })).toBeTruthy();
  });

  test('that does not succeed says why, and can be tried again', async () => {
    const { bridge, user } = await shown({ problems: { 'service.status': CRASH } });
    expect(screen.getByRole('alert').textContent).toContain('L’app si è riavviata');
    bridge.fail('service.status');
    await user.click(screen.getByRole('button', { name: 'Riprova' }));
    expect(await screen.findByRole('navigation', { name: 'Sezioni' })).toBeTruthy();
  });
});

describe('places', () => {
  test('are reached by key, by the menu and by Ctrl+K', async () => {
    const { bridge, user } = await shown();
    await user.keyboard('{Control>}2{/Control}');
    expect(screen.getByRole('heading', { level: 1, name: 'Richieste' })).toBeTruthy();
    expect(document.title).toBe('Richieste - Avvisi PuntoSi');
    act(() => bridge.emit({ name: 'menu', command: 'today' }));
    expect(screen.getByRole('heading', { level: 1, name: 'Martedì 24 novembre 2026' })).toBeTruthy();
    await user.keyboard('{Control>}k{/Control}nido');
    const field = screen.getByRole('combobox');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('nido');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Iscrizioni al nido 2027' })).toBeTruthy();
    expect(document.title).toBe('Iscrizioni al nido 2027 - Avvisi PuntoSi');
  });

  test('a number of the register is reached by Ctrl+K, and so is what the screen can do', async () => {
    const { user } = await shown();
    await user.keyboard('{Control>}k{/Control}n. 2026/199');
    const number = await screen.findByRole('option', { name: /^2026\/0199/ });
    expect(number.textContent).toContain('Festa di San Martino');
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Numero 2026/0199' })).toBeTruthy();
    await user.keyboard('{Control>}k{/Control}colonne{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Colonne' })).toBeTruthy();
  });

  test('a wrong notice leads to its rettifica, which begins with its words (P37)', async () => {
    const { bridge, user } = await shown();
    await user.keyboard('{Control>}5{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Rettifica…' }));
    expect(screen.getByRole('dialog', { name: 'Rettifica di 2026/0204' })).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Argomento').value).toBe('Rettifica: Sciopero della scuola');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Rettifica: Sciopero della scuola' })).toBeTruthy();
    expect(bridge.inputsOf('requests.write')).toMatchObject([
      {
        corrects: 'entry-204',
        text: '*Rettifica*\n\nVenerdì 27 novembre il nido resta chiuso.',
        data: { office: 'Scuola' },
      },
    ]);
  });

  test('keep their place: back from a request, the list has it selected', async () => {
    const { user } = await shown();
    await user.keyboard('{Control>}2{/Control}');
    await screen.findByRole('listbox');
    await user.keyboard('{End}{ArrowUp}{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Fiera di Santa Lucia' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await screen.findByRole('listbox');
    expect(screen.getByRole('option', { selected: true }).textContent).toContain('Fiera di Santa Lucia');
  });

  test('the menu and F1 show the keys of the screen', async () => {
    const { bridge, user } = await shown();
    act(() => bridge.emit({ name: 'menu', command: 'keys' }));
    const map = within(screen.getByRole('dialog', { name: 'Tasti di questa schermata' }));
    expect(map.getAllByText('Controlla la casella').length).toBeGreaterThan(0);
    await user.click(map.getByRole('button', { name: 'Chiudi' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the core', () => {
  test('that was restarted says so until it is put away, and what was typed is kept then', async () => {
    const { bridge, user } = await shown();
    bridge.fail('drafts.save', CRASH);
    write('nido-1', 'Testo a metà');
    await awaitCalls(bridge, 'drafts.save');
    expect(await screen.findByRole('button', { name: '1 testo non salvato' })).toBeTruthy();
    bridge.fail('drafts.save');
    act(() => bridge.emit({ name: 'restarted', problem: CRASH }));
    expect(screen.getByRole('alert').textContent).toContain('I tuoi dati sono al sicuro');
    expect(await screen.findByRole('button', { name: 'Tutto salvato' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Nascondi' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('the focus', () => {
  test.each([
    ['Richieste', 'LISTBOX'],
    ['Approvazione', 'LISTBOX'],
    ['Coda', 'TR'],
    ['Registro', 'INPUT'],
  ])(
    'is in the list of %s, where its keys act, also when it was opened by mouse; the register is searched as one types',
    async (section, expected) => {
      const { user } = await shown({ person: 'vidal' });
      await user.click(screen.getByRole('link', { name: new RegExp(`^${section}`) }));
      await waitFor(() => {
        const { activeElement } = document;
        expect(activeElement?.getAttribute('role')?.toUpperCase() ?? activeElement?.tagName).toBe(expected);
      });
    },
  );

  test('is on the screen when somebody else sat down: Invio acts there, and asks nobody who it is', async () => {
    const { user } = await shown();
    await user.click(screen.getByTitle(/^Cambia persona/));
    await screen.findByRole('dialog', { name: 'Chi è alla postazione' });
    await user.keyboard('{Home}{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement?.closest('main')).toBeTruthy();
  });
});

describe('the mailbox', () => {
  test('is read with F9 from any place: a toast tells what came', async () => {
    const { bridge, user } = await shown();
    arrive(bridge, 'due.eml', emlOf(TWO_NOTICES));
    arrive(bridge, 'corso.eml', emlOf(INCOMPLETE));
    await user.keyboard('{Control>}4{/Control}{F9}');
    expect(await awaitCalls(bridge, 'requests.checkMailbox')).toHaveLength(1);
    expect(await screen.findByText('Posta letta: 2 e-mail nuove, 3 richieste nuove.')).toBeTruthy();
  });

  test('names every e-mail that could not be read, with what to do', async () => {
    const { bridge, user } = await shown();
    for (const name of ['a.eml', 'b.eml']) arrive(bridge, name, Buffer.alloc(2_000, 7));
    await user.keyboard('{F9}');
    const name = 'Non riesco a leggere 2 e-mail, le altre sono a posto';
    const banner = await screen.findByRole('region', { name });
    expect(banner.textContent).toContain('«a.eml»: ');
    expect(banner.textContent).toContain('«b.eml»: ');
    await user.click(within(banner).getByRole('button', { name: 'Nascondi' }));
    expect(screen.queryByRole('region', { name })).toBeNull();
  });

  test('names three at most of many that could not be read, and leads to all of them', async () => {
    const { bridge, user } = await shown();
    for (const name of ['a', 'b', 'c', 'd', 'e']) arrive(bridge, `${name}.eml`, Buffer.alloc(2_000, 7));
    await user.keyboard('{F9}');
    const banner = await screen.findByRole('region', { name: /Non riesco a leggere 5 e-mail/ });
    expect(banner.textContent).not.toContain('«d.eml»');
    expect(banner.textContent).toContain('E altre 2: sono tutte in Richieste, Altre e-mail.');
    await user.click(within(banner).getByRole('button', { name: 'Apri Altre e-mail' }));
    const list = await screen.findByRole('listbox', { name: 'Altre e-mail' });
    expect(within(list).getAllByRole('option')).toHaveLength(5);
    expect(screen.queryByRole('region', { name: /Non riesco a leggere/ })).toBeNull();
  });

  test('that is long to read says how far it is, and can be stopped; a short one says nothing', async () => {
    const { bridge, user } = await shown();
    const progress = (done: number, total: number) =>
      act(() => bridge.emit({ name: 'progress', job: 'mailbox', done, total }));
    const notice = () => screen.queryByRole('region', { name: 'Lettura della casella' });
    progress(1, 5);
    expect(notice()).toBeNull();
    progress(120, 5_000);
    expect(await screen.findByText('120 di 5.000')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Smetti: le altre restano da leggere' }));
    expect(await awaitCalls(bridge, 'requests.stopReading')).toHaveLength(1);
    progress(0, 0);
    expect(notice()).toBeNull();
    progress(130, 5_000);
    act(() => bridge.emit({ name: 'restarted', problem: CRASH }));
    expect(notice()).toBeNull();
  });

  test('that was stopped says how many stay to be read', async () => {
    const { bridge, user } = await shown();
    bridge.alter('requests.checkMailbox', () => ({ read: 120, added: 3, problems: [], left: 880 }));
    await user.keyboard('{F9}');
    expect(await screen.findByText('Lettura fermata: 120 e-mail lette, 880 restano da leggere.')).toBeTruthy();
  });

  test('that cannot be read stands in the status bar, bold, on every screen', async () => {
    const problem = {
      code: 'mailbox',
      what: 'La cartella non c’è più.',
      why: 'Le richieste restano.',
      remedy: 'Indicala.',
    };
    await shown({ mailbox: { checkedAt: null, problem } });
    const bar = within(screen.getByRole('contentinfo'));
    const item = bar.getByRole('button', { name: 'La cartella della posta non risponde' });
    expect(item.className).toContain('status-warn');
  });
});

describe('the rail', () => {
  const badges = () =>
    within(screen.getByRole('navigation', { name: 'Sezioni' }))
      .getAllByRole('link')
      .map(({ textContent }) => textContent)
      .filter((text) => /\d/.test(text ?? ''));

  test('counts the e-mails not read with the requests, and Oggi leads to them', async () => {
    const { bridge, user } = await shown();
    arrive(bridge, 'a.eml', Buffer.from('%PDF-1.7'));
    await bridge.ask('requests.checkMailbox', {});
    await waitFor(() => expect(badges()).toContain('Richieste9 da fare'));
    // The focus is on the thing to do now: what is new waits to be shown (W35).
    await user.click(await screen.findByRole('button', { name: /^1 nuova, mostra$/ }));
    await user.click(await screen.findByRole('link', { name: /Guarda: 1 e-mail non letta/ }));
    expect(await screen.findByRole('listbox', { name: 'Altre e-mail' })).toBeTruthy();
  });

  test('counts only what this person must do', async () => {
    const { user, bridge } = await shown();
    await waitFor(() => expect(badges()).toEqual(['Oggi8 cose da fare', 'Richieste8 da fare', 'Coda1 da chiarire']));
    await user.click(screen.getByRole('button', { name: /^Marta Bellin/ }));
    await user.keyboard('{ArrowDown}{Enter}');
    expect(await awaitCalls(bridge, 'people.actAs')).toEqual([{ id: 'vidal' }]);
    await waitFor(() =>
      expect(badges().slice(1)).toEqual(['Richieste8 da fare', 'Approvazione2 da decidere', 'Coda1 da chiarire']),
    );
  });
});

test('the training banner leads out of the example', async () => {
  const { user, bridge } = await shown({ training: true });
  await user.click(screen.getByRole('button', { name: 'Esci dall’addestramento' }));
  expect(await awaitCalls(bridge, 'core.leaveExample')).toHaveLength(1);
});

test('Ctrl+E opens the emergency from any place', async () => {
  const { user } = await shown();
  await user.keyboard('{Control>}e{/Control}');
  expect(screen.getByRole('dialog', { name: 'Invia un’emergenza' })).toBeTruthy();
});

test('a bug in a screen leaves the frame standing, and the screen opens again', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { bridge, user } = await shown();
  const list = bridge.call;
  // A register whose rows and columns are missing.
  Object.assign(bridge, { call: async () => ({ ok: true, value: { all: 1 } }) });
  act(() => bridge.emit({ name: 'menu', command: 'register' }));
  await screen.findByText('Questa schermata ha avuto un problema interno');
  Object.assign(bridge, { call: list });
  expect(screen.getByRole('navigation', { name: 'Sezioni' })).toBeTruthy();
  await user.keyboard('{Control>}1{/Control}');
  expect(await screen.findByRole('button', { name: 'Apri la richiesta' })).toBeTruthy();
  complaint.mockRestore();
});
