/** The office's hard days in the real window, by keyboard alone: grouped e-mail, head away, duplicate, invoice, Sunday. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { letter } from '#electron/demo/mails.ts';
import { mailboxOf, newsOf } from '#electron/demo/prose.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { emlWith } from '../helpers/mailParts.ts';
import { png } from '../helpers/pictures.ts';
import { openTown, type TownWindow } from '../helpers/townWindow.ts';

/** Tuesday 24 November 2026, 09:14 in Rome. */
const TUESDAY = '2026-11-24T08:14:00.000Z';
/** Monday 11 January 2027, 09:05 in Rome: the two months are over some days ago, statement and invoice are there. */
const MONDAY_AFTER = '2027-01-11T08:05:00.000Z';
/** Sunday 22 November 2026, 22:00 in Rome. */
const SUNDAY_NIGHT = '2026-11-22T21:00:00.000Z';

const GROUPED = letter(
  {
    name: 'due-avvisi',
    arrives: ['2026-11-24', '08:20'],
    from: ['Giulia Ferrante', mailboxOf('biblioteca')],
    subject: 'Due avvisi',
  },
  [
    'Buongiorno,',
    'chiediamo l’invio di due avvisi.',
    '',
    '1) Gruppo di lettura. Il gruppo di lettura si trova giovedì 17 dicembre alle 20.30 in biblioteca. Da inviare venerdì 11 dicembre.',
    newsOf('gruppo-di-lettura'),
    '',
    '2) Nuovo orario. Da lunedì 4 gennaio la biblioteca apre anche il giovedì mattina dalle 9 alle 12.30. Da inviare lunedì 21 dicembre.',
    newsOf('biblioteca-orario-2027'),
    '',
    'Giulia Ferrante',
    'Ufficio Biblioteca',
  ].join('\n'),
);
const TODAY = letter(
  {
    name: 'tigli',
    arrives: ['2026-11-24', '08:05'],
    from: ['Renato Sartor', mailboxOf('lavori.pubblici')],
    subject: 'Via dei Tigli',
  },
  `Buongiorno,\nda inviare oggi, martedì 24 novembre.\n\nTesto:\nVia dei Tigli chiusa al traffico\n\nVia dei Tigli è chiusa mercoledì 25 novembre dalle 8 alle 17.\n\nLeggi la notizia: ${newsOf('via-dei-tigli')}\n\nRenato Sartor\nUfficio Lavori pubblici`,
);

const AGAIN = letter(
  {
    name: 'di-nuovo',
    arrives: ['2026-11-24', '08:40'],
    from: ['Renato Sartor', mailboxOf('lavori.pubblici')],
    subject: 'Chiusura strada',
  },
  `Buongiorno,\nda inviare oggi, martedì 24 novembre.\n\nTesto:\nVia dei Tigli chiusa al traffico\n\nMercoledì 25 novembre via dei Tigli è chiusa dalle 8 alle 17.\n\nLeggi la notizia: ${newsOf('via-dei-tigli')}\n\nRenato Sartor\nUfficio Lavori pubblici`,
);

async function town(spec: string, now: string, mails: Parameters<typeof openTown>[2]): Promise<TownWindow> {
  const opened = await openTown(spec, now, mails);
  onTestFinished(opened.stop);
  return opened;
}

async function openFirst({ window, press }: TownWindow): Promise<void> {
  await press('F9');
  // Until all are read, which is the first of the list is not settled.
  await window
    .getByText(/^Posta letta: /)
    .first()
    .waitFor();
  await press('Control+2');
  await window.getByRole('listbox').focus();
  await press('Enter');
  await window.locator('.cm-content').waitFor();
}

describe('an e-mail with two requests (P12)', () => {
  test('each is its own, with its date, its link and its band; Alt+2 goes to the second', async () => {
    const opened = await town('grouped', TUESDAY, [GROUPED]);
    const { window, press } = opened;
    await openFirst(opened);
    await opened.pass('prima');
    await press('Alt+2');
    await window.getByRole('heading', { name: 'Nuovo orario' }).waitFor();
    expect(await window.locator('.cm-content').innerText()).toContain('apre anche il giovedì mattina');
    await opened.pass('seconda');
  });
});

/** The head of sector is away all week, as somebody wrote under Turni e assenze. */
async function sendHeadAway({ window }: TownWindow): Promise<void> {
  const away = await window.evaluate(() =>
    (globalThis as unknown as { puntosi: Bridge }).puntosi.call('people.setAbsence', {
      id: null,
      person: 'ornella',
      from: '2026-11-24',
      to: '2026-11-27',
    }),
  );
  expect(away).toMatchObject({ ok: true });
}

/** Confirms the data of the open request and lets it leave by the alternative way. */
async function releaseOpen({ window, press, pass }: TownWindow): Promise<void> {
  await press('Control+Shift+Enter');
  await window.getByRole('button', { name: /Via alternativa/ }).waitFor();
  await press('Control+Enter');
  await window.locator('dialog[open]').waitFor();
  await pass('via-alternativa');
  await press('Control+Enter');
  await window.locator('dialog[open]').waitFor({ state: 'detached' });
}

