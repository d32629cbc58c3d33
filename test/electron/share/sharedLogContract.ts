/** What every shared place must do, whatever it is made of: run on memory, on a real folder and over a real process. */
import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { ClaimBody, Opened, SharedLog, Space } from '#electron/journal/exchange/sharedLog.ts';
import { sha256 } from '#electron/journal/journal.ts';

export interface ContractPlace {
  /** Another desk at the same place, each time. */
  readonly desk: () => SharedLog;
  /** Puts a file there that no desk wrote: conflict copies, damage. */
  readonly put: (path: string, content: string) => void;
  /** Names that differ by their case alone are one file there. */
  readonly foldsCase?: boolean;
  /** The relative paths of all files there. */
  readonly paths: () => readonly string[];
}

export const SPACE: Space = { id: 'valdombra-1', format: 1, founder: { dev: 'a1b2c3d4e5f6', key: 'chiave' } };
export const DEV = 'a1b2c3d4e5f6';
const OTHER = '0f0f0f0f0f0f';
const BODY: ClaimBody = { ent: 'notice/1', dev: DEV, nonce: 'n1', hlc: '0190000000000000.a1b2c3d4e5f6' };
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

/** The name of a segment as the journal gives it: range and hash of the content. */
export function nameFor(first: number, last: number, content: string): string {
  const digits = (seq: number): string => String(seq).padStart(9, '0');
  return `${digits(first)}-${digits(last)}.${sha256(content).slice(0, 32)}.jsonl`;
}

/** What opening found, without the path of the place. */
const stateOf = (opened: Opened): Omit<Opened, 'location'> => {
  const { location: _, ...rest } = opened;
  return rest;
};

