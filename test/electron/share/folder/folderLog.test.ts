import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import { folderLog } from '#electron/share/folder/folderLog.ts';
import { claimKey } from '#electron/share/folder/layout.ts';
import { shareError } from '#electron/share/folder/shareError.ts';
import { Crash, type MemoryClient, type MemoryDrive, memoryDrive } from '../../../helpers/memoryShare.ts';
import { randomFrom } from '../../../helpers/random.ts';
import { DEV, nameFor, SPACE, sharedLogContract } from '../sharedLogContract.ts';

const DAY = 86_400_000;
const BODY = { ent: 'notice/1', dev: DEV, nonce: 'n1', hlc: 'x' };
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'done',
    (cause: { readonly code?: string }) => cause.code ?? cause,
  );

sharedLogContract('in memory', () => {
  const drive = memoryDrive();
  let desks = 0;
  return {
    desk: () => drive.client(`pc-${++desks}`, randomFrom(desks)).log(),
    put: drive.put,
    paths: drive.paths,
  };
});

async function founded(): Promise<{
  readonly drive: MemoryDrive;
  readonly client: MemoryClient;
  readonly log: SharedLog;
}> {
  const drive = memoryDrive();
  const client = drive.client('pc-1', randomFrom(1));
  const log = client.log();
  await log.found(SPACE);
  return { drive, client, log };
}

describe('a drive that is away', () => {
  it.each([
    ['gone', 'ENOENT'],
    ['down', 'EHOSTDOWN'],
  ] as const)('is never an empty register: %s', async (line, code) => {
    const { client, log } = await founded();
    await log.open();
    client.weather.line = line;
    const asked: readonly (() => Promise<unknown>)[] = [
      () => log.readClaim({ kind: 'num-2026', key: '000001' }),
      () => log.claims('num-2026'),
      () => log.getBlob(DEV, 'a'.repeat(64)),
      () => log.claim({ kind: 'num-2026', key: '000001' }, BODY),
      log.list,
      () => log.found(SPACE),
      log.open,
    ];
    for (const ask of asked) expect(await codeOf(ask())).toBe(code);
    client.weather.line = 'up';
    expect(await log.open()).toMatchObject({ state: 'ready' });
  });

  it('is not without a register when it goes away while it is looked at', async () => {
    const { folder } = memoryDrive().client('pc-1', randomFrom(1));
    const answers = [async () => ({ location: { path: '/x', withoutSpace: false }, folder })];
    const connect = () => answers.pop()?.() ?? Promise.reject(shareError('ENOENT', 'unità scollegata'));
    const log = folderLog({ connect, random: () => '00000000', close: () => undefined });
    expect(await codeOf(log.open())).toBe('ENOENT');
  });

  it('is not written anew where the folder of the space has vanished', async () => {
    const { drive, log } = await founded();
    await log.open();
    drive.restore({ files: new Map(), folders: new Set() });
    expect(await codeOf(log.append(DEV, nameFor(1, 1, 'x'), bytesOf('x')))).toBe('ENOENT');
    expect(await codeOf(log.claim({ kind: 'num-2026', key: '000001' }, BODY))).toBe('ENOENT');
    expect(await codeOf(log.list())).toBe('ENOENT');
    expect(drive.paths()).toEqual([]);
  });
});

describe('the quality of a drive', () => {
  it('is weak when one’s own second creation is let through', async () => {
    const { drive, log } = await founded();
    drive.exclusive = 'blind';
    expect(await log.open()).toMatchObject({ quality: 'weak-exclusive' });
  });

  it('is read-only until writing is allowed again', async () => {
    const { client, log } = await founded();
    client.weather.readOnly = true;
    expect(await log.open()).toMatchObject({ state: 'ready', quality: 'read-only' });
    expect(await log.list()).toMatchObject({ segments: [] });
    client.weather.readOnly = false;
    expect(await log.open()).toMatchObject({ quality: 'good' });
  });

  it('is not judged while the drive is full, and is read all the same', async () => {
    const { drive, log } = await founded();
    drive.full = true;
    expect(await log.open()).toMatchObject({ state: 'ready', quality: 'good' });
    expect(await codeOf(log.append(DEV, nameFor(1, 1, 'x'), bytesOf('x')))).toBe('ENOSPC');
    drive.full = false;
    drive.exclusive = 'blind';
    expect(await log.open()).toMatchObject({ quality: 'weak-exclusive' });
  });

  it('is tested once for each opening of the program, and not at each look', async () => {
    const { client, log } = await founded();
    await log.open();
    const before = client.operations();
    await log.open();
    expect(client.operations() - before).toBeLessThan(5);
  });
});

describe('a full drive', () => {
  it('burns no number and leaves no half file', async () => {
    const { drive, log } = await founded();
    drive.full = true;
    const name = { kind: 'num-2026', key: '000001' };
    expect(await codeOf(log.claim(name, BODY))).toBe('ENOSPC');
    expect(await codeOf(log.append(DEV, nameFor(1, 1, 'x'), bytesOf('x')))).toBe('ENOSPC');
    expect(drive.paths()).toEqual(['formato.json']);
    drive.full = false;
    expect(await log.claim(name, BODY)).toBe(true);
  });
});

