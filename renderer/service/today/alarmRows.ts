/** The rows of Oggi about emergencies that were accepted: those that do not leave, and the copies somebody has not got. Pure. */

import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import { emergencyTrouble } from '#shared/queue/alarm.ts';
import type { CopyReader } from '#shared/queue/facts.ts';
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

/** Whose copy of the e-mail to the contractor is still to be sent, in words. */
const COPIES = {
  mayor: { due: 'mayorCopy', verb: 'Manda la copia al sindaco', flag: 'copia al sindaco da mandare' },
  head: { due: 'headCopy', verb: 'Manda la copia al capo settore', flag: 'copia al capo settore da mandare' },
} as const;

/** The sendings asked of the contractor without a copy that they must have (P32, P34). */
export function copyRows(jobs: readonly JobRow[], who: CopyReader, { today }: Session): readonly TodayRow[] {
  const { due, verb, flag } = COPIES[who];
  return jobs
    .filter((job) => job[due] === 'due')
    .map(({ id, mail, notice, changedAt }) => ({
      id: `${who} ${id}`,
      target: { place: 'copy', id, who },
      sign: 'warning',
      verb,
      thing: lower(notice.title),
      office: undefined,
      flag: { text: flag, tone: 'warn', sign: 'warning' },
      due: `da ${sayMomentAt(changedAt, today)}`,
      at: changedAt,
      action: 'Manda la copia',
      story:
        mail === null
          ? 'L’emergenza è stata preparata per la ditta senza la copia al sindaco: il suo indirizzo mancava.'
          : 'La e-mail alla ditta è partita, ma questa copia non è arrivata.',
    }));
}
