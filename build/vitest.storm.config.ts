import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** The backlog in the real window (`npm run lab:storm`): one app after the other. */
export default defineConfig({
  root,
  test: {
    root,
    name: 'storm',
    include: ['test/lab/window/**/*.lab.ts'],
    environment: 'node',
    globalSetup: ['build/scripts/e2e-setup.ts'],
    fileParallelism: false,
    hookTimeout: 240_000,
    teardownTimeout: 20_000,
  },
});
