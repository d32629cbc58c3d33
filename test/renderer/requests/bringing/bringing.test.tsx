import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '#renderer/App.tsx';
import { createQueries } from '#renderer/api.ts';
import { ToastProvider } from '#renderer/ui/index.ts';
import { BATCH } from '#shared/requests/bringing.ts';
import { awaitCalls } from '../../../helpers/awaitCalls.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { emlOf, INCOMPLETE, messageIdOf, TWO_NOTICES, type WrittenMail } from '../../../helpers/mails.ts';

beforeEach(() => delete document.documentElement.dataset.appReady);
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function shown() {
  const bridge = townBridge();
  vi.stubGlobal('puntosi', bridge);
  render(
    <QueryClientProvider client={createQueries()}>
      <ToastProvider>
        <App />
      </ToastProvider>
    </QueryClientProvider>,
  );
  await waitFor(() => expect(document.documentElement.dataset.appReady).toBeDefined());
  return { bridge, user: userEvent.setup() };
}
const mailFile = (mail: WrittenMail) => new File([emlOf(mail)], `${mail.id}.eml`);
const drop = (...files: readonly File[]) =>
  fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'], items: [] } });
const banner = (text: RegExp) => screen.findByText(text);

describe('e-mails dropped on the window (W34)', () => {
  test('are read, and what came of them is said; the same again are no new requests', async () => {
    await shown();
    drop(mailFile(INCOMPLETE), mailFile(TWO_NOTICES));
    expect(await banner(/2 e-mail lette: 3 richieste nuove\./)).toBeTruthy();
    drop(mailFile(INCOMPLETE));
    expect(await banner(/1 e-mail letta: 1 c’era già\./)).toBeTruthy();
  });

  test('one opens its request with one key', async () => {
    const { user } = await shown();
    drop(mailFile(INCOMPLETE));
    await banner(/1 e-mail letta/);
    await user.keyboard('{Alt>}r{/Alt}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Corso di primo soccorso' })).toBeTruthy();
  });

  test('what is none is named, with what to do; the others are read', async () => {
    const { user } = await shown();
    drop(new File(['x'], 'foto.png'), mailFile(INCOMPLETE), new File(['nessuna intestazione'], 'strana.eml'));
    expect(await banner(/2 file non sono stati letti/)).toBeTruthy();
    expect(screen.getByText(/«foto.png» non è un’e-mail salvata/)).toBeTruthy();
    expect(screen.getByText(/Il file «strana.eml» è rovinato o non è una e-mail/)).toBeTruthy();
    expect(screen.getByText(/1 e-mail letta: 1 richiesta nuova/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Nascondi' }));
    expect(screen.queryByText(/file non sono stati letti/)).toBeNull();
  });

  test('a program that hands over only a place is told so; a drag begun in the window is none', async () => {
    await shown();
    fireEvent.drop(document.body, { dataTransfer: { files: [], types: ['text/x-moz-message'], items: [] } });
    expect(await banner(/Il programma di posta non ha consegnato l’e-mail/)).toBeTruthy();
    fireEvent.dragStart(document.body);
    fireEvent.dragOver(document.body, { dataTransfer: { files: [], types: ['Files'], items: [] } });
    expect(document.querySelector('.window-drop')).toBeNull();
    fireEvent.dragEnd(document.body);
    fireEvent.dragOver(document.body, { dataTransfer: { files: [], types: ['Files'], items: [] } });
    await waitFor(() => expect(document.querySelector('.window-drop')?.textContent).toContain('Lascia qui le e-mail'));
  });

  test('a folder is named, and not looked into', async () => {
    await shown();
    const items = [{ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true, name: 'Posta' }) }];
    fireEvent.drop(document.body, { dataTransfer: { files: [new File([], 'Posta')], types: ['Files'], items } });
    expect(await banner(/«Posta» è una cartella/)).toBeTruthy();
  });

  test('answers go after what they answer, and many can be stopped between two lots', async () => {
    const { bridge, user } = await shown();
    const answer: WrittenMail = {
      ...{ id: 'a', subject: 'Re: Corso di primo soccorso', answers: [messageIdOf(INCOMPLETE.id)] },
      lines: ['Da inviare venerdì 20 marzo 2026.'],
    };
    drop(mailFile(answer), mailFile(INCOMPLETE));
    expect(await banner(/2 e-mail lette: 1 richiesta nuova, 1 risposta a una richiesta/)).toBeTruthy();
    const lots = bridge.inputsOf('requests.bringMails').map(({ files, last }) => [files.length, last]);
    expect(lots).toEqual([
      [2, false],
      [1, true],
    ]);

    bridge.hush('requests.bringMails');
    drop(...Array.from({ length: BATCH.files + 3 }, (_, n) => mailFile({ ...INCOMPLETE, id: `c${n}` })));
    await user.click(await screen.findByRole('button', { name: 'Smetti: le altre restano da leggere' }));
    expect(bridge.inputsOf('requests.bringMails')).toHaveLength(3);
  });

  test('an app that does not answer says how many were not read', async () => {
    const { bridge } = await shown();
    bridge.fail('requests.bringMails', { code: 'core-busy', what: 'L’app non risponde.', remedy: 'Riprova.' });
    drop(mailFile(INCOMPLETE), mailFile(TWO_NOTICES));
    expect(await banner(/2 e-mail non sono state lette: portale di nuovo qui/)).toBeTruthy();
  });
});

