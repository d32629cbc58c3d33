/**
 * The shared register on a real SMB drive: two mounts of one share stand for two computers. Started by
 * `npm run lab:smb`, which mounts them and writes what is measured here into a table.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { openShare } from '#electron/share/openShare.ts';
import { forkShare } from '#electron/share/process/forkShare.ts';
import { DEV, nameFor, SPACE, sharedLogContract } from '../electron/share/sharedLogContract.ts';
import { exchangeAll, joinAll, openTownDeskOn } from '../helpers/sharedTown.ts';

const [A, B] = [process.env.PUNTOSI_LAB_A ?? '', process.env.PUNTOSI_LAB_B ?? ''];
const RESULTS = process.env.PUNTOSI_LAB_RESULTS ?? '';
const results: Record<string, string> = {};
/** Times in milliseconds, as `middle of 20: 12.3 (longest 40.1)`. */
const sayTimes = (times: readonly number[]): string => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `${at(0.5)} ms (longest ${at(1)} ms, ${times.length} times)`;
};
const keep = (name: string, value: string): void => {
  results[name] = value;
  writeFileSync(RESULTS, JSON.stringify(results, null, 2));
};

const WHOLE = { state: 'connected', waiting: 0, gaps: [], forks: [], quarantine: [] };

let places = 0;
/** A folder of its own on the share, as both computers see it. */
function place(): { readonly a: string; readonly b: string } {
  const name = ` prova ${++places} ${process.pid}`;
  mkdirSync(join(A, name), { recursive: true });
  return { a: join(A, name), b: join(B, name) };
}

function openLog(path: string) {
  // A machine inside a machine: what takes a desk PC a second takes it many.
  const patience = 6;
  const after = (milliseconds: number, work: () => void): (() => void) => {
    const timer = setTimeout(work, milliseconds * patience);
    return () => clearTimeout(timer);
  };
  const log = openShare(path, { spawn: forkShare, after });
  onTestFinished(log.close);
  return log;
}

sharedLogContract('on two SMB mounts', () => {
  const { a, b } = place();
  let desks = 0;
  const space = join(a, '.puntosi-v1');
  return {
    foldsCase: true,
    desk: () => openLog(desks++ % 2 === 0 ? a : b),
    put: (path, content) => {
      mkdirSync(join(space, dirname(path)), { recursive: true });
      writeFileSync(join(space, path), content);
    },
    paths: () =>
      readdirSync(space, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(space.length + 1)),
  };
});

describe('two computers on the drive', () => {
  it('one of two that claim the same thing at the same moment wins, every time', async () => {
    const { a, b } = place();
    const [one, two] = [openLog(a), openLog(b)];
    await one.open();
    await one.found(SPACE);
    await Promise.all([one.open(), two.open()]);
    let single = 0;
    for (let round = 0; round < 60; round++) {
      const name = { kind: 'num-2026', key: String(round).padStart(6, '0') };
      const body = (nonce: string) => ({ ent: 'entry/1', dev: DEV, nonce, hlc: `0190000000000000.${DEV}` });
      const won = await Promise.all([one.claim(name, body('1')), two.claim(name, body('2'))]);
      if (won.filter(Boolean).length === 1) single++;
    }
    keep('simultaneous claims with exactly one winner', `${single} of 60`);
    expect(single).toBe(60);
  }, 300_000);

  it('what one publishes the other reads; the times are kept', async () => {
    const { a, b } = place();
    const [one, two] = [openLog(a), openLog(b)];
    await one.open();
    await one.found(SPACE);
    await Promise.all([one.open(), two.open()]);
    const [published, seen, idle]: [number[], number[], number[]] = [[], [], []];
    for (let seq = 1; seq <= 40; seq++) {
      const content = `{"seq":${seq}}\n`.repeat(10);
      const name = nameFor(seq, seq, content);
      const began = performance.now();
      await one.append(DEV, name, Buffer.from(content, 'utf8'));
      published.push(performance.now() - began);
      const looked = performance.now();
      while (!(await two.list()).segments.some((segment) => segment.name === name)) expect(published).toBeDefined();
      seen.push(performance.now() - looked);
    }
    for (let look = 0; look < 20; look++) {
      const began = performance.now();
      await two.list();
      idle.push(performance.now() - began);
    }
    keep('publishing a segment', sayTimes(published));
    keep('seeing it on the other computer', sayTimes(seen));
    keep('a look without news, 40 segments', sayTimes(idle));
  }, 600_000);

  it('two desks share a register and one number each', async () => {
    const { a, b } = place();
    const one = openTownDeskOn({ name: 'Sportello 1', shared: a });
    await seedPeople(one.app);
    await act(one.app, 'people.actAs', { id: 'marta' });
    const two = openTownDeskOn({ name: 'Sportello 2', shared: b });
    await joinAll(one, two);
    // A listing may be some seconds old: directory caches of the client.
    await vi.waitFor(
      async () => {
        for (const { dev, key } of (await one.share()).quarantine) {
          await act(one.app, 'service.acceptDesk', { dev: dev ?? '', key: key ?? '' });
        }
        await exchangeAll(one, two);
        expect((await act(two.app, 'people.roster', {})).people).toHaveLength(3);
        for (const desk of [one, two]) expect(await desk.share()).toMatchObject(WHOLE);
      },
      { timeout: 120_000, interval: 1_000 },
    );
    keep('two desks on one register', 'same content, nothing set aside');
  }, 300_000);
});
