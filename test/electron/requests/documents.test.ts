/** The text asked, where it lies in a document or an invitation that came with the e-mail (P11, P24, R38, R39). */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import type { RequestDetail } from '#shared/requests/views.ts';
import { docxFile, icsFile, odtFile, pdfFile, wordParagraph } from '../../helpers/documents.ts';
import { type MailPart, mailWith } from '../../helpers/mailParts.ts';
import { openTown, type Town } from '../../helpers/openTown.ts';

afterAll(stopWorkers);

const WORDS = 'Lunedì 9 marzo la biblioteca resta chiusa per inventario.';
const DOCX: MailPart = {
  name: 'avviso.docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: docxFile(wordParagraph(WORDS)),
};
const INVITE: MailPart = {
  name: 'invite.ics',
  type: 'text/calendar',
  bytes: icsFile([
    'SUMMARY:Incontro pubblico',
    'DTSTART:20260311T170000Z',
    'DTEND:20260311T183000Z',
    'LOCATION:Sala civica',
  ]),
};
const SEND = ['Buongiorno, in allegato il testo da inviare venerdì 6 marzo.', 'Grazie, Giulia'];
const LIBRARY = { name: 'Giulia Ferrante', address: 'biblioteca@comune.valdombra.example' };
const plainWith = (lines: readonly string[], ...parts: readonly MailPart[]): string =>
  mailWith({
    ...{ id: 'con-documenti', subject: 'Avviso da pubblicare', receivedAt: '2026-03-02T07:12:00.000Z' },
    ...{ sender: LIBRARY, to: 'avvisi@comune.valdombra.example', lines, parts },
  });
const hash = ({ bytes }: MailPart): string => createHash('sha256').update(bytes).digest('hex');

async function arrived(lines: readonly string[], ...parts: readonly MailPart[]) {
  const town = await openTown();
  writeFileSync(join(town.folder, 'posta', 'mail.eml'), plainWith(lines, ...parts));
  expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 1, added: 1, problems: [] });
  const [row] = (await act(town.app, 'requests.list', { text: '', limit: 10 })).rows;
  const get = (): Promise<RequestDetail> => act(town.app, 'requests.get', { id: row?.id ?? '' });
  return { town, get, request: await get() };
}
const documents = ({ app }: Town, { mail }: RequestDetail) => act(app, 'requests.documents', { mail: mail ?? '' });

describe('an e-mail without a text, and one document that has one', () => {
  it('proposes it by itself, with a doubt and its source', async () => {
    const { request } = await arrived(SEND, DOCX);
    expect(request.asked.text).toBe(WORDS);
    expect(request.text).toBe(WORDS);
    expect(request.askedFrom).toMatchObject({ attachment: hash(DOCX), by: null, before: '' });
    expect(request.missing).not.toContain('text');
    expect(request.data.sendDate).toBe('2026-03-06');
    const codes = request.warnings.map(({ code }) => code);
    expect(codes).toContain('text-from-attachment');
    expect(codes).not.toContain('text-in-attachment');
  });

  it('of which the app was wrong is asked again without it', async () => {
    const { town, get, request } = await arrived(SEND, DOCX);
    await act(town.app, 'requests.giveTextBack', { id: request.id });
    expect(await get()).toMatchObject({
      asked: { text: '' },
      askedFrom: null,
      missing: expect.arrayContaining(['text']),
    });
  });

  it('an invitation gives what, when and where; its day is never the day of sending', async () => {
    const { request } = await arrived(['Buongiorno, potete avvisare i cittadini?', 'Giulia'], INVITE);
    expect(request.asked.text).toBe(
      'Incontro pubblico\n\nQuando: mercoledì 11 marzo 2026 dalle 18:00 alle 19:30\nDove: Sala civica',
    );
    expect(request.data.sendDate).toBeNull();
    expect(request.confirmed).toEqual([]);
    expect(request.warnings.map(({ message }) => message).join()).toContain('il giorno è quello dell’evento');
  });
});

describe('what a person decides', () => {
  it('of two documents with a text none is proposed; one is taken, and taken back', async () => {
    const odt = { ...DOCX, name: 'altro.odt', bytes: odtFile('<text:p>Un altro testo per i cittadini.</text:p>') };
    const { town, get, request } = await arrived(SEND, DOCX, odt);
    expect(request.asked.text).toBe('');
    expect((await documents(town, request)).documents).toMatchObject([
      { id: hash(DOCX), name: 'avviso.docx', text: WORDS, problem: null },
      { id: hash(odt), name: 'altro.odt', text: 'Un altro testo per i cittadini.' },
    ]);
    await act(town.app, 'requests.takeText', { id: request.id, attachment: hash(odt) });
    expect(await get()).toMatchObject({
      asked: { text: 'Un altro testo per i cittadini.' },
      askedFrom: { attachment: hash(odt), by: expect.any(String), before: '' },
    });
    await act(town.app, 'requests.takeText', { id: request.id, attachment: hash(DOCX) });
    await act(town.app, 'requests.giveTextBack', { id: request.id });
    expect((await get()).asked.text).toBe('');
    expect(await town.app.call('requests.giveTextBack', { id: request.id })).toMatchObject({
      ok: false,
      error: { code: 'text-not-taken' },
    });
  });

  it('the text of the e-mail stays where it has one; that of the document may be taken', async () => {
    const lines = ['Da inviare venerdì 6 marzo.', 'Testo:', 'Venerdì 13 marzo letture ad alta voce in biblioteca.'];
    const { town, get, request } = await arrived(lines, DOCX);
    expect(request).toMatchObject({
      askedFrom: null,
      asked: { text: 'Venerdì 13 marzo letture ad alta voce in biblioteca.' },
    });
    await act(town.app, 'requests.takeText', { id: request.id, attachment: hash(DOCX) });
    expect((await get()).asked.text).toBe(WORDS);
    await act(town.app, 'requests.giveTextBack', { id: request.id });
    expect((await get()).asked.text).toBe('Venerdì 13 marzo letture ad alta voce in biblioteca.');
  });
});

it('a document that cannot be read says why and stops nothing; another one is read', async () => {
  const picture = { ...DOCX, name: 'locandina.pdf', type: 'application/pdf', bytes: pdfFile([{ lines: [] }]) };
  const broken = { ...DOCX, name: 'rotto.docx', bytes: DOCX.bytes.slice(0, 300) };
  const { town, request } = await arrived(SEND, picture, broken, DOCX);
  expect(request.asked.text).toBe(WORDS);
  const read = (await documents(town, request)).documents;
  expect(read.map(({ name, problem }) => [name, problem?.code ?? null])).toEqual([
    ['locandina.pdf', 'document-picture'],
    ['rotto.docx', 'document-broken'],
    ['avviso.docx', null],
  ]);
  const taken = await town.app.call('requests.takeText', { id: request.id, attachment: hash(picture) });
  expect(taken).toMatchObject({ ok: false, error: { code: 'document-picture' } });
  const unknown = await town.app.call('requests.takeText', { id: request.id, attachment: '0'.repeat(64) });
  expect(unknown).toMatchObject({ ok: false, error: { code: 'attachment-gone' } });
});

it('of many documents the first ones are looked into, and the others counted', async () => {
  const many = Array.from({ length: 7 }, (_, n) => ({
    ...DOCX,
    name: `${n}.docx`,
    bytes: docxFile(wordParagraph(`Testo ${n}`)),
  }));
  const { town, request } = await arrived(SEND, ...many);
  expect(request.asked.text).toBe('');
  const { documents: read, more } = await documents(town, request);
  expect([read.length, more]).toEqual([5, 2]);
});