describe('the button that does the same', () => {
  test.each([
    ['Oggi', '1'],
    ['Richieste', '2'],
  ])('stands in %s, and in the command box', async (_section, key) => {
    const { bridge, user } = await shown();
    await user.keyboard(`{Control>}${key}{/Control}`);
    expect(await screen.findByRole('button', { name: 'Apri un’e-mail…' })).toBeTruthy();
    const choose = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      expect(this.multiple).toBe(true);
      expect(this.accept).toBe('.eml,.msg');
      Object.defineProperty(this, 'files', { value: [mailFile(INCOMPLETE)] });
      this.dispatchEvent(new Event('change'));
    });
    await user.keyboard('{Control>}o{/Control}');
    expect(await awaitCalls(bridge, 'requests.bringMails')).toHaveLength(1);
    await user.keyboard('{Control>}k{/Control}');
    await user.type(screen.getByRole('combobox', { name: 'Comando, sezione o richiesta' }), 'apri un’e-mail');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(choose).toHaveBeenCalledTimes(2));
    choose.mockRestore();
  });
});

describe('pasting (P10)', () => {
  const paste = (target: Element, text: string, files: readonly File[] = []) =>
    fireEvent.paste(target, { clipboardData: { files, getData: () => text } });
  test('a text opens a request to type, with the text; in a field it stays in the field', async () => {
    const { bridge, user } = await shown();
    paste(document.body, '  Domani manca l’acqua in via Roma.  ');
    const dialog = await screen.findByRole('dialog', { name: 'Scrivi una richiesta' });
    const text = screen.getByLabelText('Testo chiesto') as HTMLTextAreaElement;
    expect(text.value).toBe('Domani manca l’acqua in via Roma.');
    paste(text, 'altro');
    expect(screen.getAllByRole('dialog')).toEqual([dialog]);
    await user.type(screen.getByLabelText('Argomento'), 'Acqua');
    await user.type(screen.getByLabelText('La sua e-mail'), 'non è un indirizzo');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByText('Scrivi il nome di chi chiede.')).toBeTruthy();
    expect(screen.getByText(/Non sembra un indirizzo/)).toBeTruthy();
    await user.type(screen.getByLabelText('Chi chiede'), 'Dario Menin');
    await user.clear(screen.getByLabelText('La sua e-mail'));
    await user.type(screen.getByLabelText('La sua e-mail'), 'dario.menin@comune.valdombra.example');
    await user.type(screen.getByLabelText('Il suo telefono'), '049 000000');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const requester = { name: 'Dario Menin', address: 'dario.menin@comune.valdombra.example', phone: '049 000000' };
    expect(await awaitCalls(bridge, 'requests.write')).toMatchObject([{ requester }]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Acqua' })).toBeTruthy();
  });
  test('copied e-mails are read', async () => {
    const { bridge } = await shown();
    paste(document.body, '', [mailFile(INCOMPLETE)]);
    expect(await awaitCalls(bridge, 'requests.bringMails')).toHaveLength(1);
  });
});
