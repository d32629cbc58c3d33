import type { Migration } from '#electron/db/migrate.ts';
import { journalMigration } from './010-journal.ts';
import { deskMigration } from './020-desk.ts';
import { shareMigration } from './030-share.ts';
import { problemMigration } from './040-problem.ts';
import { failingMigration } from './050-failing.ts';
import { unreadMailMigration } from './060-unread-mail.ts';
import { trustMigration } from './080-trust.ts';
import { hiddenEnvelopesMigration } from './130-hidden-envelopes.ts';
import { outgoingMigration } from './140-outgoing.ts';

/** Every migration in order. A new one gets the next ten and a test that starts from the form before it, with data. */
export const migrations: readonly Migration[] = [
  journalMigration,
  deskMigration,
  shareMigration,
  problemMigration,
  failingMigration,
  unreadMailMigration,
  trustMigration,
  hiddenEnvelopesMigration,
  outgoingMigration,
];
