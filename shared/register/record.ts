import type { NewFact } from '#shared/journal/fact.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type EntryBody, registerFact } from './facts.ts';

/** The year whose numbers a notice takes: that of the day on which it was sent. */
export const yearOf = ({ sentAt }: Pick<EntryBody, 'sentAt'>): number => Number(romeOf(sentAt).day.slice(0, 4));

/**
 * The number before the first one of a year (P40): the town's start number counts in the year in which its register begins,
 * every later year begins with 1.
 */
export const beforeFirst = (firstNumber: number | null, isNumberedBefore: boolean): number =>
  firstNumber === null || isNumberedBefore ? 0 : firstNumber - 1;

/**
 * The facts that put a notice that was sent into the register (P40). `highest` is the highest number known for a year, 0
 * when there is none: the row takes the next one. Without it the row is provisional, until its number is claimed.
 */
export function recordEntry(
  id: string,
  body: EntryBody,
  highest: ((year: number) => number) | null,
): readonly NewFact[] {
  const ent = `entry/${id}`;
  const recorded = registerFact('entry.recorded', ent, body);
  if (highest === null) return [recorded];
  const year = yearOf(body);
  return [recorded, registerFact('entry.numbered', ent, { year, number: highest(year) + 1 })];
}
