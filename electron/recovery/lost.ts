import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { copiesOf, databaseFile } from '#electron/db/copies.ts';
import { logFiles } from '#electron/log/files.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** What the core notes when the data of a desk are open: without it a log says only that somebody tried. */
export const OPENED_LINE = 'pronto';

/** What lies in the data folder of a desk beside its database: signs that somebody worked here. */
export interface Traces {
  /** Attachments and e-mails that were kept. */
  readonly attachments: number;
  /** E-mails written for sending, and reports. */
  readonly documents: number;
  readonly copies: number;
  /** The log says that the data were open here once. */
  readonly wasOpen: boolean;
}

function filesUnder(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

const saysOpened = (path: string): boolean => {
  try {
    return readFileSync(path, 'utf8').includes(` nota ${OPENED_LINE}\n`);
  } catch {
    return false;
  }
};

/** What is found in a data folder. Throws what the file system throws. */
export function tracesIn(dataFolder: string): Traces {
  return {
    attachments: filesUnder(join(dataFolder, 'allegati')),
    documents: filesUnder(join(dataFolder, 'uscita')) + filesUnder(join(dataFolder, 'relazioni')),
    copies: copiesOf(dataFolder).length,
    wasOpen: logFiles(dataFolder).some(({ path }) => saysOpened(path)),
  };
}

/** Whether somebody worked in a folder with these traces. */
const isUsed = ({ attachments, documents, copies, wasOpen }: Traces): boolean =>
  attachments + documents + copies > 0 || wasOpen;

const HEADER_BYTES = 100;
/** Where the header of SQLite keeps the version of our form, four bytes. */
const VERSION_OFFSET = 60;

/** Whether nothing was ever made in the database: no file, none of its header, or a header without what follows. */
export function isDatabaseEmpty(dataFolder: string): boolean {
  const file = databaseFile(dataFolder);
  const info = statSync(file, { throwIfNoEntry: false });
  // What stands in its place is told by the opening.
  if (info && !info.isFile()) return false;
  if (!info || info.size < HEADER_BYTES) return true;
  // The newest pages may still be in the file beside it.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return false;
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  return header.toString('latin1', 0, 6) === 'SQLite' && header.readUInt32BE(VERSION_OFFSET) === 0;
}

/**
 * Refuses a folder that was used and whose database is missing or empty: it is no new installation. Problem:
 * `database-missing`. Throws what the file system throws.
 */
export function checkNotLost(dataFolder: string): Result<void, Problem> {
  if (!isDatabaseEmpty(dataFolder) || !isUsed(tracesIn(dataFolder))) return ok(undefined);
  return problem({
    code: 'database-missing',
    what: 'I dati di questa postazione non ci sono più: il file che li teneva manca o è vuoto.',
    why: 'Accanto ci sono ancora altre cose di questa postazione: non è un’installazione nuova.',
    remedy: 'Non cancellare niente. L’app mostra che cosa ha trovato e quali copie si possono ripristinare.',
  });
}
