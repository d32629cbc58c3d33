import { z } from 'zod';
import type { Database } from '#electron/db/open.ts';
import type { Envelope } from './smtpSession.ts';

/** What nobody tries again by itself: how the sending of a letter ended. */
export const settledSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('sent'), server: z.string() }),
  /** `missed`: who did not get it, and why. */
  z.object({
    outcome: z.literal('partial'),
    server: z.string(),
    missed: z.array(z.object({ address: z.string(), why: z.string() })),
  }),
  z.object({ outcome: z.literal('refused'), why: z.string() }),
  z.object({ outcome: z.literal('unknown') }),
]);
export type Settled = z.infer<typeof settledSchema>;

interface OutgoingRow {
  readonly sender: string;
  readonly recipients: string;
  readonly raw: Buffer | null;
  readonly state: 'ready' | 'sending' | 'settled';
  readonly outcome: string | null;
}

/** A letter on its way, and how far it has come. */
export interface OutgoingLetter {
  readonly envelope: Envelope;
  /** Its bytes; null once nobody can need them any more. */
  readonly raw: Buffer | null;
  readonly state: OutgoingRow['state'];
  readonly settled: Settled | null;
}

export type OutgoingTable = ReturnType<typeof outgoingTable>;

/** Reads and writes of the table of letters that leave over SMTP. */
export function outgoingTable(database: Database) {
  const get = database.prepare<[string], OutgoingRow>('SELECT * FROM outgoing WHERE id = ?');
  const add = database.prepare(
    `INSERT INTO outgoing (id, sender, recipients, raw, state) VALUES (?, ?, ?, ?, 'ready')`,
  );
  const setState = database.prepare('UPDATE outgoing SET state = ? WHERE id = ?');
  const settle = database.prepare(
    `UPDATE outgoing SET state = 'settled', outcome = @outcome, raw = iif(@isKept, raw, NULL),
       recipients = iif(@isKept, recipients, '[]') WHERE id = @id`,
  );
  const forgetBytes = database.prepare(
    `UPDATE outgoing SET raw = NULL, recipients = '[]' WHERE id = ? AND state = 'settled' AND outcome LIKE '%"sent"%'`,
  );
  const withBytes = database.prepare<[], { id: string }>(
    `SELECT id FROM outgoing WHERE state = 'settled' AND raw IS NOT NULL`,
  );
  const again = database.prepare(
    `UPDATE outgoing SET state = 'ready', outcome = NULL, recipients = ? WHERE id = ? AND state = 'settled' AND raw IS NOT NULL`,
  );
  const remove = database.prepare('DELETE FROM outgoing WHERE id = ?');
  return {
    get: (id: string): OutgoingLetter | undefined => {
      const row = get.get(id);
      if (!row) return undefined;
      const to = z.array(z.string()).parse(JSON.parse(row.recipients));
      const settled = row.outcome === null ? null : settledSchema.parse(JSON.parse(row.outcome));
      return { envelope: { from: row.sender, to }, raw: row.raw, state: row.state, settled };
    },
    add: (id: string, { from, to }: Envelope, raw: Buffer): void => {
      add.run(id, from, JSON.stringify(to), raw);
    },
    begin: (id: string): void => {
      setState.run('sending', id);
    },
    /** Nothing left: it is as before. */
    giveBack: (id: string): void => {
      setState.run('ready', id);
    },
    /** Keeps how it ended; its bytes and whom it goes to only while somebody needs them. */
    settle: (id: string, settled: Settled, isNeeded = settled.outcome !== 'sent'): void => {
      settle.run({ id, outcome: JSON.stringify(settled), isKept: Number(isNeeded) });
    },
    /** The bytes of one that the server took for all are needed no more. */
    forgetBytes: (id: string): void => {
      forgetBytes.run(id);
    },
    /** Those that ended and whose bytes are kept. */
    withBytes: (): readonly string[] => withBytes.all().map(({ id }) => id),
    /** It is to leave again, to these. */
    again: (id: string, to: readonly string[]): void => {
      again.run(JSON.stringify(to), id);
    },
    remove: (id: string): void => {
      remove.run(id);
    },
  };
}
