/** The drive in memory does go wrong in the ways it says, and the same way again from the same seed. */
import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import { Crash, memoryDrive } from '../../helpers/memoryShare.ts';
import { randomFrom } from '../../helpers/random.ts';

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const textOf = (bytes: Uint8Array | undefined): string | undefined => bytes && Buffer.from(bytes).toString('utf8');
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (cause: { readonly code?: string; readonly name: string }) => cause.code ?? cause.name,
  );

it('does the same again from the same seed', async () => {
  const history = async (): Promise<unknown> => {
    const drive = memoryDrive();
    const clients = [1, 2, 3].map((seed) => drive.client(`pc-${seed}`, randomFrom(seed)));
    for (const { weather } of clients) Object.assign(weather, { refusals: 0.3, stale: 0.4, crashIn: 12 });
    const outcomes: unknown[] = [];
    for (let round = 0; round < 5; round++) {
      const work = clients.flatMap(({ folder }, index) => [
        codeOf(folder.createExclusive(`f${round}`, bytesOf('intero'))),
        codeOf(folder.publishNew(`j/a/${index}-${round}`, bytesOf('intero'), `j/a/.t0000${index}${round}00.tmp`)),
        codeOf(folder.list('')),
      ]);
      outcomes.push(await Promise.all(work));
    }
    return { outcomes, files: drive.paths().map((path) => [path, textOf(drive.get(path))]) };
  };
  const first = await history();
  expect(await history()).toEqual(first);
  expect(JSON.stringify(first)).toMatch(/Crash/);
  expect(JSON.stringify(first)).toMatch(/EBUSY|EPERM|EIO/);
});

it('dies at the operation asked for, tears what was not flushed, and does nothing more until it is started again', async () => {
  const contents = new Set<string | undefined>();
  for (let seed = 0; seed < 200; seed++) {
    const drive = memoryDrive();
    const client = drive.client('pc-1', randomFrom(seed));
    await client.folder.createExclusive('prima', bytesOf('x'));
    client.weather.crashIn = 2;
    await expect(client.folder.createExclusive('f', bytesOf('abc'))).rejects.toThrow(Crash);
    expect(client.isDead()).toBe(true);
    await expect(client.folder.remove('prima')).rejects.toThrow(Crash);
    client.revive();
    expect(textOf(await client.folder.read('prima', 10))).toBe('x');
    contents.add(textOf(drive.get('f')));
  }
  expect([...contents].sort()).toEqual(['', 'a', 'ab', 'abc']);
});

it('tears no file that is published, wherever the computer dies', async () => {
  const outcomes = new Set<string | undefined>();
  for (let seed = 0; seed < 50; seed++) {
    for (let crashIn = 1; crashIn < 10; crashIn++) {
      const drive = memoryDrive();
      drive.makeFolder('j');
      const { folder, weather } = drive.client('pc-1', randomFrom(seed));
      weather.crashIn = crashIn;
      await codeOf(folder.publishNew('j/a/x', bytesOf('intero'), 'j/a/.t00000000.tmp'));
      outcomes.add(textOf(drive.get('j/a/x')));
    }
  }
  expect(outcomes).toEqual(new Set([undefined, 'intero']));
});

it('shows listings of before, is full, is read-only and hangs when told to', async () => {
  const drive = memoryDrive();
  const { folder, weather } = drive.client('pc-1', randomFrom(1));
  await folder.createExclusive('uno', bytesOf('1'));
  await folder.list('');
  await folder.createExclusive('due', bytesOf('2'));
  weather.stale = 1;
  expect(await folder.list('')).toEqual([{ name: 'uno', isFolder: false }]);
  weather.stale = 0;
  expect(await folder.list('')).toHaveLength(2);
  drive.full = true;
  expect(await codeOf(folder.createExclusive('tre', bytesOf('3')))).toBe('ENOSPC');
  weather.readOnly = true;
  expect(await codeOf(folder.createExclusive('tre', bytesOf('3')))).toBe('EROFS');
  expect(await codeOf(folder.remove('due'))).toBe('EROFS');
  expect(drive.paths()).toEqual(['due', 'uno']);
  weather.line = 'hung';
  const tick = Symbol('still waiting');
  expect(await Promise.race([folder.read('uno', 9), new Promise((resolve) => setImmediate(() => resolve(tick)))])).toBe(
    tick,
  );
});

it('can be damaged and put back as it was', async () => {
  const drive = memoryDrive();
  const { folder } = drive.client('pc-1', randomFrom(1));
  await folder.createExclusive('j', bytesOf('a'));
  const copy = drive.copy();
  drive.flip('j', 1);
  drive.put('estraneo.txt', 'x');
  drive.tear('estraneo.txt', 0);
  expect([textOf(drive.get('j')), textOf(drive.get('estraneo.txt'))]).toEqual(['c', '']);
  drive.restore(copy);
  expect(drive.paths().map((path) => [path, textOf(drive.get(path))])).toEqual([['j', 'a']]);
  drive.delete('j');
  expect(drive.paths()).toEqual([]);
});
