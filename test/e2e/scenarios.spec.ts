/** The office's hard days in the real window, by keyboard alone: grouped e-mail, head away, Sunday emergency. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { letter, mailboxOf, newsOf } from '#electron/demo/mails.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import { openTown, type TownWindow } from '../helpers/townWindow.ts';

/** Tuesday 24 November 2026, 09:14 in Rome. */
const TUESDAY = '2026-11-24T08:14:00.000Z';
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

async function town(spec: string, now: string, mails: Parameters<typeof openTown>[2]): Promise<TownWindow> {
  const opened = await openTown(spec, now, mails);
  onTestFinished(opened.stop);
  return opened;
}

async function openFirst({ window, press }: TownWindow): Promise<void> {
  await press('F9');
  await window.getByText('Prendi in carico', { exact: false }).first().waitFor();
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

describe('the head away (P32)', () => {
  test('the text goes by e-mail to the contractor, head and mayor in copy', async () => {
    const opened = await town('head-away', TUESDAY, [TODAY]);
    const { window, press, data } = opened;
    const away = await window.evaluate(() =>
      (globalThis as unknown as { puntosi: Bridge }).puntosi.call('people.setAbsence', {
        id: null,
        person: 'ornella',
        from: '2026-11-24',
        to: '2026-11-27',
      }),
    );
    expect(away).toMatchObject({ ok: true });
    await openFirst(opened);
    await press('Control+Shift+Enter');
    await window.getByRole('button', { name: /Via alternativa/ }).waitFor();
    await press('Control+Enter');
    await window.locator('dialog[open]').waitFor();
    await opened.pass('via-alternativa');
    await press('Control+Enter');
    await window.locator('dialog[open]').waitFor({ state: 'detached' });
    await press('Control+4');
    await window.getByText('Consegnato', { exact: false }).first().waitFor({ timeout: 30_000 });
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

describe('Sunday, 22:00: an emergency (P34)', () => {
  test('Ctrl+E, who authorises, why; it leaves at once and waits to be put in order', async () => {
    const opened = await town('emergency', SUNDAY_NIGHT, []);
    const { window, press, data } = opened;
    await press('Control+E');
    await window.locator('dialog[open]').waitFor();
    await opened.pass('vuota');
    const text = window.locator('dialog[open] textarea');
    await text.focus();
    await press('Control+A');
    await window.keyboard.type('Allerta rossa. Resta in casa fino alle 6 di lunedì 23 novembre.');
    await press('Tab');
    await window.keyboard.type('La sindaca');
    await press('Tab');
    await press('Tab');
    await window.keyboard.type('Piena del fiume');
    await opened.pass('scritta');
    await window.getByRole('button', { name: /Consegna alla ditta/ }).focus();
    await press('Enter');
    await window.locator('dialog[open]').waitFor({ state: 'detached' });
    await expect.poll(() => readdirSync(join(data, 'consegne')).length, { timeout: 25_000 }).toBe(2);
    await press('Control+4');
    await window.getByText('Consegnato', { exact: false }).first().waitFor();
    await opened.pass('coda');
  });
});
