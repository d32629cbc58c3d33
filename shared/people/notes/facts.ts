import { z } from 'zod';
import { writerOf } from '#shared/journal/vocabulary.ts';

/**
 * What a note is about: a notice (its request, its sending and its row of the register share one id), the report of a
 * period, or a person.
 */
export const noteSubjectSchema = z.string().regex(/^(?:notice|report|person)\/[A-Za-z0-9._-]{1,120}$/);
export type NoteSubject = z.infer<typeof noteSubjectSchema>;

/** What can happen to a note between colleagues (P28): entity `note/<id>`. Its words are in a blob, so that they can be forgotten. */
export const noteFacts = {
  'note.written': z.object({
    about: noteSubjectSchema,
    /** SHA-256 of the blob with the words. */
    text: z.string().regex(/^[0-9a-f]{64}$/),
    /** The people it names; empty = for everybody. */
    to: z.array(z.string().max(200)).max(50),
  }),
  /** Its author pressed «L’ho letta»: opening a note is not reading it. */
  'note.read': z.object({}),
} as const;

export const noteFact = writerOf(noteFacts);

/** Where these facts name blobs. */
export const noteBlobs = { 'note.written': ['text'] } as const;

/** What the blob of a note holds; the salt keeps equal words apart, so that each can be forgotten alone. */
export const noteTextSchema = z.object({ text: z.string(), salt: z.string() });
