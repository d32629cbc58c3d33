import { z } from 'zod';
import { addDays, type Day, daySchema } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import type { Profile } from '#shared/people/profile/profile.ts';

/** One window of the gauge (P16): the notices of so many days. */
const windowSchema = z.object({
  days: z.union([z.literal(7), z.literal(30)]),
  sent: z.int(),
  planned: z.int(),
  /** More than this is too many for the citizens (profile). */
  limit: z.int(),
  isOver: z.boolean(),
});

/** How many notices the citizens get around a day (P16), and what to say of it. */
export const pressureSchema = z.object({
  day: daySchema,
  windows: z.array(windowSchema),
  /** Null when there is nothing to say. */
  sentence: z.string().nullable(),
});
export type Pressure = z.infer<typeof pressureSchema>;
type Window = z.infer<typeof windowSchema>;

/** Days on which notices were sent, and on which those of the queue are planned: one entry for each notice. */
export interface NoticeDays {
  readonly sent: readonly Day[];
  readonly planned: readonly Day[];
}

const WINDOWS = [
  ['sevenDays', 7],
  ['thirtyDays', 30],
] as const;
const LIST = new Intl.ListFormat('it');

const within = (days: readonly Day[], from: Day, to: Day): number =>
  days.filter((day) => from <= day && day <= to).length;

function windowEnding(to: Day, days: Window['days'], limit: number, notices: NoticeDays): Window {
  const from = addDays(to, 1 - days);
  const [sent, planned] = [within(notices.sent, from, to), within(notices.planned, from, to)];
  return { days, sent, planned, limit, isOver: sent + planned > limit };
}

/** What still waits from an earlier day goes out today, if anything. */
const notBefore = ({ sent, planned }: NoticeDays, today: Day): NoticeDays => ({
  sent,
  planned: planned.map((day) => (day < today ? today : day)),
});

/** `la soglia dei 7 giorni`, `le soglie dei 7 e dei 30 giorni`. */
function thresholds(over: readonly Window[]): string {
  const names = LIST.format(over.map(({ days }) => `dei ${days}`));
  return over.length === 1 ? `la soglia ${names} giorni` : `le soglie ${names} giorni`;
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function sentenceOfToday(windows: readonly Window[], plannedToday: number): string | null {
  const over = windows.filter(({ isOver }) => isOver);
  if (over.length === 0) return null;
  const already = over.filter(({ sent, limit }) => sent > limit);
  if (already.length > 0) {
    const passive = already.length === 1 ? 'è già superata' : 'sono già superate';
    return `${capital(thresholds(already))} ${passive}. Invia oggi solo quello che non può aspettare.`;
  }
  const those = plannedToday === 1 ? 'quello' : `i ${plannedToday}`;
  const verb = over.length === 1 ? 'supera' : 'superano';
  const remedy = plannedToday === 1 ? 'Valuta se rinviarlo.' : 'Valuta se rinviarne qualcuno.';
  return `Con ${those} di oggi si ${verb} ${thresholds(over)}. ${remedy}`;
}

/** The gauge of today: sent and planned in the 7 and in the 30 days that end today (P16). */
export function pressureToday(today: Day, notices: NoticeDays, limits: Profile['pressure']): Pressure {
  const current = notBefore(notices, today);
  const windows = WINDOWS.map(([name, days]) => windowEnding(today, days, limits[name], current));
  return { day: today, windows, sentence: sentenceOfToday(windows, within(current.planned, today, today)) };
}

/**
 * What one more notice on the day wanted, today at the earliest, would mean (P16): of all the windows in which it falls,
 * the fullest. The notice itself counts among the planned ones.
 */
export function pressureWith(wanted: Day, today: Day, notices: NoticeDays, limits: Profile['pressure']): Pressure {
  const day = wanted < today ? today : wanted;
  const { sent, planned } = notBefore(notices, today);
  const withThis = { sent, planned: [...planned, day] };
  const windows = WINDOWS.map(([name, days]) =>
    Array.from({ length: days }, (_, ahead) => windowEnding(addDays(day, ahead), days, limits[name], withThis)).reduce(
      (fullest, one) => (one.sent + one.planned > fullest.sent + fullest.planned ? one : fullest),
    ),
  );
  const over = windows.filter(({ isOver }) => isOver);
  const shown = over.length > 0 ? over : windows.slice(0, 1);
  const counts = shown.map(
    (one) => `${plural(one.sent + one.planned, 'avviso', 'avvisi')} in ${one.days} giorni, soglia ${one.limit}`,
  );
  const remedy = over.length > 0 ? ' Valuta se rinviarlo.' : '';
  return { day, windows, sentence: `Con questo: ${counts.join('; ')}.${remedy}` };
}
