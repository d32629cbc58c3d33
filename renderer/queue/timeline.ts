/** Where the sendings of a day stand on its line. Pure. */
import type { Day, Time } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Calendar, hoursOf } from '#shared/kernel/workdays.ts';
import { momentOf } from '#shared/queue/job.ts';
import type { JobRow } from '#shared/queue/views.ts';

const HOUR = 60;
/** The hours always shown. */
const [FIRST, LAST] = [8 * HOUR, 20 * HOUR];
/** Width the line is laid out for, and how wide a pill gets, in px: the real line is never much narrower. */
const LINE = 880;
const PILL = { frame: 36, letter: 6, longest: 24 } as const;
const LANES = 4;

/** Minutes from midnight. */
export function minuteOf(time: Time): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR + minutes;
}

/** A sending on the line: per cent from its left end, and the row it stands in. */
interface Pill {
  readonly job: JobRow;
  readonly left: number;
  readonly lane: number;
}

export interface Timeline {
  readonly pills: readonly Pill[];
  readonly lanes: number;
  /** Whole hours, with their place. */
  readonly hours: readonly { readonly hour: number; readonly left: number }[];
  /** Hours of service as places from and to. */
  readonly service: readonly { readonly from: number; readonly to: number }[];
  /** Place of a moment of the day. */
  readonly at: (time: Time) => number;
}

/** Lays out the sendings of `day`; pills that would touch stand in different rows, as far as there are rows. */
export function timelineOf(jobs: readonly JobRow[], day: Day, calendar: Calendar): Timeline {
  const shown = jobs
    .filter((job) => job.state !== 'cancelled' && romeOf(momentOf(job)).day === day)
    .map((job) => ({ job, minute: minuteOf(romeOf(momentOf(job)).time) }))
    .sort((one, other) => one.minute - other.minute);
  const minutes = [
    ...shown.map(({ minute }) => minute),
    ...hoursOf(calendar, day).flatMap(({ from, to }) => [minuteOf(from), minuteOf(to)]),
  ];
  const first = Math.min(FIRST, Math.floor(Math.min(FIRST, ...minutes) / HOUR) * HOUR);
  const last = Math.max(LAST, Math.ceil(Math.max(LAST, ...minutes) / HOUR) * HOUR);
  const place = (minute: number): number => ((minute - first) / (last - first)) * 100;
  const ends: number[] = [];
  const pills = shown.map(({ job, minute }) => {
    const width = PILL.frame + PILL.letter * Math.min(job.notice.title.length, PILL.longest);
    const left = Math.min((place(minute) / 100) * LINE, LINE - width);
    const free = ends.findIndex((end) => end <= left);
    const lane = free >= 0 ? free : ends.length < LANES ? ends.length : ends.indexOf(Math.min(...ends));
    ends[lane] = left + width;
    return { job, left: (left / LINE) * 100, lane };
  });
  return {
    pills,
    lanes: Math.max(1, ends.length),
    hours: Array.from({ length: (last - first) / HOUR + 1 }, (_, index) => ({
      hour: first / HOUR + index,
      left: place(first + index * HOUR),
    })),
    service: hoursOf(calendar, day).map(({ from, to }) => ({ from: place(minuteOf(from)), to: place(minuteOf(to)) })),
    at: (time) => place(minuteOf(time)),
  };
}
