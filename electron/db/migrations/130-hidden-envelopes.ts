import type { Migration } from '#electron/db/migrate.ts';

/**
 * The first versions kept a PEC receipt under the identity of the message it speaks of, and then took the envelope of that
 * message for known: it counts as read, and never was. Which one it is is on record nowhere, so what came since the first
 * receipt is read once more; an e-mail that is really known adds nothing.
 */
export const hiddenEnvelopesMigration: Migration = {
  version: 130,
  up: (database) => {
    const first = database
      .prepare<[], { at: string | null }>(
        `SELECT min(at) AS at FROM fact WHERE type = 'mail.received'
         AND CASE WHEN json_valid(body) THEN json_extract(body, '$.kind') END = 'pec-receipt'`,
      )
      .get();
    if (first?.at) database.prepare('DELETE FROM read_mail WHERE read_at >= ?').run(first.at);
  },
};
