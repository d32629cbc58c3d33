/** The rows of Oggi about what leaves the desk: sendings, and what does not get on by itself. Pure. */

import { chipOf, troubleLines } from '#renderer/queue/toPostWords.ts';
import { sayProblem } from '#renderer/ui/index.ts';
import { sayClock, sayMomentAt, sayUntil } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import type { ToPost } from '#shared/queue/toPost.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { Stuck } from '#shared/service/stuck.ts';
import { lower, type TodayRow } from './todayRows.ts';

/** A sending whose text is not the approved one: it does not leave (P24). */
export function alteredRow({ id, notice, changedAt, obstacle }: JobRow, { today }: Session): TodayRow {
  return {
    id: `altered ${id}`,
    target: { place: 'sending', id },
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

const BAD_VERBS = {
  partial: 'Guarda chi non ha avuto',
  refused: 'Correggi',
  bounced: 'Correggi l’indirizzo e riscrivi',
  uncertain: 'Guarda se è arrivata',
} as const;

/** A letter that left by itself and not well: a person decides what becomes of it (P33). */
export function badLetterRow(letter: ToPost, { today }: Pick<Session, 'today'>): readonly TodayRow[] {
  const { id, state, title, subject, preparedAt } = letter;
  if (state === 'toPost') return [];
  return [
    {
      id: `letter ${id}`,
      target: { place: 'toPost' },
      sign: state === 'uncertain' ? 'uncertain' : 'error',
      verb: BAD_VERBS[state],
      thing: `la e-mail su «${title === '' ? subject : title}»`,
      office: undefined,
      flag: { text: chipOf(letter), tone: 'bad', sign: state === 'uncertain' ? 'uncertain' : 'error' },
      due: `da ${sayMomentAt(preparedAt, today)}`,
      at: '',
      action: 'Apri le e-mail',
      story: troubleLines(letter).join(' '),
    },
  ];
}

/** A sending that leaves today. */
export function leavingRow(job: JobRow, { now, today }: Session): TodayRow {
  const { id, state, notice, plannedFor, changedAt, route, why } = job;
  return {
    id: `leaving ${id}`,
    target: { place: 'sending', id },
    sign: state === 'deferred' ? 'deferred' : 'queued',
    verb: sayClock(plannedFor),
    thing: notice.title,
    office: notice.office ?? undefined,
    flag:
      state === 'handedOver'
        ? { text: `chiesto ${sayMomentAt(changedAt, today)}`, tone: 'info' }
        : state === 'deferred'
          ? { text: `differito, ${lower(why ?? route)}`, tone: 'warn' }
          : { text: route, tone: 'idle' },
    due: sayUntil(now, plannedFor),
    at: plannedFor,
    action: 'Apri la coda',
    story: '',
  };
}
