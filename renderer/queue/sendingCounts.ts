/** The sendings of a day by the word that can be said of them (P33, P66). Pure. */

import type { Mark } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { JobState } from '#shared/queue/states.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { isCopied, sayNumber } from './queueRows.ts';

export interface SendingCount {
  readonly id: string;
  readonly sign: Mark;
  readonly words: string;
  readonly count: number;
}

const PREPARED: readonly JobState[] = ['queued', 'toPost', 'deferred', 'held'];
const OVER: readonly JobState[] = ['sent', 'cancelled'];

/** How many people the notices sent on the day reached, where somebody said it. */
function sayReached(jobs: readonly JobRow[]): string {
  const told = jobs.flatMap(({ sent: said }) => (said?.recipients == null ? [] : [said.recipients]));
  if (told.length === 0) return 'Confermato: inviato';
  return `Confermato: inviato a ${sayNumber(told.reduce((total, one) => total + one, 0))} persone`;
}

/** One line for each word that holds of some sending of the day: those planned by then and still open, and those sent on it. */
export function sendingCounts(jobs: readonly JobRow[], today: Day): readonly SendingCount[] {
  const open = jobs.filter(({ state, plannedFor }) => !OVER.includes(state) && romeOf(plannedFor).day <= today);
  const sent = jobs.filter(({ sent: said }) => said !== null && romeOf(said.sentAt).day === today);
  const isPrepared = (job: JobRow): boolean => PREPARED.includes(job.state) || isCopied(job);
  const is = (...states: readonly JobState[]) => open.filter((job) => states.includes(job.state) && !isCopied(job));
  const lines: readonly (readonly [id: string, sign: Mark, words: string, jobs: readonly JobRow[]])[] = [
    [
      'emergency',
      'error',
      'Emergenza preparata, non chiesta',
      open.filter((job) => job.isEmergency && isPrepared(job)),
    ],
    ['prepared', 'todo', 'Preparato, non ancora chiesto', open.filter((job) => !job.isEmergency && isPrepared(job))],
    ['asked', 'queued', 'Chiesto, non ancora confermato', is('handedOver')],
    [
      'sent',
      confirmed({ word: 'inviato', evidence: 'Una persona ha confermato ognuno di questi invii.' }),
      sayReached(sent),
      sent,
    ],
    ['unclear', 'uncertain', 'Incerto, da chiarire', is('uncertain', 'delivering')],
    ['partly', 'warning', 'Inviato in parte', is('partlySent')],
    ['refused', 'refused', 'Rifiutato', is('refused')],
  ];
  return lines
    .map(([id, sign, words, found]) => ({ id, sign, words, count: found.length }))
    .filter(({ count }) => count > 0);
}
