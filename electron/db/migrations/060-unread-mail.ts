import type { Migration } from '#electron/db/migrate.ts';

/**
 * An e-mail that could not be read is no longer one that was: it waits in a table of its own and is tried again. What the
 * former versions gave up comes here too: they took a thread that was stopped for a damaged e-mail.
 */
export const unreadMailMigration: Migration = {
  version: 60,
  up: (database) => {
    database.exec(`
      CREATE TABLE unread_mail (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        since TEXT NOT NULL,
        tried_at TEXT NOT NULL,
        tries INTEGER NOT NULL,
        problem TEXT NOT NULL,
        blob TEXT,
        subject TEXT,
        sender TEXT,
        away_at TEXT,
        away_by TEXT
      ) STRICT;
    `);
    const given = database
      .prepare<[], { source: string; read_at: string; problem: string }>(
        'SELECT source, read_at, problem FROM read_mail WHERE problem IS NOT NULL ORDER BY read_at, source',
      )
      .all();
    const add = database.prepare(
      'INSERT INTO unread_mail (source, name, since, tried_at, tries, problem) VALUES (?, ?, ?, ?, 1, ?)',
    );
    for (const { source, read_at, problem } of given) {
      const kept = {
        code: 'mail-given-up',
        what: problem === '' ? 'La e-mail non è stata letta.' : problem,
        remedy: 'Controlla la casella: l’app prova a leggerla di nuovo.',
      };
      // Before its last two bars an id holds the name of the file.
      const name = source.split('|').slice(0, -2).join('|') || source;
      add.run(source, name, read_at, read_at, JSON.stringify(kept));
    }
    database.exec(`
      DELETE FROM read_mail WHERE problem IS NOT NULL;
      ALTER TABLE read_mail DROP COLUMN problem;
    `);
  },
};
