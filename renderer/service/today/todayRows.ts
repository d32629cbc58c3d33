/** The rows of Oggi: what each thing that waits is called, where it leads, when it is due. Pure. */

import { sayMissing } from '#renderer/requests/missingWords.ts';
import type { KeyChord, PlainSign, PlainTone, SignName } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt, sayNearDay, saySince } from '#renderer/ui/moments.ts';
import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { OtherMails } from '#shared/requests/otherMail.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { ShareView } from '#shared/service/share.ts';
import type { Status } from '#shared/service/status.ts';
import type { Target } from './targets.ts';

export interface TodayRow {
  readonly id: string;
  readonly target: Target;
  readonly sign: SignName;
  /** `Prendi in carico`, without the colon. */
  readonly verb: string;
  readonly thing: string;
  readonly office: string | undefined;
  readonly flag: { readonly text: string; readonly tone: PlainTone; readonly sign?: PlainSign } | undefined;
  /** When it is due, in words. */
  readonly due: string;
  /** The moment it is due: what the lists are sorted by. */
  readonly at: Instant;
  /** The button of the one thing to do now. */
  readonly action: string;
  /** Another button beside it. */
  readonly second?: { readonly label: string; readonly keys: KeyChord; readonly target: Target } | undefined;
  /** The second line of the one thing to do now. */
  readonly story: string;
}

/** A sending that is late, in doubt or does not leave: it stands above everything, in red (P31, P34). */
export const isInDanger = ({ flag, target }: TodayRow): boolean =>
  flag?.tone === 'bad' && (target.place === 'sending' || target.place === 'ask');

/** A title within a sentence: what is written in capitals, as an acronym, stays so. */
export const lower = (title: string): string =>
  /^\p{Lu}[\p{Lu}\d.]/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);

const isStranger = (warnings: RequestRow['warnings']): boolean =>
  warnings.some(({ code }) => code === 'unknown-sender');

const urgentFlag = (day: Day | null, today: Day): TodayRow['flag'] => ({
  text: `urgente${day === null ? '' : `, richiesto per ${sayNearDay(day, today)}`}`,
  tone: 'bad',
  sign: 'error',
});

function requestFlag({ urgent, data, reopened, missing, warnings }: RequestRow, today: Day): TodayRow['flag'] {
  if (urgent && data.sendDate) return urgentFlag(data.sendDate, today);
  if (reopened) return { text: 'restituita', tone: 'warn', sign: 'warning' };
  if (isStranger(warnings)) return { text: 'mittente da verificare', tone: 'warn', sign: 'unverified' };
  return missing.length > 0 ? { text: sayMissing(missing), tone: 'warn', sign: 'warning' } : undefined;
}

/** A request to take in charge or to finish. */
export function requestRow(row: RequestRow, { now, today }: Session): TodayRow {
  const office = row.data.office ?? undefined;
  const late = row.due < now;
  const due = sayMomentAt(row.due, today);
  const arrived = `arrivata ${sayMomentAt(row.receivedAt, today)}`;
  const mine = row.inCharge !== null;
  return {
    id: `request ${row.id}`,
    target: { place: 'request', id: row.id },
    sign: mine ? 'sending' : 'todo',
    verb: mine ? 'Finisci' : 'Prendi in carico',
    thing: lower(row.title),
    office,
    flag: late ? { text: 'scaduta', tone: 'bad', sign: 'error' } : requestFlag(row, today),
    due,
    at: row.urgent ? '' : row.due,
    action: 'Apri la richiesta',
    story: `${capitalised([office, arrived].filter(Boolean).join(', '))}. ${late ? 'È scaduta' : 'Scade'} ${due}.`,
  };
}

const ALTERED = { text: 'testo cambiato fuori dall’app', tone: 'bad', sign: 'error' } as const;
const LATE = { text: 'in ritardo', tone: 'warn', sign: 'warning' } as const;

/** A text to decide on. */
export function approvalRow(
  { id, request, rewritten, rewrittenByName, due, urgent, isAltered, state, why }: ApprovalView,
  { today, now }: Session,
): TodayRow {
  const late = due < now;
  const putOff: TodayRow['flag'] =
    state === 'postponed' ? { text: 'era rinviato, torna oggi', tone: 'info' } : undefined;
  return {
    id: `approval ${id}`,
    target: { place: 'approval', id },
    sign: 'todo',
    verb: 'Decidi sul testo',
    thing: lower(request.title),
    office: request.data.office ?? undefined,
    flag: isAltered ? ALTERED : late ? LATE : urgent ? urgentFlag(request.data.sendDate, today) : putOff,
    due: sayMomentAt(due, today),
    // Urgent is first for the head as for the desk (P14).
    at: isAltered || urgent ? '' : due,
    action: 'Apri il testo',
    story: `${state === 'postponed' && why ? `Rinviato: ${why}. ` : ''}Inoltrato da ${rewrittenByName} ${sayMomentAt(rewritten.at, today)}. ${late ? 'Scaduto' : 'Scade'} ${sayMomentAt(due, today)}.`,
  };
}

/** How far an emergency is: what was only prepared is never said to be sent (L14). */
const HOW_FAR: Readonly<Partial<Record<JobRow['state'], string>>> = {
  sent: 'Inviata',
  partlySent: 'Inviata in parte',
  handedOver: 'Chiesta',
};

