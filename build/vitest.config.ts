import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './scripts/count-reporter.ts';
import { LongFirst } from './scripts/long-first.ts';
import { mutantPlugin } from './scripts/mutant-plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
// The programs that tests start again and again find their sources compiled.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'compiled');
/** Two cores, real processes: slow is not wrong. So long a test waits for something to come true. */
const PATIENCE_MILLISECONDS = 15_000;

/** Unit and integration tests; the end-to-end specs and the tools have configurations of their own. */
export default defineConfig({
  root,
  plugins: [react(), ...mutantPlugin(process.env.PUNTOSI_MUTANT)],
  test: {
    root,
    // A source broken on purpose must not be kept for the next run.
    fsModuleCache: process.env.PUNTOSI_MUTANT === undefined,
    // Both cores, also where Vitest would leave one to itself.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    testTimeout: 120_000,
    expect: { poll: { timeout: PATIENCE_MILLISECONDS } },
    provide: { patience: PATIENCE_MILLISECONDS },
    reporters: ['default', new CountReporter()],
    projects: [
      {
        extends: true,
        test: {
          // Pure: nothing one file does is seen by the next, so that they share a process.
          name: 'rules',
          include: ['test/shared/**/*.test.ts'],
          environment: 'node',
          isolate: false,
          benchmark: { include: [] },
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: [
            ...['test/e2e/**', 'test/build/packed.test.ts', 'test/corpus/**', 'test/shared/**'],
            ...['test/build/{standin,new,dev}/**', ...(process.env.PUNTOSI_QUICK ? ['test/simulation/**'] : [])],
          ],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'screen',
          include: ['test/renderer/**/*.test.tsx'],
          environment: 'happy-dom',
          setupFiles: ['test/helpers/setup.ts', 'test/helpers/screenSetup.ts'],
          benchmark: { include: [] },
        },
      },
    ],
  },
});
