import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { ROOT } from '../targets.ts';
import type { Failure, Part } from './part.ts';
import { vitestRun } from './vitest-run.ts';

const FILES_PER_TURN = 6;
const DEATHS_PER_TURN = 25;
const HISTORIES_PER_TURN = 100;
const PROCESSES = 2;
const MEBIBYTE = 1_024 * 1_024;
const run = promisify(execFile);

/** The test files with properties, and that of the mails nobody may keep here when there are any. */
function propertyFiles(): readonly string[] {
  const files = globSync('test/{shared,electron/journal}/**/*.test.ts', { cwd: ROOT }).toSorted();
  const withProperties = files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes("from 'fast-check'"));
  const corpus = process.env.PUNTOSI_CORPUS ? globSync('test/corpus/*.test.ts', { cwd: ROOT }) : [];
  return [...withProperties.filter((file) => !file.endsWith('/journal.test.ts')), ...corpus];
}

/** Six files a turn; when all had theirs, again with another seed. */
const properties: Part = {
  name: 'properties',
  unit: 'giri di 6 file di proprietà',
  play: (turn) => {
    const files = propertyFiles();
    const turns = Math.ceil(files.length / FILES_PER_TURN);
    const first = (turn % turns) * FILES_PER_TURN;
    const seed = 1 + Math.floor(turn / turns);
    return vitestRun(turn, files.slice(first, first + FILES_PER_TURN), { PUNTOSI_SEED: String(seed) });
  },
};

const deaths: Part = {
  name: 'deaths',
  unit: `giri di ${DEATHS_PER_TURN} morti`,
  play: (turn) =>
    vitestRun(turn, ['test/electron/journal/kill.test.ts'], {
      PUNTOSI_SEED: '1',
      PUNTOSI_DEATHS_FROM: String(turn * DEATHS_PER_TURN),
    }),
};

const outcomeSchema = z.object({ failed: z.boolean(), why: z.string(), history: z.unknown() });

async function playHistories(turn: number, seed: number): Promise<readonly Failure[]> {
  const parameters = ['test/simulation/play.child.ts', String(HISTORIES_PER_TURN), String(seed)];
  const { stdout } = await run(process.execPath, parameters, { cwd: ROOT, maxBuffer: 64 * MEBIBYTE });
  const { failed, why, history } = outcomeSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  return failed ? [{ turn, what: `seme ${seed}`, why: `${JSON.stringify(history)}\n${why}` }] : [];
}

/** The history of a failure goes, as it stands, into `test/simulation/kept.ts`. */
const histories: Part = {
  name: 'histories',
  unit: `giri di ${PROCESSES * HISTORIES_PER_TURN} storie`,
  play: async (turn) => {
    const seeds = Array.from({ length: PROCESSES }, (_, index) => turn * PROCESSES + index);
    return (await Promise.all(seeds.map((seed) => playHistories(turn, seed)))).flat();
  },
};

/** All sources broken on purpose, of which `npm test` takes a few. */
const mutants: Part = {
  name: 'mutants',
  unit: 'giri di tutti i guasti fatti apposta',
  play: (turn) => vitestRun(turn, ['test/simulation/mutants.test.ts'], { PUNTOSI_EVERY_MUTANT: '1' }),
};

export const PARTS: readonly Part[] = [properties, deaths, histories, mutants];
