/** The calendar of absences: which days it shows, who is away when, and who takes charge (P2, P3). Pure. */
import { addDays, type Day, weekdayOf } from '#shared/kernel/day.ts';
import { type Calendar, isWorkingDay } from '#shared/kernel/workdays.ts';
import type { Absence, Person } from '#shared/people/person.ts';

/** How many weeks the calendar shows at a time. */
export const WEEKS_SHOWN = 4;

/** The Monday of the week of `day`. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The working days of the weeks that begin on `monday`. */
export function daysShown(calendar: Calendar, monday: Day): readonly Day[] {
  return Array.from({ length: WEEKS_SHOWN * 7 }, (_, ahead) => addDays(monday, ahead)).filter((day) =>
    isWorkingDay(calendar, day),
  );
}

/** One cell of a person's row: a day, or the days of an absence side by side. */
export interface CalendarCell {
  readonly days: readonly [Day, ...Day[]];
  /** Null when the person is there. */
  readonly absence: Absence | null;
}

/** The row of a person: absences that touch or overlap stay apart, each from where the one before ends. */
export function cellsOf(absences: readonly Absence[], person: string, days: readonly Day[]): readonly CalendarCell[] {
  const own = absences.filter((absence) => absence.person === person).toSorted((a, b) => (a.to > b.to ? -1 : 1));
  const cells: CalendarCell[] = [];
  for (const day of days) {
    const last = cells.at(-1);
    const going = last?.absence && day <= last.absence.to ? last : undefined;
    if (going) {
      cells[cells.length - 1] = { ...going, days: [...going.days, day] };
      continue;
    }
    const absence = own.find(({ from, to }) => from <= day && day <= to) ?? null;
    cells.push({ days: [day], absence });
  }
  return cells;
}

/** Initials for narrow cells, all different: `MB`; of two equal ones each shows more of the surname, `MBel` and `MBon`. */
export function shortNames(people: readonly Pick<Person, 'id' | 'name'>[]): ReadonlyMap<string, string> {
  const parts = people.map(({ id, name }) => {
    const [first = '', ...others] = name.trim().split(/\s+/);
    return { id, first: first.charAt(0).toUpperCase(), rest: others.join('') || first.slice(1) };
  });
  const short = (index: number, letters: number): string => {
    const part = parts[index];
    return part ? part.first + part.rest.charAt(0).toUpperCase() + part.rest.slice(1, letters) : '';
  };
  return new Map(
    parts.map(({ id, rest }, index) => {
      let letters = 1;
      const isTaken = () =>
        parts.some((_, other) => other !== index && short(other, letters) === short(index, letters));
      while (letters < rest.length && isTaken()) letters += 1;
      return [id, short(index, letters)];
    }),
  );
}
