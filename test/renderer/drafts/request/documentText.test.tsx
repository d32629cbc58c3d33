import { EditorView } from '@codemirror/view';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RequestScreen } from '#renderer/drafts/request/RequestScreen.tsx';
import { useWritings } from '#renderer/writing/writing.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { docxFile, icsFile, pdfFile, wordParagraph } from '../../../helpers/documents.ts';
import { type MailPart, mailWith } from '../../../helpers/mailParts.ts';
import { png } from '../../../helpers/pictures.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  useWritings.setState({ texts: {}, kept: {} });
  vi.unstubAllGlobals();
});

const WORDS = 'Lunedì 7 dicembre la biblioteca resta chiusa per inventario.';
const OWN = 'Venerdì 11 dicembre letture ad alta voce in biblioteca per bambini.';
const DOCX: MailPart = { name: 'avviso.docx', type: 'application/octet-stream', bytes: docxFile(wordParagraph(WORDS)) };
const SEND = ['Buongiorno, in allegato il testo da inviare venerdì 4 dicembre.', 'Grazie, Giulia'];

/** The screen of the request of an e-mail with these files. */
async function shown(lines: readonly string[], ...parts: readonly MailPart[]) {
  const bridge = townBridge();
  const mail = mailWith({
    ...{ id: 'con-documenti', subject: 'Avviso', receivedAt: '2026-11-24T07:12:00.000Z', to: 'avvisi@comune.example' },
    sender: { name: 'Giulia Ferrante', address: 'biblioteca@comune.valdombra.example' },
    ...{ lines, parts },
  });
  const files = [{ fileName: 'mail.eml', base64: Buffer.from(mail).toString('base64') }];
  const { request } = await bridge.ask('requests.bringMails', { files, last: true });
  const acts = {
    onOpen: vi.fn(),
    onBack: vi.fn(),
    onAsk: vi.fn(),
    onSee: vi.fn(),
    onPause: vi.fn(),
    onWithdraw: vi.fn(),
  };
  const neighbours = { position: 1, total: 1, previous: undefined, next: undefined };
  const screens = showScreen(() => <RequestScreen id={request ?? ''} {...acts} neighbours={neighbours} />, bridge);
  await screen.findByRole('textbox', { name: 'Testo del messaggio' });
  return {
    ...screens,
    ...acts,
    asked: async () => (await bridge.ask('requests.get', { id: request ?? '' })).asked.text,
  };
}
const written = () =>
  EditorView.findFromDOM(screen.getByRole('textbox', { name: 'Testo del messaggio' }))?.state.doc.toString();

test('the text of a document is taken with one key, and taken back with another (R39, P24, P67)', async () => {
  const { user, asked } = await shown(['Da inviare venerdì 4 dicembre.', 'Testo:', OWN], DOCX);
  expect(written()).toBe(OWN);
  expect(await screen.findByText('testo nell’allegato')).toBeTruthy();
  const offer = await screen.findByRole('region', { name: 'Testo di avviso.docx' });
  expect(offer.textContent).toBe(WORDS);
  await user.keyboard('{Alt>}u{/Alt}');
  await waitFor(() => expect(written()).toBe(WORDS));
  expect(await asked()).toBe(WORDS);
  expect(await screen.findByText(/Il testo chiesto viene dall’allegato/)).toBeTruthy();
  expect(screen.queryByRole('region', { name: 'Testo di avviso.docx' })).toBeNull();
  await user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(written()).toBe(OWN));
  expect(await asked()).toBe(OWN);
});

test('a text the app found by itself says from where, and can be refused', async () => {
  const { user, asked } = await shown(SEND, DOCX);
  expect(written()).toBe(WORDS);
  const source = await screen.findByRole('region', { name: 'Da dove viene il testo chiesto' });
  expect(source.textContent).toContain('l’ha trovato l’app, controlla che sia proprio quello da inviare');
  await user.click(within(source).getByRole('button', { name: 'Non è questo il testo' }));
  await waitFor(async () => expect(await asked()).toBe(''));
  expect(written()).toBe('');
  // It may still be taken.
  expect(await screen.findByRole('button', { name: /Usa il testo di avviso.docx/ })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Non serve' }));
  expect(screen.queryByRole('button', { name: /Usa il testo/ })).toBeNull();
});

test('an invitation gives what, when and where; the day of sending is left to a person (R38)', async () => {
  const lines = [
    'SUMMARY:Incontro pubblico',
    'DTSTART:20261209T170000Z',
    'DTEND:20261209T183000Z',
    'LOCATION:Sala civica',
  ];
  await shown(['Potete avvisare i cittadini?'], { name: 'invite.ics', type: 'text/calendar', bytes: icsFile(lines) });
  expect(await screen.findByText('invito: mercoledì 9 dicembre 2026 dalle 18:00 alle 19:30')).toBeTruthy();
  expect(written()).toContain('Quando: mercoledì 9 dicembre 2026 dalle 18:00 alle 19:30\nDove: Sala civica');
  const source = await screen.findByRole('region', { name: 'Da dove viene il testo chiesto' });
  expect(source.textContent).toContain('il giorno di invio sceglilo tu');
  expect(screen.getByText('Manca la data di invio.')).toBeTruthy();
});

test('a document that cannot be read says why, and what to ask', async () => {
  const pdf = { name: 'locandina.pdf', type: 'application/pdf', bytes: pdfFile([{ lines: [] }]) };
  await shown(SEND, pdf);
  expect(
    await screen.findByText(
      '«locandina.pdf» non ha parole da leggere: il testo è in una figura. Chiedi il testo scritto.',
    ),
  ).toBeTruthy();
});

test('a picture lies large beside the editor, is made larger with the keyboard, and Esc closes it (R40)', async () => {
  const picture = { name: 'bozza.png', type: 'image/png', bytes: png(800, 600) };
  const { user, onBack } = await shown(SEND, picture);
  const small = await screen.findByRole('button', { name: 'bozza.png' });
  await user.click(small);
  const large = screen.getByRole('region', { name: 'Immagine: bozza.png' });
  expect(document.activeElement).toBe(large);
  expect(screen.getByRole('textbox', { name: 'Testo del messaggio' })).toBeTruthy();
  const image = within(large).getByRole('img', { name: 'bozza.png' });
  await user.keyboard('{+}');
  expect(Number(image.getAttribute('width'))).toBeGreaterThan(0);
  const first = Number(image.getAttribute('width'));
  await user.click(screen.getByRole('button', { name: 'Più grande' }));
  expect(Number(image.getAttribute('width'))).toBeGreaterThan(first);
  await user.keyboard('-');
  expect(Number(image.getAttribute('width'))).toBe(first);
  await user.keyboard('0');
  expect(screen.getByText('Larga quanto il riquadro')).toBeTruthy();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Immagine: bozza.png' })).toBeNull();
  expect(onBack).not.toHaveBeenCalled();
});

test('who sent a picture is asked for the text in writing (R40)', async () => {
  const bytes = new Uint8Array(Buffer.concat([png(800, 600), Buffer.alloc(30_000)]));
  const { bridge } = await shown(SEND, { name: 'bozza.png', type: 'image/png', bytes });
  const row = (await bridge.ask('requests.list', { text: 'Avviso', limit: 100 })).rows.find(
    ({ title }) => title === 'Avviso',
  );
  const { text } = await bridge.ask('requests.askDraft', { id: row?.id ?? '' });
  expect(text).toContain('- il testo scritto nella e-mail: quello nella figura non si può copiare');
});
