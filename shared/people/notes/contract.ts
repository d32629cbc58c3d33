import { z } from 'zod';
import { type Contract, idSchema, nothing } from '#shared/kernel/contract.ts';
import { noteSubjectSchema } from './facts.ts';
import { noteSchema } from './note.ts';

/** Longer than any note between colleagues. */
export const NOTE_LENGTH = 4_000;

/** A note as a screen shows it. */
export const noteViewSchema = noteSchema.omit({ text: true }).extend({
  /** Its words; null where they have not arrived or were forgotten. */
  words: z.string().nullable(),
  /** Whoever sits here is named, and has not read it. */
  isForMe: z.boolean(),
});
export type NoteView = z.infer<typeof noteViewSchema>;

/** Calls about the notes between colleagues (P28): they never leave the desks. */
export const notesContract = {
  'people.notes': {
    reads: ['notes', 'people'],
    input: z.object({ about: noteSubjectSchema }),
    output: z.array(noteViewSchema),
  },
  'people.writeNote': {
    input: z.object({ about: noteSubjectSchema, text: z.string().max(NOTE_LENGTH) }),
    /** Names of those it names; none = for everybody. */
    output: idSchema.extend({ to: z.array(z.string()) }),
  },
  /** Whoever sits here says to have read it. */
  'people.readNote': { input: idSchema, output: nothing },
} as const satisfies Contract;
