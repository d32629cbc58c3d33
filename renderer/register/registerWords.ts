/** The words of the register on its screen: days, ways, numbers, a row as a line. Pure. */
import { type Day, MONTHS, partsOf, WEEKDAYS, weekdayOf } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { Entry } from '#shared/register/entry.ts';
import { entryNumber } from '#shared/register/entry.ts';
import { notesOf } from '#shared/register/notes.ts';

/** What a missing office or category is called. */
export const NOT_SAID = 'non indicato';

/** `mar 24 nov`; in another year than `today` `24 nov 2025`. */
export function sayShortDay(day: Day, today: Day): string {
  const { year, month, date } = partsOf(day);
  const short = `${date} ${MONTHS[month - 1]?.slice(0, 3)}`;
  return year === partsOf(today).year ? `${WEEKDAYS[weekdayOf(day)]?.slice(0, 3)} ${short}` : `${short} ${year}`;
}

/** `18 nov 09:05`, with the year when it is another one. */
export function sayShortMoment(instant: Instant, today: Day): string {
  const { day, time } = romeOf(instant);
  const { year, month, date } = partsOf(day);
  return `${date} ${MONTHS[month - 1]?.slice(0, 3)}${year === partsOf(today).year ? '' : ` ${year}`} ${time}`;
}

/** `22 ottobre`, with the year when it is another one than that of `today`. */
export function sayDate(day: Day, today: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]}${year === partsOf(today).year ? '' : ` ${year}`}`;
}

const SHORT_ROUTES: Readonly<Record<Entry['route'], string>> = {
  'gruppo operativo': 'Gruppo',
  'e-mail alla ditta': 'E-mail',
  'cartella della ditta': 'Cartella',
};

/** The way as the narrow column shows it. */
export const shortRoute = (route: Entry['route']): string => SHORT_ROUTES[route];

/** The row as one line for a spreadsheet: columns between tabs. */
export function rowAsLine(entry: Entry): string {
  const { title, office, category, route, recipients, link, sent, sentAt } = entry;
  const { day, time } = romeOf(sentAt);
  const cells = [
    ...[entryNumber(entry), day, time, title, office ?? NOT_SAID, category ?? NOT_SAID, route],
    ...[recipients ?? '', link ?? '', notesOf(entry).join(', '), sent.text],
  ];
  return cells.map((cell) => String(cell).replace(/\s+/g, ' ')).join('\t');
}

const FORMAT = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });

/** `1.604`. */
export const sayNumber = (value: number): string => FORMAT.format(value);
