import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { journalMigration } from '#electron/db/migrations/010-journal.ts';
import { deskMigration } from '#electron/db/migrations/020-desk.ts';
import { shareMigration } from '#electron/db/migrations/030-share.ts';
import { openMemory } from '#electron/db/open.ts';

it('030 keeps every fact as it was, still to be published, and lets a copied desk write two at one position', () => {
  const database = openMemory([journalMigration, deskMigration]);
  database.exec(`
    INSERT INTO fact VALUES ('desk0001', 1, 1, '0', 'draft.returned', 'draft/r1', 1, NULL, 'ornella',
      '2026-03-02T08:00:00.000Z', '{"why":"manca l’orario"}', '', 'a');
    INSERT INTO fact VALUES ('desk0001', 2, 1, '1', 'draft.refused', 'draft/r1', 2, 'a', 'ornella',
      '2026-03-02T08:01:00.000Z', '{"why":"doppio"}', 'a', 'b');
  `);
  const columns = 'dev, seq, v, hlc, type, ent, ver, base, actor, at, body, prev, h';
  const read = (): unknown[] => database.prepare(`SELECT ${columns} FROM fact ORDER BY seq`).all();
  const before = read();
  expect(migrate(database, [journalMigration, deskMigration, shareMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(30);
  expect(read()).toEqual(before);
  expect(database.prepare('SELECT count(*) AS waiting FROM fact WHERE published = 0').get()).toEqual({ waiting: 2 });
  const insert = database.prepare(
    `INSERT INTO fact (${columns}, published) SELECT dev, seq, v, hlc, type, ent, ver, base, actor, at, body, prev, ?, 1
     FROM fact WHERE h = 'b'`,
  );
  insert.run('c');
  expect(() => insert.run('c')).toThrow(/UNIQUE/);
});
