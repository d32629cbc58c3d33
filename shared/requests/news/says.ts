/** What a page says that a notice says too: days, hours, places (P22). Pure. */
import { z } from 'zod';
import { type Day, daySchema, timeSchema } from '#shared/kernel/day.ts';
import { findDates } from '#shared/text/dates/findDates.ts';

const MOST = 20;
const LONGEST = 120;

/** A day that a text names, with its hour, in its own words. */
export const saidDaySchema = z.object({
  day: daySchema,
  endDay: daySchema.nullable(),
  time: timeSchema.nullable(),
  endTime: timeSchema.nullable(),
  words: z.string().max(LONGEST),
});
export type SaidDay = z.infer<typeof saidDaySchema>;

export const pageSaysSchema = z.object({
  days: z.array(saidDaySchema).max(MOST),
  /** Streets and squares by name, as they are written. */
  places: z.array(z.string().max(LONGEST)).max(MOST),
});
export type PageSays = z.infer<typeof pageSaysSchema>;

/** Words before a day on which something was written, and not of what it is about. */
const OF_THE_WRITING =
  /(?:pubblicat\p{L}*|aggiornat\p{L}*|aggiornamento|modifica(?:to)?|data(?: di pubblicazione)?|inserit\p{L}*|creat\p{L}*|scadenza pubblicazione|valid\p{L}* (?:dal|fino al)|(?:prot|protocollo|n|nr|delibera\p{L}*|determin\p{L}*|ordinanza|decreto|legge)\.?(?: \S{1,20}){0,3})\s*:?\s*(?:il|del|in data|dal|al)?\s*$/iu;
const REACH = 48;

/**
 * The days a text names with their number, in order; without those it was published, changed or numbered on. `on` is the
 * day it was read: years that are not written count from it.
 */
export const daysSaid = (
  text: string,
  on: Day,
  /** Whether the day that begins at a place of the text is none of what the text is about. */
  isBeside: (text: string, from: number) => boolean = () => false,
): readonly SaidDay[] =>
  findDates(text, on)
    .filter(
      ({ excerpt, from }) =>
        /\d/.test(excerpt) &&
        !isBeside(text, from) &&
        !OF_THE_WRITING.test(text.slice(Math.max(0, from - REACH), from).replace(/\n/g, ' ')),
    )
    .map(({ date, endDate, time, endTime, excerpt }) => ({
      ...{ day: date, endDay: endDate, time, endTime, words: excerpt.replace(/\s+/g, ' ').slice(0, LONGEST) },
    }));

/** Kinds of street and square whose name follows them with a capital letter: a closed list. */
const PLACE =
  /(?<![\p{L}\d])(?:[Vv]ia|[Vv]iale|[Pp]iazza|[Pp]iazzale|[Pp]iazzetta|[Cc]orso|[Ll]argo|[Vv]icolo|[Ll]ungo(?:mare|fiume|lago))(?: (?:d(?:i|el|ella|ello|ei|egli|elle)|(?:d|dell|all)['’](?=\p{Lu})))?(?: ?\p{Lu}[\p{L}'’.]*){1,4}/gu;

/** The streets and squares a text names. Closed rule: «via» with its name in capitals; «via mail» is none. */
export const placesSaid = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(PLACE), ([words]) => words.replace(/\s+/g, ' ').replace(/\.$/, '').trim())),
];

/** What is kept of what a page says. */
export const saysOf = (text: string, on: Day): PageSays => ({
  days: daysSaid(text, on).slice(0, MOST),
  places: placesSaid(text)
    .map((place) => place.slice(0, LONGEST))
    .slice(0, MOST),
});
