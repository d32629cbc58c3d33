import type { NewFact } from '../journal/fact.ts';
import { romeOf } from '../kernel/instant.ts';
import { type EntryBody, registerFact } from './facts.ts';

/**
 * The facts that put a notice that was sent into the register with its number (P40).
 * `highest` is the highest number known for a year, 0 when there is none.
 */
export function recordEntry(id: string, body: EntryBody, highest: (year: number) => number): readonly NewFact[] {
  const year = Number(romeOf(body.sentAt).day.slice(0, 4));
  const ent = `entry/${id}`;
  return [
    registerFact('entry.recorded', ent, body),
    registerFact('entry.numbered', ent, { year, number: highest(year) + 1 }),
  ];
}
