/** What sharing costs: a new desk reads years of work, one fact travels, nothing happens (P41). */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { factTable } from '#electron/journal/factTable.ts';
import { must } from '../helpers/desk.ts';
import { acceptWaiting, settle } from '../helpers/driveTown.ts';
import { absenceOf } from '../helpers/facts.ts';
import { openFolderDesk } from '../helpers/folderDesk.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { memoryDrive } from '../helpers/memoryShare.ts';
import { openSharedDesk, type SharedDesk } from '../helpers/sharedDesk.ts';

const FACTS = 50_000;
const ENTITIES = 10_000;
const A_SEGMENT = 1_000;
const TIMEOUT_MILLISECONDS = 600_000;
const now = (): number => performance.now();
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** A database as the app opens it: on a disk, flushed at every commit. */
function diskDatabase(): Database {
  return must(openDatabase(join(temporaryFolder(), 'avvisi.db'), migrations));
}

/** A desk that wrote 50,000 facts about 10,000 things and published them. */
async function fullDrive() {
  const drive = memoryDrive();
  const one = openSharedDesk({ drive, name: 'pc1', database: diskDatabase() });
  await one.exchange.round();
  await one.exchange.found();
  for (let from = 0; from < FACTS; from += A_SEGMENT) {
    one.write(...Array.from({ length: A_SEGMENT }, (_, index) => absenceOf(`a${(from + index) % ENTITIES}`)));
    await one.exchange.round();
  }
  return { drive, one };
}

/** How long it takes SQLite alone to insert the rows of a desk into a table with the same indexes, in milliseconds. */
function rawInsert({ database }: SharedDesk): number {
  const rows = database.prepare('SELECT * FROM fact').raw().all() as unknown[][];
  const raw = diskDatabase();
  const insert = raw.prepare(`INSERT INTO fact VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`);
  const began = now();
  raw.transaction(() => {
    for (const row of rows) insert.run(...row);
  })();
  const took = now() - began;
  raw.close();
  return took;
}

test(
  `share ${FACTS} facts`,
  async () => {
    const { drive, one } = await fullDrive();
    const floors: number[] = [];
    const imports: number[] = [];
    let two = openSharedDesk({ drive, name: 'pc2' });
    for (let run = 0; run < 3; run++) {
      floors.push(rawInsert(one));
      two = openSharedDesk({ drive, name: `pc${run + 2}`, database: diskDatabase() });
      const began = now();
      await two.exchange.round();
      imports.push(now() - began);
      expect(factTable(two.database).count()).toBeGreaterThan(FACTS);
    }
    const [whole, floor] = [median(imports), median(floors)];
    console.log(
      `cold import of ${FACTS} signed facts: median ${whole.toFixed(0)} ms, ${(whole / floor).toFixed(1)} × inserting the rows (${floor.toFixed(0)} ms)`,
    );

    await settle(one, two);
    acceptWaiting(one);
    await settle(one, two);
    const [written, picked, idle]: [number[], number[], number[]] = [[], [], []];
    for (let run = 0; run < 41; run++) {
      const began = now();
      one.write(absenceOf('a1'));
      await one.exchange.round();
      written.push(now() - began);
      const polled = now();
      await two.exchange.round();
      picked.push(now() - polled);
      const quiet = now();
      await two.exchange.round();
      idle.push(now() - quiet);
    }
    console.log(
      `with ${FACTS} facts there: append + publish one ${median(written).toFixed(1)} ms, pick up one ${median(picked).toFixed(1)} ms, idle poll ${median(idle).toFixed(1)} ms`,
    );
    expect(whole / floor).toBeLessThan(6);
    expect(median(picked)).toBeLessThan(20);
    expect(median(idle)).toBeLessThan(20);
  },
  TIMEOUT_MILLISECONDS,
);

test(
  'one fact into a real folder, and the memory of a new desk',
  async () => {
    const shared = temporaryFolder();
    const one = openFolderDesk(temporaryFolder(), shared);
    await one.exchange.round();
    await one.exchange.found();
    await one.exchange.round();
    for (let from = 0; from < FACTS; from += A_SEGMENT) {
      const facts = Array.from({ length: A_SEGMENT }, (_, index) => absenceOf(`a${(from + index) % ENTITIES}`));
      one.desk.journal.append(facts, { actor: 'marta' });
      await one.exchange.round();
    }
    const written: number[] = [];
    for (let run = 0; run < 41; run++) {
      const began = now();
      one.desk.journal.append([absenceOf('a1')], { actor: 'marta' });
      await one.exchange.round();
      written.push(now() - began);
    }
    one.database.close();
    const program = join(import.meta.dirname, 'coldImport.child.ts');
    const told = execFileSync(process.execPath, [program, temporaryFolder(), shared], { encoding: 'utf8' });
    const { facts, megabytes } = JSON.parse(told) as { facts: number; megabytes: number };
    console.log(
      `a local folder with ${FACTS} facts: append + publish one ${median(written).toFixed(1)} ms; a new desk takes ${megabytes.toFixed(0)} MB after its cold import`,
    );
    expect(facts).toBeGreaterThan(FACTS);
    expect(median(written)).toBeLessThan(10);
    expect(megabytes).toBeLessThan(200);
  },
  TIMEOUT_MILLISECONDS,
);
