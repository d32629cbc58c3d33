import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { fileError } from '#electron/files/fileError.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { type WholeFileParts, wholeFileParts } from '#electron/files/wholeFiles.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../helpers/folders.ts';

const files = nodeFiles();
type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: string } };
const codeOf = (result: Outcome): string => (result.ok ? 'ok' : result.error.code);
const onWindows = (fault: Partial<WholeFileParts>) => nodeFiles({ ...wholeFileParts(), platform: 'win32', ...fault });

/** Renames as Windows does while another program holds a file open, until it was refused so often. */
function held(isHeld: (to: string) => boolean, times = Number.POSITIVE_INFINITY, code = 'EPERM') {
  const pauses: number[] = [];
  let refused = 0;
  const parts: Pick<WholeFileParts, 'rename' | 'pause'> = {
    pause: async (milliseconds) => void pauses.push(milliseconds),
    rename: async (from, to) => {
      if (!isHeld(to) || refused >= times) return rename(from, to);
      refused++;
      throw fileError(code, `rename ${from}`);
    },
  };
  return { parts, pauses };
}

/** The four files of a report in a folder, as they were written before. */
function report(folder: string) {
  const names = ['xlsx', 'csv', 'json', 'pdf'].map((ending) => `report.${ending}`);
  for (const name of names) writeFileSync(join(folder, name), 'vecchio');
  const contents = (): readonly string[] => names.map((name) => readFileSync(join(folder, name), 'utf8'));
  return { contents, names, group: names.map((name) => ({ path: join(folder, name), content: 'nuovo' })) };
}

describe('write', () => {
  it('writes texts and bytes, of any size, and replaces what was there', async () => {
    const path = join(temporaryFolder(), 'avviso.txt');
    for (const content of ['è chiusa\n', Uint8Array.of(0, 255, 10), '', Buffer.alloc(3_000_000, 'avviso ')]) {
      expect(await files.write([{ path, content }])).toEqual(ok(undefined));
      expect(readFileSync(path).equals(Buffer.from(content as string))).toBe(true);
    }
  });

  it('asks right before anybody can see the first file, and then may leave nothing', async () => {
    const folder = temporaryFolder();
    const group = ['a.txt', 'b.txt'].map((name) => ({ path: join(folder, name), content: name }));
    let seen: readonly string[] = [];
    const refused = await files.write(group, () => {
      seen = readdirSync(folder);
      return problem({ code: 'stop', what: 'Fermo.', remedy: 'Riprendi.' });
    });
    expect(codeOf(refused)).toBe('stop');
    expect(seen.map((name) => name.replace(/[0-9a-f]{8}/, '#')).sort()).toEqual(['a.txt.#.tmp', 'b.txt.#.tmp']);
    expect(readdirSync(folder)).toEqual([]);
    expect(codeOf(await files.write(group, () => ok(undefined)))).toBe('ok');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt']);
  });

  it.each(['report.xlsx', 'report.json', 'report.pdf'])(
    'replaces none of a group while %s is open in another program, and says so (N2)',
    async (open) => {
      const folder = temporaryFolder();
      const { contents, group, names } = report(folder);
      const { parts } = held((to) => to.endsWith(open));
      const written = await onWindows(parts).write(group);
      expect(written).toMatchObject({
        ok: false,
        error: {
          code: 'file-open-elsewhere',
          what: expect.stringContaining('aperto in un altro programma'),
          remedy: expect.stringContaining('Chiudi il file'),
        },
      });
      expect(contents()).toEqual(['vecchio', 'vecchio', 'vecchio', 'vecchio']);
      expect(readdirSync(folder).sort()).toEqual([...names].sort());
    },
  );

  it.each(['EPERM', 'EACCES', 'EBUSY'])(
    'waits longer and longer, a second and a half at most, for a file somebody holds (%s, N3)',
    async (code) => {
      const folder = temporaryFolder();
      const { contents, group } = report(folder);
      const brief = held((to) => to.endsWith('pdf'), 5, code);
      expect(codeOf(await onWindows(brief.parts).write(group))).toBe('ok');
      expect(contents()).toEqual(['nuovo', 'nuovo', 'nuovo', 'nuovo']);
      expect(brief.pauses).toEqual([10, 20, 40, 80, 150]);
      const long = held((to) => to.endsWith('xlsx'), Number.POSITIVE_INFINITY, code);
      await onWindows(long.parts).write(group);
      expect(long.pauses).toHaveLength(8);
      expect(long.pauses.reduce((sum, pause) => sum + pause, 0)).toBe(1_500);
    },
  );

  it('takes the same codes for a matter of rights where an open file can be replaced', async () => {
    const { group } = report(temporaryFolder());
    const { parts } = held((to) => to.endsWith('pdf'));
    const written = await nodeFiles({ ...wholeFileParts(), platform: 'linux', ...parts }).write(group);
    expect(codeOf(written)).toBe('folder-read-only');
  });

  it('is unsure where the drive breaks off while a file appears, and never where it refuses', async () => {
    const { group } = report(temporaryFolder());
    const breaking = (code: string) => held((to) => to.endsWith('pdf'), Number.POSITIVE_INFINITY, code).parts;
    expect(codeOf(await onWindows(breaking('ECONNRESET')).write(group))).toBe('file-outcome-unknown');
    expect(codeOf(await onWindows(breaking('ETIMEDOUT')).write(group))).toBe('file-outcome-unknown');
    expect(codeOf(await onWindows(breaking('ENOSPC')).write(group))).toBe('disk-full');
  });

  it('in a folder that is not there, read-only or full says so and leaves the old file alone', async ({ skip }) => {
    const missing = join(temporaryFolder(), 'manca', 'avviso.txt');
    expect(codeOf(await files.write([{ path: missing, content: '' }]))).toBe('folder-missing');
    const guarded = guardedFolder();
    const full = smallDisk(64);
    if (!guarded || !full) return skip(NO_MOUNT);
    for (const folder of [guarded.path, full]) writeFileSync(join(folder, 'avviso.txt'), 'vecchio');
    guarded.close();
    const writeIn = (folder: string, content: string) => files.write([{ path: join(folder, 'avviso.txt'), content }]);
    expect(codeOf(await writeIn(guarded.path, 'nuovo'))).toBe('folder-read-only');
    expect(codeOf(await writeIn(full, 'x'.repeat(200_000)))).toBe('disk-full');
    for (const folder of [guarded.path, full]) {
      expect(readFileSync(join(folder, 'avviso.txt'), 'utf8')).toBe('vecchio');
      expect(readdirSync(folder)).toEqual(['avviso.txt']);
    }
  });
});

