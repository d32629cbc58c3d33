import type { Migration } from '#electron/db/migrate.ts';

/** An effect keeps the whole problem as JSON; before, only what happened was kept, as a sentence. */
export const problemMigration: Migration = {
  version: 40,
  up: (database) => {
    database.exec(`
      UPDATE effect SET problem = json_object(
        'code', 'effect-not-done',
        'what', problem,
        'remedy', CASE state
          WHEN 'failed' THEN 'Chiama l’assistenza: l’app non riprova da sola.'
          ELSE 'Aspetta: l’app riprova da sola.'
        END
      ) WHERE problem IS NOT NULL AND problem <> '';
      UPDATE effect SET problem = NULL WHERE problem = '';
    `);
  },
};
