import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { folderMailbox } from '#electron/requests/mailbox/folderMailbox.ts';
import { MAX_MAIL_BYTES } from '#shared/requests/reading/mail.ts';
import { temporaryFolder } from '../../../helpers/folders.ts';

/** A folder with two good mails, and whatever `spoil` adds. */
function folderWith(spoil: (folder: string) => void = () => undefined): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'b.eml'), 'From: b\n\nb');
  writeFileSync(join(folder, 'a.MSG'), 'a');
  spoil(folder);
  return folder;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const listed = await folderMailbox(folder, nodeFiles()).list();
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value.map(({ name }) => name);
}

async function outcomeOf(folder: string, name: string): Promise<string> {
  const listed = await folderMailbox(folder, nodeFiles()).list();
  const ref = listed.ok ? listed.value.find((one) => one.name === name) : undefined;
  const read = await folderMailbox(folder, nodeFiles()).read(ref?.id ?? `${name}||`);
  return read.ok ? new TextDecoder().decode(read.value) : read.error.code;
}

describe('folderMailbox lists', () => {
  it('mails only, in a stable order', async () => {
    const folder = folderWith((path) => {
      writeFileSync(join(path, 'note.txt'), 'x');
      mkdirSync(join(path, 'vecchie'));
    });
    expect(await namesIn(folder)).toEqual(['a.MSG', 'b.eml']);
  });

  it.each([
    ['a folder that is not there', (folder: string) => join(folder, 'manca'), 'mail-folder-missing'],
    ['a file instead of a folder', (folder: string) => join(folder, 'b.eml'), 'mail-folder-missing'],
    [
      'a folder that cannot be read',
      (folder: string) => {
        symlinkSync('giro', join(folder, 'giro'));
        return join(folder, 'giro');
      },
      'mail-folder-unreadable',
    ],
  ])('nothing from %s, and says why', async (_, place, code) => {
    const path = place(folderWith());
    const listed = await folderMailbox(path, nodeFiles()).list();
    if (listed.ok) throw new Error('letta');
    expect(listed.error).toMatchObject({ code, what: expect.stringContaining(`«${path}»`) });
    expect(listed.error.remedy).not.toBe('');
  });
});

describe('folderMailbox reads', () => {
  it('the bytes of a mail as they are', async () => {
    expect(await outcomeOf(folderWith(), 'b.eml')).toBe('From: b\n\nb');
  });

  it.each([
    ['a mail that went away', (folder: string) => rmSync(join(folder, 'x.eml'), { force: true }), 'mail-gone'],
    ['a folder named like a mail', (folder: string) => mkdirSync(join(folder, 'x.eml')), 'mail-not-a-file'],
    [
      'a pipe, which would never end',
      (folder: string) => execFileSync('mkfifo', [join(folder, 'x.eml')]),
      'mail-not-a-file',
    ],
    ['a link to itself', (folder: string) => symlinkSync('x.eml', join(folder, 'x.eml')), 'mail-file-unreadable'],
    [
      'a mail above the limit, without reading it',
      (folder: string) => {
        writeFileSync(join(folder, 'x.eml'), '');
        truncateSync(join(folder, 'x.eml'), MAX_MAIL_BYTES + 1);
      },
      'mail-too-large',
    ],
  ])('%s as a problem of that mail alone', async (_, spoil, code) => {
    const folder = folderWith(spoil);
    expect(await outcomeOf(folder, 'x.eml')).toBe(code);
    expect(await outcomeOf(folder, 'a.MSG')).toBe('a');
  });

  it.each(['../b.eml', 'sotto/b.eml', '..', '.', '', 'note.txt'])(
    'nothing outside the mails of the folder: %j',
    async (id) => {
      const folder = folderWith((path) => {
        mkdirSync(join(path, 'sotto'));
        writeFileSync(join(path, 'sotto', 'b.eml'), 'x');
        writeFileSync(join(path, 'note.txt'), 'x');
      });
      expect(await outcomeOf(folder, id)).toBe('mail-gone');
    },
  );
});
