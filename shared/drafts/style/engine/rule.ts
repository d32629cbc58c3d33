import type { Fix, Severity } from './finding.ts';
import type { ParameterName } from './parameters.ts';
import type { Reading } from './reading.ts';

/** One place where a rule fires; offsets are UTF-16. Both at 0, or both at the end, when the whole text is meant. */
export interface Hit {
  readonly from: number;
  readonly to: number;
  /** What is wrong here and what to do: one Italian sentence. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** A rule of style (P23). The engine knows none of them by name: the pack switches them by `id`. */
export interface Rule {
  readonly id: string;
  /** What the operator reads in lists and the head in the settings. */
  readonly title: string;
  /** Severity until the pack chooses another. */
  readonly severity: Severity;
  /** Absent = on until the pack switches it off. */
  readonly offByDefault?: true;
  /** Why the rule exists, one Italian sentence. */
  readonly why: string;
  /** Where it comes from. The municipality's own style guide is not public: no rule quotes it. */
  readonly source: string;
  /** Choices of the house the rule depends on; while one is not confirmed, the source says so. */
  readonly parameters?: readonly ParameterName[];
  /** Whether "Correggi tutto" may apply the first fix without anybody looking. */
  readonly safeFix: boolean;
  check(reading: Reading): readonly Hit[];
  readonly examples: { readonly bad: readonly string[]; readonly good: readonly string[] };
}

/** A fix that replaces `[from, to)` by `text`. */
export const replaceFix = (label: string, from: number, to: number, text: string): Fix => ({
  label,
  edits: [{ from, to, text }],
});

/** A fix labelled with what will stand there: `Scrivi «20.30»`. */
export const writeFix = (from: number, to: number, text: string): Fix => replaceFix(`Scrivi «${text}»`, from, to, text);
