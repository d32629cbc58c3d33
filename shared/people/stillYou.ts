import type { Instant } from '#shared/kernel/instant.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Profile } from './profile/profile.ts';
import { halfAt } from './roster.ts';

/** Whether the app asks «Sei ancora …?»: after a pause of the minutes the profile says, or when another shift began since the last key or click (P6). */
export function asksStillYou(
  { calendar, pauseMinutes }: Pick<Profile, 'calendar' | 'pauseMinutes'>,
  lastActed: Instant,
  now: Instant,
): boolean {
  const isPause = Date.parse(now) - Date.parse(lastActed) >= pauseMinutes * 60_000;
  const isOtherDay = romeOf(lastActed).day !== romeOf(now).day;
  return isPause || isOtherDay || halfAt(calendar, lastActed) !== halfAt(calendar, now);
}
