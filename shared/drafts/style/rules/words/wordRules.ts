import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { actReference, dottedAcronym, unexplainedAcronym } from './acronyms.ts';
import { agidWords, directiveWords, houseWords } from './officeWords.ts';
import { dignity, foreignWord, genderSigns, masculineForAll } from './people.ts';
import { adverbs, impersonal, negative, nominalStyle, openingFormula, passive } from './wordiness.ts';

/** The rules about plain words, in the order in which they are shown. */
export const wordRules: readonly Rule[] = [
  directiveWords,
  openingFormula,
  passive,
  impersonal,
  nominalStyle,
  unexplainedAcronym,
  dottedAcronym,
  actReference,
  foreignWord,
  genderSigns,
  masculineForAll,
  dignity,
  adverbs,
  negative,
  agidWords,
  houseWords,
];
