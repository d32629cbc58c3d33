import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { wholeFileParts } from '#electron/files/wholeFiles.ts';
import { attachmentCases } from '#electron/requests/attachments.ts';
import { folderMailbox } from '#electron/requests/mailbox/folderMailbox.ts';
import { checkMailbox } from '#electron/requests/mailbox/receive.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { ok } from '#shared/kernel/result.ts';
import { must, openTownDesk } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { emlWith, type MailPart } from '../../helpers/mailParts.ts';
import { jpeg, png } from '../../helpers/pictures.ts';

afterAll(stopWorkers);

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A desk that has received one e-mail with these files. */
async function received(...parts: readonly MailPart[]) {
  return receivedOn('linux', ...parts);
}

async function receivedOn(platform: NodeJS.Platform, ...parts: readonly MailPart[]) {
  const asked: string[] = [];
  const target = temporaryFolder();
  const opened = openTownDesk({
    ask: async (ask) => {
      if (ask.what === 'choose-folder') asked.push(ask.title);
      return ok(target);
    },
  });
  const { desk: own, requests } = opened;
  // Elsewhere than on Windows the mark would not be written.
  const desk = { ...own, profile: own.profile, files: nodeFiles({ ...wholeFileParts(), platform }) };
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'posta.eml'), emlWith(...parts));
  must(await checkMailbox({ desk, store: requests, mailbox: folderMailbox(folder, desk.files), wasSent: () => false }));
  const [request] = requests.undecided();
  const cases = attachmentCases(desk, requests);
  return { opened, request, mail: request?.mail ?? '', target, asked, ...cases };
}

describe('pictures of an e-mail (P10)', () => {
  it('are those that came inside it, attached or in its text, told by their bytes', async () => {
    const [plan, photo] = [png(640, 480), jpeg(1_200, 800)];
    const { pictures, mail } = await received(
      { name: 'pianta.dat', type: 'application/octet-stream', bytes: plan },
      { name: 'foto.jpg', type: 'image/jpeg', bytes: photo, cid: 'foto@posta' },
    );
    const shown = must(await pictures({ mail }));
    expect(shown.tooBig).toEqual([]);
    expect(shown.pictures).toEqual([
      {
        id: hash(plan),
        name: 'pianta.dat',
        kind: 'image/png',
        width: 640,
        height: 480,
        base64: Buffer.from(plan).toString('base64'),
      },
      {
        id: hash(photo),
        name: 'foto.jpg',
        kind: 'image/jpeg',
        width: 1_200,
        height: 800,
        base64: Buffer.from(photo).toString('base64'),
      },
    ]);
  });

  it('are never what only calls itself one, a dot that counts readers, or one that would not end', async () => {
    const { pictures, mail } = await received(
      {
        name: 'logo.png',
        type: 'image/png',
        bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      },
      { name: 'punto.png', type: 'image/png', bytes: png(1, 1) },
      { name: 'bomba.png', type: 'image/png', bytes: png(60_000, 60_000, { rows: 1 }) },
    );
    expect(must(await pictures({ mail }))).toMatchObject({ pictures: [], tooBig: [{ name: 'bomba.png' }] });
  });

  it('are so many at most; the others are named', async () => {
    const parts = Array.from({ length: 14 }, (_, index) => ({
      name: `foto${index}.png`,
      type: 'image/png',
      bytes: png(20 + index, 20),
    }));
    const { pictures, mail } = await received(...parts);
    const shown = must(await pictures({ mail }));
    expect([shown.pictures.length, shown.tooBig.map(({ name }) => name)]).toEqual([12, ['foto12.png', 'foto13.png']]);
  });

  it('of an e-mail that was forgotten are told to be gone', async () => {
    const { opened, request, mail, pictures } = await received({
      name: 'a.png',
      type: 'image/png',
      bytes: png(20, 20),
    });
    const blob = opened.requests.mail(request?.mail ?? '')?.blob ?? '';
    writeFileSync(join(opened.folder, 'allegati', blob.slice(0, 2), blob), 'rovinato');
    expect(await pictures({ mail })).toMatchObject({ ok: false, error: { code: 'attachment-gone' } });
  });
});

describe('saving an attachment (P10)', () => {
  const pdf = { name: '../../ordinanza.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.7 ordinanza') };

  it('writes it into the chosen folder under a safe name, and never over another file', async () => {
    const { save, mail, target, asked } = await received(pdf);
    const input = { mail, attachment: hash(pdf.bytes) };
    const first = must(await save(input));
    const second = must(await save(input));
    expect([first.fileName, second.fileName]).toEqual(['_.._ordinanza.pdf', '_.._ordinanza (2).pdf']);
    expect(readdirSync(target).sort()).toEqual(['_.._ordinanza (2).pdf', '_.._ordinanza.pdf']);
    expect(readFileSync(join(target, first.fileName ?? ''))).toEqual(pdf.bytes);
    expect(asked[0]).toContain('Dove salvare');
  });

  it('marks it on Windows as come from outside, and nowhere else', async () => {
    const { save, mail, target } = await receivedOn('win32', pdf);
    const { fileName } = must(await save({ mail, attachment: hash(pdf.bytes) }));
    // Elsewhere than on NTFS the stream is a file beside it.
    expect(readdirSync(target).sort()).toEqual(['_.._ordinanza.pdf', '_.._ordinanza.pdf:Zone.Identifier']);
    expect(readFileSync(join(target, `${fileName}:Zone.Identifier`), 'latin1')).toBe('[ZoneTransfer]\r\nZoneId=3\r\n');
  });

  it('saves it also where it cannot be marked', async () => {
    const { save, mail, target } = await receivedOn('win32', pdf);
    mkdirSync(join(target, '_.._ordinanza.pdf:Zone.Identifier'));
    expect(must(await save({ mail, attachment: hash(pdf.bytes) })).fileName).toBe('_.._ordinanza.pdf');
  });

  it('hands out nothing a computer would run, and asks for no folder', async () => {
    const program = { name: 'fattura.pdf.exe', type: 'application/pdf', bytes: Buffer.from('MZ e altro') };
    const { save, mail, asked } = await received(program);
    expect(await save({ mail, attachment: hash(program.bytes) })).toMatchObject({
      ok: false,
      error: { code: 'attachment-not-saved' },
    });
    expect(asked).toEqual([]);
  });

  it('knows only the files of that e-mail', async () => {
    const { save, mail } = await received(pdf);
    expect(await save({ mail, attachment: 'f'.repeat(64) })).toMatchObject({
      ok: false,
      error: { code: 'attachment-gone' },
    });
  });
});

it('winmail.dat stays an attachment, and the operator is told what to ask (P10)', async () => {
  const tnef = {
    name: 'winmail.dat',
    type: 'application/ms-tnef',
    bytes: Buffer.from([0x78, 0x9f, 0x3e, 0x22, 1, 2, 3]),
  };
  const { request } = await received(tnef);
  const told = request?.warnings.find(({ code }) => code === 'outlook-attachment')?.message;
  expect(told).toContain('winmail.dat');
  expect(told).toContain('rimandarla come testo');
});
