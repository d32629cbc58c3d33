/** The promise of P41, kept by real processes that are really killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { hashOf } from '#shared/journal/fact.ts';
import { openTestDesk } from '../../helpers/desk.ts';
import { openFolderDesk } from '../../helpers/folderDesk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { filesBelow } from '../../helpers/realShare.ts';

const DEATHS = 10;

/** Runs a desk that appends without end, kills it after some acknowledged facts, and gives the hashes it had told. */
async function appendUntilKilled(folder: string, afterFacts: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'appender.child.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'close');
  let told = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    told += chunk;
    if (told.split('\n').length > afterFacts) child.kill('SIGKILL');
  });
  const [, signal] = await gone;
  expect(signal).toBe('SIGKILL');
  return told.split('\n').slice(0, -1);
}

it('after kill -9, ten times over, every acknowledged fact is there and the chain is unbroken', async () => {
  const folder = temporaryFolder();
  const acknowledged: string[] = [];
  for (let death = 0; death < DEATHS; death++) acknowledged.push(...(await appendUntilKilled(folder, 3 + 7 * death)));
  const opened = openTestDesk({ folder });
  const { journal } = opened.desk;
  const facts = opened.database
    .prepare<[], { readonly ent: string }>('SELECT DISTINCT ent FROM fact')
    .all()
    .flatMap(({ ent }) => journal.factsOf(ent))
    .sort((a, b) => a.seq - b.seq);
  const hashes = facts.map(({ h }) => h);
  expect(acknowledged.length).toBeGreaterThan(DEATHS * 3);
  expect(acknowledged.filter((hash) => !hashes.includes(hash))).toEqual([]);
  facts.forEach(({ h, ...open }, index) => {
    expect(open.seq).toBe(index + 1);
    expect(open.prev).toBe(hashes[index - 1] ?? '');
    expect(hashOf(open, sha256)).toBe(h);
  });
  // The read tables tell the same as the facts: nothing was written by half.
  expect(opened.requests.undecided()).toHaveLength(facts.filter(({ type }) => type === 'request.received').length);
  expect(opened.requests.undecided().filter(({ state }) => state === 'inCharge')).toHaveLength(
    facts.filter(({ type }) => type === 'request.takenInCharge').length,
  );
}, 60_000);

/** Every step of putting a segment into a folder, and of looking for what others put there. */
const STEPS = ['open', 'rename', 'unlink', 'stat', 'mkdir', 'readdir'].flatMap((name) => [
  `${name} before`,
  `${name} after`,
]);
/** So many deaths in a row; `npm run long:deaths` begins with another one each time (`PUNTOSI_DEATHS_FROM`). */
const SHARED_DEATHS = 25;
const FIRST_DEATH = Number(process.env.PUNTOSI_DEATHS_FROM ?? 0);

/** Runs a desk that shares until it is dead: by itself at a step, or by us after some acknowledged facts. */
async function shareUntilKilled(own: string, shared: string, death: number): Promise<readonly string[]> {
  const step = STEPS[death % SHARED_DEATHS] ?? 'never';
  const times = String(1 + (death % 3));
  const program = join(import.meta.dirname, 'sharer.child.ts');
  const child = spawn(process.execPath, [program, own, shared, step, times], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'close');
  let told = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    told += chunk;
    // A step that is never reached (nothing to remove) ends by our hand.
    if (told.split('\n').length > (step === 'never' ? 2 + (death % 11) : 40)) child.kill('SIGKILL');
  });
  const [, signal] = await gone;
  expect(signal).toBe('SIGKILL');
  return told.split('\n').slice(0, -1);
}

it(
  `after kill -9 at every step and at any moment, ${SHARED_DEATHS} times over, a new desk receives everything that was acknowledged`,
  async () => {
    const [own, shared, late] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const acknowledged: string[] = [];
    for (let death = 0; death < SHARED_DEATHS; death++) {
      acknowledged.push(...(await shareUntilKilled(own, shared, FIRST_DEATH + death)));
    }
    const survivor = openFolderDesk(own, shared);
    await survivor.exchange.round();
    expect(survivor.exchange.state()).toMatchObject({ state: 'connected', waiting: 0, quarantine: [], forks: [] });
    const received = openFolderDesk(late, shared);
    await received.exchange.round();
    const hashes = new Set(
      received.database
        .prepare<[], { h: string }>('SELECT h FROM fact')
        .all()
        .map(({ h }) => h),
    );
    expect(acknowledged.length).toBeGreaterThan(SHARED_DEATHS);
    expect(acknowledged.filter((hash) => !hashes.has(hash))).toEqual([]);
    expect(received.exchange.state()).toMatchObject({ state: 'connected', quarantine: [], gaps: [], forks: [] });
    const strange = filesBelow(shared).filter(
      (path) => !/(formato\.json|\.jsonl|\.t[0-9a-f]{8}\.tmp|p\/.*\.json)$/.test(path),
    );
    expect(strange).toEqual([]);
    for (const { database } of [survivor, received]) database.close();
  },
  60_000 + SHARED_DEATHS * 10_000,
);
