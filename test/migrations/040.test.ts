import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { journalMigration } from '#electron/db/migrations/010-journal.ts';
import { deskMigration } from '#electron/db/migrations/020-desk.ts';
import { shareMigration } from '#electron/db/migrations/030-share.ts';
import { problemMigration } from '#electron/db/migrations/040-problem.ts';
import { failingMigration } from '#electron/db/migrations/050-failing.ts';
import { openMemory } from '#electron/db/open.ts';
import { effectTable } from '#electron/outbox/effectTable.ts';

const before = [journalMigration, deskMigration, shareMigration];

it('040 makes a problem with a remedy of the sentence an effect kept, and changes nothing else of it', () => {
  const database = openMemory(before);
  database.exec(`
    INSERT INTO effect (id, kind, payload, not_before, state, attempts, made_at, problem) VALUES
      ('waits', 'queue.deliver', '{"job":"r1"}', '2026-03-05T07:30:00.000Z', 'waiting', 3, '2026-03-05T07:00:00.000Z',
        'La cartella «Invii» non si trova: può essere stata spostata o scollegata.'),
      ('failed', 'fax.send', '{}', '2026-03-05T07:30:00.000Z', 'failed', 0, '2026-03-05T07:00:00.000Z',
        'Questa versione dell’app non conosce «fax.send».'),
      ('done', 'queue.deliver', '{"job":"r2"}', '2026-03-05T07:30:00.000Z', 'done', 1, '2026-03-05T07:00:00.000Z', NULL);
  `);
  const others = (): unknown =>
    database.prepare('SELECT id, kind, payload, not_before, state, attempts, made_at FROM effect ORDER BY id').all();
  const kept = others();
  expect(migrate(database, [...before, problemMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(40);
  expect(others()).toEqual(kept);
  migrate(database, [...before, problemMigration, failingMigration], undefined);
  const effects = effectTable(database);
  expect(effects.problemOf('waits')).toEqual({
    code: 'effect-not-done',
    what: 'La cartella «Invii» non si trova: può essere stata spostata o scollegata.',
    remedy: 'Aspetta: l’app riprova da sola.',
  });
  expect(effects.problemOf('failed')).toEqual({
    code: 'effect-not-done',
    what: 'Questa versione dell’app non conosce «fax.send».',
    remedy: 'Chiama l’assistenza: l’app non riprova da sola.',
  });
  expect(effects.get('done')?.problem).toBeNull();
});