describe('nothing but plain files is read or replaced', () => {
  const places: readonly (readonly [string, (path: string) => unknown])[] = [
    ['a folder', (path) => mkdirSync(path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to a device', (path) => symlinkSync('/dev/zero', path)],
  ];
  it.skipIf(process.platform === 'win32').each(places)('%s', async (_what, put) => {
    const folder = temporaryFolder();
    const path = join(folder, 'avviso.txt');
    put(path);
    expect(codeOf(await files.read(path, 1_000))).toBe('file-not-plain');
    const beside = { path: join(folder, 'prima.txt'), content: 'x' };
    const appearing = vi.fn(() => ok(undefined));
    expect(codeOf(await files.write([beside, { path, content: 'x' }], appearing))).toBe('file-not-plain');
    expect(appearing).not.toHaveBeenCalled();
    expect(readdirSync(folder)).toEqual(['avviso.txt']);
  });
});

describe('read', () => {
  it('counts what it reads: more than the limit is too large, however the file grows', async () => {
    const path = join(temporaryFolder(), 'foglio.csv');
    writeFileSync(path, 'x'.repeat(1_000));
    expect(await files.read(path, 1_000)).toEqual(ok(Uint8Array.from(Buffer.from('x'.repeat(1_000)))));
    const large = await files.read(path, 999);
    expect(codeOf(large)).toBe('file-too-large');
    truncateSync(path, 30_000_000);
    expect(await files.read(path, 25_000_000)).toMatchObject({ error: { what: 'Il file supera 25 MB.' } });
  });

  it('says what is not there', async () => {
    expect(codeOf(await files.read(join(temporaryFolder(), 'manca'), 10))).toBe('folder-missing');
    expect(await files.exists(join(temporaryFolder(), 'manca', 'a'))).toEqual(ok(false));
  });
});

it('saves under a name that is free, and answers with the name alone (N8)', async () => {
  const folder = temporaryFolder();
  const bytes = Buffer.from('bando');
  const name = 'bando di gara.pdf';
  const names = [];
  for (const place of [folder, `${folder}/`, folder]) names.push(await files.save(place, name, bytes));
  expect(names).toEqual([ok(name), ok('bando di gara (2).pdf'), ok('bando di gara (3).pdf')]);
  expect(readdirSync(folder)).toHaveLength(3);
});

it('tries whether a folder can be written in by writing, and leaves nothing (N4)', async ({ skip }) => {
  const folder = guardedFolder();
  if (!folder) return skip(NO_MOUNT);
  expect(codeOf(await files.tryWriting(folder.path))).toBe('ok');
  expect(readdirSync(folder.path)).toEqual([]);
  folder.close();
  expect(codeOf(await files.tryWriting(folder.path))).toBe('folder-read-only');
});

it('sweeps its own temporaries older than an hour, and nothing else', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'ab'));
  const [old, recent] = ['lettera.eml.0a81dcf6.tmp', 'lettera.eml.ffffffff.tmp'];
  const others = ['lettera.eml', 'altrui.tmp', 'a.0A81DCF6.tmp'];
  const hourAgo = Date.now() / 1_000 - 3_700;
  for (const name of [old, recent, ...others, 'ab/0a.0a81dcf6.tmp']) {
    writeFileSync(join(folder, name), 'x');
    if (name !== recent) utimesSync(join(folder, name), hourAgo, hourAgo);
  }
  expect(await files.sweep(folder, false)).toEqual(ok(1));
  expect(await files.sweep(folder, true)).toEqual(ok(1));
  expect(readdirSync(folder).sort()).toEqual(['ab', recent, ...others].sort());
  expect(codeOf(await files.sweep(join(folder, 'manca'), false))).toBe('folder-missing');
});
