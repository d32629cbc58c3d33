import type { Day } from '#shared/kernel/day.ts';
import { type FoundDate, findDates } from '#shared/text/dates/findDates.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import { scoreCues } from './dateCues.ts';

/** A day found in a request, and what the words around it make of it. */
export interface DateCandidate extends FoundDate {
  /** Above 0: the words around speak of sending; below 0: of the event; 0: of neither. */
  readonly cue: number;
}

/** The days written in a text of a request (P11, P14), in order of place, counted from the day of its message. */
export function requestDates(text: string, reference: Day | undefined): readonly DateCandidate[] {
  const found = findDates(text, reference);
  if (found.length === 0) return [];
  const plain = plainForm(text);
  return found.map((one, index) => {
    const floor = Math.min(found[index - 1]?.to ?? 0, one.from);
    const ceiling = found[index + 1]?.from ?? plain.length;
    return { ...one, cue: scoreCues(plain, one.from, one.to, floor, ceiling) };
  });
}
