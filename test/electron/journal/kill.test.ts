/** The promise of P41, kept by real processes that are really killed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '#electron/journal/journal.ts';
import { hashOf } from '#shared/journal/fact.ts';
import { openTestDesk } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

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
  expect(opened.requests.all()).toHaveLength(facts.filter(({ type }) => type === 'request.received').length);
  expect(opened.requests.all().filter(({ state }) => state === 'inCharge')).toHaveLength(
    facts.filter(({ type }) => type === 'request.takenInCharge').length,
  );
}, 60_000);
