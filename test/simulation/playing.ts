/** Starts processes that play histories. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { TestedMutant } from './mutants.ts';

const outcomeSchema = z.object({ failed: z.boolean(), played: z.int(), why: z.string(), history: z.unknown() });
export type Outcome = z.infer<typeof outcomeSchema>;

const run = promisify(execFile);

/** Plays `histories` histories from `seed` on in a process of its own, against the sources or against a mutant of them. */
export async function playInProcess(histories: number, seed: number, mutant?: string): Promise<Outcome> {
  const program = join(import.meta.dirname, 'play.child.ts');
  const parameters = [program, String(histories), String(seed), ...(mutant === undefined ? [] : [mutant])];
  const { stdout } = await run(process.execPath, parameters, { maxBuffer: 64 * 1024 * 1024 });
  return outcomeSchema.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
}

/** Runs one test file against a source broken on purpose. */
export async function runAgainst({ file, from, to, test }: TestedMutant) {
  const parameters = [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'build/vitest.config.ts',
    ...['--project', 'node', '--project', 'rules'],
    test,
  ];
  const { PUNTOSI_TEST_COUNTS: _, ...env } = process.env;
  const outcome = await run(process.execPath, parameters, {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...env, PUNTOSI_MUTANT: JSON.stringify({ file, from, to }) },
    maxBuffer: 64 * 1024 * 1024,
  }).then(
    ({ stdout }) => ({ said: stdout, failed: false }),
    (cause: { readonly stdout?: string }) => ({ said: cause.stdout ?? '', failed: true }),
  );
  return { isApplied: outcome.said.includes(`MUTANT APPLIED: ${file}`), failed: outcome.failed };
}
