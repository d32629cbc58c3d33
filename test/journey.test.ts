/**
 * The story of the app in one file, without a window: an office's e-mail is read, taken in charge, checked, rewritten,
 * approved, queued, delivered, registered, and stands in the two-month PDF. Real SQLite, real files, real worker threads.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { checkDraft } from '#shared/drafts/style/check.ts';
import { checkContextOf } from '#shared/drafts/style/engine/context.ts';
import { defaultPack } from '#shared/drafts/style/pack.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { deliverySchema } from '#shared/queue/delivery.ts';
import { inWork } from './helpers/inWork.ts';
import { openTown, openTownApp } from './helpers/openTown.ts';
import { pdfFaults } from './helpers/pdfStructure.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/biblioteca-inventario';
const EMAIL = [
  'From: Giulia Ferrante <biblioteca@comune.valdombra.example>',
  'To: avvisi@comune.valdombra.example',
  'Subject: Avviso WhatsApp: biblioteca chiusa per inventario',
  'Date: Mon, 23 Nov 2026 09:12:00 +0100',
  'Message-ID: <inventario@comune.valdombra.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Buongiorno,',
  'chiediamo di inviare mercoledì 25 novembre questo avviso.',
  '',
  'Testo:',
  'Biblioteca chiusa per inventario',
  '',
  "La biblioteca di viale Po e' chiusa martedì 30 novembre per inventario . Riapre martedì 1° dicembre alle 9.",
  '',
  `Leggi la notizia: ${NEWS}`,
  '',
  'Grazie,',
  'Giulia Ferrante',
  'Ufficio Biblioteca',
].join('\r\n');

const REWRITTEN = [
  '*Biblioteca chiusa per inventario*',
  '',
  'La biblioteca di viale Po è chiusa lunedì 30 novembre per inventario. Riapre martedì 1° dicembre alle 9.',
  '',
  `Leggi la notizia: ${NEWS}`,
].join('\n');

test('one notice travels from an e-mail to a line of the PDF', async () => {
  const { app, clock, folder } = await openTown({ now: '2026-11-23T08:31:00.000Z' });

  // 1. The office's e-mail is read (P10, P11).
  mkdirSync(join(folder, 'posta'), { recursive: true });
  writeFileSync(join(folder, 'posta', 'inventario.eml'), EMAIL);
  expect(await act(app, 'requests.checkMailbox', {})).toEqual({ read: 1, added: 1, problems: [] });
  expect(await act(app, 'requests.checkMailbox', {})).toEqual({ read: 0, added: 0, problems: [] });
  const [request] = await inWork(app);
  if (!request) throw new Error('Nessuna richiesta.');
  expect(request).toMatchObject({
    state: 'open',
    missing: [],
    senderName: 'Giulia Ferrante',
    urgent: false,
    data: { sendDate: '2026-11-25', link: NEWS, office: 'Biblioteca' },
    due: '2026-11-24T16:30:00.000Z',
  });
  const { id } = request;

  // 2. Marta takes it in charge and confirms the data (P26).
  await act(app, 'requests.takeCharge', { id });
  await act(app, 'requests.setData', { id, data: { sendTime: '10:00', category: 'Servizi', reason: 'servizio' } });

  // 3. The style guide finds what is wrong; she rewrites (P23, P24).
  const context = checkContextOf(valdombra, '2026-11-25');
  const found = checkDraft(request.asked.text, defaultPack, context).filter(({ severity }) => severity === 'errore');
  expect(found.map(({ rule, excerpt }) => [rule, excerpt])).toEqual(
    expect.arrayContaining([
      ['D01', 'martedì'],
      ['O03', "e'"],
    ]),
  );
  expect(checkDraft(REWRITTEN, defaultPack, context).filter(({ severity }) => severity === 'errore')).toEqual([]);
  await act(app, 'drafts.save', { id, text: REWRITTEN });
  expect((await act(app, 'requests.get', { id })).text).toBe(REWRITTEN);
  expect(await act(app, 'drafts.forward', { id, text: REWRITTEN, reasons: {} })).toMatchObject({ to: 'Ornella Vidal' });

  // 4. The head approves exactly the text she saw (P30).
  const [waiting] = await act(app, 'drafts.waiting', {});
  if (!waiting) throw new Error('Nessun testo da approvare.');
  const refused = await app.call('queue.approve', {
    id,
    seen: waiting.rewritten.hash,
    text: waiting.rewritten.text,
    route: null,
  });
  expect(refused).toMatchObject({ ok: false, error: { code: 'not-your-role' } });
  await act(app, 'people.actAs', { id: 'ornella' });
  clock.set('2026-11-24T08:00:00.000Z');
  const approved = await act(app, 'queue.approve', {
    id,
    seen: waiting.rewritten.hash,
    text: waiting.rewritten.text,
    route: null,
  });
  expect(approved.plannedFor).toBe('2026-11-25T09:00:00.000Z');

  // 5. Nothing leaves before its time; then one JSON and one TXT lie in the contractor's folder (P33).
  //    Only the e-mail to the head went out at once (P26).
  expect(await app.tick()).toBe(1);
  expect(readdirSync(join(folder, 'uscita'))).toEqual([expect.stringMatching(/^2026-11-23_0931_.*\.eml$/)]);
  expect(readdirSync(join(folder, 'consegne'))).toEqual([]);
  clock.set(approved.plannedFor);
  expect(await app.tick()).toBe(1);
  const deliveries = readdirSync(join(folder, 'consegne')).sort();
  expect(deliveries).toEqual([expect.stringMatching(/^2026-11-25_1000_.*\.json$/), expect.stringMatching(/\.txt$/)]);
  const delivery = deliverySchema.parse(
    JSON.parse(readFileSync(join(folder, 'consegne', deliveries[0] ?? ''), 'utf8')),
  );
  expect(delivery).toMatchObject({ text: REWRITTEN, link: NEWS, office: 'Biblioteca' });
  expect(await act(app, 'queue.list', {})).toMatchObject([{ state: 'handedOver', obstacle: null }]);

  // 6. Confirmed as sent, it is in the register with its number and four texts (P24, P40).
  clock.set('2026-11-25T09:20:00.000Z');
  expect(await act(app, 'queue.confirmSent', { id, text: null, recipients: 1240, sentAt: null })).toEqual({
    number: '2026/0001',
  });
  const [entry] = await act(app, 'register.list', { from: null, to: null });
  expect(entry).toMatchObject({
    office: 'Biblioteca',
    recipients: 1240,
    deviations: [],
    asked: expect.stringContaining("e' chiusa martedì 30"),
    rewritten: { by: 'marta', text: REWRITTEN },
    approved: { by: 'ornella', text: REWRITTEN },
    sent: { text: REWRITTEN },
  });

  // 7. It stands in the PDF of November and December, archival and accessible, the same bytes every time (P50, P54).
  const made = await act(app, 'report.build', { period: '2026-6' });
  expect(made).toMatchObject({ messages: 1, fileName: 'report-2026-6.pdf' });
  expect(pdfFaults(readFileSync(join(folder, 'relazioni', made.fileName)))).toEqual([]);
  expect((await act(app, 'report.build', { period: '2026-6' })).sha256).toBe(made.sha256);
  app.close();

  // 8. Opened again tomorrow, everything is still there.
  const again = openTownApp({ folder, clock });
  expect(await act(again.app, 'register.list', { from: null, to: null })).toEqual([entry]);
}, 60_000);
