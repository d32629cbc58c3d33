/** What of a page is kept to tell later whether it changed (P22). Pure. */
import { z } from 'zod';
import type { Sha256 } from '#shared/journal/fact.ts';
import { type Day, daySchema } from '#shared/kernel/day.ts';
import { findDates } from '#shared/text/dates/findDates.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import type { NewsPage } from './page.ts';

/** A page as it was on a day: the hash of its words, and the days that stand on a line of their own. */
export const pageMarkSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  days: z.array(daySchema).max(50),
  /** The day it was looked at: a page may show it. */
  on: daySchema,
});
export type PageMark = z.infer<typeof pageMarkSchema>;

/** A page with fewer letters of its own says nothing that could be compared. */
const LEAST_LETTERS = 40;
const MOST_DAYS = 50;
const LONGEST_DATE_LINE = 60;

/** Lines that say when, how often and by whom a page is read: they change by themselves. */
const OF_THE_MOMENT: readonly RegExp[] = [
  /(?<!\p{L})(?:visualizzazion\p{L}*|visite|visitat[oa]|letture|lett[oa] \d+|accessi al sito|condivision\p{L}*|mi piace|utenti (?:online|connessi))(?!\p{L})/u,
  /(?<!\p{L})(?:ultim[oa] (?:aggiornamento|modifica|visita|accesso)|pagina (?:aggiornata|generata|creata)|data e ora|ora (?:esatta|attuale))(?!\p{L})/u,
  /(?<!\p{L})(?:oggi (?:è|e')|(?:second[oi]|minut[oi]|or[ae]|giorn[oi]) fa|tempo di lettura|meteo|temperatura)(?!\p{L})/u,
];
/** Pieces that a program made up: tokens, names of sessions, keys. */
const MADE_UP = /(?<![\p{L}\d])(?=[\w+/=-]*\d)[\w+/=-]{16,}(?![\p{L}\d])/gu;
/** Only numbers or a clock: counters, pages of a list, `ore 10:42:07`. */
const ONLY_NUMBERS = /^(?:ore )?[\d.,:\s%/]+$/u;
const WEEKDAY_OR_CLOCK =
  /(?<!\p{L})(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica|ore|alle)(?!\p{L})|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/gu;

/** The day a line tells, when it tells nothing else. */
function dayAlone(line: string, on: Day): Day | undefined {
  if (line.length > LONGEST_DATE_LINE) return undefined;
  const [one, ...others] = findDates(line, on);
  if (!one || others.length > 0 || one.endDate !== null || !/\d/.test(one.excerpt)) return undefined;
  const rest = `${line.slice(0, one.from)} ${line.slice(one.to)}`.replace(WEEKDAY_OR_CLOCK, ' ');
  return /[\p{L}\d]/u.test(rest) ? undefined : one.date;
}

/**
 * The mark of a page looked at on a day, of its title and main words without what changes at each look: counters, clocks,
 * tokens. Null where too little is left to be compared.
 */
export function markOf(
  { title, ogTitle, text }: Pick<NewsPage, 'title' | 'ogTitle' | 'text'>,
  on: Day,
  sha256: Sha256,
): PageMark | null {
  const days = new Set<Day>();
  const lines: string[] = [];
  for (const raw of [ogTitle ?? title ?? '', ...text.split('\n')]) {
    const line = plainForm(raw).replace(MADE_UP, ' ').replace(/\s+/g, ' ').trim();
    const day = dayAlone(line, on);
    if (day !== undefined) days.add(day);
    else if (line !== '' && !ONLY_NUMBERS.test(line) && !OF_THE_MOMENT.some((pattern) => pattern.test(line)))
      lines.push(line);
  }
  const words = lines.join('\n');
  if (words.length < LEAST_LETTERS) return null;
  return { hash: sha256(words), days: [...days].sort().slice(0, MOST_DAYS), on };
}

const besides = ({ days, on }: PageMark): string => days.filter((day) => day !== on).join();

/** Whether two marks are of the same page, unchanged: that each may show the day it was looked at makes no difference. */
export const isSamePage = (one: PageMark, other: PageMark): boolean =>
  one.hash === other.hash && (one.days.join() === other.days.join() || besides(one) === besides(other));
