import type { Database } from '#electron/db/open.ts';

/** Makes the database refuse one kind of write (`INSERT ON claim`) with an error, as a full disk or a bug does; returns how to end it. */
export function refuseWrites(database: Database, write: string, error: Error, when = 'true'): () => void {
  database.function('refuse_write', () => {
    throw error;
  });
  database.exec(`CREATE TEMP TRIGGER refused_write BEFORE ${write} WHEN ${when} BEGIN SELECT refuse_write(); END`);
  return () => {
    database.exec('DROP TRIGGER refused_write');
  };
}
