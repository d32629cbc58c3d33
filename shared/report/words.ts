import { type Day, MONTHS, partsOf } from '#shared/kernel/day.ts';

/** The day as it stands in a letter: `6 marzo 2026`, with `1°` for the first. */
export function sayDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]} ${year}`;
}
