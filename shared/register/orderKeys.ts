/** What rows of the register are compared by: one value for each column that orders them. */
import { romeOf } from '#shared/kernel/instant.ts';
import { foldText } from '#shared/kernel/text.ts';
import type { Entry } from './entry.ts';
import { notesOf } from './notes.ts';

/** More than the numbers of any year. */
const NUMBERS_A_YEAR = 10_000_000;

/** What a number of the register is ordered and found by; a provisional row comes after the numbers of its year. */
export const numberKey = (year: number, number: number | null): number =>
  year * NUMBERS_A_YEAR + (number ?? NUMBERS_A_YEAR - 1);

/** The year a row is counted in: that of its number, of its sending in Rome while there is none. */
export const countedYear = ({ year, sentAt }: Pick<Entry, 'year' | 'sentAt'>): number =>
  year ?? Number(romeOf(sentAt).day.slice(0, 4));

/** Comes after every word. */
const AFTER_ALL = '\u{10FFFF}';
const LONGEST_KEY = 80;

/** Words are compared without accents and capitals; missing ones come last. */
export const wordsKey = (words: string | null): string =>
  words === null ? AFTER_ALL : foldText(words).slice(0, LONGEST_KEY);

/** Between the deviations of one row. */
export const NOTE_SEPARATOR = ', ';

/** The deviations of a row as one text; empty when it has none. */
export const joinedNotes = (entry: Entry): string => notesOf(entry).join(NOTE_SEPARATOR);

/** Rows with the gravest deviations first, those without last. */
export const notesKey = (entry: Entry): string => joinedNotes(entry) || AFTER_ALL;

/** A number that is not known comes before 0. */
export const countKey = (count: number | null): number => count ?? -1;
