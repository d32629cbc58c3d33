import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The laboratory on a real SMB drive (`npm run lab:smb`): slow machines inside machines, one file at a time. */
export default defineConfig({
  root,
  test: {
    root,
    name: 'lab',
    include: ['test/lab/*.lab.ts'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
