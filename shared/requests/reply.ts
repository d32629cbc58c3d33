import { type Day, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { excerpt } from '#shared/kernel/text.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import type { Missing } from '#shared/requests/reading/understand.ts';

/** A ready answer to the office that asked; the operator may change it before it leaves. */
export interface Reply {
  readonly subject: string;
  readonly text: string;
}

/** Whom an answer goes to and who signs it. */
export interface ReplyFrame {
  /** Name of the requester; empty when it is not known. */
  readonly name: string;
  /** Subject of the office's mail. */
  readonly subject: string;
  /** What the request is about, as the operator sees it. */
  readonly title: string;
  /** Who signs: name of the operator, then of the desk. */
  readonly signature: readonly string[];
  /** The office sent pictures: its text may be in one of them (R40). */
  readonly hasPictures?: boolean;
}

const REPLY_PREFIX = /^(?:\s*(?:r|re|rif|ris)\s*:\s*)+/i;
const TITLE_LENGTH = 80;

const ASKS: Readonly<Record<Missing, string>> = {
  date: 'la data in cui vuoi che il messaggio parta, e se serve l’ora',
  link: 'il link diretto alla notizia già pubblicata sul sito del Comune (non la pagina iniziale)',
  text: 'una bozza del testo, che richiami e riassuma la notizia',
};

/** A text in a picture can be read and not copied. */
const TEXT_IN_PICTURE =
  'il testo scritto nella e-mail: quello nella figura non si può copiare, e chi usa un lettore di schermo non lo sente';

const NAMES: Readonly<Record<Missing, string>> = { date: 'la data', link: 'il link', text: 'il testo' };

function frame({ name, subject, signature }: ReplyFrame, lines: readonly string[]): Reply {
  const hello = name.trim() === '' ? 'Buongiorno,' : `Buongiorno ${name.trim()},`;
  return {
    subject: `R: ${subject.replace(REPLY_PREFIX, '').trim()}`.trim(),
    text: [hello, '', ...lines, '', 'Grazie e buon lavoro', ...signature].join('\n'),
  };
}

const about = ({ title }: ReplyFrame): string => `«${excerpt(title, TITLE_LENGTH)}»`;

/**
 * Tells the office, which asked for a notice on each day of an event, that one is sent at its beginning (P15), and asks for
 * what its request lacks besides.
 */
export function replyOneNotice(to: ReplyFrame, day: Day | null, missing: readonly Missing[]): Reply {
  const when = day === null ? 'il primo giorno' : sayDayAndYear(day);
  return frame(to, [
    `grazie per la richiesta ${about(to)}. Per un evento di più giorni mandiamo un solo avviso, all’inizio: ${when}.`,
    'Così chi lo riceve lo legge, e gli avvisi restano pochi. Nel testo possono stare tutti i giorni.',
    ...(missing.length === 0
      ? ['Se per voi va bene, basta una riga di conferma.']
      : ['Ci puoi mandare anche:', ...missing.map((one) => `- ${ASKS[one]}`)]),
    '',
    'Basta rispondere a questa e-mail: la richiesta riparte da dove è rimasta.',
  ]);
}

/** Asks the office for what its request lacks (P11); the answer to it finds its request by itself (P17). */
export function replyMissing(to: ReplyFrame, missing: readonly Missing[]): Reply {
  const names = missing.map((one) => NAMES[one]);
  const words = names.length > 1 ? `${names.slice(0, -1).join(', ')} e ${names.at(-1)}` : names.join('');
  return frame(to, [
    `grazie per la richiesta ${about(to)}. Per prenderla in carico ${names.length > 1 ? 'mancano' : 'manca'} ${words}.`,
    'Ci puoi mandare:',
    ...missing.map((one) => `- ${one === 'text' && to.hasPictures ? TEXT_IN_PICTURE : ASKS[one]}`),
    '',
    'Basta rispondere a questa e-mail: la richiesta riparte da dove è rimasta.',
  ]);
}

type Same = Pick<NoticeRef, 'kind' | 'number' | 'when' | 'text'>;

function sayProgress({ kind, number, when }: Same): string {
  const day = sayDayAndYear(romeOf(when).day);
  if (kind === 'sent') return `è già stato inviato ${day} (n. ${number})`;
  return kind === 'queued' ? `è già previsto un invio per ${day}` : 'c’è già un’altra richiesta in lavorazione';
}

/** Tells the office that its notice was already sent or is already on its way (P21). */
export function replyDuplicate(to: ReplyFrame, same: Same): Reply {
  const what = sayProgress(same);
  return frame(to, [
    `grazie per la richiesta ${about(to)}. Per questo avviso ${what}:`,
    '',
    same.text.trim(),
    '',
    'Per non mandare due volte lo stesso messaggio ai cittadini, chiudiamo la richiesta.',
    'Se invece è un promemoria o ci sono novità, rispondi a questa e-mail e dicci che cosa cambia.',
  ]);
}

/** Tells the office that a notice is not needed, and why (P16). */
export function replyNotNeeded(to: ReplyFrame, why: string): Reply {
  return frame(to, [
    `grazie per la richiesta ${about(to)}. L’abbiamo valutata e non la inviamo su WhatsApp.`,
    `Il motivo: ${why.trim().replace(/\.$/, '')}.`,
    'La notizia resta sul sito. Se pensi che l’avviso serva comunque, rispondi a questa e-mail: ne parliamo volentieri.',
  ]);
}
