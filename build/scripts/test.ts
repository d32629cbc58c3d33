/**
 * `npm test`: unit and integration tests, the build, the end-to-end specs, the packed app. The last line counts them all.
 *   --install   first installs the system packages the machine lacks (also with CI=true)
 *   --only e2e  only the build and the end-to-end specs
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  readonly env?: Readonly<Record<string, string>>;
  readonly command: readonly [string, ...string[]];
}

const vitest = (config: string, ...more: string[]): Phase['command'] => ['vitest', 'run', '--config', config, ...more];
const UNIT: Phase = { name: 'unit and integration', command: vitest('build/vitest.config.ts') };
const BUILD: Phase = { name: 'build', command: ['node', 'build/scripts/build.ts'] };
const E2E: Phase = { name: 'end to end', command: vitest('build/vitest.e2e.config.ts') };
const PACK: Phase = { name: 'packing', command: ['node', 'build/scripts/pack.ts', 'linux'] };
const PACKED: Phase = {
  name: 'end to end, packed',
  command: vitest(
    'build/vitest.e2e.config.ts',
    'test/build/packed.test.ts',
    'test/e2e/shell.spec.ts',
    'test/e2e/journey.spec.ts',
  ),
  env: { E2E_EXE: 'build/release/linux-unpacked/avvisi-puntosi' },
};
const CHECK: Phase = { name: 'static checks', command: ['node', 'build/scripts/check.ts'] };

function phases(): readonly Phase[] {
  if (flags.has('--only')) return [BUILD, E2E];
  return [CHECK, UNIT, BUILD, E2E, PACK, PACKED];
}

let broken = 0;
for (const { name, command, env } of phases()) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  const [program, ...parameters] = command;
  const { status } = spawnSync(program, parameters, {
    stdio: 'inherit',
    env: { ...process.env, PUNTOSI_TEST_COUNTS: countsFile, ...env },
  });
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : `ended with code ${status}`} (${((performance.now() - began) / 1000).toFixed(0)} s)`,
  );
  if (status !== 0) broken++;
}

const counts = readCounts();
rmSync(folder, { recursive: true });
const skipped = counts.flatMap((count) => count.skipped);
const passed = counts.reduce((total, count) => total + count.passed, 0);
const failedTests = counts.reduce((total, count) => total + count.failed, 0);
const failed = broken > 0 ? Math.max(failedTests, 1) : failedTests;
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
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
