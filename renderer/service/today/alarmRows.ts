/** The rows of Oggi about emergencies that were accepted: those that do not leave, and the copy the mayor has not got. Pure. */

import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import { emergencyTrouble } from '#shared/queue/alarm.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { lower, type TodayRow } from './todayRows.ts';

const troubleOf = (job: JobRow): string | undefined =>
  job.isEmergency ? emergencyTrouble(job, job.obstacle ?? undefined) : undefined;

/** The emergencies that do not leave, each in red until it leaves or somebody takes it out of the queue. */
export function alarmRows(jobs: readonly JobRow[], { today }: Session): readonly TodayRow[] {
  return jobs.flatMap((job): TodayRow[] => {
    const why = troubleOf(job);
    if (why === undefined) return [];
    const isUncertain = job.state === 'uncertain';
    return [
      {
        id: `alarm ${job.id}`,
        target: { place: 'sending', id: job.id },
        sign: 'error',
        verb: isUncertain ? 'Chiarisci subito l’emergenza' : 'Fai partire l’emergenza',
        thing: lower(job.notice.title),
        office: undefined,
        flag: {
          text: isUncertain ? 'non sappiamo se è partita' : 'emergenza non partita',
          tone: 'bad',
          sign: 'error',
        },
        due: `da ${sayMomentAt(job.queuedAt, today)}`,
        at: '',
        action: 'Apri la coda',
        story: `${capitalised(why)}${/[.?]$/.test(why) ? '' : '.'} Rimedia, oppure chiedila nel gruppo operativo.`,
      },
    ];
  });
}

/** The emergencies that left without the mayor's copy: it is still to be sent (P34). */
export function mayorCopyRows(jobs: readonly JobRow[], { today }: Session): readonly TodayRow[] {
  return jobs
    .filter(({ mayorCopy }) => mayorCopy === 'due')
    .map(({ id, notice, changedAt }) => ({
      id: `mayor ${id}`,
      target: { place: 'mayorCopy', id },
      sign: 'warning',
      verb: 'Manda la copia al sindaco',
      thing: lower(notice.title),
      office: undefined,
      flag: { text: 'copia al sindaco da mandare', tone: 'warn', sign: 'warning' },
      due: `da ${sayMomentAt(changedAt, today)}`,
      at: changedAt,
      action: 'Manda la copia',
      story: 'L’emergenza è stata preparata per la ditta senza la copia al sindaco: il suo indirizzo mancava.',
    }));
}
