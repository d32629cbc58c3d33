import { type Day, type Time, weekdayOf } from '#shared/kernel/day.ts';
import { matchesOf, plainForm } from '#shared/text/plainForm.ts';
import { maskNonDates } from './masks.ts';
import { type Groups, NUMBERED_RULES, type Reading } from './numbered.ts';
import { RELATIVE_RULES } from './relative.ts';
import { clockTime } from './resolve.ts';
import { clockSaid, TIME_AFTER, TIME_BEFORE } from './words.ts';

/** A day found in a text: always a proposal that a person confirms (P11, P14). */
export interface FoundDate {
  readonly date: Day;
  readonly time: Time | null;
  /** Last day, when the text gives a range. */
  readonly endDate: Day | null;
  readonly endTime: Time | null;
  /** The very words, `text.slice(from, to)`; UTF-16 indexes. */
  readonly excerpt: string;
  readonly from: number;
  readonly to: number;
  readonly warnings: readonly 'weekday-date-mismatch'[];
}

/** More dates than these are the work of a table or of a hostile text: the rest is left out. */
const MOST_DATES = 200;
const RULES = [...NUMBERED_RULES, ...RELATIVE_RULES];
const TIME = new RegExp(TIME_AFTER, 'y');
const TIME_BEFORE_REACH = 40;

interface Found {
  readonly reading: Reading;
  /** Groups of the rule and of the time that follows. */
  readonly groups: Groups;
  readonly from: number;
  readonly to: number;
}

/** Trims the match: optional pieces of a pattern may take a blank or a mark at its ends, a month's name the full stop. */
function trimmed(plain: string, from: number, to: number): { readonly from: number; readonly to: number } {
  let start = from;
  let end = to;
  while (start < end && /[\s,;(–-]/.test(plain.charAt(start))) start++;
  while (end > start && /[\s,;(–-]/.test(plain.charAt(end - 1))) end--;
  const fullStop =
    plain.charAt(end - 1) === '.' && !/\b[a-z]\.\s?[a-z]\.$/.test(plain.slice(Math.max(0, end - 6), end));
  return { from: start, to: fullStop ? end - 1 : end };
}

const isTaken = (occupied: Uint8Array, from: number, to: number): boolean => occupied.subarray(from, to).includes(1);

/** The time written right after a date that ends at `end`. */
function timeAt(plain: string, end: number, occupied: Uint8Array): { groups: Groups; to: number } | undefined {
  TIME.lastIndex = end;
  const match = TIME.exec(plain);
  if (match === null || match[0] === '') return undefined;
  const to = end + match[0].length;
  return isTaken(occupied, end, to) ? undefined : { groups: match.groups ?? {}, to };
}

function collect(plain: string, reference: Day | undefined): readonly Found[] {
  const rules = RULES.filter(({ hint }) => hint.test(plain));
  if (rules.length === 0) return [];
  const occupied = new Uint8Array(plain.length);
  maskNonDates(plain, occupied);
  const found: Found[] = [];
  for (const rule of rules) {
    for (const match of matchesOf(rule.pattern, plain)) {
      if (found.length >= MOST_DATES) return found;
      const end = match.index + match[0].length;
      const date = trimmed(plain, match.index, end);
      if (date.from >= date.to || isTaken(occupied, date.from, date.to)) continue;
      const readings = rule.read(match.groups ?? {}, reference);
      if (readings.length === 0) continue;
      const time = timeAt(plain, end, occupied);
      const to = time === undefined ? date.to : trimmed(plain, date.from, time.to).to;
      occupied.fill(1, date.from, to);
      const groups: Groups = { ...match.groups, ...time?.groups };
      for (const reading of readings) {
        found.push({ reading, groups, from: reading.at === undefined ? date.from : match.index + reading.at, to });
      }
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

interface Times {
  readonly time: Time | undefined;
  readonly endTime: Time | undefined;
  /** Where the words of the time begin, when they stand before the date. */
  readonly from: number;
}

function timeSaid(groups: Groups, suffix: '' | 'To', part: string | undefined): Time | undefined {
  const said = clockSaid(groups, suffix);
  return said && clockTime(String(said.hour), String(said.minute).padStart(2, '0'), part);
}

function timesOf(plain: string, { groups, from }: Found, floor: number): Times {
  if (groups.noon !== undefined) return { time: '12:00', endTime: undefined, from };
  const part = groups.part ?? groups.late ?? /sera|pomeriggio/.exec(groups.word ?? '')?.[0];
  const time = timeSaid(groups, '', part);
  if (time !== undefined) return { time, endTime: timeSaid(groups, 'To', part), from };
  const start = Math.max(floor, from - TIME_BEFORE_REACH);
  const before = TIME_BEFORE.exec(plain.slice(start, from))?.groups;
  const earlier = before?.noon === undefined ? timeSaid(before ?? {}, '', part ?? before?.late) : '12:00';
  if (before === undefined || earlier === undefined) return { time: undefined, endTime: undefined, from };
  return {
    time: earlier,
    endTime: timeSaid(before, 'To', part ?? before.late),
    from: from - (before.whole ?? '').length,
  };
}

/**
 * The days written in an Italian text, in order of place. `reference` is the day the text was written on:
 * relative days and missing years count from it, and are left out when it is unknown. Never throws; closed grammar:
 * what it does not know it leaves out ("prima di Natale", "2 giorni prima dell'evento").
 */
export function findDates(text: string, reference: Day | undefined): readonly FoundDate[] {
  const plain = plainForm(text);
  const found = collect(plain, reference);
  return found.map((one, index) => {
    const previous = found[index - 1];
    const floor = previous === undefined || previous.from >= one.from ? 0 : Math.min(previous.to, one.from);
    const times = timesOf(plain, one, floor);
    const mismatch = one.reading.weekday !== undefined && weekdayOf(one.reading.day) !== one.reading.weekday;
    return {
      date: one.reading.day,
      time: times.time ?? null,
      endDate: one.reading.end ?? null,
      endTime: times.endTime ?? null,
      excerpt: text.slice(times.from, one.to),
      from: times.from,
      to: one.to,
      warnings: mismatch ? ['weekday-date-mismatch'] : [],
    };
  });
}
