import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { capitalisedDay, firstOfMonth, impossibleDate, numericDate } from './dateForm.ts';
import { onePastDate, pastDate } from './pastDates.ts';
import { relativeDay, reversedDays } from './relativeDays.ts';
import { officeTimeAbbreviation, shortenedDay } from './shortenedWords.ts';
import { hourRange, impossibleTime, leadingZero, reversedRange, roundHour, timeFormat } from './times.ts';
import { weekdayMismatch } from './weekdayMismatch.ts';

/** The rules about days and times, in the order in which they are shown. */
export const dayRules: readonly Rule[] = [
  weekdayMismatch,
  pastDate,
  impossibleDate,
  numericDate,
  capitalisedDay,
  timeFormat,
  roundHour,
  hourRange,
  impossibleTime,
  reversedRange,
  relativeDay,
  firstOfMonth,
  shortenedDay,
  officeTimeAbbreviation,
  leadingZero,
  onePastDate,
  reversedDays,
];
