import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { placeholder, senderMissing, titleMissing, whenMissing, whereMissing } from './essentials.ts';
import { farTooLong, tooLong } from './length.ts';
import { blankLines, doubledWord, hardToRead, longParagraph, longSentence, mixedList } from './structure.ts';

/** The rules about what a notice must hold and how long it is, in the order in which they are shown. */
export const structureRules: readonly Rule[] = [
  tooLong,
  whenMissing,
  whereMissing,
  titleMissing,
  longSentence,
  longParagraph,
  hardToRead,
  senderMissing,
  blankLines,
  mixedList,
  doubledWord,
  placeholder,
  farTooLong,
];
