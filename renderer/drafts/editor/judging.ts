/** What a text still needs before it may go to the head (P25): pure, from the checklist and the findings. */
import type { CheckLine } from '#shared/drafts/facts.ts';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';
import { plural } from '#shared/kernel/text.ts';
import { MISSING_NAMES } from '#shared/requests/decide.ts';

/** A line of the checklist as it fills itself, before anybody gives a reason. */
export type FilledLine = Omit<CheckLine, 'why'>;
export type Kept = Readonly<Record<string, string>>;

/** The name under which the reason of a finding is kept: the same words found by the same rule. */
export const findingKey = ({ rule, excerpt }: Finding): string => `${rule} ${excerpt}`;

/** The errors nobody has corrected or kept with a reason. */
export const openErrors = (findings: readonly Finding[], kept: Kept): readonly Finding[] =>
  findings.filter((finding) => finding.severity === 'errore' && kept[findingKey(finding)] === undefined);

/** What P11 asks for: to be written, or to go on without it for a reason (P25). */
const NEEDED = { data: MISSING_NAMES.date, link: MISSING_NAMES.link, bozza: MISSING_NAMES.text } as const;
export type Needed = keyof typeof NEEDED;
/** A date that cannot be kept and a site that does not answer are there: nothing of them is missing. */
const isNeeded = (filled: FilledLine): filled is FilledLine & { readonly line: Needed } =>
  filled.line in NEEDED && filled.detail === sayMissingLine(filled.line as Needed);
const sayMissingLine = (line: Needed): string => (line === 'bozza' ? 'manca il testo' : `manca ${NEEDED[line]}`);

/** Reasons by line of the checklist. */
export type Reasons = Readonly<Record<string, string>>;

/** Under which name the reason of a whole line is kept, beside those of the findings. */
export const checkKey = (line: CheckLine['line']): string => `riga ${line}`;

/** What is said of a line while its outcome is on its way. */
export const SEARCHING = 'cerco testi simili';

/** Whether a line may go on with a reason: every one that is not in order but a text that is not there (P25). */
export const takesReason = ({ line, outcome, detail }: FilledLine): boolean =>
  outcome !== 'a posto' && !(line === 'bozza' && detail === sayMissingLine('bozza')) && detail !== SEARCHING;

/** The reasons given for whole lines; a text that is not there needs no reason but words. */
export const lineReasons = (lines: readonly FilledLine[], kept: Kept): Reasons =>
  Object.fromEntries(
    lines.flatMap((one) => {
      const why = kept[checkKey(one.line)];
      return why !== undefined && takesReason(one) ? [[one.line, why]] : [];
    }),
  );

/** What is missing, must be written and has no reason to go on without, in the order of the checklist. */
export const missingLines = (lines: readonly FilledLine[], reasons: Reasons = {}): readonly Needed[] =>
  lines
    .filter(({ outcome, line }) => outcome === 'da correggere' && reasons[line] === undefined)
    .flatMap((one) => (isNeeded(one) ? [one.line] : []));

/** Lines that fail, may go on with a reason (P25), and have none yet: `errors` are those of the style guide. */
export const linesToExplain = (
  lines: readonly FilledLine[],
  errors: readonly Finding[],
  reasons: Reasons = {},
): readonly FilledLine[] =>
  lines.filter(
    (one) =>
      one.outcome === 'da correggere' &&
      !isNeeded(one) &&
      (one.line === 'prontuario' ? errors.length > 0 : reasons[one.line] === undefined),
  );

/** Reasons given finding by finding, and those given when forwarding, as one text for each line. */
export function joinedReasons(before: Reasons, now: Reasons): Reasons {
  const lines = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries(
    [...lines].map((line) => [line, [before[line], now[line]].filter((why) => why?.trim()).join('; ')]),
  );
}

const and = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} e ${words.at(-1)}`;

/** The sentence at the left of the action bar (L11), or `null` when nothing stands in the way. */
export function obstacleSentence(missing: readonly Needed[], errors: number): string | null {
  const write = missing.length > 0 ? `scrivi ${and(missing.map((line) => NEEDED[line]))}` : '';
  const correct = errors > 0 ? `correggi ${plural(errors, 'errore', 'errori')}` : '';
  const acts = [write, correct].filter((words) => words !== '');
  return acts.length === 0 ? null : `Prima di inoltrare ${and(acts)}.`;
}

/** The reasons already given, as the record keeps them: one text for the line of the style guide. */
export function keptReasons(findings: readonly Finding[], kept: Kept): string {
  return findings
    .flatMap((finding) => {
      const why = kept[findingKey(finding)];
      return why === undefined ? [] : [finding.excerpt === '' ? why : `«${finding.excerpt}»: ${why}`];
    })
    .join('; ');
}
