/** The rows of Oggi about what somebody wrote and nobody has read, and about waits that are over (P17, P18, P27). Pure. */

import { sayMissing } from '#renderer/requests/missingWords.ts';
import { capitalised, sayMomentAt, sayNearDay } from '#renderer/ui/moments.ts';
import type { Session } from '#shared/people/session.ts';
import { sayTold } from '#shared/requests/told.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { RequestWait } from '#shared/requests/waits.ts';
import { lower, type TodayRow } from './todayRows.ts';

/** What stands still because of it, where that is so. */
interface Held {
  /** Its sending is held; else, where it was asked or sent, it cannot be. */
  readonly isHeld: boolean;
  /** It is in the hands of who sends it, or was sent. */
  readonly isOut: boolean;
}

function answerFlag(row: RequestRow, { kind, isPressing }: RequestWait, { isHeld, isOut }: Held): TodayRow['flag'] {
  if (isHeld) return { text: 'invio fermo', tone: 'bad', sign: 'error' };
  if (isOut) return { text: 'già chiesto o inviato', tone: 'bad', sign: 'error' };
  if (kind === 'withdrawal') return { text: 'l’ufficio sembra ritirarla', tone: 'bad', sign: 'error' };
  if (kind === 'headAnswer') return { text: 'il capo settore ha risposto', tone: 'warn', sign: 'warning' };
  const told = row.unread.find((one) => one.told !== undefined)?.told;
  if (told) return { text: `corretta ${sayTold(told)}`, tone: 'bad', sign: 'error' };
  if (isPressing) return { text: 'l’ufficio ha scritto', tone: 'bad', sign: 'error' };
  const still = row.missing.length === 0 ? '' : `, ${sayMissing(row.missing)}`;
  return { text: `ha risposto${still}`, tone: 'info' };
}

const VERBS = {
  withdrawal: 'Leggi il ritiro',
  headAnswer: 'Scrivi la decisione',
  answer: 'Leggi la risposta',
} as const;

/** An answer to read: red where it holds a decision or a sending, or comes too late for one. */
export function answerRow(
  row: RequestRow,
  wait: RequestWait & { readonly kind: keyof typeof VERBS },
  held: Held,
  isToDecide: boolean,
  { today }: Session,
): TodayRow {
  const [first] = row.unread;
  const since = sayMomentAt(first?.at ?? row.receivedAt, today);
  const isTold = wait.kind === 'answer' && row.unread.some(({ told }) => told !== undefined);
  const isHeard = wait.kind === 'headAnswer' && isToDecide;
  return {
    id: `answer ${row.id}`,
    target: isHeard ? { place: 'approval', id: row.id, dialog: 'heard' } : { place: 'answer', id: row.id },
    sign: wait.isPressing ? 'error' : 'todo',
    verb: isTold
      ? 'Riprendi la correzione'
      : isHeard || wait.kind !== 'headAnswer'
        ? VERBS[wait.kind]
        : 'Leggi la risposta del capo',
    thing: lower(row.title),
    office: row.data.office ?? undefined,
    flag: answerFlag(row, wait, held),
    due: wait.isPressing ? `da ${since}` : sayMomentAt(row.due, today),
    at: wait.isPressing || row.urgent ? '' : row.due,
    action: isTold ? 'Apri la correzione' : isHeard ? 'Scrivi la decisione' : 'Leggi la risposta',
    story: isTold
      ? `L’ufficio ha detto a voce che cosa cambia, ${since}. ${held.isHeld ? 'L’invio è fermo finché qualcuno non la riprende o la lascia da parte.' : 'Guardala prima di andare avanti.'}`
      : `${capitalised(wait.kind === 'headAnswer' ? 'il capo settore' : 'l’ufficio')} ha scritto ${since}. ${held.isHeld ? 'L’invio è fermo finché qualcuno non l’ha letta.' : 'Leggila prima di andare avanti.'}`,
  };
}

/** A wait that goes on although its notice should leave, or its day is over (P27). */
export function pauseRow({ id, title, data, waiting, due }: RequestRow, { today }: Session): TodayRow {
  const day = data.sendDate !== null && data.sendDate <= today ? data.sendDate : (waiting?.until ?? today);
  return {
    id: `pause ${id}`,
    target: { place: 'request', id },
    sign: 'paused',
    verb: 'Riprendi dall’attesa',
    thing: lower(title),
    office: data.office ?? undefined,
    flag: { text: 'attesa oltre la data', tone: 'warn', sign: 'warning' },
    due: day < today ? `era per ${sayNearDay(day, today)}` : `per ${sayNearDay(day, today)}`,
    at: due,
    action: 'Apri la richiesta',
    story: `Aspetta ${waiting?.for ?? 'altri'}, ma era per ${sayNearDay(day, today)}: riprendila, oppure ritirala.`,
  };
}
