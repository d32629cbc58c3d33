import { z } from 'zod';
import { sayDayAndYear } from '#shared/kernel/day.ts';
import { addMilliseconds, type Instant, instantSchema, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import { type Calendar, nextWorkingDay } from '#shared/kernel/workdays.ts';
import { saySkew, TRUSTED_SKEW_MILLISECONDS } from './clockSkew.ts';

/** After so many working days without a sign of life a desk alone asks whether its clock is right (P41). */
const FAR_WORKING_DAYS = 10;

/** Whether the clock of a desk that works alone may be right: not before the last moment it knew, nor far after it. */
export function followsOn(calendar: Calendar, known: Instant, now: Instant): boolean {
  if (addMilliseconds(now, TRUSTED_SKEW_MILLISECONDS) < known) return false;
  let far = romeOf(known).day;
  for (let days = 0; days <= FAR_WORKING_DAYS; days++) far = nextWorkingDay(calendar, far);
  return romeOf(now).day < far;
}

/** The clock of this computer as a screen shows it. */
export const clockViewSchema = z.object({
  /** What it says now. */
  shows: instantSchema,
  /** Why it is not proved, and so nothing leaves nor gets a number; null once it is. */
  problem: problemSchema.nullable(),
  /** Whether a person is to say that it is right: else the proof comes by itself. */
  asksPerson: z.boolean(),
});
export type ClockView = z.infer<typeof clockViewSchema>;

/** `lunedì 2 marzo 2026, ore 09:00`. */
export function sayClockMoment(moment: Instant): string {
  const { day, time } = romeOf(moment);
  return `${sayDayAndYear(day)}, ore ${time}`;
}

const NOT_CONFIRMED = 'L’ora di questo computer non è confermata: gli invii e i numeri del registro aspettano.';
const CONFIRM = 'Guarda data e ora di Windows, in basso a destra. Se sono giuste, in Oggi scegli «L’ora è giusta».';

/** The shared place has not told its time since the app was opened. */
export const CLOCK_NOT_COMPARED: Problem = {
  code: 'clock-unproved',
  what: NOT_CONFIRMED,
  why: 'La cartella condivisa non ha ancora detto che ora è.',
  remedy: 'Aspetta: appena la cartella risponde l’app confronta l’ora da sola.',
};

/** The clock differs from that of the shared place by more than is trusted. */
export const clockWrong = (skewMilliseconds: number): Problem => ({
  code: 'clock-wrong',
  what: `L’orologio di questo computer è ${saySkew(skewMilliseconds)}: gli invii aspettano.`,
  remedy: 'Correggi data e ora del computer, oppure invia da un’altra postazione.',
});

/** A desk alone whose clock does not follow on from what it last knew. */
export const clockDoubted = (known: Instant, now: Instant): Problem => ({
  code: 'clock-unproved',
  what: NOT_CONFIRMED,
  why: `Adesso segna ${sayClockMoment(now)}; l’ultima cosa scritta qui è di ${sayClockMoment(known)}.`,
  remedy: CONFIRM,
});
