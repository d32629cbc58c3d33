import { apostropheAccent, capitalE, missingAccent, wrongAccent } from './accents.ts';
import { farTooLong, tooLong } from './length.ts';
import { fileLink, foreignLink, homePageLink, linkMissing, severalLinks, shortenedLink } from './linkTarget.ts';
import { onePastDate, pastDate } from './pastDates.ts';
import type { Rule } from './rule.ts';
import { doubleSpace, noSpaceAfterMark, spaceAfterApostrophe, spaceBeforeMark, spaceInBrackets } from './spaces.ts';
import { hourRange, impossibleTime, leadingZero, reversedRange, roundHour, timeFormat } from './times.ts';
import { weekdayMismatch } from './weekdayMismatch.ts';

/** Every rule of style. To add one: write it in a file of its family, with examples, and name it here. */
export const catalogue: readonly Rule[] = [
  ...[
    weekdayMismatch,
    pastDate,
    timeFormat,
    roundHour,
    hourRange,
    impossibleTime,
    reversedRange,
    leadingZero,
    onePastDate,
  ],
  ...[linkMissing, severalLinks, foreignLink, shortenedLink, homePageLink, fileLink],
  ...[tooLong, farTooLong],
  ...[doubleSpace, spaceBeforeMark, noSpaceAfterMark, spaceAfterApostrophe, spaceInBrackets],
  ...[wrongAccent, capitalE, apostropheAccent, missingAccent],
];
