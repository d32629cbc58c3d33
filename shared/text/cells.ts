import { type Day, dayOf, daySchema, type Time, timeSchema } from '#shared/kernel/day.ts';
import { dateMentions } from '#shared/text/dates/mentions.ts';

/** A cell as a spreadsheet gives it: a `Date` holds the shown day and time as if they were UTC. */
export type Cell = string | number | boolean | Date | null;

const MILLISECONDS_A_DAY = 86_400_000;
/** Day 0 of the serial numbers of spreadsheets. */
const SERIAL_EPOCH = Date.UTC(1899, 11, 30);
/** Serial numbers from 1990 to 2100: any other number is not meant as a date. */
const SERIALS = { from: 32_874, to: 73_415 };
/** A time without a day comes as a moment of the first days a spreadsheet knows. */
const TIMES_BEFORE = Date.UTC(1900, 0, 2);

const ISO = /^(\d{4}-\d{2}-\d{2})(?=$|[T\s])/;
const CLOCK = /(?:^|[\s,T]|ore\s*|alle\s*)(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:\s|$|[,;)])/i;

/** Spreadsheets keep times as fractions of a day: some come back one millisecond short. */
const toSecond = (date: Date): Date => new Date(Math.round(date.getTime() / 1000) * 1000);
const ofSerial = (serial: number): Date => new Date(SERIAL_EPOCH + serial * MILLISECONDS_A_DAY);
const isSerial = (value: number): boolean => value >= SERIALS.from && value < SERIALS.to;

/** What the cell says, without spaces around it; empty for no value, ISO for a moment. */
export function textOfCell(cell: Cell): string {
  if (cell === null) return '';
  return (cell instanceof Date ? toSecond(cell).toISOString().slice(0, 16) : String(cell)).trim();
}

/** The day a cell names, as a date, a serial number, ISO or Italian (`5/1/26`, `5 gennaio 2026`); null for none. */
export function dayOfCell(cell: Cell): Day | null {
  if (typeof cell === 'number') return isSerial(cell) ? dayOfCell(ofSerial(cell)) : null;
  if (cell instanceof Date) {
    const date = toSecond(cell);
    return date.getTime() < TIMES_BEFORE ? null : date.toISOString().slice(0, 10);
  }
  const text = textOfCell(cell);
  const iso = ISO.exec(text)?.[1];
  if (iso !== undefined) return daySchema.safeParse(iso).success ? iso : null;
  const mention = dateMentions(text)[0];
  return mention?.year ? (dayOf(mention.year, mention.month, mention.date) ?? null) : null;
}

/** The time of day a cell names (`8:30`, `ore 08.30`, a moment, a fraction of a day); null for none. */
export function timeOfCell(cell: Cell): Time | null {
  if (typeof cell === 'number') {
    const isFraction = cell > 0 && cell < 1;
    return isFraction || (isSerial(cell) && cell % 1 !== 0) ? timeOfCell(ofSerial(cell)) : null;
  }
  if (cell instanceof Date) return toSecond(cell).toISOString().slice(11, 16);
  const text = textOfCell(cell).replace(/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d)/, ' ');
  const [, hours = '', minutes = ''] = CLOCK.exec(text) ?? [];
  const time = `${hours.padStart(2, '0')}:${minutes}`;
  return timeSchema.safeParse(time).success ? time : null;
}

/** Plain digits with a point: `11.951,95` → `11951.95`, `€ 18,00` → `18.00`, `3.120` → `3120`; null for no number. */
function digitsOf(text: string): string | null {
  const bare = text.replace(/€|\bEUR\b|\beuro\b|[\s'’\u00A0\u202F]/gi, '').replace(/−/g, '-');
  const [, sign = '', digits = ''] = /^([+-]?)(\d[\d.,]*)$/.exec(bare) ?? [];
  if (digits === '') return null;
  const [last, groups] = [digits.slice(-1), digits.split(/[.,]/)];
  if (last === '.' || last === ',') return null;
  const separators = digits.replace(/\d/g, '');
  const decimal = separators.at(-1) ?? '';
  const grouped = groups.length > 1 && groups[0] !== '0' && groups.slice(1).every((group) => group.length === 3);
  const isAllGroups = grouped && new Set(separators).size === 1 && (decimal === '.' || separators.length > 1);
  if (isAllGroups || decimal === '') return `${sign}${groups.join('')}`;
  const isWellGrouped = separators.slice(0, -1) === (decimal === ',' ? '.' : ',').repeat(separators.length - 1);
  return isWellGrouped ? `${sign}${groups.slice(0, -1).join('')}.${groups.at(-1)}` : null;
}

/** The number a cell holds, also when it is Italian text; null for none. */
export function numberOfCell(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const digits = typeof cell === 'string' ? digitsOf(cell) : null;
  return digits === null ? null : Number(digits);
}

/** The whole number a cell holds, not negative (recipients, quantities); null for none. */
export function countOfCell(cell: Cell): number | null {
  const value = numberOfCell(cell);
  return value !== null && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The amount of money a cell holds, in integer cents, half a cent away from zero; null for none. */
export function centsOfCell(cell: Cell): number | null {
  const value = numberOfCell(cell);
  if (value === null) return null;
  const cents = Math.sign(value) * Math.round(Number(`${Math.abs(value).toFixed(6)}e2`));
  return Number.isSafeInteger(cents) ? cents : null;
}
