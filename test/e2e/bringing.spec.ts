/**
 * The real window: e-mails dropped from the file manager or chosen with the button become requests, and the text of a
 * document is taken with one key (P10, P11, W34, R38–R40).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { docxFile, wordItem, wordParagraph } from '../helpers/documents.ts';
import { mailWith } from '../helpers/mailParts.ts';
import { emlOf, INCOMPLETE, TWO_NOTICES } from '../helpers/mails.ts';
import { png } from '../helpers/pictures.ts';
import { openTown } from '../helpers/townWindow.ts';

/** Monday 2 March 2026, 09:00 in Rome. */
const MONDAY = '2026-03-02T08:00:00.000Z';

const WORDS = 'La biblioteca resta chiusa lunedì 9 marzo 2026 per:';
const OFFICE = mailWith({
  ...{ id: 'chiusura', subject: 'Chiusura della biblioteca', receivedAt: '2026-03-02T07:30:00.000Z' },
  sender: { name: 'Giulia Ferrante', address: 'biblioteca@comune.valdombra.example' },
  to: 'avvisi@comune.valdombra.example',
  lines: [
    'Buongiorno,',
    'da inviare venerdì 6 marzo.',
    'Testo:',
    'Chiusura della biblioteca per inventario.',
    '',
    'Grazie',
  ],
  parts: [
    {
      name: 'avviso.docx',
      type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes: docxFile(
        [wordParagraph(WORDS), wordParagraph('inventario', wordItem(1)), wordParagraph('pulizie', wordItem(1))].join(
          '',
        ),
      ),
    },
    { name: 'locandina.png', type: 'image/png', bytes: png(900, 1200) },
  ],
});

test('e-mails are dropped, chosen and pasted; a document gives its text, a picture lies beside it', async () => {
  const town = await openTown('bringing', MONDAY, []);
  onTestFinished(town.stop);
  const { window, press, pass } = town;
  const folder = mkdtempSync(join(tmpdir(), 'puntosi-portate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const drag = (type: 'dragover' | 'drop', files: readonly { readonly name: string; readonly text: string }[]) =>
    window.evaluate(
      ({ type: name, files: some }) => {
        const dataTransfer = new DataTransfer();
        for (const { name: fileName, text } of some) dataTransfer.items.add(new File([text], fileName));
        document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
      },
      { type, files },
    );
  const files = [
    { name: 'corso.eml', text: emlOf(INCOMPLETE) },
    { name: 'due.eml', text: emlOf(TWO_NOTICES) },
    { name: 'foto.png', text: 'x' },
  ];
  await press('Control+2');
  await window.getByRole('button', { name: 'Apri un’e-mail…' }).waitFor();
  await drag('dragover', files);
  await window.getByText('Lascia qui le e-mail').waitFor();
  await pass('trascina');
  await drag('drop', files);
  await window.getByText('2 e-mail lette: 3 richieste nuove.').waitFor();
  await window.getByText(/«foto.png» non è un’e-mail salvata/).waitFor();
  await pass('lette');
  await window.setViewportSize({ width: 1024, height: 768 });
  await pass('lette-1024');
  await window.setViewportSize({ width: 1366, height: 768 });
  await window.getByRole('button', { name: 'Nascondi' }).click();

  // The button does the same; what was there already is told.
  writeFileSync(join(folder, 'chiusura.eml'), OFFICE);
  writeFileSync(join(folder, 'corso.eml'), emlOf(INCOMPLETE));
  const chooser = window.waitForEvent('filechooser');
  await press('Control+o');
  await (await chooser).setFiles([join(folder, 'corso.eml'), join(folder, 'chiusura.eml')]);
  await window.getByText('2 e-mail lette: 1 richiesta nuova, 1 c’era già.').waitFor();

  await window.getByRole('option', { name: /Chiusura della biblioteca/ }).dblclick();
  await window.getByRole('button', { name: /Usa il testo di avviso.docx/ }).waitFor();
  await pass('testo-nell-allegato');
  await press('Alt+u');
  await window.getByText('Adesso il testo chiesto è quello di «avviso.docx».').waitFor();
  const editor = window.getByRole('textbox', { name: 'Testo del messaggio' });
  await expect.poll(() => editor.innerText()).toContain('- inventario\n- pulizie');
  await window.getByRole('button', { name: 'locandina.png', exact: true }).click();
  await window.getByRole('region', { name: 'Immagine: locandina.png' }).waitFor();
  await press('+');
  await window.getByText(/^Ingrandita al/).waitFor();
  await pass('figura-accanto');
  await window.setViewportSize({ width: 1024, height: 768 });
  await pass('figura-accanto-1024');
  await press('Escape');
  await window.getByRole('region', { name: 'Immagine: locandina.png' }).waitFor({ state: 'detached' });

  await window.setViewportSize({ width: 1280, height: 800 });
  await press('Control+2');
  await window.getByRole('heading', { name: 'Richieste', level: 1 }).waitFor();
  await window.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Domani manca l’acqua in via Roma.');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  await window.getByRole('dialog', { name: 'Scrivi una richiesta' }).waitFor();
  await pass('incollato');
});
