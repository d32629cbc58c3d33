import { addDays, type Day } from '#shared/kernel/day.ts';

/** Windows of the gauge (P16), in days. */
export const PRESSURE_WINDOWS = [7, 30] as const;

/** The heaviest run of days of a period: how many notices the citizens got, and the last day of that run. */
export interface Peak {
  readonly windowDays: number;
  readonly highest: number;
  /** First day on which the highest count was reached; null when nothing was sent. */
  readonly on: Day | null;
}

/**
 * The highest number of notices within `windowDays` days that end between `from` and `to`.
 * `sent` holds a day for each notice, also of the days before `from`.
 */
export function peakOf(sent: readonly Day[], windowDays: number, from: Day, to: Day): Peak {
  let [highest, on]: [number, Day | null] = [0, null];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const first = addDays(day, 1 - windowDays);
    const count = sent.filter((one) => one >= first && one <= day).length;
    if (count > highest) [highest, on] = [count, day];
  }
  return { windowDays, highest, on };
}
