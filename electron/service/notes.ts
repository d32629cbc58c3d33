import type { Desk } from '#electron/desk/desk.ts';
import { noteStore } from '#electron/people/notes/noteStore.ts';
import { viewNote } from '#electron/people/notes/notes.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { waitsFor } from '#shared/people/notes/note.ts';
import { nameOf } from '#shared/people/roster.ts';
import { periodSchema, sayPeriod } from '#shared/report/period.ts';
import type { NoteToRead } from '#shared/service/notes.ts';

export interface NoteSources {
  readonly queue: QueueStore;
  readonly requests: RequestStore;
  readonly register: RegisterStore;
}

/** The notes that stand in *Oggi* of who sits here (P28), the oldest first, each with the name of what it is about. */
export function notesToRead(desk: Desk, { queue, requests, register }: NoteSources): readonly NoteToRead[] {
  const me = desk.person()?.id;
  if (me === undefined) return [];
  const roster = desk.roster();
  const today = romeOf(desk.now()).day;
  const titleOf = (about: string): string => {
    const [kind, id = ''] = about.split('/');
    if (kind === 'person') return nameOf(roster, id);
    if (kind === 'report') return periodSchema.safeParse(id).success ? `report di ${sayPeriod(id)}` : 'report';
    return requests.get(id)?.title ?? queue.get(id)?.notice.title ?? register.get(id)?.title ?? '';
  };
  return noteStore(desk.database)
    .unread()
    .filter((note) => waitsFor(note, roster, today).includes(me))
    .map((note) => ({ ...viewNote(desk, note), title: titleOf(note.about), byName: nameOf(roster, note.by) }));
}
