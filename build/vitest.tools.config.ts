import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './scripts/count-reporter.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is built here to build the app with: the stand-in, the scaffolds. A change of the app does not touch them. */
export default defineConfig({
  root,
  test: {
    root,
    name: 'tools',
    include: ['test/build/{standin,new,dev}/**/*.test.ts'],
    reporters: ['default', new CountReporter()],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
