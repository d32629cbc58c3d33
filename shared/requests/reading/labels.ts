import { plainForm } from '#shared/text/plainForm.ts';
import { type Line, linesOf } from './lines.ts';

/** What a labelled line of a request holds. `send-date` names the sending, `date` leaves it open. */
export type LabelKind = 'send-date' | 'send-time' | 'date' | 'event-date' | 'text' | 'link' | 'title' | 'note';

const SENDING =
  "(?:(?:di |dell'|del |della |per l'|per la |per il |d'|prevista per l'|richiesta per l')?(?:invio|inoltro|pubblicazione|spedizione|uscita|diffusione|trasmissione|messaggio|avviso|programmazione|inviare|pubblicare))";
const WANTED = '(?:richiest[ao]|desiderat[ao]|previst[ao]|indicativ[ao]|propost[ao]|preferit[ao]|consigliat[ao])';
const NOTICE = '(?:messaggio|avviso|whatsapp|notizia|comunicazione|notifica|comunicato|post)';
const PAGE =
  '(?:notizia|news|pagina|sito|articolo|avviso|comunicato|scheda|evento|web|istituzionale|diretto|internet|pubblicat[ao]|(?:già|gia) pubblicat[ao]|online)';

const KINDS: readonly (readonly [kind: LabelKind, pattern: RegExp])[] = [
  ['send-time', new RegExp(`^(?:ora|ora ${WANTED}|(?:ora|orario) ${WANTED}? ?${SENDING}(?: ${WANTED})?)$`)],
  [
    'send-date',
    new RegExp(
      `^(?:(?:data|giorno|quando|data e ora|data ed ora|data/ora|data e orario|giorno e ora) ${WANTED}? ?${SENDING}(?: ${WANTED})?(?: .{1,30})?` +
        `|(?:data|giorno) ${WANTED}|(?:invio|da inviare|inviare|pubblicazione|da pubblicare|pubblicare|uscita|programmazione)(?: (?:il|il giorno|in data|per|${WANTED}))?)$`,
    ),
  ],
  [
    'event-date',
    /^(?:data|giorno|quando|scadenza|termine|orari|orario|evento)\b.*(?:evento|iniziativa|scadenza|termine|inizio|fine|apertura|incontro|iscrizion|svolgimento)|^(?:scadenza|termine)/,
  ],
  ['date', /^(?:data|giorno|date|data e ora|data\/ora|data ed ora)$/],
  [
    'text',
    new RegExp(
      `^(?:testo|bozza|draft|contenuto|corpo|proposta|messaggio|avviso)(?: di testo| di bozza| di messaggio| testo)?(?: (?:del|dell'|della|di|da|per|per il|per l'|per la|il|whatsapp|sms|breve|proposto|completo|definitivo|inviare|da inviare|da diffondere|da pubblicare|${NOTICE}| )){0,6}(?: ?n?\\.? ?\\d{1,2})?$`,
    ),
  ],
  [
    'link',
    new RegExp(
      `^(?:link|url|collegamento|indirizzo web|pagina web|sito web)(?: (?:alla|della|al|all'|dell'|del|di|sul|per la|per il|${PAGE})){0,5}$`,
    ),
  ],
  ['title', /^(?:oggetto|titolo|argomento|tema|iniziativa)(?: (?:del|della|dell'|di) ?[a-z ]{2,30})?$/],
  [
    'note',
    /^(?:note?|nota bene|n\.?b\.?|allegat[oi]|in allegato|ufficio(?: richiedente)?|settore|referente|richiedente|motivo|motivazione|categoria|destinatari|servizio richiedente|responsabile(?: del procedimento)?|immagine|foto)$/,
  ],
];

/** What the words before a colon announce, `undefined` for words that are no label of a request ("Info", "Orari"). */
export function labelKind(label: string): LabelKind | undefined {
  const words = plainForm(label)
    .replace(/[*_"«»#•▪◦·|>-]/g, ' ')
    .replace(/^\s*(?:\d{1,2}\s*[.)°]\s*)?/, '')
    .replace(/\([^)]{0,40}\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (words === '' || words.length > 60) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** A line that begins with a label. */
export interface LabelLine {
  readonly kind: LabelKind;
  /** Where the line begins. */
  readonly from: number;
  /** Where what the label announces begins: after the colon and its blanks, perhaps on the next line. */
  readonly valueFrom: number;
}

const LABEL_REACH = 70;
const BARE_LABEL = /^[\s*_]{0,4}(?:data|giorno|ora|testo|bozza|messaggio|link|url|oggetto|titolo)\b[^:.,;!?]{0,30}$/i;

/** What a line announces that is a label without its colon, as tables leave them; `undefined` for any other line. */
export const bareLabelKind = (line: string): LabelKind | undefined =>
  BARE_LABEL.test(line) ? labelKind(line) : undefined;

/** Lines that are labels without colon: two different ones at least, each with words of its own below it. */
function bareLabels(lines: readonly Line[]): readonly LabelLine[] {
  const shown = lines.filter(({ text }) => text.trim() !== '');
  const found = shown.flatMap((line, index) => {
    const kind = bareLabelKind(line.text);
    const next = shown[index + 1];
    return kind === undefined || next === undefined || bareLabelKind(next.text) !== undefined
      ? []
      : [{ kind, from: line.from, valueFrom: line.to }];
  });
  return new Set(found.map(({ kind }) => kind)).size > 1 ? found : [];
}

/** A column of a table that asks for nothing, as `htmlText` writes its head. */
const TABLE_NOTE = /^[ \t]{0,4}Nota \([^)\n]{1,60}\)$/;

/** The labelled lines of a text, in order. */
export function labelLines(text: string): readonly LabelLine[] {
  const lines = linesOf(text);
  const found = lines.flatMap(({ text: line, from }) => {
    const colon = line.slice(0, LABEL_REACH).indexOf(':');
    const label = line.slice(0, Math.max(0, colon));
    const kind = TABLE_NOTE.test(label) ? 'note' : label === '' ? undefined : labelKind(label);
    if (kind === undefined) return [];
    const marks = /^[\s*_]*/.exec(line.slice(colon + 1))?.[0].length ?? 0;
    return [{ kind, from, valueFrom: from + colon + 1 + marks }];
  });
  const bare = bareLabels(lines);
  return bare.length === 0 ? found : [...found, ...bare].sort((a, b) => a.from - b.from);
}
