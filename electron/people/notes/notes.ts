import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import { canonicalJson } from '#shared/journal/canonical.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { NoteView } from '#shared/people/notes/contract.ts';
import { type NoteSubject, noteFact, noteTextSchema } from '#shared/people/notes/facts.ts';
import { mentionsIn } from '#shared/people/notes/mentions.ts';
import type { Note } from '#shared/people/notes/note.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { NoteStore } from './noteStore.ts';

/** The words of a note; null where they have not arrived or were forgotten. */
function wordsOf({ blobs }: Desk, { text }: Note): string | null {
  const bytes = blobs.get(text);
  if (!bytes) return null;
  try {
    return noteTextSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).text;
  } catch {
    return null;
  }
}

/** A note as a screen shows it to who sits here. */
export function viewNote(desk: Desk, note: Note): NoteView {
  const me = desk.person()?.id;
  const { text, ...shown } = note;
  const isRead = note.readBy.some(({ by }) => by === me);
  return { ...shown, words: wordsOf(desk, note), isForMe: me !== undefined && note.to.includes(me) && !isRead };
}

/** The use-cases of the notes between colleagues (P28). */
export function noteCases(desk: Desk, store: NoteStore) {
  return {
    about: (subject: NoteSubject): readonly NoteView[] => store.about(subject).map((note) => viewNote(desk, note)),
    /** Keeps a note; who it is for is what its words say. The problem `note-empty` without words. */
    write: ({
      about,
      text,
    }: {
      readonly about: NoteSubject;
      readonly text: string;
    }): Result<{ id: string; to: string[] }, Problem> => {
      const words = text.trim();
      if (words === '') {
        return problem({
          code: 'note-empty',
          what: 'La nota è vuota.',
          remedy: 'Scrivi qualcosa, poi premi «Scrivi».',
        });
      }
      const roster = desk.roster();
      const to = [...mentionsIn(words, roster.people)];
      const id = desk.newId();
      const bytes = new TextEncoder().encode(canonicalJson({ text: words, salt: desk.newId() }));
      const kept = storageResult(() => desk.blobs.put(bytes));
      if (!kept.ok) return kept;
      const fact = noteFact('note.written', `note/${id}`, { about, text: kept.value, to });
      return map(
        desk.act(() => ok([fact])),
        () => ({ id, to: to.map((one) => nameOf(roster, one)) }),
      );
    },
    /** Who sits here has read it; a second time changes nothing. */
    read: ({ id }: { readonly id: string }): Done => {
      const note = store.get(id);
      if (!note) {
        return problem({
          code: 'note-unknown',
          what: 'Questa nota non c’è più.',
          remedy: 'Aggiorna l’elenco delle note.',
        });
      }
      return desk.act(({ actor }) =>
        ok(note.readBy.some(({ by }) => by === actor) ? [] : [noteFact('note.read', `note/${id}`, {})]),
      );
    },
  };
}
