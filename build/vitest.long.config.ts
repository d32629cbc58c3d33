import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The files that `npm run long:properties`, `long:deaths` and `long:mutants` run, a few at a time or with other seeds. */
export default defineConfig({
  root,
  test: {
    root,
    name: 'long',
    include: [
      'test/{shared,corpus}/**/*.test.ts',
      'test/electron/journal/kill.test.ts',
      'test/electron/journal/exchange/segmentFile.test.ts',
      'test/simulation/mutants.test.ts',
    ],
    setupFiles: ['build/scripts/long/setup.ts'],
    environment: 'node',
    testTimeout: 600_000,
  },
});
