import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { journalMigration } from '#electron/db/migrations/010-journal.ts';
import { deskMigration } from '#electron/db/migrations/020-desk.ts';
import { openMemory } from '#electron/db/open.ts';

it('020 adds the tables of the desk to a journal with facts, effects and values in it', () => {
  const database = openMemory([journalMigration]);
  database.exec(`
    INSERT INTO fact VALUES ('desk0001', 1, 1, '0', 'draft.returned', 'draft/r1', 1, NULL, 'ornella',
      '2026-03-02T08:00:00.000Z', '{"why":"manca l’orario"}', '', 'a');
    INSERT INTO effect (id, kind, payload, not_before, state, made_at)
      VALUES ('queue.deliver/r1/1', 'queue.deliver', '{"job":"r1"}', '2026-03-05T07:30:00.000Z', 'waiting', '');
    INSERT INTO local_value VALUES ('device', '"desk0001"');
  `);
  const read = (): unknown[] =>
    ['fact', 'effect', 'local_value', 'projection'].map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  const before = read();
  expect(migrate(database, [journalMigration, deskMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(20);
  expect(read()).toEqual(before);
  database
    .prepare('INSERT INTO draft_text VALUES (?, ?, ?)')
    .run('r1', 'Via Roma è chiusa.', '2026-03-02T08:00:00.000Z');
  database.prepare('INSERT INTO read_mail VALUES (?, ?, NULL)').run('posta/1.eml', '2026-03-02T08:00:00.000Z');
});
