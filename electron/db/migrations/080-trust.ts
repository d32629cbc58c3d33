import type { Migration } from '#electron/db/migrate.ts';

/** Facts of expelled desks that do not count, and from which desk a key was trusted without anybody's word. */
export const trustMigration: Migration = {
  version: 80,
  up: (database) => {
    database.exec(`
      CREATE TABLE uncounted (h TEXT PRIMARY KEY, dev TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE INDEX uncounted_by_device ON uncounted (dev);
      ALTER TABLE trusted_key ADD COLUMN via TEXT;
    `);
  },
};
