import { z } from 'zod';

/** How much a finding weighs (P23): an *errore* asks for a correction or a reason, the others never stop the work. */
export const SEVERITIES = ['errore', 'avviso', 'suggerimento'] as const;
export const severitySchema = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severitySchema>;

const offset = z.int().min(0);

/** Replaces the text between two UTF-16 offsets. */
const editSchema = z.object({ from: offset, to: offset, text: z.string() });
export type Edit = Readonly<z.infer<typeof editSchema>>;

/** A correction the operator can apply: its edits do not overlap and stand in order. */
const fixSchema = z.object({ label: z.string().min(1), edits: z.array(editSchema).min(1).readonly() });
export type Fix = Readonly<z.infer<typeof fixSchema>>;

/** What a rule found in a draft (P23). `excerpt` is the text between `from` and `to`, empty when the whole text is meant. */
export const findingSchema = z.object({
  /** Name of the rule in the pack, for example `D01`. */
  rule: z.string(),
  severity: severitySchema,
  from: offset,
  to: offset,
  excerpt: z.string(),
  /** What is wrong here and what to do, one Italian sentence. */
  message: z.string(),
  /** Why the rule exists, one Italian sentence. */
  why: z.string().optional(),
  /** Where the rule comes from; never the text of the municipality's own style guide, which is not public. */
  source: z.string(),
  fixes: z.array(fixSchema).readonly(),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;