export function sharedLogContract(title: string, place: () => ContractPlace): void {
  const foundedPlace = async (): Promise<ContractPlace> => {
    const made = place();
    expect(await made.desk().found(SPACE)).toBe(true);
    return made;
  };

  describe(`${title}: the space`, () => {
    it('is unfounded until a person founds it, then every desk reads who did', async () => {
      const { desk } = place();
      expect(stateOf(await desk().open())).toEqual({ state: 'unfounded' });
      expect(await desk().found(SPACE)).toBe(true);
      for (const log of [desk(), desk()]) {
        expect(stateOf(await log.open())).toEqual({ state: 'ready', space: SPACE, quality: 'good' });
      }
    });

    it('is founded once: the second founder is told, and the first one again that it is his', async () => {
      const { desk } = await foundedPlace();
      expect(await desk().found({ ...SPACE, id: 'altro' })).toBe(false);
      expect(await desk().found(SPACE)).toBe(true);
      expect(await desk().open()).toMatchObject({ state: 'ready', space: SPACE });
    });

    it.each(['', '{"id":"valdo', '{"id":"x","format":1}', 'x'.repeat(100_000)])(
      'is illegible, never empty, when the marker is damaged',
      async (content) => {
        const { desk, put } = place();
        put('formato.json', content);
        expect(stateOf(await desk().open())).toEqual({ state: 'illegible' });
        expect(await desk().found(SPACE)).toBe(false);
      },
    );

    it('is illegible when there are segments and no marker', async () => {
      const { desk, put } = place();
      put(`j/${DEV}/${nameFor(1, 1, 'x')}`, 'x');
      expect(stateOf(await desk().open())).toEqual({ state: 'illegible' });
    });

    it('is only read when it is of a newer format', async () => {
      const { desk, put, paths } = place();
      put('formato.json', JSON.stringify({ ...SPACE, format: 2, more: true }));
      expect(await desk().open()).toMatchObject({ state: 'ready', space: { format: 2 }, quality: 'read-only' });
      expect(paths()).toEqual(['formato.json']);
    });

    it('leaves nothing of its tests behind', async () => {
      const { desk, paths } = await foundedPlace();
      await desk().open();
      expect(paths()).toEqual(['formato.json']);
    });
  });

  describe(`${title}: segments`, () => {
    it('are seen whole by the others, under their author', async () => {
      const { desk } = await foundedPlace();
      const name = nameFor(1, 2, 'uno\ndue\n');
      await desk().append(DEV, name, bytesOf('uno\ndue\n'));
      const other = desk();
      const { segments, foreign, heartbeats } = await other.list();
      expect({ segments, foreign, heartbeats }).toEqual({
        segments: [{ dev: DEV, name, bytes: 8, writtenAt: expect.any(Number) }],
        foreign: [],
        heartbeats: [],
      });
      expect(textOf(await other.read({ dev: DEV, name, bytes: 8 }))).toBe('uno\ndue\n');
    });

    it('can be published again, which changes nothing, and answer with the time of the place', async () => {
      const { desk, paths } = await foundedPlace();
      const log = desk();
      const name = nameFor(1, 1, 'uno\n');
      const first = await log.append(DEV, name, bytesOf('uno\n'));
      expect(first).toBeGreaterThan(1_700_000_000_000);
      expect(await log.append(DEV, name, bytesOf('uno\n'))).toBe(first);
      expect(paths()).toEqual(['formato.json', `j/${DEV}/${name}`]);
    });

    it('that were damaged in the place are healed by publishing them again', async () => {
      const { desk, put } = await foundedPlace();
      const name = nameFor(1, 1, 'uno e due\n');
      for (const damage of ['', 'uno', 'uno e DUE\n', 'uno e due\n di troppo']) {
        put(`j/${DEV}/${name}`, damage);
        await desk().append(DEV, name, bytesOf('uno e due\n'));
        expect(textOf(await desk().read({ dev: DEV, name, bytes: 0 }))).toBe('uno e due\n');
      }
    });

    it('may hold no byte or every byte', async () => {
      const { desk } = await foundedPlace();
      for (const content of [new Uint8Array(), Uint8Array.from({ length: 256 }, (_, byte) => byte)]) {
        const name = nameFor(1, content.length + 1, String(content.length));
        await desk().append(DEV, name, content);
        expect(Uint8Array.from(await desk().read({ dev: DEV, name, bytes: 0 }))).toEqual(content);
      }
    });

    it('are listed by author and range', async () => {
      const { desk } = await foundedPlace();
      const log = desk();
      const names = [nameFor(3, 9, 'b'), nameFor(10, 10, 'c'), nameFor(1, 2, 'a')];
      for (const name of names) await log.append(DEV, name, bytesOf('x'));
      await log.append(OTHER, nameFor(1, 1, 'z'), bytesOf('z'));
      const { segments } = await log.list();
      expect(segments.map(({ dev, name }) => [dev, Number(name.slice(0, 9))])).toEqual([
        [OTHER, 1],
        [DEV, 1],
        [DEV, 3],
        [DEV, 10],
      ]);
    });

    it('are removed by their author, twice without harm; then they are missing for who still had them listed', async () => {
      const { desk } = await foundedPlace();
      const log = desk();
      const name = nameFor(1, 1, 'uno\n');
      await log.append(DEV, name, bytesOf('uno\n'));
      await log.remove(DEV, name);
      await log.remove(DEV, name);
      expect((await desk().list()).segments).toEqual([]);
      await expect(desk().read({ dev: DEV, name, bytes: 4 })).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });

  describe(`${title}: what is not ours`, () => {
    it('is named, never touched, and hides nothing', async () => {
      const { desk, put, paths, foldsCase } = await foundedPlace();
      const name = nameFor(1, 1, 'uno\n');
      await desk().append(DEV, name, bytesOf('uno\n'));
      const foreign = [
        'Thumbs.db',
        'j/Nuova cartella/x.jsonl',
        'j/appunti.txt',
        `j/${DEV}/${name.replace('.jsonl', ' (copia in conflitto di PC-2).jsonl')}`,
        ...(foldsCase ? [] : [`j/${DEV}/${name.toUpperCase()}`]),
        `j/${DEV}/000000001.jsonl`,
        `j/${DEV}/desktop.ini`,
        'p/desktop.ini',
        's/istantanea.db',
      ];
      for (const path of foreign) put(path, 'altro');
      const listing = await desk().list();
      expect(listing.segments.map((segment) => segment.name)).toEqual([name]);
      expect([...listing.foreign].sort()).toEqual(
        [...foreign, 'j/Nuova cartella', 's'].filter((path) => !/^(s|j\/Nuova cartella)\//.test(path)).sort(),
      );
      await desk().open();
      expect(paths()).toEqual(expect.arrayContaining(foreign));
    });

    it('does not count what is being written', async () => {
      const { desk, put } = await foundedPlace();
      put('.t0123abcd.tmp', 'prova');
      put(`j/${OTHER}/.tdeadbeef.tmp`, 'metà');
      expect(await desk().list()).toMatchObject({ segments: [], foreign: [], heartbeats: [] });
    });
  });

  describe(`${title}: claims`, () => {
    it('have one winner, also when all come at once', async () => {
      const { desk } = await foundedPlace();
      const name = { kind: 'num-2026', key: '000123' };
      const bodies = [1, 2, 3, 4, 5].map((number): ClaimBody => ({ ...BODY, nonce: `n${number}` }));
      expect(await desk().readClaim(name)).toEqual({ state: 'free' });
      const won = await Promise.all(bodies.map((body) => desk().claim(name, body)));
      expect(won.filter(Boolean)).toHaveLength(1);
      expect(await desk().readClaim(name)).toEqual({ state: 'taken', by: bodies[won.indexOf(true)] });
    });

    it('are listed by kind; a kind nobody claimed is empty', async () => {
      const { desk, put } = await foundedPlace();
      const log = desk();
      expect(await log.claims('num-2026')).toEqual([]);
      for (const key of ['000002', '000001', '000010']) await log.claim({ kind: 'num-2026', key }, BODY);
      await log.claim({ kind: 'num-2027', key: '000001' }, BODY);
      put('q/num-2026/000003 (copia in conflitto di PC-2).json', '{}');
      put('q/num-2026/desktop.ini', '');
      expect(await log.claims('num-2026')).toEqual(['000001', '000002', '000010']);
    });

    it.each(['', '{"key":"000007","ent":"notice/1","de', '[]', '{"key":"000008"}', 'x'.repeat(100_000)])(
      'that cannot be read are burnt: neither free nor anybody’s',
      async (content) => {
        const { desk, put } = await foundedPlace();
        put('q/num-2026/000007.json', content);
        const name = { kind: 'num-2026', key: '000007' };
        expect(await desk().readClaim(name)).toEqual({ state: 'illegible' });
        expect(await desk().claim(name, BODY)).toBe(false);
        expect(await desk().claims('num-2026')).toEqual(['000007']);
      },
    );

    it('copied under another name are nobody’s', async () => {
      const { desk, put } = await foundedPlace();
      put('q/num-2026/000009.json', JSON.stringify({ key: '000008', ...BODY }));
      expect(await desk().readClaim({ kind: 'num-2026', key: '000009' })).toEqual({ state: 'illegible' });
    });

    it('hold for ids of every length and spelling, also those that differ only in case', async () => {
      const { desk, paths } = await foundedPlace();
      const log = desk();
      const keys = [
        'Richiesta-1',
        'richiesta-1',
        `${'A'.repeat(118)}-1`,
        '<Posta.1@Comune.example>-2',
        '../../formato',
        'con',
        'è-1',
        '',
      ];
      for (const key of keys) expect(await log.claim({ kind: 'presa', key }, { ...BODY, ent: key })).toBe(true);
      for (const key of keys) {
        expect(await log.readClaim({ kind: 'presa', key })).toMatchObject({ state: 'taken', by: { ent: key } });
        expect(await log.claim({ kind: 'presa', key }, BODY)).toBe(false);
      }
      expect(await log.claims('presa')).toHaveLength(keys.length);
      expect(paths().filter((path) => !/^[a-z0-9._/-]{1,90}$/.test(path))).toEqual([]);
    });
  });

  describe(`${title}: bytes of messages`, () => {
    it('are put by hash and taken again; what nobody put is undefined', async () => {
      const { desk } = await foundedPlace();
      const hash = sha256('messaggio');
      expect(await desk().getBlob(DEV, hash)).toBeUndefined();
      await desk().putBlob(DEV, hash, bytesOf('messaggio'));
      await desk().putBlob(DEV, hash, bytesOf('messaggio'));
      expect(textOf(await desk().getBlob(DEV, hash))).toBe('messaggio');
      expect(await desk().getBlob(OTHER, hash)).toBeUndefined();
      expect(await desk().list()).toMatchObject({ segments: [], foreign: [] });
    });
  });

  describe(`${title}: heartbeats`, () => {
    it('are one for each desk, the newest, and replace only one’s own', async () => {
      const { desk, paths } = await foundedPlace();
      const log = desk();
      await log.heartbeat(DEV, '0001', 'presto');
      await log.heartbeat(OTHER, '0001', 'altrove');
      await log.heartbeat(DEV, '0002', 'adesso');
      expect((await desk().list()).heartbeats).toEqual([`${OTHER}-0001`, `${DEV}-0002`]);
      expect(await desk().readHeartbeat(`${DEV}-0002`)).toBe('adesso');
      expect(paths().filter((path) => path.startsWith('p/'))).toEqual([`p/${OTHER}-0001.json`, `p/${DEV}-0002.json`]);
      await expect(desk().readHeartbeat(`${DEV}-0001`)).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('tell the newest of a desk when it could not remove the one before', async () => {
      const { desk, put } = await foundedPlace();
      put(`p/${DEV}-0001.json`, 'vecchio');
      put(`p/${DEV}-0003.json`, 'nuovo');
      put(`p/${DEV}-0002.json`, 'vecchio');
      expect((await desk().list()).heartbeats).toEqual([`${DEV}-0003`]);
    });
  });

  it(`${title}: refuses names that lead out of the space or that some drive cannot hold`, async () => {
    const { desk, paths } = await foundedPlace();
    const log = desk();
    const name = nameFor(1, 1, 'x');
    const attempts: readonly (() => Promise<unknown>)[] = [
      ...[
        '..',
        '../..',
        '.',
        '',
        'c:',
        'C:\\temp',
        '/etc',
        'con',
        'nul',
        'lpt1',
        'A1B2',
        'pc 1',
        'pc.',
        'x'.repeat(40),
      ].flatMap((dev) => [
        () => log.append(dev, name, bytesOf('x')),
        () => log.remove(dev, name),
        () => log.read({ dev, name, bytes: 1 }),
        () => log.putBlob(dev, sha256('x'), bytesOf('x')),
        () => log.heartbeat(dev, '1', 'x'),
      ]),
      ...['../formato.json', 'formato.json', '..', '', 'a/b.jsonl', `${name}.`, `${name} `, `..\\${name}`].flatMap(
        (bad) => [
          () => log.append(DEV, bad, bytesOf('x')),
          () => log.remove(DEV, bad),
          () => log.read({ dev: DEV, name: bad, bytes: 1 }),
          () => log.getBlob(DEV, bad),
          () => log.readHeartbeat(bad),
        ],
      ),
      ...['..', 'num/2026', 'NUM', '', 'con', 'x'.repeat(40)].flatMap((kind) => [
        () => log.claim({ kind, key: '1' }, BODY),
        () => log.readClaim({ kind, key: '1' }),
        () => log.claims(kind),
      ]),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'EINVAL' });
    expect(paths()).toEqual(['formato.json']);
  });
}
