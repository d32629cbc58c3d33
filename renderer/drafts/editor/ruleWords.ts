import type { SignName } from '#renderer/ui/index.ts';
import type { Finding, Severity } from '#shared/drafts/style/engine/finding.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';

const TITLES: ReadonlyMap<string, string> = new Map(catalogue.map(({ id, title }) => [id, title]));

/** What a finding is about, in a line: the title of its rule. */
export const titleOf = ({ rule, message }: Finding): string => TITLES.get(rule) ?? message;

/** What to do about a finding, as the heading of its row (P23): `«nonché» è linguaggio d’ufficio: meglio «e anche»`. */
export const adviceOf = ({ message }: Finding): string => message.replace(/\.$/, '');

/** The sign of each severity (L8). */
export const SEVERITY_SIGNS: Readonly<Record<Severity, SignName>> = {
  errore: 'error',
  avviso: 'warning',
  suggerimento: 'suggestion',
};

/** The words found; when they are only blanks, with what stands around them: `20 .`. */
function wordsOf({ from, to, excerpt }: Finding, text: string): string {
  if (excerpt.trim() !== '') return excerpt;
  const before = /\S*$/.exec(text.slice(0, from))?.[0] ?? '';
  const after = /^\S*/.exec(text.slice(to))?.[0] ?? '';
  return `${before}${excerpt}${after}`;
}

/** Where a finding stands: `riga 7: «domenica 12 dicembre»`. */
export function placeOf(finding: Finding, text: string): string {
  if (finding.from >= finding.to) return 'in tutto il testo';
  const line = text.slice(0, finding.from).split('\n').length;
  return `riga ${line}: «${wordsOf(finding, text).replaceAll('\n', ' ')}»`;
}