/** Back at the list, the next request is selected already: one key opens it. */
async function openNext({ window, press }: TownWindow): Promise<void> {
  await window.locator('[role="listbox"]:focus').waitFor();
  await window.getByRole('option', { name: /Gruppo di lettura/, selected: true }).waitFor();
  await press('Enter');
  await window.getByRole('heading', { name: 'Gruppo di lettura' }).waitFor();
}

describe('an e-mail with a picture and a document (P10)', () => {
  test('the picture opens large and gives the focus back; nothing from outside is shown', async () => {
    const eml = emlWith(
      { name: 'pianta.png', type: 'image/png', bytes: png(900, 600), cid: 'pianta@posta' },
      { name: 'ordinanza.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') },
    );
    const opened = await town('picture', TUESDAY, [{ name: 'allegati', arrives: ['2026-11-24', '08:05'], eml }]);
    const { window, press, pass } = opened;
    await openFirst(opened);
    const small = window.getByRole('button', { name: 'pianta.png', exact: true });
    await small.waitFor();
    await expect
      .poll(() => small.locator('img').evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(900);
    expect(
      await window
        .locator('img')
        .evaluateAll((images) => images.map((one) => (one as HTMLImageElement).src.slice(0, 10))),
    ).toEqual(['data:image']);
    await small.scrollIntoViewIfNeeded();
    await pass('allegati');
    await small.focus();
    await press('Enter');
    const large = window.getByRole('region', { name: 'Immagine: pianta.png' });
    await large.waitFor();
    await pass('immagine');
    await press('Escape');
    await large.waitFor({ state: 'detached' });
    await expect.poll(() => small.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('an ordinary request (L5)', () => {
  test('takes four keys: open, confirm all, forward, the next one', async () => {
    const opened = await town('ordinary', TUESDAY, [TODAY, GROUPED]);
    const { window, press } = opened;
    await press('F9');
    await window
      .getByText(/^Posta letta: /)
      .first()
      .waitFor();
    await press('Control+2');
    await window.getByRole('listbox').focus();
    const keys = await opened.countKeys();
    await press('Enter');
    await window
      .getByText(/^(Il testo è pronto|Pronto, con .*) per il capo settore\.$/)
      .or(window.getByText(/Prima di inoltrare/))
      .waitFor();
    await press('Control+Shift+Enter');
    await window.getByText(/^(Il testo è pronto|Pronto, con .*) per il capo settore\.$/).waitFor();
    await press('Control+Enter');
    await window.getByText(/Il testo è in Approvazione, per Ornella Vidal/).waitFor();
    await openNext(opened);
    expect(await keys()).toBe(4);
  });
});

describe('the head away (P32)', () => {
  test('the text goes by e-mail to the contractor, head and mayor in copy', async () => {
    const opened = await town('head-away', TUESDAY, [TODAY, GROUPED]);
    const { window, press, data } = opened;
    await sendHeadAway(opened);
    await press('F9');
    await window
      .getByText(/^Posta letta: /)
      .first()
      .waitFor();
    await press('Control+2');
    await window.getByRole('listbox').focus();
    const keys = await opened.countKeys();
    await press('Enter');
    await window.locator('.cm-content').waitFor();
    await releaseOpen(opened);
    await openNext(opened);
    expect(await keys()).toBe(5);
    await press('Control+4');
    await window.getByText('Da spedire', { exact: true }).first().waitFor({ timeout: 30_000 });
    await opened.pass('coda');
    const [file = ''] = readdirSync(join(data, 'uscita')).filter(
      (name) => name.endsWith('-1.eml') || /^2026-11-24_/.test(name),
    );
    const letterText = readFileSync(join(data, 'uscita', file), 'latin1');
    expect(letterText).toMatch(
      /^Cc: ornella\.vidal@comune\.valdombra\.example,\s+sindaca@comune\.valdombra\.example\r?$/m,
    );
  });
});

describe('the same notice asked twice (P21)', () => {
  test('the comparison says why; one key closes the second request and tells the office', async () => {
    const opened = await town('duplicate', TUESDAY, [TODAY]);
    const { window, press, data, pass } = opened;
    await sendHeadAway(opened);
    await openFirst(opened);
    await releaseOpen(opened);
    writeFileSync(join(data, 'posta', 'di-nuovo.eml'), AGAIN.eml);
    await openFirst(opened);
    const keys = await opened.countKeys();
    await press('Control+D');
    await window.getByRole('button', { name: /È un duplicato/ }).waitFor();
    await pass('confronto');
    await press('1');
    await window.locator('.toast').waitFor();
    expect(await keys()).toBe(2);
    await pass('chiusa');
    const closed = await window.evaluate(() =>
      (globalThis as unknown as { puntosi: Bridge }).puntosi.call('requests.decided', { text: '', limit: 100 }),
    );
    expect(closed).toMatchObject({
      value: { rows: expect.arrayContaining([expect.objectContaining({ closed: { outcome: 'duplicato' } })]) },
    });
  });
});

/** The row only the contractor knows: what adding it to the register asks, then contested and taken back by Ctrl+Z. */
async function contestAndTakeBack({ window, press, pass }: TownWindow): Promise<void> {
  const lists = window.getByRole('tablist', { name: 'Liste del confronto' });
  await lists.getByRole('tab', { selected: true }).focus();
  const wanted = /Solo nel rendiconto/;
  for (let step = 0; step < 4 && (await lists.getByRole('tab', { name: wanted, selected: true }).count()) === 0; step++)
    await press('ArrowRight');
  await window.getByRole('listbox', { name: wanted }).focus();
  await press('3');
  await window.getByRole('dialog', { name: 'Aggiungi al registro' }).waitFor();
  await pass('aggiungi');
  await press('Escape');
  await window.locator('dialog[open]').waitFor({ state: 'detached' });
  await window.getByRole('listbox', { name: wanted }).focus();
  await press('1');
  await window.locator('dialog[open]').waitFor();
  await window.keyboard.type('Concordato con la sindaca.');
  await press('Control+Enter');
  await window.getByText('accettato.', { exact: false }).first().waitFor();
  await press('Control+Z');
  await window.getByText('Deciso: contestato.').waitFor();
}

describe('an invoice that disagrees (P51–P53)', () => {
  test('it is told against the register, and the decision stands in the PDF', async () => {
    const opened = await town('invoice', MONDAY_AFTER, undefined);
    const { app, window, press, data, pass } = opened;
    await press('Control+6');
    const steps = window.getByRole('tablist', { name: 'Passi del report' });
    await steps.getByRole('tab', { selected: true }).focus();
    await press('ArrowRight');
    await window.getByRole('tablist').nth(1).waitFor();
    await pass('riconciliazione');
    await window.getByRole('button', { name: /Indica le colonne/ }).focus();
    await press('Enter');
    await window.getByRole('region', { name: 'Prime righe del rendiconto' }).waitFor();
    await pass('colonne');
    await press('Escape');
    await contestAndTakeBack(opened);
    await steps.getByRole('tab', { selected: true }).focus();
    await press('ArrowRight');
    await window.getByRole('heading', { name: 'I controlli' }).waitFor();
    expect(await window.getByRole('img', { name: 'da chiarire' }).count()).toBeGreaterThan(0);
    await pass('fattura');

    const wrong = join(data, 'fattura-sbagliata.xml');
    const right = readFileSync(join(data, 'fattura-ditta.xml'), 'utf8');
    writeFileSync(wrong, right.replace(/(<ImportoTotaleDocumento>)[\d.]+/, '$1' + '9999.99'));
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, wrong);
    await window.getByRole('button', { name: /Cambia fattura/ }).focus();
    await press('Enter');
    await window.getByText('Il totale è 9.999,99 €, ma imponibile e IVA fanno', { exact: false }).waitFor();
    await pass('fattura-sbagliata');

    await steps.getByRole('tab', { selected: true }).focus();
    await press('ArrowRight');
    await pass('decisione');
    await steps.getByRole('tab', { selected: true }).focus();
    await press('ArrowRight');
    await press('Control+Enter');
    await window.getByText(/\.pdf creato/).waitFor({ timeout: 40_000 });
    await pass('relazione');
  });
});

describe('Sunday, 22:00: an emergency (P34)', () => {
  test('Ctrl+E, who authorises, why; it leaves at once and waits to be put in order', async () => {
    const opened = await town('emergency', SUNDAY_NIGHT, []);
    const { window, press, data } = opened;
    const keys = await opened.countKeys();
    await press('Control+E');
    await window.locator('dialog[open]').waitFor();
    await opened.pass('vuota');
    await press('Control+A');
    await window.keyboard.type('Allerta rossa. Resta in casa fino alle 6 di lunedì 23 novembre.');
    await press('Tab');
    await window.keyboard.type('La sindaca');
    await press('Tab');
    await press('Tab');
    await window.keyboard.type('Piena del fiume');
    await opened.pass('scritta');
    await press('Tab');
    await press('Tab');
    await press('Enter');
    await window.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await keys()).toBe(8);
    const delivered = () => readdirSync(join(data, 'consegne')).filter((name) => name !== 'ADDESTRAMENTO.txt');
    await expect.poll(() => delivered().length, { timeout: 25_000 }).toBe(2);
    await press('Control+4');
    await window.getByText('Chiesto', { exact: true }).first().waitFor();
    await opened.pass('coda');

    // The head comes in: it is her first thing to do, and one key leads straight to it.
    await opened.sitDown(2);
    await press('Control+1');
    await window
      .locator('.now')
      .getByRole('heading', { name: /^Regolarizza l’emergenza/ })
      .waitFor();
    await opened.pass('oggi-del-capo');
    await press('Enter');
    await window.getByRole('dialog', { name: 'Regolarizza l’emergenza' }).waitFor();
    await opened.pass('regolarizza');
    await press('Control+Enter');
    await window.getByText(/^Emergenza regolarizzata/).waitFor();
  });
});
