import type { ReadableDatabase } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import { foldNote, isUnread, type Note, noteSchema } from '#shared/people/notes/note.ts';

const notes = entityTable({
  kind: 'note',
  version: 1,
  topic: 'notes',
  schema: noteSchema,
  fold: foldNote,
  columns: { about: ({ about }) => about, written_at: ({ at }) => at, unread: (note) => (isUnread(note) ? 1 : 0) },
});

/** The read table of the notes between colleagues. */
export const noteProjection = notes.projection;

export interface NoteStore {
  readonly get: (id: string) => Note | undefined;
  /** The newest first. */
  readonly about: (subject: string) => readonly Note[];
  /** Those that somebody they name has not read, the oldest first. */
  readonly unread: () => readonly Note[];
}

/** Reads the notes. */
export function noteStore(database: ReadableDatabase): NoteStore {
  const note = notes.open(database);
  return {
    get: note.get,
    about: (subject) => note.list('about = ?', [subject], 'written_at DESC, id DESC'),
    unread: () => note.list('unread = 1', [], 'written_at, id'),
  };
}
