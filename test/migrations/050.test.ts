import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { failingMigration } from '#electron/db/migrations/050-failing.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { effectTable } from '#electron/outbox/effectTable.ts';

const before = migrations.filter(({ version }) => version < 50);
const PROBLEM = JSON.stringify({ code: 'internal', what: 'Un problema interno.', remedy: 'Chiama l’assistenza.' });

it('050 says of an effect that failed since when, so that a person is told of it, and changes nothing else', () => {
  const database = openMemory(before);
  const insert = database.prepare(
    `INSERT INTO effect (id, kind, payload, not_before, state, attempts, made_at, problem)
     VALUES (?, 'queue.deliver', '{"job":"r1"}', '2026-03-05T07:30:00.000Z', ?, 1, '2026-03-02T07:00:00.000Z', ?)`,
  );
  insert.run('waits', 'waiting', PROBLEM);
  insert.run('bug', 'failed', PROBLEM);
  insert.run('planned', 'waiting', null);
  insert.run('done', 'done', null);
  const others = (): unknown =>
    database.prepare('SELECT id, kind, payload, not_before, state, attempts, made_at, problem FROM effect').all();
  const kept = others();
  expect(migrate(database, [...before, failingMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(50);
  expect(others()).toEqual(kept);
  const effects = effectTable(database);
  expect(effects.stuck('2026-03-05T07:30:00.000Z').map(({ id }) => id)).toEqual(['bug', 'waits']);
  expect([effects.get('planned')?.failingSince, effects.get('done')?.failingSince]).toEqual([null, null]);
});
