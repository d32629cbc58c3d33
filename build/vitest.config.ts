import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './scripts/count-reporter.ts';
import { mutantPlugin } from './scripts/mutant-plugin.ts';

const root = new URL('..', import.meta.url).pathname;

/** Unit and integration tests; the end-to-end specs start real windows and have a configuration of their own. */
export default defineConfig({
  root,
  plugins: [react(), ...mutantPlugin(process.env.PUNTOSI_MUTANT)],
  test: {
    root,
    // A source broken on purpose must not be kept for the next run.
    fsModuleCache: process.env.PUNTOSI_MUTANT === undefined,
    // Two cores, real processes: slow is not wrong.
    testTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', new CountReporter()],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/build/packed.test.ts', 'test/corpus/**'],
          environment: 'node',
        },
      },
      {
        extends: true,
        test: {
          name: 'screen',
          include: ['test/renderer/**/*.test.tsx'],
          environment: 'happy-dom',
          benchmark: { include: [] },
        },
      },
    ],
  },
});
