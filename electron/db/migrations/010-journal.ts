import type { Migration } from '#electron/db/migrate.ts';

/** The journal of facts, the effects still to be done, and the small values of this desk. */
export const journalMigration: Migration = {
  version: 10,
  up: (database) => {
    database.exec(`
      CREATE TABLE fact (
        dev TEXT NOT NULL, seq INTEGER NOT NULL, v INTEGER NOT NULL, hlc TEXT NOT NULL, type TEXT NOT NULL,
        ent TEXT NOT NULL, ver INTEGER NOT NULL, base TEXT, actor TEXT NOT NULL, at TEXT NOT NULL,
        body TEXT NOT NULL, prev TEXT NOT NULL, h TEXT NOT NULL UNIQUE,
        PRIMARY KEY (dev, seq)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX fact_by_entity ON fact (ent, ver, hlc, dev);
      CREATE INDEX fact_by_time ON fact (hlc);
      CREATE TABLE effect (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, payload TEXT NOT NULL, not_before TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        attempts INTEGER NOT NULL DEFAULT 0, problem TEXT, made_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX effect_due ON effect (state, not_before);
      CREATE TABLE projection (name TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT;
      CREATE TABLE local_value (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    `);
  },
};
