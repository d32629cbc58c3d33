import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { exchangeTables } from '#electron/journal/exchange/exchangeTables.ts';

it('080 keeps the trusted keys, of which nobody knows through whom they came, and takes no fact away', () => {
  const database = openMemory(migrations.filter(({ version }) => version < 80));
  database.exec(`INSERT INTO trusted_key (dev, key) VALUES ('desk0001', 'chiave1')`);
  expect(migrate(database, migrations, undefined).ok).toBe(true);
  expect(versionOf(database)).toBeGreaterThanOrEqual(80);
  expect(database.prepare('SELECT dev, key, via FROM trusted_key').all()).toEqual([
    { dev: 'desk0001', key: 'chiave1', via: null },
  ]);
  expect(exchangeTables(database).isTrusted({ dev: 'desk0001', key: 'chiave1' })).toBe(true);
  expect(database.prepare('SELECT count(*) AS count FROM uncounted').get()).toEqual({ count: 0 });
});
