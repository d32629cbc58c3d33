import type { Desk } from '#electron/desk/desk.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Pressure, pressureToday, pressureWith } from '#shared/queue/pressure.ts';
import type { JobState } from '#shared/queue/states.ts';

/** Sendings the citizens are still to get, or may just have got. */
const PLANNED: readonly JobState[] = [
  'queued',
  'deferred',
  'delivering',
  'toPost',
  'handedOver',
  'uncertain',
  'partlySent',
];
const LONGEST_WINDOW_DAYS = 30;

/** The gauge of today, or with one more notice on `date` (P16); that notice's own sending, `id`, does not count twice. */
export function pressureOf(
  desk: Desk,
  { queue, register }: { readonly queue: QueueStore; readonly register: RegisterStore },
  { date, id }: { readonly date?: Day; readonly id?: string },
): Pressure {
  const today = romeOf(desk.now()).day;
  const limits = desk.profile.pressure;
  const dayOf = (instant: string): Day => romeOf(instant).day;
  const notices = {
    sent: register.between(addDays(today, -LONGEST_WINDOW_DAYS), null).map(({ sentAt }) => dayOf(sentAt)),
    planned: queue
      .inState(...PLANNED)
      .filter((job) => job.id !== id)
      .map(({ plannedFor }) => dayOf(plannedFor)),
  };
  return date === undefined ? pressureToday(today, notices, limits) : pressureWith(date, today, notices, limits);
}
