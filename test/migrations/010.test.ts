import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { journalMigration } from '#electron/db/migrations/010-journal.ts';
import { openMemory } from '#electron/db/open.ts';

it('010 makes the journal in an empty database', () => {
  const database = openMemory([]);
  expect(migrate(database, [journalMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(10);
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  expect(tables).toEqual(['effect', 'fact', 'local_value', 'projection']);
});

it('010 keeps a position and a hash from being written twice', () => {
  const database = openMemory([journalMigration]);
  const insert = database.prepare(
    `INSERT INTO fact (dev, seq, v, hlc, type, ent, ver, base, actor, at, body, prev, h)
     VALUES ('desk0001', ?, 1, '', 'draft.returned', 'draft/r1', 1, NULL, 'ornella', '', '{}', '', ?)`,
  );
  insert.run(1, 'a');
  expect(() => insert.run(1, 'b')).toThrow('UNIQUE');
  expect(() => insert.run(2, 'a')).toThrow('UNIQUE');
});
