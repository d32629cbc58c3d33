import { addDays, type Day, sayDay, type Time } from './day.ts';
import { addMilliseconds, type Instant, instantAt, instantsOfDay, later, romeOf } from './instant.ts';
import {
  type Calendar,
  endOfService,
  hoursOf,
  isWorkingDay,
  nextService,
  nextWorkingDay,
  plannedMoment,
} from './workdays.ts';

/** When a notice is wanted; without a time, at any hour of the day. */
export interface WantedMoment {
  readonly day: Day;
  readonly time: Time | null;
}

/** What a notice speaks of: its first and its last day, with the hour where it is told. */
export interface EventSpan {
  readonly first: WantedMoment;
  readonly last: WantedMoment;
}

/** Why a wanted moment cannot be kept. */
export type MomentTrouble = 'past' | 'after-event' | 'closed' | 'out-of-hours';

/** What became of a wanted moment. */
export interface MomentCheck {
  /** Null when the notice can leave then. */
  readonly trouble: MomentTrouble | null;
  /** The notice would leave when its event is over. */
  readonly misses: boolean;
  /** When it would leave as the queue plans it (P33). */
  readonly planned: Instant;
  /** The nearest good moments, the one nearest before the wanted moment first; at most two. */
  readonly offers: readonly Instant[];
}

/** What a moment is measured with. */
export interface MomentContext {
  readonly now: Instant;
  /** Null when the text tells no day. */
  readonly event: EventSpan | null;
}

const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;
/** So many days back a day of service is looked for. */
const LOOK_BACK = 30;
const MOST_OFFERS = 2;

/** The moment at which what the notice speaks of is over: an hour that is told, else the end of the day. */
const endOfEvent = ({ last: { day, time } }: EventSpan): Instant =>
  time === null ? instantsOfDay(day).to : instantAt(day, time);

/** Whether a notice that leaves at `moment` would come when its event is over (P5). */
export const comesTooLate = (moment: Instant, event: EventSpan | null): boolean =>
  event !== null && moment >= endOfEvent(event);

function troubleOf(
  calendar: Calendar,
  { day, time }: WantedMoment,
  { now, event }: MomentContext,
): MomentTrouble | null {
  const today = romeOf(now).day;
  const end = endOfService(calendar, day);
  const isPast =
    time === null ? day < today || (day === today && end !== undefined && end <= now) : instantAt(day, time) <= now;
  if (isPast) return 'past';
  if (comesTooLate(instantAt(day, time ?? '00:00'), event)) return 'after-event';
  if (!isWorkingDay(calendar, day)) return 'closed';
  const inHours = time === null || hoursOf(calendar, day).some(({ from, to }) => from <= time && time < to);
  return inHours ? null : 'out-of-hours';
}

/** A good moment on a day of service: the hour wanted where the office serves then, else an hour before it closes. */
function momentOn(calendar: Calendar, day: Day, time: Time | null): Instant | undefined {
  const hours = hoursOf(calendar, day);
  const last = hours.at(-1);
  if (!last) return undefined;
  if (time !== null && hours.some(({ from, to }) => from <= time && time < to)) return instantAt(day, time);
  return later(instantAt(day, last.from), addMilliseconds(instantAt(day, last.to), -HOUR));
}

/** The last good moment on a day before `day`; `undefined` when none is left. */
function lastBefore(calendar: Calendar, day: Day, time: Time | null, earliest: Instant): Instant | undefined {
  for (let back = 1; back <= LOOK_BACK; back++) {
    const candidate = addDays(day, -back);
    const moment = momentOn(calendar, candidate, time);
    if (moment === undefined) continue;
    if (moment >= earliest) return moment;
    return romeOf(earliest).day === candidate ? earliest : undefined;
  }
  return undefined;
}

const opening = (calendar: Calendar, day: Day): Instant | undefined => {
  const first = hoursOf(calendar, day)[0];
  return first && instantAt(day, first.from);
};

/** The nearest moments at which the notice can leave in the hours of service and before its event is over. */
function offersFor(
  calendar: Calendar,
  { day, time }: WantedMoment,
  { now, event }: MomentContext,
  trouble: MomentTrouble | null,
  planned: Instant,
): readonly Instant[] {
  const soon = new Date(Math.ceil((Date.parse(now) + 1) / FIVE_MINUTES) * FIVE_MINUTES).toISOString();
  const earliest = nextService(calendar, soon);
  const until = event && comesTooLate(planned, event) ? event.first.day : day;
  const around: Readonly<Record<MomentTrouble, readonly (Instant | undefined)[]>> = {
    past: [earliest, opening(calendar, nextWorkingDay(calendar, romeOf(earliest).day))],
    'after-event': [lastBefore(calendar, until, null, earliest), opening(calendar, until), earliest],
    closed: [
      lastBefore(calendar, until, time, earliest),
      nextService(calendar, instantAt(day, time ?? '00:00')),
      earliest,
    ],
    'out-of-hours': [
      momentOn(calendar, day, null),
      nextService(calendar, instantAt(day, time ?? '00:00')),
      lastBefore(calendar, until, null, earliest),
    ],
  };
  const candidates = trouble === null ? around['after-event'] : around[trouble];
  const good = candidates.filter((one) => one !== undefined && one >= earliest && !comesTooLate(one, event));
  return [...new Set(good as readonly Instant[])].slice(0, MOST_OFFERS);
}

/**
 * Whether a notice can leave at the moment wanted, and the nearest good moments when it cannot (P5, P14): a moment that is
 * past, after the event, on a closed day or outside the hours of service.
 */
export function checkMoment(calendar: Calendar, wanted: WantedMoment, context: MomentContext): MomentCheck {
  const trouble = troubleOf(calendar, wanted, context);
  const planned = plannedMoment(calendar, context.now, wanted.day, wanted.time);
  const misses = comesTooLate(planned, context.event);
  const offers = trouble === null && !misses ? [] : offersFor(calendar, wanted, context, trouble, planned);
  return { trouble, misses, planned, offers };
}

/** Whether the moment cannot stay as it is; a moment outside the hours alone is only moved into them (P33). */
export const isImpossible = ({ trouble, misses }: MomentCheck): boolean =>
  misses || (trouble !== null && trouble !== 'out-of-hours');

const sayAt = (moment: Instant): string => {
  const { day, time } = romeOf(moment);
  return `${sayDay(day)} alle ${time}`;
};

/** Why a moment cannot be kept, as a sentence without its full stop; empty when it can. */
export function sayMomentTrouble({ trouble, misses, planned }: MomentCheck, { day, time }: WantedMoment): string {
  const leaves = `l’avviso partirebbe ${sayAt(planned)}${misses ? ', a evento finito' : ''}`;
  const wanted = `${sayDay(day)}${time === null ? '' : ` alle ${time}`}`;
  switch (trouble) {
    case 'past':
      return `${wanted} è già passato${misses ? `: ${leaves}` : ''}`;
    case 'after-event':
      return `${wanted} l’evento è già finito`;
    case 'closed':
      return `${sayDay(day)} il servizio è chiuso: ${leaves}`;
    case 'out-of-hours':
      return `${wanted} il servizio è chiuso: ${leaves}`;
    default:
      return misses ? leaves : '';
  }
}
