import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Real mails and files of others, which the project does not hold: `PUNTOSI_CORPUS=/cartella npm run test:corpus`. */
export default defineConfig({
  root,
  test: { root, name: 'corpus', include: ['test/corpus/**/*.test.ts'], environment: 'node', testTimeout: 30_000 },
});
