import { z } from 'zod';
import { mailboxWantedSchema } from './mailboxAccount.ts';

/** What some folders are for, by the names of RFC 6154, as mail programs call them in Italian. */
const USES: Readonly<Record<string, string>> = {
  '\\Inbox': 'Posta in arrivo',
  '\\Sent': 'Posta inviata',
  '\\Drafts': 'Bozze',
  '\\Trash': 'Cestino',
  '\\Junk': 'Posta indesiderata',
  '\\Archive': 'Archivio',
  '\\All': 'Tutti i messaggi',
  '\\Flagged': 'Contrassegnati',
  '\\Important': 'Importanti',
};
/** The folder in which e-mails arrive, on every server (RFC 3501, 5.1). */
export const ARRIVALS = 'INBOX';
/** More than a person looks through. */
const MAX_FOLDERS = 1_000;

/** A folder as the server lists it. */
export interface ListedFolder {
  readonly path: string;
  /** The folders it lies in, the outermost first, then itself. */
  readonly names: readonly string[];
  /** What it is for, as `\Sent`; null where the server does not say. */
  readonly use: string | null;
}

export const mailFolderSchema = z.object({
  path: z.string(),
  /** As a person knows it: `Posta in arrivo`, `Uffici › Biblioteca`. */
  label: z.string(),
});
export type MailFolder = z.infer<typeof mailFolderSchema>;

/** A folder by its path alone, as a person knows it. */
export const sayFolder = (path: string): string => (path.toUpperCase() === ARRIVALS ? (USES['\\Inbox'] ?? path) : path);

const rankOf = ({ path, use }: ListedFolder): number =>
  path.toUpperCase() === ARRIVALS ? 0 : use !== null && Object.hasOwn(USES, use) ? 2 : 1;

function labelOf({ path, names, use }: ListedFolder): string {
  if (path.toUpperCase() === ARRIVALS) return sayFolder(path);
  const name = names.map((one, at) => (at === 0 ? sayFolder(one) : one)).join(' › ');
  const known = use === null ? undefined : USES[use];
  return known === undefined || known === name ? name : `${known} (${name})`;
}

/** The folders to choose from: that of arrival first, then those people made, then those with a use of their own. */
export function foldersToChoose(listed: readonly ListedFolder[]): readonly MailFolder[] {
  // Some servers list a folder twice.
  const known = new Map(listed.map((folder) => [folder.path, folder]));
  return [...known.values()]
    .map((folder) => ({ rank: rankOf(folder), path: folder.path, label: labelOf(folder) }))
    .toSorted((one, other) => one.rank - other.rank || one.label.localeCompare(other.label, 'it'))
    .slice(0, MAX_FOLDERS)
    .map(({ path, label }) => ({ path, label }));
}

/** With what the list of folders is asked for: the folder of the account does not count. */
export const foldersWantedSchema = mailboxWantedSchema.omit({ since: true });
export type FoldersWanted = z.infer<typeof foldersWantedSchema>;
