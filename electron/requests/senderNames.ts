import type { Database } from '#electron/db/open.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import { foldText } from '#shared/kernel/text.ts';
import { nameOfSender, senderIn } from './sender.ts';

/**
 * The names and addresses behind the blobs of senders, for lists. The journal names the blobs, so facts alone make the rows, without
 * a name: it is read from the blob once, when a list first needs it, and again when the blob came or went.
 */
export const SENDER_NAMES = `CREATE TABLE sender_name (blob TEXT PRIMARY KEY, name TEXT, address TEXT, words TEXT, is_read INTEGER NOT NULL DEFAULT 0);
CREATE INDEX sender_name_unread ON sender_name (blob) WHERE is_read = 0;`;

/** Keeps the names as the blobs tell them; returns what reads those not read yet, to be called before a list is made. */
export function followSenderNames(database: Database, blobs: Blobs): () => void {
  const unread = database.prepare<[], { blob: string }>('SELECT blob FROM sender_name WHERE is_read = 0');
  const set = database.prepare('UPDATE sender_name SET name = ?, address = ?, words = ?, is_read = 1 WHERE blob = ?');
  const readAgain = database.prepare(
    'UPDATE sender_name SET is_read = 0 WHERE blob = ? AND name IS NULL AND is_read = 1',
  );
  const clear = database.prepare(
    'UPDATE sender_name SET name = NULL, address = NULL, words = NULL, is_read = 1 WHERE blob = ?',
  );
  blobs.follow((hash, what) => {
    (what === 'kept' ? readAgain : clear).run(hash);
  });
  const readAll = database.transaction((wanted: readonly { readonly blob: string }[]) => {
    for (const { blob } of wanted) {
      const sender = senderIn(blobs.get(blob));
      const name = sender ? nameOfSender(sender) : null;
      set.run(name, sender?.address ?? null, name === null ? null : foldText(name), blob);
    }
  });
  return () => {
    const wanted = unread.all();
    // On a full disk lists are read all the same; the names come when they can be kept.
    if (wanted.length > 0) storageResult(() => readAll(wanted));
  };
}
