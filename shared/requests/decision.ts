import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';

/** What really became of a request whose text left the desk (P30): whose decision it was is not implied. */
const DECISION_OUTCOMES = [
  'approvata',
  'approvata con modifiche',
  'via alternativa',
  'emergenza',
  'emergenza copiata, non ancora chiesta',
  'non selezionata',
  'restituita',
  'rinviata',
  'ritirata',
] as const;

/** Who only wrote down what somebody else decided away from the app, how and when (P38). */
const recordedSchema = z.object({
  way: z.enum(['telefono', 'e-mail']),
  by: z.string(),
  at: instantSchema.nullable(),
  note: z.string(),
});

/** The outcome with its reason, who decided, by name, and when. */
export const decisionSchema = z.object({
  outcome: z.enum(DECISION_OUTCOMES),
  why: z.string().nullable(),
  by: z.string().nullable(),
  at: instantSchema.nullable(),
  recorded: recordedSchema.nullable(),
});
export type Decision = z.infer<typeof decisionSchema>;

/** The outcomes after which no notice leaves. */
export const isDeclined = ({ outcome }: Pick<Decision, 'outcome'>): boolean =>
  outcome === 'non selezionata' || outcome === 'restituita' || outcome === 'rinviata' || outcome === 'ritirata';
