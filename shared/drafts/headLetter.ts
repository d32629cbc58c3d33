import { type Day, sayDayAndYear } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import type { Reply } from '#shared/requests/reply.ts';
import type { Request } from '#shared/requests/request.ts';
import { differences } from '#shared/text/differences.ts';
import type { CheckLine } from './facts.ts';

/** What the head is asked to decide on (P26). */
export interface HeadLetterInput {
  readonly request: Request;
  readonly urgent: boolean;
  /** The day of the letter. */
  readonly today: Day;
  /** As the operator rewrote it. */
  readonly text: string;
  readonly checks: readonly CheckLine[];
  /** Name of the head, of who asked and of who forwards. */
  readonly head: string;
  readonly requester: string | null;
  readonly operator: string;
  readonly municipality: string;
  /** When the decision is due (P30). */
  readonly due: Instant;
}

const RULE = '-----';

/** A text between rules, so that it is clear where it begins and ends. */
const framed = (title: string, text: string): readonly string[] => [title, RULE, text.trim(), RULE, ''];

/** What changed, in one text that needs no colours: `[tolto: p.v.]`, `[aggiunto: 2026]`. */
export function sayDifferences(asked: string, text: string): string {
  const says = { same: '', removed: 'tolto', added: 'aggiunto' } as const;
  return differences(asked.trim(), text.trim())
    .map((run) => (run.kind === 'same' ? run.text : `[${says[run.kind]}: ${run.text}]`))
    .join('');
}

function changes(asked: string, text: string): readonly string[] {
  if (asked.trim() === '') return ['L’ufficio non ha mandato un testo: lo ha scritto PuntoSi.', ''];
  if (normaliseText(asked) === normaliseText(text)) return ['È il testo chiesto dall’ufficio, senza modifiche.', ''];
  return [
    ...framed('Testo chiesto dall’ufficio', asked),
    ...framed('Che cosa è cambiato', sayDifferences(asked, text)),
  ];
}

const sayCheck = ({ line, outcome, detail, why }: CheckLine): string =>
  `- ${line}: ${outcome}${detail === '' ? '' : `, ${detail}`}${why ? `. Va bene così perché: ${why}` : ''}`;

function sayDate({ sendDate, sendTime }: Request['data']): string {
  if (sendDate === null) return 'non indicata';
  return `${sayDayAndYear(sendDate)}${sendTime === null ? '' : ` alle ${sendTime}`}`;
}

/**
 * The e-mail by which a text goes to the head (P26): it alone lets the head decide, also away from the network (P38).
 */
export function headLetter(input: HeadLetterInput): Reply {
  const { request, urgent, today, text, checks, head, requester, operator, municipality, due } = input;
  const { data, asked, title } = request;
  const end = romeOf(due);
  const haste = data.sendDate === today ? 'rgente per oggi' : 'rgente';
  const who = [requester, data.office].filter(Boolean).join(', ');
  const lines = [
    `Buongiorno ${head},`,
    `questo avviso WhatsApp aspetta la tua decisione entro ${sayDayAndYear(end.day)} alle ${end.time}.`,
    '',
    `Avviso: ${title}`,
    `Chiede: ${who || 'non indicato'}`,
    `Data richiesta: ${sayDate(data)}${urgent ? ` (u${haste})` : ''}`,
    `Notizia sul sito: ${data.link ?? 'non indicata'}`,
    '',
    ...framed('Testo da approvare', text),
    ...changes(asked.text, text),
    'Controlli',
    ...checks.map(sayCheck),
    '',
    'Come rispondere',
    'Decidi nell’app, in Approvazione. Se sei fuori ufficio rispondi a questa e-mail, o telefona, e di’:',
    '- approvo;',
    '- restituisco, e che cosa va cambiato;',
    '- non seleziono, e perché;',
    '- rinvio, e a quale giorno.',
    'Un operatore scrive la tua decisione nell’app. Vale per il testo qui sopra: se cambia, te lo chiediamo di nuovo.',
    '',
    'Grazie e buon lavoro',
    operator,
    `PuntoSi, ${municipality}`,
  ];
  return { subject: `${urgent ? `U${haste}, da` : 'Da'} approvare: ${title}`, text: lines.join('\n') };
}
