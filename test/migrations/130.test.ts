import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { hiddenEnvelopesMigration } from '#electron/db/migrations/130-hidden-envelopes.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';

const before = migrations.filter(({ version }) => version < 130);

/** What was read at nine, ten and eleven, and a fact at ten. */
function filled(type: string, body: string): Database {
  const database = openMemory(before);
  const read = database.prepare('INSERT INTO read_mail (source, read_at) VALUES (?, ?)');
  for (const hour of ['09', '10', '11']) read.run(`${hour}.eml|10|1`, `2026-03-02T${hour}:00:00.000Z`);
  database
    .prepare(
      `INSERT INTO fact (dev, seq, v, hlc, type, ent, ver, base, actor, at, body, prev, h, published)
       VALUES ('desk0001', 1, 1, '0', ?, 'mail/a', 1, NULL, 'app', '2026-03-02T10:00:00.000Z', ?, '', 'h', 0)`,
    )
    .run(type, body);
  expect(migrate(database, [...before, hiddenEnvelopesMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(130);
  return database;
}
const readIn = (database: Database): readonly unknown[] =>
  database.prepare('SELECT source FROM read_mail ORDER BY source').pluck().all();

it('130 has what came since the first receipt read once more', () => {
  expect(readIn(filled('mail.received', '{"kind":"pec-receipt"}'))).toEqual(['09.eml|10|1']);
});

it.each([
  ['without a receipt', 'mail.received', '{"kind":"pec-request"}'],
  ['with a fact that cannot be read', 'mail.received', '{"kind":'],
  ['of another word', 'request.received', '{"kind":"pec-receipt"}'],
])('130 leaves everything read %s', (_, type, body) => {
  expect(readIn(filled(type, body))).toHaveLength(3);
});
