import { because, dayIn, listed, momentIn, quoted, sayConflictResolved, tellerOf } from '#shared/journal/story.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import { saySeries } from '#shared/register/series.ts';
import { numbered } from '#shared/register/story.ts';
import type { Missing } from '#shared/requests/reading/understand.ts';
import { MISSING_NAMES } from './decide.ts';
import { type Answer, type OUTCOMES, type RequestDataChange, requestFacts, type Told } from './facts.ts';
import { LETTERS } from './letterStory.ts';
import { sayLinkCheck } from './linkCheck.ts';
import { sayTold } from './told.ts';

const MAIL_KINDS: ReadonlyMap<string, string> = new Map([
  ['pec-request', 'una PEC'],
  ['pec-receipt', 'una ricevuta PEC'],
  ['auto-reply', 'una risposta automatica'],
  ['reply', 'una risposta'],
]);

const ENDINGS: Readonly<Record<(typeof OUTCOMES)[number], string>> = {
  duplicato: 'come duplicato',
  'non necessario': 'come non necessaria',
  ritirata: 'come ritirata dall’ufficio',
  'non è una richiesta': 'perché non è una richiesta',
};

const VERDICTS = {
  duplicato: 'è un duplicato dell’',
  serie: 'è della stessa serie dell’',
  diverso: 'è diversa dall’',
} as const;

const VALUE_LENGTH = 24;
const MOST_TITLES = 3;

/** The data an act confirmed or changed, one by one; the link without its address. */
function sayData(data: RequestDataChange, at: Instant): string {
  const { sendDate, sendTime, link, office, category, reason, series } = data;
  const dataWords = <Value>(
    value: Value | null | undefined,
    name: string,
    words: (value: Value) => string,
  ): string[] => {
    if (value === undefined) return [];
    return [value === null ? `${name} da dire` : words(value)];
  };
  const named = (name: string) => (value: string) => `${name} ${quoted(value, VALUE_LENGTH)}`;
  return listed([
    ...dataWords(sendDate, 'data di invio', (day) => `data di invio ${dayIn(day, at)}`),
    ...dataWords(sendTime, 'ora di invio', (time) => `ora di invio ${time}`),
    ...dataWords(link, 'link alla notizia', () => 'link alla notizia'),
    ...dataWords(office, 'ufficio', named('ufficio')),
    ...dataWords(category, 'categoria', named('categoria')),
    ...dataWords(reason, 'motivo', named('motivo')),
    ...(series === null ? ['nessuna serie'] : []),
    ...(series ? [`serie ${quoted(series.name, VALUE_LENGTH)}, ${saySeries(series)}`] : []),
  ]);
}

const sayMissing = (missing: readonly Missing[]): string => listed(missing.map((one) => MISSING_NAMES[one]));

/** What an answer says of what a request needs. */
function sayAnswer({ sendDate, link, text }: Answer): string {
  const found = { date: sendDate !== null, link: link !== null, text: text !== null };
  const words = sayMissing((['date', 'link', 'text'] as const).filter((name) => found[name]));
  return words === '' ? '' : `, con ${words}`;
}

function sayTitles(requests: readonly { readonly title: string }[]): string {
  const titles = requests.slice(0, MOST_TITLES).map(({ title }) => quoted(title, 40));
  const more = requests.length - titles.length;
  return listed(more > 0 ? [...titles, plural(more, 'altra', 'altre')] : titles);
}

/** Who of the office took it back, how and when (P18). */
const sayWhoTold = (told: Told | undefined, at: Instant): string =>
  told ? `, come ha detto ${quoted(told.by, VALUE_LENGTH)} ${sayTold(told.way)} ${momentIn(told.at, at)}` : '';

