/** What disks do to the file of the data: whatever it is, it is told or healed. */
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openApp } from '#electron/app.ts';
import { databaseFile } from '#electron/db/copies.ts';
import { act } from '#electron/demo/procedure.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { flipBit } from '../../helpers/damage.ts';
import { testClock } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { layOut, MORNING } from '../../helpers/morning/seed.ts';
import { openTownApp } from '../../helpers/openTown.ts';

const FLIPS = 24;

function usedFolder(): string {
  const folder = temporaryFolder();
  layOut(folder, {});
  return folder;
}

/** All facts of a file by the way they are found, or what reading them says. */
function factsIn(folder: string): string {
  const database = new SqliteDatabase(databaseFile(folder));
  try {
    return JSON.stringify(
      database.prepare('SELECT * FROM fact INDEXED BY fact_by_entity WHERE ent > ? ORDER BY h').all(''),
    );
  } finally {
    database.close();
  }
}

/** Opens the app as the core does: looked through, and then asked. */
async function outcome(folder: string): Promise<'told' | 'silent'> {
  const opened = openApp({
    dataFolder: folder,
    profile: valdombra,
    training: false,
    online: false,
    computer: { machine: 'Sportello 1', name: 'Sportello 1', appVersion: '0.1.0' },
    now: testClock(MORNING).now,
    changed: () => undefined,
    ask: async () => ({ ok: false, error: { code: 'no-window', what: 'No.', remedy: 'No.' } }),
    log: () => undefined,
    checkOutputs: false,
  });
  if (!opened.ok) {
    expect(['database-damaged', 'database-missing']).toContain(opened.error.code);
    return 'told';
  }
  const app = opened.value;
  try {
    const tables = await app.health.checkTables();
    if (tables !== 'sound') return 'told';
    await app.health.checkFacts();
    const { damage, damaged } = await act(app, 'service.health', {});
    return damage !== null || damaged.length > 0 ? 'told' : 'silent';
  } finally {
    app.close();
  }
}

/** Damages a copy of `used` at one place, and says what came of it. */
async function afterFlip(used: string, whole: string, at: number, bit: number): Promise<string> {
  const folder = join(temporaryFolder(), 'dati');
  cpSync(used, folder, { recursive: true });
  flipBit(databaseFile(folder), at, bit);
  const said = await outcome(folder);
  const isSame = said === 'silent' && factsIn(folder) === whole;
  rmSync(folder, { recursive: true });
  return said === 'told' ? 'told' : isSame ? 'facts whole' : `changed in silence: bit ${bit} of byte ${at}`;
}

test('24 turned bits all over the file: no fact is changed in silence', { timeout: 300_000 }, async () => {
  const used = usedFolder();
  const whole = factsIn(used);
  const { size } = statSync(databaseFile(used));
  const outcomes: string[] = [];
  for (let flip = 0; flip < FLIPS; flip++) {
    outcomes.push(await afterFlip(used, whole, Math.floor((size * (flip + 0.5)) / FLIPS), flip % 8));
  }
  expect(outcomes.filter((one) => one.startsWith('changed'))).toEqual([]);
  expect(outcomes.filter((one) => one === 'told').length).toBeGreaterThan(0);
});

test('a turned bit in a title of the lists, still readable, is healed by the look of the day', {
  timeout: 60_000,
}, async () => {
  const folder = usedFolder();
  const titleIn = (): unknown => {
    const database = new SqliteDatabase(databaseFile(folder));
    try {
      return database
        .prepare("SELECT group_concat(title, '|') FROM (SELECT title FROM request_row ORDER BY id)")
        .pluck()
        .get();
    } finally {
      database.close();
    }
  };
  const whole = titleIn();
  const database = new SqliteDatabase(databaseFile(folder));
  database.exec("UPDATE request_row SET title = 'Z' || substr(title, 2) WHERE id = (SELECT min(id) FROM request_row)");
  database.close();
  expect(titleIn()).not.toBe(whole);
  await outcome(folder);
  expect(titleIn()).toBe(whole);
});

test('the look of the day writes nothing anew where nothing is damaged', async () => {
  const { app, changed } = openTownApp({ folder: usedFolder(), training: false, now: MORNING });
  const before = changed.length;
  await app.health.checkFacts();
  expect(changed.slice(before).flat()).toEqual([]);
});

test('a turned bit in each of 12 facts, in what it says and in its hash, is told', { timeout: 300_000 }, async () => {
  const used = usedFolder();
  const whole = factsIn(used);
  const bytes = readFileSync(databaseFile(used));
  const facts = JSON.parse(whole) as readonly { readonly h: string; readonly at: string; readonly body: string }[];
  const outcomes: string[] = [];
  for (let index = 0; index < 12; index++) {
    const { h, body } = facts[Math.floor((facts.length * index) / 12)] ?? { h: '', body: '' };
    const at = index % 2 === 0 ? bytes.indexOf(h) : bytes.indexOf(body);
    expect(at).toBeGreaterThan(0);
    outcomes.push(await afterFlip(used, whole, at + 9, 0));
  }
  expect(outcomes.filter((one) => one.startsWith('changed'))).toEqual([]);
  expect(outcomes.filter((one) => one === 'told').length).toBeGreaterThanOrEqual(6);
});

test.each([
  ['of no bytes', (file: string) => writeFileSync(file, ''), 'database-missing'],
  ['deleted', (file: string) => rmSync(file), 'database-missing'],
  [
    'cut in half',
    (file: string) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096),
    'database-damaged',
  ],
  ['with a header of garbage', (file: string) => flipBit(file, 3, 2), 'database-damaged'],
])('a file %s is told, in a folder that was used', async (_, spoil, code) => {
  const folder = usedFolder();
  writeFileSync(join(folder, 'relazioni.txt'), '');
  mkdirSync(join(folder, 'copie'));
  cpSync(databaseFile(folder), join(folder, 'copie', 'avvisi-2026-11-23.db'));
  spoil(databaseFile(folder));
  const opened = openApp({
    dataFolder: folder,
    profile: valdombra,
    training: false,
    online: false,
    computer: { machine: 'Sportello 1', name: 'Sportello 1', appVersion: '0.1.0' },
    now: testClock(MORNING).now,
    changed: () => undefined,
    ask: async () => ({ ok: false, error: { code: 'no-window', what: 'No.', remedy: 'No.' } }),
    log: () => undefined,
    checkOutputs: false,
  });
  if (opened.ok) {
    // A cut file may open: then the first look says so.
    expect(await opened.value.health.checkTables()).not.toBe('sound');
    const { damage } = await act(opened.value, 'service.health', {});
    opened.value.close();
    expect(damage?.code).toBe(code);
  } else expect(opened.error.code).toBe(code);
});
