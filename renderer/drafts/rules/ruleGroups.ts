/** The rules of style by family, found again by words, and the choices of the house in words (P23). Pure. */

import { type ParameterName, type Parameters, parameterTitles } from '#shared/drafts/style/engine/parameters.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { type Pack, settingOf } from '#shared/drafts/style/pack.ts';
import { catalogue } from '#shared/drafts/style/rules/catalogue.ts';
import { foldText } from '#shared/kernel/text.ts';
import type { PackChange } from './packEdits.ts';

/** By the letter the names of a family's rules begin with. */
const FAMILIES: Readonly<Record<string, string>> = {
  D: 'Date e ore',
  L: 'Link',
  P: 'Dati personali',
  S: 'Struttura',
  T: 'Segni e spazi',
  O: 'Ortografia',
  B: 'Parole',
  W: 'WhatsApp',
};

export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** The families whose rules match every word of `filter`, in name or title; accents and capitals do not count. */
export function ruleGroups(filter: string): readonly RuleGroup[] {
  const words = foldText(filter).split(/\s+/).filter(Boolean);
  const matches = ({ id, title }: Rule) => words.every((word) => foldText(`${id} ${title}`).includes(word));
  const found = catalogue.filter(matches);
  return [...new Set(found.map(({ id }) => id.charAt(0)))].map((letter) => ({
    id: letter,
    title: FAMILIES[letter] ?? letter,
    rules: found.filter(({ id }) => id.startsWith(letter)),
  }));
}

/** The choices a rule depends on that the municipality has not confirmed. */
export const unconfirmedOf = ({ parameters = [] }: Rule, pack: Pack): readonly ParameterName[] =>
  parameters.filter((name) => !pack.parameters[name].confirmed);

/** A choice as it is shown: `700`, `20.30`, `SPID, CIE`. */
function sayValue(name: ParameterName, { value }: Parameters[ParameterName]): string {
  if (name === 'timeSeparator') return `20${value}30`;
  return typeof value === 'object' ? value.join(', ') : String(value);
}

const saySetting = ({ on, severity }: ReturnType<typeof settingOf>): string => (on ? severity : 'spenta');

/** One change in words: `Forma passiva: da avviso a errore`. */
export function sayChange({ rule, parameter }: PackChange, pack: Pack, edited: Pack): string {
  if (rule) return `${rule.title}: da ${saySetting(settingOf(pack, rule))} a ${saySetting(settingOf(edited, rule))}`;
  if (!parameter) return '';
  const [before, after] = [pack.parameters[parameter], edited.parameters[parameter]];
  const title = parameterTitles[parameter];
  const confirmed = before.confirmed === after.confirmed ? '' : after.confirmed ? ', confermato' : ', da confermare';
  const [from, to] = [sayValue(parameter, before), sayValue(parameter, after)];
  return from === to ? `${title}: ${to}${confirmed}` : `${title}: da ${from} a ${to}${confirmed}`;
}
