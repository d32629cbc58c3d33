import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { foldLetters } from '#shared/kernel/text.ts';
import { routeSchema } from '#shared/people/profile/routes.ts';
import { ORDERS } from '#shared/register/columns.ts';
import { entryStateSchema, noteSchema } from '#shared/register/notes.ts';

/** Longest text to search for; longer than any number, title or link. */
const LONGEST_SEARCH = 300;

/** Which rows of the register are wanted (P43). Empty lists and nulls do not narrow. */
export const registerFilterSchema = z.object({
  /** As typed: words, `"phrases"`, a number as `2026/0042`. */
  text: z.string().max(LONGEST_SEARCH),
  /** Null in a list stands for the rows that have none. */
  office: z.array(z.string().nullable()),
  category: z.array(z.string().nullable()),
  route: z.array(routeSchema),
  year: z.array(z.int()),
  /** First and last day of the sending, both included. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
  /** Rows with at least one of these deviations from the rule (P40). */
  note: z.array(noteSchema),
  state: z.array(entryStateSchema),
});
export type RegisterFilter = z.infer<typeof registerFilterSchema>;

/** The filter that lets every row through. */
export const EVERY_ROW: RegisterFilter = {
  text: '',
  office: [],
  category: [],
  route: [],
  year: [],
  from: null,
  to: null,
  note: [],
  state: [],
};

/**
 * In which order rows are wanted. Ascending: equal ones newest first, missing words last, unknown recipients as none;
 * descending is exactly the reverse.
 */
export const registerOrderSchema = z.object({
  by: z.enum(ORDERS),
  direction: z.enum(['ascending', 'descending']),
});
export type RegisterOrder = Readonly<z.infer<typeof registerOrderSchema>>;

export const NEWEST_FIRST: RegisterOrder = { by: 'sentAt', direction: 'descending' };

/** Register numbers of one year, first and last included. */
export interface NumberRange {
  readonly year: number;
  readonly from: number;
  readonly to: number;
}

/** Words that must stand in this order, folded; the last of an open term may be the beginning of a longer word. */
export interface SearchTerm {
  readonly words: readonly string[];
  readonly open: boolean;
}

/** What a typed text asks for. */
export interface TextQuery {
  /** Expression for FTS5 in which everything typed is quoted: never a syntax error. Null = any text. */
  readonly match: string | null;
  readonly number: NumberRange | null;
  /** What is looked for, all of it, to mark it where it stands. */
  readonly terms: readonly SearchTerm[];
}

const NUMBER = /^(\d{4})\/(\d{0,6})$/;
const NUMBER_WORD = /(?<!\S)(?:n|nr|num|numero)\.?\s*(?=\d{4}\/)/giu;
const DIGITS = 4;
const HIGHEST = 999_999;
const QUOTES = /["“”«»]/;
const LONE_LETTER = /^\p{L}$/u;
/** What the tokenizer `unicode61` makes words of: letters, digits and the marks that belong to them. */
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** `2026/0042` and `2026/42` are one row; `2026/00` are those it may become while it is typed. */
function numberRange(typed: string): NumberRange | null {
  const [, year, digits] = NUMBER.exec(typed) ?? [];
  if (year === undefined || digits === undefined) return null;
  const open = digits === '' || (digits.startsWith('0') && digits.length < DIGITS);
  const rest = open ? 10 ** (DIGITS - digits.length) : 1;
  const from = Number(digits) * rest;
  return { year: Number(year), from, to: digits === '' ? HIGHEST : from + rest - 1 };
}

/**
 * Reads what was typed into the search field. Words may be the beginning of longer ones, in any order; what stands in
 * quotes is looked for as it is. A single letter narrows nothing: it begins almost every text.
 */
export function parseSearch(text: string): TextQuery {
  const expressions: string[] = [];
  const terms: SearchTerm[] = [];
  let number: NumberRange | null = null;
  const parts = text.normalize('NFKC').replace(NUMBER_WORD, ' ').split(QUOTES);
  for (const [index, part] of parts.entries()) {
    const isPhrase = index % 2 === 1;
    const isClosed = isPhrase && index < parts.length - 1;
    for (const chunk of isPhrase ? [part] : part.split(/\s+/)) {
      const range = isPhrase ? null : numberRange(chunk);
      if (range) {
        number = range;
        continue;
      }
      const words = chunk.match(WORD) ?? [];
      const letters = words.join('');
      if (letters === '' || (!isPhrase && LONE_LETTER.test(letters))) continue;
      const whole = isClosed || letters.length === 1;
      expressions.push(`"${words.join(' ')}"${whole ? '' : '*'}`);
      terms.push({ words: words.map(foldLetters), open: !whole });
    }
  }
  return { match: expressions.length > 0 ? expressions.join(' AND ') : null, number, terms };
}

/** Everything of a row that can be searched for, as one text in which fancy letters are plain ones. */
export function searchableText(parts: readonly (string | null)[]): string {
  return [...new Set(parts.filter((part) => part !== null))].join('\n').normalize('NFKC');
}
