import { Buffer } from 'node:buffer';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderLog } from '#electron/share/folder/folderLog.ts';
import { FOLDERS_AT_ONCE } from '#electron/share/folder/listing.ts';
import { nodeFolder } from '#electron/share/folder/nodeFolder.ts';
import { MEASURED_AT_ONCE } from '#electron/share/folder/shareFolder.ts';
import { absenceOf } from '../../../helpers/facts.ts';
import { openFolderDesk } from '../../../helpers/folderDesk.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../../helpers/folders.ts';
import { filesBelow, putFile } from '../../../helpers/realShare.ts';
import { DEV, nameFor, SPACE, sharedLogContract } from '../sharedLogContract.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
let hexes = 0;
const random = (): string => (++hexes).toString(16).padStart(8, '0');

const logIn = (root: string) =>
  folderLog({
    connect: async () => ({ location: { path: root, withoutSpace: false }, folder: nodeFolder(root) }),
    random,
    close: () => undefined,
  });

sharedLogContract('in a real folder', () => {
  const root = join(temporaryFolder(), '.puntosi-v1');
  return {
    desk: () => logIn(root),
    put: (path, content) => putFile(root, path, content),
    paths: () => filesBelow(root),
  };
});

describe('nodeFolder', () => {
  it('makes the folder of the space for its marker alone, and nothing above it', async () => {
    const root = join(temporaryFolder(), '.puntosi-v1');
    const folder = nodeFolder(root);
    await expect(folder.list('')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(folder.createExclusive('q/num-2026/1.json', bytesOf('x'))).rejects.toMatchObject({ code: 'ENOENT' });
    await folder.createExclusive('formato.json', bytesOf('x'));
    await folder.createExclusive('q/num-2026/1.json', bytesOf('x'));
    const lost = nodeFolder(join(root, 'via', '.puntosi-v1'));
    await expect(lost.createExclusive('formato.json', bytesOf('x'))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(filesBelow(root)).toEqual(['formato.json', 'q/num-2026/1.json']);
  });

  it('writes files that their owner may write: SMB refuses read-only ones', async () => {
    const root = temporaryFolder();
    await nodeFolder(root).createExclusive('formato.json', bytesOf('x'));
    expect(statSync(join(root, 'formato.json')).mode & 0o200).toBe(0o200);
  });

  it('shows a published file only when it is whole, under its name', async () => {
    const root = temporaryFolder();
    const seen: string[] = [];
    const big = new Uint8Array(4 * 1024 * 1024).fill(7);
    const publishing = nodeFolder(root).publishNew('j/a/x.jsonl', big, 'j/a/.t00000001.tmp');
    let ended = false;
    const end = publishing.finally(() => {
      ended = true;
    });
    while (!ended) {
      for (const path of filesBelow(root))
        if (path.endsWith('.jsonl')) seen.push(String(readFileSync(join(root, path)).length));
      await new Promise(setImmediate);
    }
    await end;
    expect(filesBelow(root)).toEqual(['j/a/x.jsonl']);
    expect(new Set([...seen, String(statSync(join(root, 'j/a/x.jsonl')).size)])).toEqual(new Set([String(big.length)]));
  });

  it('refuses what is bigger than the limit without reading it, and a folder in place of a file', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'grande.json'), 'x'.repeat(11));
    mkdirSync(join(root, 'cartella.json'));
    await expect(nodeFolder(root).read('grande.json', 10)).rejects.toMatchObject({ code: 'EFBIG' });
    expect(await nodeFolder(root).read('grande.json', 11)).toHaveLength(11);
    await expect(nodeFolder(root).read('cartella.json', 10_000)).rejects.toMatchObject({ code: 'EISDIR' });
  });

  it('does not go through links to other places', async () => {
    const root = temporaryFolder();
    mkdirSync(join(root, 'j'));
    symlinkSync(temporaryFolder(), join(root, 'j', 'collegamento'));
    expect(await nodeFolder(root).list('j')).toEqual([{ name: 'collegamento', isFolder: false, isSpecial: true }]);
  });

  it('measures a file once, and again after it was put there anew', async () => {
    const root = temporaryFolder();
    const folder = nodeFolder(root);
    const path = `j/${DEV}/${nameFor(1, 1, 'x')}`;
    putFile(root, path, 'prima');
    const sizes = async (): Promise<readonly (number | null)[]> =>
      (await folder.measure(dirname(path))).map(({ bytes }) => bytes);
    expect(await sizes()).toEqual([5]);
    await folder.remove(path);
    expect(await sizes()).toEqual([]);
    await folder.publishNew(path, bytesOf('dopo, intero'), `j/${DEV}/.t00000001.tmp`);
    expect(await sizes()).toEqual([12]);
  });

  it('tells the time of the drive, by which old temporaries are known', async () => {
    const root = temporaryFolder();
    putFile(root, `j/${DEV}/.t0000000a.tmp`, 'di ieri');
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    utimesSync(join(root, 'j', DEV, '.t0000000a.tmp'), yesterday, yesterday);
    putFile(root, `j/${DEV}/.t0000000b.tmp`, 'di oggi');
    const name = nameFor(1, 1, 'x');
    const at = await logIn(root).append(DEV, name, bytesOf('x'));
    expect(at).toBe(statSync(join(root, 'j', DEV, name)).mtimeMs);
    expect(readdirSync(join(root, 'j', DEV)).sort()).toEqual(['.t0000000b.tmp', name]);
  });
});