/** An emergency to put in order (P34). */
export function irregularRow(
  { id, title, authoriser, releasedAt, due }: IrregularView,
  { today, now }: Session,
  job?: Pick<JobRow, 'state'>,
): TodayRow {
  return {
    id: `irregular ${id}`,
    target: { place: 'emergency', id },
    sign: 'todo',
    verb: 'Regolarizza l’emergenza',
    thing: lower(title),
    office: undefined,
    flag: due < now ? LATE : { text: 'emergenza', tone: 'bad' },
    due: sayMomentAt(due, today),
    at: due,
    action: 'Regolarizza',
    story: `${HOW_FAR[job?.state ?? 'queued'] ?? 'Preparata'} ${sayMomentAt(releasedAt, today)}, autorizzata da ${authoriser}. Scade ${sayMomentAt(due, today)}.`,
  };
}

/** A look at the mailbox that is due (P20). */
export function mailboxRow(reminder: Status['mailbox']['reminder'], { today }: Session): readonly TodayRow[] {
  if (!reminder) return [];
  const which = reminder.check === 'start' ? 'di inizio servizio' : 'di fine servizio';
  const since = saySince(reminder.since, today);
  return [
    {
      id: 'mailbox',
      target: { place: 'mailbox' },
      sign: 'todo',
      verb: 'Controlla la casella',
      thing: `controllo ${which}`,
      office: undefined,
      flag: undefined,
      due: since,
      at: reminder.since,
      action: 'Controlla adesso',
      story: `Controllo ${which}: aperto ${since}.`,
    },
  ];
}

/** The e-mails this desk could not read, as one row, as long as there are any (P10). */
export function unreadRow({ count, since }: Status['mailbox']['unread'], { now, today }: Session): readonly TodayRow[] {
  if (count === 0) return [];
  const moment = since ?? now;
  return [
    {
      id: 'unread',
      target: { place: 'otherMails' },
      sign: 'warning',
      verb: 'Guarda',
      thing: plural(count, 'e-mail non letta', 'e-mail non lette'),
      office: undefined,
      flag: undefined,
      due: `da ${sayMomentAt(moment, today)}`,
      at: moment,
      action: 'Apri Altre e-mail',
      story: `L’app non è riuscita a ${count === 1 ? 'leggerla' : 'leggerle'}: guarda perché, e se serve subito.`,
    },
  ];
}

/** The e-mails that were read and are no request, as one row, as long as somebody has to look at them (P10). */
export function otherMailRow(
  { total, since }: Pick<OtherMails, 'total' | 'since'>,
  { now, today }: Session,
): readonly TodayRow[] {
  if (total === 0) return [];
  const moment = since ?? now;
  return [
    {
      id: 'otherMails',
      target: { place: 'otherMails' },
      sign: 'unverified',
      verb: 'Guarda',
      thing: plural(total, 'e-mail che non sembra una richiesta', 'e-mail che non sembrano richieste'),
      office: undefined,
      flag: undefined,
      due: `da ${sayMomentAt(moment, today)}`,
      at: moment,
      action: 'Apri Altre e-mail',
      story: 'L’app non le ha messe fra le richieste: se una lo è, dillo con un tasto.',
    },
  ];
}

/** The texts the head has to decide on, as one row. */
export function waitingForHead(approvals: readonly ApprovalView[], { duty, today, now }: Session): readonly TodayRow[] {
  const [first] = approvals.toSorted((one, other) => (one.rewritten.at < other.rewritten.at ? -1 : 1));
  if (!first) return [];
  const oldest = sayMomentAt(first.rewritten.at, today);
  return [
    {
      id: 'approvals',
      target: { place: 'approval' },
      sign: 'queued',
      verb: `${duty.head ?? 'Il capo settore'} decide`,
      thing: `su ${plural(approvals.length, 'testo', 'testi')}, ${approvals.length === 1 ? 'inoltrato' : 'il più vecchio di'} ${oldest}`,
      office: 'Capo settore',
      flag: first.due < now ? LATE : undefined,
      due: sayMomentAt(first.due, today),
      at: first.due,
      action: 'Apri i testi',
      story: '',
    },
  ];
}

/** Desks that others let in: the head is told, for a week or until he looks (P41). */
export function newDesks(newcomers: ShareView['newcomers'], { people, retired, today }: Session): readonly TodayRow[] {
  return newcomers.map(({ dev, name, by, at }) => ({
    id: `desk ${dev}`,
    target: { place: 'desk', id: dev },
    sign: 'info',
    verb: 'Postazione nuova:',
    thing: `«${name}», accettata da ${nameOf({ people, retired }, by)}`,
    office: undefined,
    flag: undefined,
    due: sayMomentAt(at, today),
    at,
    action: 'Apri la condivisione',
    story: '',
  }));
}

/** A wait that goes on when the notice should leave is no longer harmless (P27). */
const waitFlag = (sendDate: Day | null, today: Day): TodayRow['flag'] =>
  sendDate !== null && sendDate <= today
    ? { text: `attesa oltre la data, ${sayNearDay(sendDate, today)}`, tone: 'bad', sign: 'error' }
    : { text: 'tempo sospeso', tone: 'idle', sign: 'paused' };

const TO_POST = { text: 'e-mail da spedire', tone: 'warn', sign: 'warning' } as const;

/** Requests whose clock stands still until others answer (P27). */
export function waitingForOffices(requests: readonly RequestRow[], { today }: Session): readonly TodayRow[] {
  return requests.flatMap(({ id, title, data, waiting, hasToPost }) =>
    waiting
      ? [
          {
            id: `waiting ${id}`,
            target: { place: 'request', id } as const,
            sign: 'paused' as const,
            verb: 'In attesa:',
            thing: `${lower(title)}, ${waiting.for}`,
            office: data.office ?? undefined,
            flag: hasToPost ? TO_POST : waitFlag(data.sendDate, today),
            due:
              waiting.until === null
                ? `da ${sayMomentAt(waiting.since, today)}`
                : `riprende ${sayNearDay(waiting.until, today)}`,
            at: waiting.since,
            action: 'Apri la richiesta',
            story: '',
          },
        ]
      : [],
  );
}
