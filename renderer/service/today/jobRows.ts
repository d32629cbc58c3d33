/** The rows of Oggi about sendings that wait for a person (P31, P33). Pure. */

import { sayProblem } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt, saySince } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { JobWait } from '#shared/queue/waits.ts';
import { lower, type TodayRow } from './todayRows.ts';

type Words = Pick<TodayRow, 'verb' | 'sign' | 'flag' | 'action' | 'story' | 'at' | 'due' | 'target'> &
  Pick<TodayRow, 'second'>;

const stop = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);

/** Approved and not asked: copied, when somebody copied it and has not said that it was asked (P31). */
function askWords(job: JobRow, { isPast }: JobWait, { today }: Session): Words {
  const { id, notice, plannedFor, changedAt, state, isElsewhere, deskName } = job;
  const isCopied = state === 'delivering';
  const wanted = `${isPast ? 'era per' : 'per'} ${sayMomentAt(plannedFor, today)}`;
  const copied = `copiato ${saySince(changedAt, today).replace(/^da /, '')}${isElsewhere ? ` su ${deskName === null ? 'un’altra postazione' : `«${deskName}»`}` : ''}, non ancora chiesto`;
  const target = { place: 'ask', id, title: notice.title } as const;
  return {
    verb: job.isEmergency ? 'Chiedi subito l’emergenza nel gruppo' : 'Chiedi l’invio nel gruppo',
    sign: isPast || job.isEmergency ? 'error' : 'warning',
    flag: {
      text: isCopied ? copied : 'approvato, non ancora chiesto',
      tone: isPast || job.isEmergency ? 'bad' : 'warn',
      sign: isPast || job.isEmergency ? 'error' : 'warning',
    },
    due: wanted,
    at: '',
    // Where another desk copied it, a person sees first who.
    target: isElsewhere ? { place: 'sending', id } : target,
    action: isElsewhere ? 'Apri la coda' : 'Copia e apri WhatsApp',
    second:
      isCopied && !isElsewhere
        ? { label: 'L’ho già chiesto', keys: 'Control+G', target: { ...target, place: 'asked' } }
        : undefined,
    story: `${notice.office ? `${notice.office}, ` : ''}${wanted}.`,
  };
}

function confirmWords(
  { id, state, route, changedAt, told }: JobRow,
  { isPast: isOver, due }: JobWait,
  { today, now }: Session,
): Words {
  const asked = sayMomentAt(changedAt, today);
  if (told) {
    return {
      verb: 'Conferma l’invio',
      sign: 'warning',
      flag: { text: told.among > 1 ? 'la ditta ha scritto, di uno di questi' : 'la ditta ha scritto', tone: 'info' },
      due: `da ${asked}`,
      at: '',
      target: { place: 'sending', id, command: 'confirm' },
      action: 'Conferma l’invio',
      story: `Dice: «${told.words}» Controlla e conferma${told.among > 1 ? ' quello giusto' : ''}.`,
    };
  }
  const isDue = due <= now;
  const isPast = isDue && isOver;
  return {
    verb: isDue ? 'Conferma l’invio' : 'Chiesto, da confermare:',
    sign: isPast ? 'error' : 'queued',
    flag: isPast
      ? { text: 'nessuno ha detto se è uscito', tone: 'bad', sign: 'error' }
      : { text: `chiesto ${asked}`, tone: 'info' },
    due: `da ${asked}`,
    at: isPast ? '' : changedAt,
    target: { place: 'sending', id, command: 'confirm' },
    action: 'Conferma l’invio',
    story: `${capitalised(state === 'handedOver' ? 'chiesto' : state)} ${asked}, ${route}. Quando l’avviso è uscito, confermalo.`,
  };
}

/** What the table below says of a kind that needs no reckoning. */
const PLAIN = {
  uncertain: ['Chiarisci l’invio', 'uncertain', 'invio incerto', 'warn', 'L’app non riprova da sola.'],
  refused: ['Riprendi l’invio', 'refused', 'invio rifiutato', 'bad', 'Guarda perché, poi decidi.'],
  mend: ['Rimedia per far partire', 'deferred', 'differito, serve una persona', 'warn', 'Da solo non parte.'],
  held: ['Riprendi l’invio fermo', 'paused', 'invio fermo', 'warn', 'Spostalo, rimettilo in coda o annullalo.'],
  late: ['Sposta l’invio', 'error', 'dopo l’evento: spostalo', 'bad', 'Partirebbe a evento finito.'],
  silent: ['Controlla l’invio', 'uncertain', 'non sappiamo se è partito', 'warn', 'Guarda se è uscito, poi subentra.'],
  partly: ['Completa l’invio', 'warning', 'inviato in parte', 'warn', 'Quando sai com’è finita, conferma l’invio.'],
  page: [
    'Guarda la notizia di',
    'error',
    'la pagina è cambiata o non c’è più',
    'bad',
    'Finché non la guardi non parte.',
  ],
  pageLost: ['Guarda la notizia di', 'warning', 'la pagina non c’è più', 'warn', 'L’avviso è ancora attuale.'],
  textGone: ['Togli l’invio', 'error', 'testo ritirato o restituito', 'bad', 'Il testo non è più quello approvato.'],
} as const;
const COMMANDS = { late: 'move', mend: undefined, held: undefined, partly: 'confirm', textGone: 'cancel' } as const;

function plainWords(job: JobRow, kind: keyof typeof PLAIN, { today }: Session): Words {
  const [verb, sign, text, tone, next] = PLAIN[kind];
  const why = job.why ?? (job.obstacle ? sayProblem(job.obstacle) : '');
  const isLater = kind === 'held' || kind === 'partly';
  const command = kind in COMMANDS ? COMMANDS[kind as keyof typeof COMMANDS] : undefined;
  return {
    verb,
    sign,
    flag: { text, tone, sign: tone === 'bad' ? 'error' : 'warning' },
    due:
      kind === 'mend' || kind === 'late'
        ? `per ${sayMomentAt(job.plannedFor, today)}`
        : `da ${sayMomentAt(job.changedAt, today)}`,
    at: isLater ? job.changedAt : '',
    ...(kind === 'page' || kind === 'pageLost'
      ? { target: { place: 'page', id: job.id }, action: 'Guarda e conferma' }
      : { target: { place: 'sending', id: job.id, ...(command ? { command } : {}) }, action: 'Apri la coda' }),
    story: `${why === '' ? '' : `${stop(capitalised(why))} `}${next}`,
  };
}

/** The kinds that have rows of their own elsewhere. */
type Told = 'alarm' | 'altered' | 'unbound' | 'mayorCopy' | 'headCopy' | 'post';
export type JobKind = Exclude<JobWait['kind'], Told>;

/** A sending that waits for a person: what to do, why, and the dialog it opens. */
export function jobRow(job: JobRow, wait: JobWait & { readonly kind: JobKind }, session: Session): TodayRow {
  const { kind } = wait;
  const words =
    kind === 'ask'
      ? askWords(job, wait, session)
      : kind === 'confirm'
        ? confirmWords(job, wait, session)
        : plainWords(job, kind, session);
  return {
    id: `job ${job.id}`,
    thing: lower(job.notice.title),
    office: job.notice.office ?? undefined,
    ...words,
  };
}
