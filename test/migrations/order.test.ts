import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';

it('migrations go on in steps of ten, some left out, and each has its test here', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual([...new Set(versions)].sort((one, other) => one - other));
  expect(versions.filter((version) => version % 10 !== 0)).toEqual([]);
  const files = readdirSync(import.meta.dirname);
  const folder = join(import.meta.dirname, '..', '..', 'electron', 'db', 'migrations');
  for (const version of versions) {
    const number = String(version).padStart(3, '0');
    expect(files).toContain(`${number}.test.ts`);
    expect(readdirSync(folder).filter((name) => name.startsWith(`${number}-`))).toHaveLength(1);
  }
});
