/** `npm run check`: everything that can be said about the sources without running them. */
import { spawnSync } from 'node:child_process';

const CHECKS: readonly (readonly [name: string, command: string, ...parameters: string[]])[] = [
  ['types', 'tsc', '-b'],
  ['format and lint', 'biome', 'ci', '--error-on-warnings', '--colors=off', '--reporter=summary', '.'],
  ['unused files, exports and dependencies', 'knip', '--no-progress'],
  ['lock file', 'node', 'build/scripts/check-lock.ts'],
  ['import table', 'vitest', 'run', '--config', 'build/vitest.config.ts', 'test/architecture.test.ts'],
];

let failed = 0;
for (const [name, command, ...parameters] of CHECKS) {
  const started = performance.now();
  const { status } = spawnSync(command, parameters, { stdio: 'inherit' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
