import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './scripts/count-reporter.ts';
import { LongFirst } from './scripts/long-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The specs that start the real app, two files at a time: each brings a browser and two programs with it. */
export default defineConfig({
  root,
  test: {
    root,
    name: 'e2e',
    include: ['test/e2e/**/*.spec.ts', ...(process.env.E2E_EXE ? ['test/build/packed.test.ts'] : [])],
    reporters: ['default', new CountReporter()],
    environment: 'node',
    globalSetup: ['build/scripts/e2e-setup.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    testTimeout: 240_000,
    expect: { poll: { timeout: 15_000 } },
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
  },
});
