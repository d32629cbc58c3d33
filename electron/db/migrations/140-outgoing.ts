import type { Migration } from '#electron/db/migrate.ts';

/**
 * Letters that leave over SMTP: their bytes and their recipients are fixed before anybody is connected to, so that what is
 * tried again is the same letter. `outcome` is JSON once the server has answered, or nobody knows.
 */
export const outgoingMigration: Migration = {
  version: 140,
  up: (database) => {
    database.exec(`
      CREATE TABLE outgoing (
        id TEXT PRIMARY KEY,
        sender TEXT NOT NULL,
        recipients TEXT NOT NULL,
        raw BLOB,
        state TEXT NOT NULL CHECK (state IN ('ready', 'sending', 'settled')),
        outcome TEXT
      ) STRICT;
    `);
  },
};
