import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** `npm run test:long`: the property tests of the pure rules with many more cases, and the mails of `PUNTOSI_CORPUS`. */
export default defineConfig({
  root,
  test: {
    root,
    name: 'long',
    include: ['test/shared/**/*.test.ts', 'test/corpus/**/*.test.ts'],
    setupFiles: ['build/scripts/long-setup.ts'],
    environment: 'node',
    testTimeout: 600_000,
  },
});
