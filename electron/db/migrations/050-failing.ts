import type { Migration } from '#electron/db/migrate.ts';

/** An effect knows since when it does not succeed: what lasts is told to a person. */
export const failingMigration: Migration = {
  version: 50,
  up: (database) => {
    database.exec(`
      ALTER TABLE effect ADD COLUMN failing_since TEXT;
      UPDATE effect SET failing_since = not_before WHERE problem IS NOT NULL AND state IN ('waiting', 'running', 'failed');
    `);
  },
};