/** What can happen to an e-mail and to a request, in words. */
export const requestStory = tellerOf(requestFacts, {
  'mail.received': ({ at, body }) => {
    const kind = MAIL_KINDS.get(body.kind) ?? 'una e-mail';
    const subject = body.subject.trim() === '' ? ' senza oggetto' : `: ${quoted(body.subject)}`;
    const doubt = body.kind === 'not-a-request' ? ', che non sembra una richiesta' : '';
    return `l’app ha letto dalla casella ${kind} di ${momentIn(body.receivedAt, at)}${doubt}${subject}`;
  },
  'mail.cut': ({ actor, body }, { person }) => {
    const { requests, undoes } = body;
    const count = requests.length === 1 ? 'c’è una richiesta sola' : `ci sono ${requests.length} richieste`;
    const decided =
      undoes === undefined ? 'ha deciso che nella e-mail' : 'ha ripreso subito dopo: nella e-mail di nuovo';
    return `${person(actor)} ${decided} ${count}: ${sayTitles(requests)}`;
  },
  'mail.asked': ({ actor, body }, { person }) =>
    `${person(actor)} ha detto che la e-mail è ${body.requests.length === 1 ? 'una richiesta' : `di ${body.requests.length} richieste`}`,
  'mail.joined': ({ actor }, { person }) => `${person(actor)} ha unito la e-mail alla sua richiesta`,
  'mail.answered': ({ actor }, { person }) => `${person(actor)} ha preparato la risposta alla e-mail`,
  'mail.answerUndone': ({ actor }, { person }) => `${person(actor)} ha annullato la risposta prima che partisse`,
  'mail.putAside': ({ actor }, { person }) => `${person(actor)} ha messo da parte la e-mail: non serve`,
  'mail.broughtBack': ({ actor }, { person }) => `${person(actor)} ha rimesso la e-mail fra quelle da guardare`,
  'request.received': ({ actor, at, body }, { person }) => {
    const { mail, title, index, of, receivedAt, corrects } = body;
    if (corrects !== undefined)
      return `${person(actor)} ha scritto la rettifica ${quoted(title)} di un avviso del registro`;
    if (mail === null) return `${person(actor)} ha scritto la richiesta ${quoted(title)}`;
    const position = of === 1 ? '' : `, ${index} di ${of}`;
    return `l’app ha messo fra le richieste ${quoted(title)}, dalla e-mail di ${momentIn(receivedAt, at)}${position}`;
  },
  'request.joined': ({ actor }, { person }) =>
    `${person(actor)} ha unito la richiesta a un’altra arrivata prima: continua là`,
  'request.tookIn': ({ actor, at, body }, { person }) => {
    const data = sayData(body.data, at);
    const kept = data === '' ? '' : `, con ${data}`;
    return `${person(actor)} ha unito a questa un’altra richiesta, di ${momentIn(body.receivedAt, at)}${kept}`;
  },
  'request.separated': ({ actor }, { person }) => `${person(actor)} ha separato la richiesta da quella a cui era unita`,
  'request.gaveBack': ({ actor }, { person }) =>
    `${person(actor)} ha separato la richiesta che era stata unita a questa`,
  'request.takenBack': ({ actor }, { person }) =>
    `${person(actor)} ha annullato la serie appena fatta, e con essa questa richiesta`,
  'request.takenInCharge': ({ actor }, { person }) => `${person(actor)} ha preso in carico la richiesta`,
  'request.chargeReleased': ({ actor }, { person }) => `${person(actor)} ha lasciato l’incarico della richiesta`,
  'request.chargeClaimed': ({ dev }, { desk }) =>
    `l’app ha segnato nel registro condiviso la presa in carico fatta dalla postazione ${desk(dev)}`,
  'request.dataSet': ({ actor, at, body }, { person }) => {
    const data = sayData(body, at) || 'nessun cambiamento';
    return `${person(actor)} ha confermato i dati${sayConflictResolved(body)}: ${data}`;
  },
  'request.textTaken': ({ actor }, { person }) =>
    `${person(actor)} ha preso come testo chiesto quello di un documento allegato`,
  'request.textGivenBack': ({ actor }, { person }) =>
    `${person(actor)} ha rimesso il testo chiesto com’era prima di prenderlo dal documento`,
  'request.linkChecked': ({ actor, body }, { person }) => {
    const tried = body.outcome === 'unverified' ? 'ha provato a controllare' : 'ha controllato';
    const { words } = sayLinkCheck({ ...body, title: null, leadsTo: null });
    const page = body.title === null || body.title.trim() === '' ? '' : `, pagina ${quoted(body.title)}`;
    return `${person(actor)} ${tried} il link alla notizia (${words}${page})`;
  },
  'request.compared': ({ actor, body }, { person }) => {
    const other = body.number === null ? `avviso ${quoted(body.title)}` : numbered(body.number);
    return `${person(actor)} ha deciso che la richiesta ${VERDICTS[body.verdict]}${other}${because(body.why)}`;
  },
  'request.forwarded': ({ actor }, { person }) => `${person(actor)} ha mandato avanti la richiesta con il suo testo`,
  'request.forwardUndone': ({ actor }, { person }) => `${person(actor)} ha annullato l’inoltro prima che partisse`,
  'request.reopened': ({ actor, body }, { person }) => `${person(actor)} ha riaperto la richiesta${because(body.why)}`,
  'request.paused': ({ actor, at, body }, { person }) => {
    const { missing } = body;
    const lacks = missing.length === 0 ? '' : `, ${missing.length === 1 ? 'manca' : 'mancano'} ${sayMissing(missing)}`;
    const until = body.until === undefined ? '' : `, fino a ${dayIn(body.until, at)}`;
    return `${person(actor)} ha messo la richiesta in attesa${until}${because(body.for)}${lacks}`;
  },
  'request.woke': ({ at, body }) => `l’app ha ripreso la richiesta: l’attesa era fino a ${dayIn(body.until, at)}`,
  'request.resumed': ({ actor }, { person }) => `${person(actor)} ha chiuso l’attesa della richiesta`,
  'request.letterWritten': ({ actor, body }, { person }) => `${person(actor)} ha preparato ${LETTERS[body.purpose]}`,
  'request.letterUndone': ({ actor }, { person }) => `${person(actor)} ha annullato una e-mail prima che partisse`,
  'request.answered': ({ at, body }) => {
    const { receivedAt, says, withdraws, fromHead } = body;
    const who = fromHead ? 'del capo settore' : 'dell’ufficio';
    const seems = withdraws ? ': sembra che ritiri la richiesta' : fromHead ? '' : sayAnswer(says);
    return `l’app ha unito alla richiesta una risposta ${who} di ${momentIn(receivedAt, at)}${seems}`;
  },
  'request.correctionTold': ({ actor, at, body }, { person }) => {
    const { told, says, note } = body;
    const named = sayAnswer(says);
    return `${person(actor)} ha scritto una correzione dell’ufficio${sayWhoTold(told, at)}${named}${because(note)}`;
  },
  'request.answerSeen': ({ actor, body }, { person }) =>
    `${person(actor)} ha letto ${(body.mails?.length ?? 1) === 1 ? 'l’ultima risposta' : `${body.mails?.length} risposte`}: per la richiesta non cambia niente`,
  'request.closed': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha chiuso la richiesta ${ENDINGS[body.outcome]}${sayWhoTold(body.told, at)}${because(body.why)}`,
});
