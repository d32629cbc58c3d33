import type { Migration } from '../migrate.ts';
import { journalMigration } from './010-journal.ts';
import { deskMigration } from './020-desk.ts';
import { shareMigration } from './030-share.ts';

/** Every migration in order. A new one gets the next ten and a test that starts from the form before it, with data. */
export const migrations: readonly Migration[] = [journalMigration, deskMigration, shareMigration];
