import type { Draft } from '#shared/drafts/draft.ts';
import { eventIn } from '#shared/drafts/eventDays.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { comesTooLate } from '#shared/kernel/sendingMoment.ts';
import { type Calendar, plannedMoment } from '#shared/kernel/workdays.ts';
import type { Request } from '#shared/requests/request.ts';
import type { Job } from './job.ts';

/** Whether a sending that has not left is planned for when its event is over (P5). */
export const isPlannedTooLate = (
  { state, notice, plannedFor }: Pick<Job, 'state' | 'notice' | 'plannedFor'>,
  today: Day,
): boolean => (state === 'queued' || state === 'deferred') && comesTooLate(plannedFor, eventIn(notice.text, today));

/** What decides when an approved notice leaves. */
export interface Leaving {
  readonly request: Pick<Request, 'data'>;
  readonly checks: Draft['checks'];
  readonly text: string;
  readonly now: Instant;
  /** The moment a person chose; undefined when nobody did. */
  readonly at: Instant | undefined;
}

/**
 * When an approved notice leaves: the moment a person chose, else the one wanted within the hours of service (P33). Never
 * by itself after its event (P5): the problem is `after-event` unless who forwarded it gave the reason, and `moment-past`
 * for a chosen moment that is over.
 */
export function leavingMoment(
  calendar: Calendar,
  { request: { data }, checks, text, now, at }: Leaving,
): Result<Instant, Problem> {
  if (at !== undefined && at < now) {
    return problem({
      code: 'moment-past',
      what: 'Il momento scelto per l’invio è già passato.',
      remedy: 'Scegli un giorno e un’ora che devono ancora venire.',
    });
  }
  const planned = at ?? plannedMoment(calendar, now, data.sendDate, data.sendTime);
  const accepted = at !== undefined || checks.some(({ line, why }) => line === 'data' && why !== null);
  if (accepted || !comesTooLate(planned, eventIn(text, romeOf(now).day))) return ok(planned);
  const { day, time } = romeOf(planned);
  return problem({
    code: 'after-event',
    what: `L’avviso partirebbe ${sayDay(day)} alle ${time}, a evento finito.`,
    remedy: 'Scegli un altro momento fra quelli proposti, oppure restituisci il testo.',
  });
}
