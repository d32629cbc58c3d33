import { expect, it } from 'vitest';
import { migrate, versionOf } from '#electron/db/migrate.ts';
import { unreadMailMigration } from '#electron/db/migrations/060-unread-mail.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { unreadMails } from '#electron/requests/unreadMails.ts';

it('060 keeps what was read, and takes back what was given up', () => {
  const before = migrations.filter(({ version }) => version < 60);
  const database = openMemory(before);
  const read = database.prepare('INSERT INTO read_mail (source, read_at, problem) VALUES (?, ?, ?)');
  const at = '2026-03-02T08:00:00.000Z';
  read.run('letta.eml|10|1', at, null);
  read.run('a|b.eml|20|2', '2026-03-02T08:00:01.000Z', 'Il file «a|b.eml» è rovinato. Le altre non ne risentono.');
  read.run('senza-barre', at, '');
  expect(migrate(database, [...before, unreadMailMigration], undefined).ok).toBe(true);
  expect(versionOf(database)).toBe(60);
  expect(database.prepare('SELECT * FROM read_mail').all()).toEqual([{ source: 'letta.eml|10|1', read_at: at }]);

  const unread = unreadMails(database);
  expect(unread.list('waiting', 9)).toMatchObject([
    { source: 'senza-barre', name: 'senza-barre', since: at, problem: { code: 'mail-given-up' } },
    {
      source: 'a|b.eml|20|2',
      name: 'a|b.eml',
      problem: { what: 'Il file «a|b.eml» è rovinato. Le altre non ne risentono.' },
    },
  ]);
  // The next look tries them.
  expect(unread.isDue('a|b.eml|20|2', '2026-03-02T08:00:01.000Z')).toBe(true);
});
