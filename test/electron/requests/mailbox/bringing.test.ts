/** E-mails a person drops on the window or chooses go through the same door as those of the mailbox (P10). */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { BATCH, type BroughtFile } from '#shared/requests/bringing.ts';
import { emlOf, INCOMPLETE, messageIdOf, TWO_NOTICES, type WrittenMail } from '../../../helpers/mails.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';
import { msgFile } from '../reading/msgFixture.ts';

const asFile = (fileName: string, bytes: string | Uint8Array): BroughtFile => ({
  fileName,
  base64: Buffer.from(bytes).toString('base64'),
});
const mailFile = (mail: WrittenMail): BroughtFile => asFile(`${mail.id}.eml`, emlOf(mail));
const bring = ({ app }: Town, files: readonly BroughtFile[], last = true) =>
  act(app, 'requests.bringMails', { files: [...files], last });

it('says what each was: new requests, one that was there already, one that is no request', async () => {
  const town = await openTown();
  await town.receive(INCOMPLETE);
  const lunch = { id: 'pranzo', subject: 'Pranzo', lines: ['Ci vediamo a pranzo in mensa alle 13?'] };
  const brought = await bring(town, [mailFile(TWO_NOTICES), mailFile(INCOMPLETE), mailFile(lunch)]);
  expect(brought).toMatchObject({ read: 3, added: 2, known: 1, others: 1, answers: 0, problems: [], later: [] });
  expect(await bring(town, [mailFile(INCOMPLETE)])).toMatchObject({
    known: 1,
    added: 0,
    request: expect.stringMatching(/-1$/),
  });
});

it('one mail is one request, whichever way it comes first and however it was saved', async () => {
  const town = await openTown();
  const outlook = asFile(
    'Corso di primo soccorso.msg',
    msgFile({
      subject: INCOMPLETE.subject ?? '',
      body: INCOMPLETE.lines.join('\r\n'),
      senderName: 'Giulia Ferrante',
      senderAddress: 'biblioteca@comune.valdombra.example',
      headers: `Message-ID: ${messageIdOf(INCOMPLETE.id)}\r\nDate: Mon, 02 Mar 2026 08:12:00 +0100\r\n`,
    }),
  );
  expect(await bring(town, [outlook])).toMatchObject({ read: 1, added: 1 });
  writeFileSync(join(town.folder, 'posta', 'corso.eml'), emlOf(INCOMPLETE));
  expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 1, added: 0 });
  expect(await bring(town, [mailFile(INCOMPLETE), outlook])).toMatchObject({ read: 2, known: 2, added: 0 });
  expect((await act(town.app, 'requests.list', { text: '', limit: 10 })).toDo.total).toBe(1);
});

it('what cannot be read is named, and the rest goes on; it is no look at the mailbox (P20)', async () => {
  const town = await openTown();
  const before = (await act(town.app, 'service.status', {})).mailbox;
  const brought = await bring(town, [
    asFile('rotta.msg', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1, 2, 3])),
    asFile('niente.eml', 'solo parole, nessuna intestazione'),
    mailFile(INCOMPLETE),
  ]);
  expect(brought.problems.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['rotta.msg', 'mail-unreadable'],
    ['niente.eml', 'mail-unreadable'],
  ]);
  expect(brought).toMatchObject({ read: 1, added: 1 });
  expect((await act(town.app, 'service.status', {})).mailbox).toEqual(before);
  // They are in the hands of who brought them: no list waits for them.
  expect((await act(town.app, 'requests.unread', {})).total).toBe(0);
});

describe('an answer brought before what it answers', () => {
  const answer: WrittenMail = {
    id: 'risposta',
    subject: 'Re: Corso di primo soccorso',
    answers: [messageIdOf(INCOMPLETE.id)],
    lines: ['Buongiorno, da inviare venerdì 20 marzo.', 'https://www.comune.valdombra.example/novita/corso'],
  };
  it('is asked for again after the others', async () => {
    const town = await openTown();
    expect(await bring(town, [mailFile(answer), mailFile(INCOMPLETE)], false)).toMatchObject({
      read: 1,
      added: 1,
      later: [0],
    });
    expect(await bring(town, [mailFile(answer)])).toMatchObject({ read: 1, answers: 1, added: 0, later: [] });
  });
  it('is kept as it is when nothing else comes', async () => {
    const town = await openTown();
    expect(await bring(town, [mailFile(answer)])).toMatchObject({ read: 1, later: [] });
  });
});

it('the same mail brought twice at once is one', async () => {
  const town = await openTown();
  const twice = await Promise.all([bring(town, [mailFile(INCOMPLETE)]), bring(town, [mailFile(INCOMPLETE)])]);
  expect(twice.map(({ added }) => added).toSorted()).toEqual([0, 1]);
});

it('refuses more than one call carries, names with folders and what is no base64', async () => {
  const { app } = await openTown();
  const one = mailFile(INCOMPLETE);
  const ask = (files: readonly BroughtFile[]) => app.call('requests.bringMails', { files, last: true });
  expect((await ask(Array.from({ length: BATCH.files + 1 }, () => one))).ok).toBe(false);
  expect((await ask([{ ...one, fileName: '../corso.eml' }])).ok).toBe(false);
  expect((await ask([{ ...one, base64: 'è' }])).ok).toBe(false);
  expect((await ask([])).ok).toBe(false);
});
