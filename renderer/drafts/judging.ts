/** What a text still needs before it may go to the head (P25): pure, from the checklist and the findings. */
import type { CheckLine } from '#shared/drafts/facts.ts';
import type { Finding } from '#shared/drafts/finding.ts';
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

/** Lines that only a correction settles: what P11 asks for. */
const NEEDED = { data: MISSING_NAMES.date, link: MISSING_NAMES.link, bozza: MISSING_NAMES.text } as const;
export type Needed = keyof typeof NEEDED;
const isNeeded = (line: string): line is Needed => line in NEEDED;

/** What is missing and must be written, in the order of the checklist. */
export const missingLines = (lines: readonly FilledLine[]): readonly Needed[] =>
  lines.flatMap(({ line, outcome }) => (outcome === 'da correggere' && isNeeded(line) ? [line] : []));

/** Lines that fail, may go on with a reason (P25), and have none yet: `errors` are those of the style guide. */
export const linesToExplain = (lines: readonly FilledLine[], errors: readonly Finding[]): readonly FilledLine[] =>
  lines.filter(
    ({ line, outcome }) =>
      outcome === 'da correggere' && !isNeeded(line) && !(line === 'prontuario' && errors.length === 0),
  );

/** Reasons by line of the checklist. */
export type Reasons = Readonly<Record<string, string>>;

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
