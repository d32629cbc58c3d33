/** What stands out of a row of the register: how it differs from the rule (P36, P40), and whether it still stands (P37). */
import { z } from 'zod';
import { normaliseText } from '#shared/kernel/text.ts';
import type { Entry } from './entry.ts';

/** The kinds of deviation, in the words of the column and of its filter, gravest first. */
const NOTES = [
  'emergenza',
  'testo cambiato',
  'senza approvazione',
  'controllo forzato',
  'una sola persona',
  'altro scostamento',
  'rettifica',
] as const;
export const noteSchema = z.enum(NOTES);
export type Note = z.infer<typeof noteSchema>;

/** Whether a row still stands, or a later one puts it right. */
export const entryStateSchema = z.enum(['inviato', 'rettificato']);
export type EntryState = z.infer<typeof entryStateSchema>;

/** Whether the text really sent is not the approved one (P36); nothing approved, nothing altered. */
export function isAltered({ approved, sent }: Pick<Entry, 'approved' | 'sent'>): boolean {
  return approved !== null && normaliseText(approved.text) !== normaliseText(sent.text);
}

/** The kinds of deviation of a row, in the order of `NOTES`. */
export function notesOf(entry: Entry): readonly Note[] {
  const { emergency, approved, rewritten, deviations, corrects } = entry;
  const says = (beginning: string): boolean => deviations.some((line) => line.startsWith(beginning));
  const found: Readonly<Record<Note, boolean>> = {
    emergenza: emergency !== undefined,
    'testo cambiato': isAltered(entry),
    'senza approvazione': approved === null && emergency === undefined,
    'controllo forzato': says('Controllo «'),
    'una sola persona': says('Una sola persona') || approved?.by === rewritten.by,
    'altro scostamento': false,
    rettifica: corrects !== undefined,
  };
  const named = NOTES.filter((note) => found[note]);
  const unnamed = deviations.length > 0 && named.every((note) => note === 'rettifica');
  return unnamed ? ['altro scostamento', ...named] : named;
}