describe('what crashes left behind', () => {
  it('is swept by its owner alone, and only after a day of the drive’s clock', async () => {
    const { drive, client } = await founded();
    drive.put(`j/${DEV}/.t00000001.tmp`, 'vecchio');
    drive.put('j/altro/.t00000002.tmp', 'vecchio, di un altro');
    drive.put('.t00000003.tmp', 'prova di un altro');
    drive.time += DAY;
    drive.put(`j/${DEV}/.t00000004.tmp`, 'di adesso');
    drive.put('.t00000005.tmp', 'prova di adesso');
    drive.time += 5;
    const name = nameFor(1, 1, 'x');
    const log = client.log();
    await log.open();
    await log.append(DEV, name, bytesOf('x'));
    expect(drive.paths()).toEqual([
      '.t00000005.tmp',
      'formato.json',
      `j/${DEV}/.t00000004.tmp`,
      `j/${DEV}/${name}`,
      'j/altro/.t00000002.tmp',
    ]);
  });
});

describe('the key of a claim', () => {
  it('stays itself when every drive can hold it, and never becomes another one’s', async () => {
    expect(['000123', 'ab12cd34-2', 'con', 'Con', 'h-1'].map(claimKey)).toEqual([
      '000123',
      'ab12cd34-2',
      expect.stringMatching(/^h-[0-9a-f]{32}$/),
      expect.stringMatching(/^h-[0-9a-f]{32}$/),
      expect.stringMatching(/^h-[0-9a-f]{32}$/),
    ]);
    const { log } = await founded();
    expect(await log.claim({ kind: 'presa', key: 'Con' }, BODY)).toBe(true);
    expect(await log.claim({ kind: 'presa', key: claimKey('Con') }, BODY)).toBe(true);
  });
});

describe('a drive on which two computers win the same creation', () => {
  it('gives both the claim, and the file tells the later one', async () => {
    const { drive, log } = await founded();
    drive.exclusive = 'racy';
    const other = drive.client('pc-2', randomFrom(2)).log();
    const name = { kind: 'num-2026', key: '000001' };
    expect(await log.claim(name, BODY)).toBe(true);
    expect(await other.claim(name, { ...BODY, nonce: 'n2' })).toBe(true);
    expect(await log.readClaim(name)).toMatchObject({ by: { nonce: 'n2' } });
  });

  it('has one founder: the other reads that it is not he', async () => {
    const drive = memoryDrive();
    drive.exclusive = 'racy';
    const [one, two] = [1, 2].map((seed) => drive.client(`pc-${seed}`, randomFrom(seed)).log());
    const founding = await Promise.all([one?.found(SPACE), two?.found({ ...SPACE, id: 'altro' })]);
    expect(founding.filter(Boolean).length).toBeLessThanOrEqual(1);
  });
});

describe('whatever happens', () => {
  const CONTENTS = ['uno\n', 'uno\ndue\n', 'tre'.repeat(50)];

  it('a published segment is whole, and an error leaves either nothing or all of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(30), fc.constantFrom(0, 0.2), async (seed, crashIn, refusals) => {
        const drive = memoryDrive();
        const client = drive.client('pc-1', randomFrom(seed));
        await client.log().found(SPACE);
        Object.assign(client.weather, { crashIn, refusals });
        const acknowledged: string[] = [];
        for (const [index, content] of CONTENTS.entries()) {
          const name = nameFor(index + 1, index + 1, content);
          const result = await codeOf(client.log().append(DEV, name, bytesOf(content)));
          if (result === 'done') acknowledged.push(name);
          else if (result instanceof Crash) client.revive();
          else expect(['EBUSY', 'EPERM', 'EIO']).toContain(result);
        }
        const reader = drive.client('pc-2', randomFrom(0)).log();
        const { segments, foreign } = await reader.list();
        expect(foreign).toEqual([]);
        expect(segments.map(({ name }) => name)).toEqual(expect.arrayContaining(acknowledged));
        for (const { dev, name, bytes } of segments) {
          const content = Buffer.from(await reader.read({ dev, name, bytes })).toString('utf8');
          expect(CONTENTS).toContain(content);
          expect(name).toBe(nameFor(Number(name.slice(0, 9)), Number(name.slice(0, 9)), content));
        }
      }),
    );
  });

  it('a claim has at most one winner, and an unreadable one none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), async (seed, crashes) => {
        const drive = memoryDrive();
        const random = randomFrom(seed);
        await drive.client('pc-0', random).log().found(SPACE);
        const name = { kind: 'num-2026', key: '000001' };
        const clients = crashes.map((crashIn, index) => {
          const client = drive.client(`pc-${index + 1}`, random);
          Object.assign(client.weather, { crashIn, refusals: 0.1 });
          return client;
        });
        const results = await Promise.all(
          clients.map((client, index) =>
            client
              .log()
              .claim(name, { ...BODY, nonce: `n${index}` })
              .catch(() => false),
          ),
        );
        expect(results.filter(Boolean).length).toBeLessThanOrEqual(1);
        const found = await drive.client('pc-0', random).log().readClaim(name);
        const winner = results.indexOf(true);
        if (winner >= 0) expect(found).toMatchObject({ state: 'taken', by: { nonce: `n${winner}` } });
      }),
    );
  });
});
