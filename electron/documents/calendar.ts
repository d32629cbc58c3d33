/** The appointment of a calendar file (RFC 5545): the first one it tells. Repetitions are not counted out. */
import ICAL from 'ical.js';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { writableText } from '#shared/kernel/text.ts';
import type { CalendarEvent } from '#shared/text/readDocument.ts';
import { Refused } from './refusals.ts';

const MAX_CALENDAR_BYTES = 2_000_000;
const MAX_WORDS = 5_000;
type Moment = CalendarEvent['start'];

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const wordsOf = (component: ICAL.Component, name: string): string =>
  writableText(String(component.getFirstPropertyValue(name) ?? '').slice(0, MAX_WORDS)).trim();

/** A moment in the time of Rome; one without a place, or of a place the file does not tell, is that of the town. */
function momentOf(time: ICAL.Time): Moment {
  const { year, month, day, hour, minute, isDate, zone } = time;
  const own: Day = `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
  if (isDate) return { day: own, time: null };
  if (!zone || zone.tzid === 'floating') return { day: own, time: `${twoDigits(hour)}:${twoDigits(minute)}` };
  const { day: inRome, time: at } = romeOf(time.toJSDate().toISOString());
  return { day: inRome, time: at };
}

function timeOf(component: ICAL.Component, name: string): ICAL.Time | undefined {
  const value = component.getFirstPropertyValue(name);
  return value instanceof ICAL.Time && value.year > 1900 && value.year < 2200 ? value : undefined;
}

function linkOf(component: ICAL.Component, description: string): string | null {
  const url = wordsOf(component, 'url');
  const found = /^https?:/i.test(url) ? url : /https?:\/\/[^\s<>"]{4,2000}/i.exec(description)?.[0];
  return found ?? null;
}

/** The end of the invitation's own words: programs write how to join below a line of underscores. */
const ownWords = (description: string): string => (description.split(/\n\s*[_.~-]{12,}/, 1)[0] ?? '').trim();

/** The first appointment of a calendar file. Throws `Refused`. */
export function calendarEvent(bytes: Uint8Array): CalendarEvent {
  if (bytes.length > MAX_CALENDAR_BYTES) throw new Refused('tooBig');
  let calendar: ICAL.Component;
  try {
    calendar = new ICAL.Component(
      ICAL.parse(
        new TextDecoder()
          .decode(bytes)
          .replace(/^\ufeff/, '')
          .trim(),
      ) as never,
    );
  } catch {
    throw new Refused('broken');
  }
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  try {
    const events = calendar
      .getAllSubcomponents('vevent')
      .flatMap((event) => {
        const start = timeOf(event, 'dtstart');
        return start ? [{ event, start }] : [];
      })
      .sort(
        (one, other) =>
          Number(one.event.hasProperty('recurrence-id')) - Number(other.event.hasProperty('recurrence-id')),
      );
    const [first] = events;
    if (!first) throw new Refused('noEvent');
    const { event, start } = first;
    const end = timeOf(event, 'dtend');
    const until = end && momentOf(end);
    const description = wordsOf(event, 'description');
    const method = String(calendar.getFirstPropertyValue('method') ?? '');
    return {
      title: wordsOf(event, 'summary'),
      start: momentOf(start),
      // The end of whole days is the day after the last one.
      end: until && until.time === null ? { day: addDays(until.day, -1), time: null } : (until ?? null),
      place: wordsOf(event, 'location'),
      description: ownWords(description),
      link: linkOf(event, description),
      isCancelled: method.toUpperCase() === 'CANCEL' || wordsOf(event, 'status').toUpperCase() === 'CANCELLED',
      isRepeated: event.hasProperty('rrule') || event.hasProperty('rdate'),
    };
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('broken');
  } finally {
    ICAL.TimezoneService.reset();
  }
}