/** Puts in `folder` what is no file and no folder, under names that a file would have. */
async function special(
  folder: string,
  names: { readonly loop: string; readonly pipe: string; readonly socket: string },
) {
  mkdirSync(folder, { recursive: true });
  symlinkSync(names.loop, join(folder, names.loop));
  execFileSync('mkfifo', [join(folder, names.pipe)]);
  // The system takes only short paths for a socket.
  const short = join(temporaryFolder(), 's');
  const server = createServer().listen(short);
  await once(server, 'listening');
  renameSync(short, join(folder, names.socket));
  onTestFinished(() => void server.close());
}

describe('what is no file', () => {
  it('is never opened and never waited for: a loop of links, a link to a device, a pipe, a socket', async () => {
    const root = temporaryFolder();
    await special(root, { loop: 'giro', pipe: 'tubo', socket: 'presa' });
    symlinkSync('/dev/zero', join(root, 'infinito'));
    const folder = nodeFolder(root);
    await expect(folder.read('giro', 10)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(folder.read('infinito', 10)).rejects.toMatchObject({ code: 'ELOOP' });
    await expect(folder.read('tubo', 10)).rejects.toMatchObject({ code: 'EINVAL' });
    await expect(folder.read('presa', 10)).rejects.toMatchObject({ code: 'EINVAL' });
    expect((await folder.list('')).every(({ isSpecial, isFolder }) => isSpecial && !isFolder)).toBe(true);
  });

  it('in place of a segment or a heartbeat is named, and stops nothing', async () => {
    const shared = temporaryFolder();
    const root = join(shared, '.puntosi-v1');
    const one = openFolderDesk(temporaryFolder(), shared);
    onTestFinished(() => void one.database.close());
    await one.exchange.round();
    await one.exchange.found();
    await one.exchange.round();
    const dev = one.desk.journal.device();
    const segments = { loop: nameFor(7, 7, 'a'), pipe: nameFor(8, 8, 'b'), socket: nameFor(9, 9, 'c') };
    await special(join(root, 'j', dev), segments);
    const beats = { loop: 'aa01-01.json', pipe: 'aa02-01.json', socket: 'aa03-01.json' };
    await special(join(root, 'p'), beats);
    one.desk.journal.append([absenceOf('a1')], { actor: 'marta' });
    await one.exchange.round();
    const two = openFolderDesk(temporaryFolder(), shared);
    onTestFinished(() => void two.database.close());
    await two.exchange.round();
    const named = [
      ...Object.values(segments).map((name) => `j/${dev}/${name}`),
      ...Object.values(beats).map((name) => `p/${name}`),
    ];
    for (const { desk, exchange } of [one, two]) {
      expect(exchange.state()).toMatchObject({ state: 'connected', waiting: 0, problem: null });
      const aside = exchange.state().quarantine.filter(({ reason }) => reason === 'foreign');
      expect(aside.map(({ path }) => path).sort()).toEqual(named.sort());
      expect(desk.roster().absences.map(({ id }) => id)).toEqual(['a1']);
    }
  });

  it('in place of the marker is an illegible one, in place of a claim a claim of nobody', async () => {
    const root = temporaryFolder();
    const log = logIn(root);
    execFileSync('mkfifo', [join(root, 'formato.json')]);
    expect(await log.open()).toMatchObject({ state: 'illegible' });
    mkdirSync(join(root, 'q', 'num-2026'), { recursive: true });
    symlinkSync('000001.json', join(root, 'q', 'num-2026', '000001.json'));
    expect(await log.readClaim({ kind: 'num-2026', key: '000001' })).toEqual({ state: 'illegible' });
  });
});

it('measures so many new files at one call that the drive answers in time, and all of them in the next ones', async () => {
  const root = temporaryFolder();
  const names = Array.from({ length: 2.5 * MEASURED_AT_ONCE }, (_, index) => nameFor(index + 1, index + 1, 'x'));
  for (const name of names) putFile(root, `j/${DEV}/${name}`, 'x');
  const [folder, log] = [nodeFolder(root), logIn(root)];
  const left: number[] = [];
  for (let call = 0; call < 3; call++) {
    const entries = await folder.measure(`j/${DEV}`);
    expect(entries).toHaveLength(names.length);
    left.push(entries.filter(({ bytes }) => bytes === null).length);
  }
  expect(left).toEqual([1.5 * MEASURED_AT_ONCE, 0.5 * MEASURED_AT_ONCE, 0]);
  const first = await log.list();
  // In the order of the names, whatever that of the disk: a flood does not come before what a desk wrote first.
  expect(first.segments.map(({ name }) => name)).toEqual(names.toSorted().slice(0, MEASURED_AT_ONCE));
  expect(first.unmeasured).toHaveLength(1.5 * MEASURED_AT_ONCE);
});

it('looks through so many folders at one look, those asked for each time, the others in turn', async () => {
  const root = temporaryFolder();
  const devs = Array.from({ length: 2 * FOLDERS_AT_ONCE }, (_, index) => `a${String(index).padStart(5, '0')}`);
  for (const dev of [...devs, 'z0001']) putFile(root, `j/${dev}/${nameFor(1, 1, 'x')}`, 'x');
  const log = logIn(root);
  const seen = new Set<string>();
  for (let look = 0; look < 2; look++) {
    const { segments, unseen } = await log.list(['z0001']);
    expect(segments).toHaveLength(FOLDERS_AT_ONCE + 1);
    expect(unseen).toHaveLength(FOLDERS_AT_ONCE);
    expect(segments.at(-1)?.dev).toBe('z0001');
    for (const { dev } of segments) seen.add(dev);
  }
  expect(seen.size).toBe(2 * FOLDERS_AT_ONCE + 1);
});

describe('a disk that refuses', () => {
  it('when full keeps what there was, leaves no half file and burns no number', async (context) => {
    const disk = smallDisk(1_024);
    if (!disk) return context.skip(NO_MOUNT);
    const root = join(disk, '.puntosi-v1');
    const log = logIn(root);
    await log.found(SPACE);
    await log.append(DEV, nameFor(1, 1, 'x'), bytesOf('x'));
    const big = new Uint8Array(2 * 1024 * 1024);
    await expect(log.append(DEV, nameFor(2, 2, 'y'), big)).rejects.toMatchObject({ code: 'ENOSPC' });
    // Everything is taken up, so that not even a claim fits.
    await expect(nodeFolder(disk).createExclusive('zavorra', big)).rejects.toMatchObject({ code: 'ENOSPC' });
    for (let kibibytes = 512; kibibytes >= 4; kibibytes /= 2) {
      await nodeFolder(disk)
        .createExclusive(`zavorra-${kibibytes}`, new Uint8Array(kibibytes * 1024))
        .catch(() => undefined);
    }
    const claim = { kind: 'num-2026', key: '000001' };
    const body = { ent: 'e', dev: DEV, nonce: 'n', hlc: 'h' };
    await expect(log.claim(claim, body)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(filesBelow(root)).toEqual(['formato.json', `j/${DEV}/${nameFor(1, 1, 'x')}`]);
    expect(await log.readClaim(claim)).toEqual({ state: 'free' });
    expect(await log.open()).toMatchObject({ state: 'ready', space: SPACE });
  });

  it('when read-only is read, and says that it is', async (context) => {
    const guarded = guardedFolder();
    if (!guarded) return context.skip(NO_MOUNT);
    const root = join(guarded.path, '.puntosi-v1');
    const name = nameFor(1, 1, 'x');
    await logIn(root).found(SPACE);
    await logIn(root).append(DEV, name, bytesOf('x'));
    guarded.close();
    const log = logIn(root);
    expect(await log.open()).toMatchObject({ state: 'ready', quality: 'read-only' });
    expect((await log.list()).segments).toHaveLength(1);
    await expect(log.append(DEV, nameFor(2, 2, 'y'), bytesOf('y'))).rejects.toMatchObject({
      code: expect.stringMatching(/^(EROFS|EACCES)$/),
    });
    guarded.open();
    expect(await log.open()).toMatchObject({ quality: 'good' });
  });
});
