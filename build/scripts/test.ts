/**
 * `npm test`: checks, unit and integration tests, the build, the end-to-end specs, the packed app, the demo. At the end the
 * seconds of each part against its budget; the last line counts the tests.
 *   --install   first installs the system packages the machine lacks (also with CI=true)
 *   --only e2e  only the build and the end-to-end specs
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { budgetTable } from './budget-table.ts';
import type { TestCounts } from './count-reporter.ts';
import { installCommand, installPackages, missingPackages } from './system-packages.ts';

const flags = new Set(process.argv.slice(2));
const inCi = process.env.CI === 'true';

const missing = missingPackages();
if (missing.length > 0) {
  if (flags.has('--install') || inCi) installPackages(missing);
  else console.log(`Some tests will be skipped. To run them all:\n  ${installCommand(missing)}\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'puntosi-test-'));
const countsFile = join(folder, 'counts.jsonl');
mkdirSync('test-output', { recursive: true });

interface Phase {
  readonly name: string;
  /** The line of the table at the end it counts for. */
  readonly budget: keyof typeof BUDGETS;
  readonly env?: Readonly<Record<string, string>>;
  readonly command: readonly [string, ...string[]];
  /** What it prints is of no use here. */
  readonly isQuiet?: true;
}

/** Minutes each part may take on a machine of two cores. */
const BUDGETS = { checks: 2, units: 11, 'end to end': 8, packed: 3, demo: 1 } as const;

const vitest = (config: string, ...more: string[]): Phase['command'] => ['vitest', 'run', '--config', config, ...more];
const BUILD: Phase = { name: 'build', budget: 'end to end', command: ['node', 'build/scripts/build.ts'] };
const E2E: Phase = { name: 'end to end', budget: 'end to end', command: vitest('build/vitest.e2e.config.ts') };
const PHASES: readonly Phase[] = [
  { name: 'static checks', budget: 'checks', command: ['node', 'build/scripts/check.ts'] },
  { name: 'unit and integration', budget: 'units', command: vitest('build/vitest.config.ts') },
  { name: 'tools', budget: 'units', command: vitest('build/vitest.tools.config.ts') },
  BUILD,
  E2E,
  { name: 'packing', budget: 'packed', command: ['node', 'build/scripts/pack.ts', 'linux'] },
  {
    name: 'end to end, packed',
    budget: 'packed',
    command: vitest(
      'build/vitest.e2e.config.ts',
      'test/build/packed.test.ts',
      // Not the journey: it needs a day of its own, and the clock of a packed app cannot be set.
      'test/e2e/shell.spec.ts',
    ),
    env: { E2E_EXE: 'build/release/linux-unpacked/avvisi-puntosi' },
  },
  { name: 'demo', budget: 'demo', command: ['node', 'electron/cli/main.ts', 'demo'], isQuiet: true },
];

let broken = 0;
const spent = new Map<Phase['budget'], number>();
for (const { name, budget, command, env, isQuiet } of flags.has('--only') ? [BUILD, E2E] : PHASES) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const [program, ...parameters] = command;
  const { status } = spawnSync(program, parameters, {
    stdio: isQuiet ? ['ignore', 'ignore', 'inherit'] : 'inherit',
    env: { ...process.env, PUNTOSI_TEST_COUNTS: countsFile, ...env },
  });
  const seconds = (performance.now() - began) / 1000;
  spent.set(budget, (spent.get(budget) ?? 0) + seconds);
  console.log(`== ${name}: ${status === 0 ? 'ok' : `ended with code ${status}`} (${seconds.toFixed(0)} s)`);
  if (status !== 0) broken++;
}

const counts = readCounts();
rmSync(folder, { recursive: true });
const skipped = counts.flatMap((count) => count.skipped);
const passed = counts.reduce((total, count) => total + count.passed, 0);
const failedTests = counts.reduce((total, count) => total + count.failed, 0);
const failed = broken > 0 ? Math.max(failedTests, 1) : failedTests;
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${budgetTable(spent, BUDGETS)}`);
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed > 0 ? 1 : 0;

function readCounts(): readonly TestCounts[] {
  try {
    return readFileSync(countsFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as TestCounts);
  } catch {
    return [];
  }
}
