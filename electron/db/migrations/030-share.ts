import type { Migration } from '#electron/db/migrate.ts';

/**
 * The journal travels: a fact is known by its hash (a copied desk may write two at one position) and knows whether the
 * shared place has it; beside it what this desk knows of the shared place.
 */
export const shareMigration: Migration = {
  version: 30,
  up: (database) => {
    database.exec(`
      ALTER TABLE fact RENAME TO fact_before;
      DROP INDEX fact_by_entity;
      DROP INDEX fact_by_time;
      CREATE TABLE fact (
        h TEXT NOT NULL UNIQUE, dev TEXT NOT NULL, seq INTEGER NOT NULL, v INTEGER NOT NULL, hlc TEXT NOT NULL,
        type TEXT NOT NULL, ent TEXT NOT NULL, ver INTEGER NOT NULL, base TEXT, actor TEXT NOT NULL, at TEXT NOT NULL,
        body TEXT NOT NULL, prev TEXT NOT NULL, published INTEGER NOT NULL
      ) STRICT;
      INSERT INTO fact SELECT h, dev, seq, v, hlc, type, ent, ver, base, actor, at, body, prev, 0 FROM fact_before;
      DROP TABLE fact_before;
      CREATE INDEX fact_by_device ON fact (dev, seq);
      CREATE INDEX fact_by_entity ON fact (ent);
      CREATE INDEX fact_to_publish ON fact (dev, seq) WHERE published = 0;
      CREATE TABLE segment (
        dev TEXT NOT NULL, name TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, newest TEXT NOT NULL,
        bytes INTEGER NOT NULL, merged_at TEXT, missing INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (dev, name)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE quarantine (
        path TEXT PRIMARY KEY, reason TEXT NOT NULL, bytes INTEGER NOT NULL, first_seen TEXT NOT NULL,
        dev TEXT, name TEXT, key TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE gap (dev TEXT NOT NULL, seq INTEGER NOT NULL, prev TEXT NOT NULL, PRIMARY KEY (dev, seq, prev))
        STRICT, WITHOUT ROWID;
      CREATE TABLE fork (dev TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE trusted_key (dev TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (dev, key)) STRICT, WITHOUT ROWID;
      CREATE TABLE blob_transfer (
        hash TEXT NOT NULL, dev TEXT NOT NULL, way TEXT NOT NULL CHECK (way IN ('sent', 'wanted')), PRIMARY KEY (hash, way)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE claim (
        kind TEXT NOT NULL, key TEXT NOT NULL, ent TEXT NOT NULL, nonce TEXT NOT NULL, dev TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('intended', 'won', 'lost', 'burnt')), PRIMARY KEY (kind, key, nonce)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX claim_by_entity ON claim (kind, ent);
    `);
  },
};
