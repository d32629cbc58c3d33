import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import type { Day } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { isAbsent, onDuty, type Roster } from '#shared/people/roster.ts';
import { noteFacts, noteSubjectSchema } from './facts.ts';

const readingSchema = z.object({ by: z.string(), at: instantSchema });

/** A note, as its facts tell it; `text` is the hash of its words. */
export const noteSchema = z.object({
  id: z.string(),
  about: noteSubjectSchema,
  text: z.string(),
  to: z.array(z.string()),
  by: z.string(),
  at: instantSchema,
  /** Who said to have read it, each once. */
  readBy: z.array(readingSchema),
});
export type Note = z.infer<typeof noteSchema>;

/** The note that a set of facts tells, or `undefined` before it was written. */
export function foldNote(id: string, facts: readonly Fact[]): Note | undefined {
  return foldFacts<Note | undefined>(facts, undefined, (note, raw) => {
    const fact = readFact(noteFacts, raw);
    if (!fact) return note;
    if (fact.type === 'note.written') {
      return note ?? { id, ...fact.body, by: fact.actor, at: fact.at, readBy: [] };
    }
    if (!note || note.readBy.some(({ by }) => by === fact.actor)) return note;
    return { ...note, readBy: [...note.readBy, { by: fact.actor, at: fact.at }] };
  });
}

/** Whether a person it names has still to read it. */
export const isUnread = ({ to, readBy }: Pick<Note, 'to' | 'readBy'>): boolean =>
  to.some((id) => !readBy.some(({ by }) => by === id));

/**
 * In whose *Oggi* a note stands on a day (P28): of who is named until she read it; while she is away, or gone, of who is in
 * turn, until that person read it too.
 */
export function waitsFor(note: Pick<Note, 'to' | 'readBy' | 'by'>, roster: Roster, day: Day): readonly string[] {
  const hasRead = (id: string): boolean => note.readBy.some(({ by }) => by === id);
  const waiting = note.to
    .filter((id) => !hasRead(id))
    .flatMap((id) => {
      const isHere = roster.people.some((person) => person.id === id) && !isAbsent(roster, id, day);
      return isHere ? [id] : [onDuty(roster, 'intake', day)?.id ?? ''];
    });
  return [...new Set(waiting)].filter((id) => id !== '' && id !== note.by && !hasRead(id));
}
