import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/**
 * `npm run test:long`: the property tests of the pure rules with many more cases, the mails of `PUNTOSI_CORPUS`, 50,000
 * histories of a simulated town, 1,000 deaths of a desk that shares.
 */
export default defineConfig({
  root,
  test: {
    root,
    name: 'long',
    include: [
      'test/shared/**/*.test.ts',
      'test/corpus/**/*.test.ts',
      'test/simulation/*.test.ts',
      'test/electron/journal/{kill,segmentFile}.test.ts',
    ],
    env: {
      PUNTOSI_HISTORIES: process.env.PUNTOSI_HISTORIES ?? '50000',
      PUNTOSI_DEATHS: process.env.PUNTOSI_DEATHS ?? '1000',
    },
    setupFiles: ['build/scripts/long-setup.ts'],
    environment: 'node',
    testTimeout: 600_000,
  },
});
