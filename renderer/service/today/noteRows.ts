/** The rows of Oggi about notes between colleagues (P28). Pure. */

import { sayMomentAt } from '#renderer/ui/moments.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import type { NoteToRead } from '#shared/service/notes.ts';
import { lower, type TodayRow } from './todayRows.ts';

/** A note to read: of who is named, or of a colleague who is away and whose turn who sits here has. */
export function noteRow(note: NoteToRead, { people, today }: Session): TodayRow {
  const { id, about, title, byName, at, to, words, isForMe } = note;
  const whose = to.map((one) => nameOf({ people }, one)).join(', ');
  return {
    id: `note ${id}`,
    target: { place: 'note', about, title },
    sign: 'todo',
    verb: isForMe ? `Leggi la nota di ${byName}` : `Leggi la nota per ${whose}`,
    thing: lower(title === '' ? 'senza titolo' : title),
    office: undefined,
    flag: isForMe ? { text: 'nota per te', tone: 'info' } : { text: 'collega assente', tone: 'idle' },
    due: `da ${sayMomentAt(at, today)}`,
    at,
    action: 'Leggi la nota',
    story: words === null ? '' : `«${words.length > 120 ? `${words.slice(0, 119)}…` : words}»`,
  };
}
