/** The rows of Oggi about what leaves the desk: sendings, and what does not get on by itself. Pure. */

import { sayProblem } from '#renderer/ui/index.ts';
import { capitalised, sayClock, sayMomentAt, sayUntil } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import { isPlannedTooLate } from '#shared/queue/leaving.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { Stuck } from '#shared/service/stuck.ts';
import { lower, type TodayRow } from './todayRows.ts';

const WAITING_FOR_WORD = {
  uncertain: { verb: 'Chiarisci l’invio', sign: 'uncertain', flag: { text: 'invio incerto', tone: 'warn' } },
  refused: { verb: 'Riprendi l’invio', sign: 'refused', flag: { text: 'invio rifiutato', tone: 'bad' } },
  handedOver: { verb: 'Conferma l’invio', sign: 'queued', flag: { text: 'chiesto', tone: 'info' } },
} as const satisfies Partial<Record<JobRow['state'], Pick<TodayRow, 'verb' | 'sign' | 'flag'>>>;
type WaitingState = keyof typeof WAITING_FOR_WORD;
/** Whether a sending waits until a person says what happened. */
export const waitsForWord = (job: JobRow): job is JobRow & { readonly state: WaitingState } =>
  job.state in WAITING_FOR_WORD && !job.isAltered;

/** A sending whose text is not the approved one: it does not leave (P24). */
export function alteredRow({ id, notice, changedAt, obstacle }: JobRow, { today }: Session): TodayRow {
  return {
    id: `altered ${id}`,
    target: { place: 'queue' },
    sign: 'error',
    verb: 'Controlla il testo',
    thing: lower(notice.title),
    office: notice.office ?? undefined,
    flag: { text: 'non è quello approvato', tone: 'bad', sign: 'error' },
    due: `da ${sayMomentAt(changedAt, today)}`,
    at: '',
    action: 'Apri la coda',
    story: obstacle ? sayProblem(obstacle) : '',
  };
}

const STUCK_VERBS: Readonly<Record<Stuck['what'], string>> = {
  sending: 'Fai partire l’invio',
  letter: 'Fai partire la e-mail',
  charge: 'Completa la presa in carico',
  number: 'Completa il numero di registro',
  other: 'Completa un passo dell’app',
};

/** Something the app cannot do by itself: what, why, what to do. */
export function stuckRow({ id, what, title, since, problem }: Stuck, { today }: Session): TodayRow {
  const isBug = problem.code === 'internal';
  return {
    id: `stuck ${id}`,
    target: { place: 'stuck', id },
    sign: 'error',
    verb: STUCK_VERBS[what],
    thing: title === '' ? 'senza titolo' : lower(title),
    office: undefined,
    flag: { text: isBug ? 'problema interno' : 'non riesce', tone: 'bad', sign: 'error' },
    due: `da ${sayMomentAt(since, today)}`,
    at: '',
    action: 'Riprova adesso',
    story: sayProblem(problem),
  };
}

/** A sending that waits for a word of a person. */
export function jobRow(job: JobRow & { readonly state: WaitingState }, { today }: Session): TodayRow {
  const { verb, sign, flag } = WAITING_FOR_WORD[job.state];
  const since = `da ${sayMomentAt(job.changedAt, today)}`;
  const urgent = job.state !== 'handedOver';
  return {
    id: `job ${job.id}`,
    target: { place: 'queue' },
    sign,
    verb,
    thing: lower(job.notice.title),
    office: job.notice.office ?? undefined,
    flag,
    due: since,
    at: urgent ? '' : job.changedAt,
    action: 'Apri la coda',
    story: `${capitalised(flag.text)} ${job.state === 'handedOver' ? sayMomentAt(job.changedAt, today) : since}. ${job.state === 'handedOver' ? 'Quando l’avviso è uscito, confermalo.' : 'L’app non riprova da sola.'}`,
  };
}

/** The e-mails that lie ready, as one row, as long as there are any: nothing of them has left (P66). */
export function toPostRow(count: number, { today, now }: Pick<Session, 'today' | 'now'>): readonly TodayRow[] {
  if (count === 0) return [];
  return [
    {
      id: 'toPost',
      target: { place: 'toPost' },
      sign: 'warning',
      verb: 'Spedisci',
      thing: count === 1 ? 'la e-mail già pronta' : `le ${count} e-mail già pronte`,
      office: undefined,
      flag: { text: 'da spedire', tone: 'warn', sign: 'warning' },
      due: sayMomentAt(now, today).replace(/ alle .*$/, ''),
      at: '',
      action: 'Apri le e-mail da spedire',
      story: 'L’app le prepara e non le spedisce: aprile nel programma di posta, poi di’ che sono partite.',
    },
  ];
}

/** A sending that leaves today. */
export function leavingRow(job: JobRow, { now, today }: Session): TodayRow {
  const { id, state, notice, plannedFor, route, why } = job;
  return {
    id: `leaving ${id}`,
    target: { place: 'queue' },
    sign: state === 'deferred' ? 'deferred' : 'queued',
    verb: sayClock(plannedFor),
    thing: notice.title,
    office: notice.office ?? undefined,
    flag: isPlannedTooLate(job, today)
      ? { text: 'dopo l’evento: spostalo', tone: 'bad', sign: 'error' }
      : state === 'deferred'
        ? { text: `differito, ${lower(why ?? route)}`, tone: 'warn' }
        : { text: route, tone: 'idle' },
    due: sayUntil(now, plannedFor),
    at: plannedFor,
    action: 'Apri la coda',
    story: '',
  };
}
