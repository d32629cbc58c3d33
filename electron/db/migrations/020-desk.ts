import type { Migration } from '#electron/db/migrate.ts';

/** What only this desk knows: the text being written, and which files of the mailbox it has read. */
export const deskMigration: Migration = {
  version: 20,
  up: (database) => {
    database.exec(`
      CREATE TABLE draft_text (request TEXT PRIMARY KEY, text TEXT NOT NULL, saved_at TEXT NOT NULL) STRICT;
      CREATE TABLE read_mail (source TEXT PRIMARY KEY, read_at TEXT NOT NULL, problem TEXT) STRICT;
    `);
  },
};
