import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { outgoingMigration } from '#electron/db/migrations/140-outgoing.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { outgoingTable } from '#electron/outbox/outgoingTable.ts';

const before = migrations.filter(({ version }) => version < 140);

it('140 adds the letters on their way, and leaves what waits to be done as it was', () => {
  const database = openMemory(before);
  database
    .prepare(
      `INSERT INTO effect (id, kind, payload, not_before, state, made_at)
       VALUES ('outbox.letter/x@y', 'outbox.letter', '{}', '2026-03-02T09:00:00.000Z', 'waiting', '2026-03-02T09:00:00.000Z')`,
    )
    .run();
  expect(migrate(database, [...before, outgoingMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(140);
  expect(database.prepare('SELECT id, state FROM effect').all()).toEqual([
    { id: 'outbox.letter/x@y', state: 'waiting' },
  ]);
  const table = outgoingTable(database);
  expect(table.get('x@y')).toBeUndefined();
  table.add('x@y', { from: 'a@b.example', to: ['c@d.example'] }, Buffer.from('Ciao'));
  expect(table.get('x@y')).toMatchObject({ state: 'ready', settled: null, envelope: { to: ['c@d.example'] } });
});
