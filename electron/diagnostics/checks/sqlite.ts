import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { type DoctorCheck, failure, fine } from '#electron/diagnostics/check.ts';

/** SQLite opens, with the search the register needs. */
export const sqliteCheck: DoctorCheck = {
  name: 'SQLite',
  run: () => {
    try {
      const database = openMemory(migrations);
      const version = database.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get()?.version;
      database.exec("CREATE VIRTUAL TABLE trial USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')");
      database.close();
      return fine(`SQLite ${version}, con la ricerca nel testo.`);
    } catch (cause) {
      return failure(`SQLite non si apre: ${String(cause)}`, 'Ripeti npm ci.');
    }
  },
};
