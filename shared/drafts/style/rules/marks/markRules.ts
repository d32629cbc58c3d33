import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { decoratedLetters, invisibleCharacter } from './characters.ts';
import {
  exclamation,
  lowerCaseAfterStop,
  repeatedQuestionMark,
  slash,
  suspensionPoints,
  unpairedBracket,
} from './marks.ts';
import { doubleSpace, noSpaceAfterMark, spaceAfterApostrophe, spaceBeforeMark, spaceInBrackets } from './spaces.ts';

/** The rules about punctuation and spaces, in the order in which they are shown. */
export const markRules: readonly Rule[] = [
  doubleSpace,
  spaceBeforeMark,
  noSpaceAfterMark,
  exclamation,
  repeatedQuestionMark,
  suspensionPoints,
  spaceAfterApostrophe,
  unpairedBracket,
  spaceInBrackets,
  slash,
  invisibleCharacter,
  decoratedLetters,
  lowerCaseAfterStop,
];
