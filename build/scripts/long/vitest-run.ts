import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../targets.ts';
import type { Failure } from './part.ts';

const WHY_LENGTH = 2_000;

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Runs these test files once with the long configuration; gives what failed, or that the run itself broke. */
export async function vitestRun(
  turn: number,
  files: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<readonly Failure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'puntosi-long-'));
  const report = join(folder, 'report.json');
  const parameters = ['run', '--config', 'build/vitest.long.config.ts', '--reporter=json', `--outputFile=${report}`];
  const child = spawn('vitest', [...parameters, ...files], {
    cwd: ROOT,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  const [code] = await once(child, 'exit');
  try {
    const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
    const failures = testResults.flatMap(({ name, message, status, assertionResults }): Failure[] => {
      const tests = assertionResults.filter((test) => test.status === 'failed');
      const broken = status === 'failed' && tests.length === 0 ? [{ turn, what: name, why: message ?? '' }] : [];
      return [
        ...broken,
        ...tests.map(({ fullName, failureMessages }) => ({
          turn,
          what: `${name}: ${fullName}`,
          why: (failureMessages ?? []).join('\n').slice(0, WHY_LENGTH),
        })),
      ];
    });
    if (failures.length > 0 || code === 0) return failures;
  } catch {
    // Told below: the run left no report.
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [{ turn, what: files.join(' '), why: `vitest ended with code ${code}` }];
}
