/** What a flood of the shared folder costs a desk: how long its program does not answer, and how much memory it takes (S9). */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { segmentName } from '#shared/journal/segment.ts';
import { absenceOf, pen } from '../helpers/facts.ts';
import { openFolderDesk } from '../helpers/folderDesk.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { lineOf, stranger } from '../helpers/stranger.ts';

const FILES = 16;
const FILE_BYTES = 30 * 1024 * 1024;
const NAMES = 100_000;
const LONGEST_BLOCK_MILLISECONDS = 1_000;
const MOST_MEGABYTES = 300;
const TIMEOUT_MILLISECONDS = 900_000;
const CHILD = join(import.meta.dirname, 'flood.child.ts');

interface Told {
  readonly facts: number;
  readonly state: string;
  readonly asideCounts: Readonly<Record<string, number>>;
  readonly answer: number;
  readonly longest: readonly number[];
  readonly megabytes: number;
}

/** A register with one desk, closed; the folder of the space and the name of the desk. */
async function founded() {
  const shared = temporaryFolder();
  const one = openFolderDesk(temporaryFolder(), shared);
  await one.exchange.round();
  await one.exchange.found();
  one.desk.journal.append([absenceOf('a1')], { actor: 'marta' });
  await one.exchange.round();
  const dev = one.desk.journal.device();
  one.database.close();
  return { shared, journal: join(shared, '.puntosi-v1', 'j'), dev };
}

/** Big files, rightly signed by somebody nobody let in, in the folder of `dev`. */
function putBigFiles(folder: string, dev: string): void {
  const [fact] = pen(dev).write('x', absenceOf('x'));
  if (!fact) throw new Error('Nessun fatto.');
  mkdirSync(folder, { recursive: true });
  const line = lineOf(fact, '{}');
  const identity = stranger();
  const signed = Buffer.from(line.repeat(Math.floor(FILE_BYTES / line.length)), 'utf8');
  const trailer = Buffer.from(`${JSON.stringify({ key: identity.key, sig: identity.sign(signed) })}\n`, 'utf8');
  const bytes = Buffer.concat([signed, trailer]);
  const hash = createHash('sha256').update(bytes).digest('hex');
  for (let first = 1; first <= FILES; first++)
    writeFileSync(join(folder, segmentName({ first, last: first, hash })), bytes);
}

/** What a new desk tells after some rounds in a process of its own. */
function visit(shared: string, rounds: number): Told {
  const args = ['--disable-warning=ExperimentalWarning', CHILD, temporaryFolder(), shared, String(rounds)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Told;
}

function hold(title: string, told: Told): void {
  console.log(
    `${title}: longest block ${Math.max(...told.longest)} ms (by round ${told.longest.join(', ')}), ${told.megabytes} MB, answer of ${told.answer} bytes`,
  );
  expect(told.facts).toBeGreaterThan(1);
  expect(told.state).toBe('connected');
  expect(Math.max(...told.longest)).toBeLessThanOrEqual(LONGEST_BLOCK_MILLISECONDS);
  expect(told.megabytes).toBeLessThanOrEqual(MOST_MEGABYTES);
}

test(
  'a quiet folder',
  async () => hold('nothing but the register', visit((await founded()).shared, 3)),
  TIMEOUT_MILLISECONDS,
);

test(
  'big files',
  async () => {
    const { shared, journal, dev } = await founded();
    putBigFiles(join(journal, 'sconosciuta1'), 'sconosciuta1');
    hold(`${FILES} × 30 MB by an unknown desk`, visit(shared, 4));
    putBigFiles(join(journal, dev), dev);
    hold(`and ${FILES} × 30 MB under the name of a known one`, visit(shared, 8));
  },
  TIMEOUT_MILLISECONDS,
);

test(
  'very many names that are not of the register',
  async () => {
    const { shared, journal } = await founded();
    for (let index = 0; index < NAMES; index++) writeFileSync(join(journal, `estraneo ${index}`), '');
    const told = visit(shared, 3);
    hold(`${NAMES} foreign names`, told);
    expect(told.asideCounts).toEqual({ foreign: NAMES });
    expect(told.answer).toBeLessThan(200_000);
  },
  TIMEOUT_MILLISECONDS,
);

test(
  'very many false segments',
  async () => {
    const { shared, journal, dev } = await founded();
    for (let index = 0; index < NAMES; index++) {
      const range = { first: index + 500, last: index + 500, hash: index.toString(16).padStart(32, '0') };
      writeFileSync(join(journal, dev, segmentName(range)), 'x');
    }
    const told = visit(shared, 5);
    hold(`${NAMES} false segments`, told);
    expect(told.answer).toBeLessThan(200_000);
  },
  TIMEOUT_MILLISECONDS,
);
