import { THE_APP } from '#shared/journal/fact.ts';
import { because, dayIn, momentIn, quoted, tellerOf } from '#shared/journal/story.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { toHowMany } from '#shared/register/story.ts';
import { type GroupAnswer, type LetterReader, queueFacts, type ReceiptBody } from './facts.ts';
import { stopFacts } from './stop.ts';

const BY_ROUTE: Readonly<Record<Route, string>> = {
  'gruppo operativo': 'attraverso il gruppo operativo',
  'e-mail alla ditta': 'con una e-mail alla ditta',
  'cartella della ditta': 'attraverso la cartella della ditta',
};

const REFUSALS: Readonly<Record<GroupAnswer, string>> = {
  'da cambiare': 'che il gruppo operativo chiede di cambiare il testo',
  'non selezionato': 'che il gruppo operativo non seleziona l’avviso',
};

const WRITTEN = {
  mail: 'è una e-mail da spedire',
  file: 'è un file nella cartella della ditta',
} as const;

const RECEIPTS: Readonly<Record<ReceiptBody['outcome'], string>> = {
  inviato: 'dice che l’avviso è partito',
  'inviato in parte': 'dice che l’avviso è partito solo in parte',
  rifiutato: 'rifiuta l’invio',
};

/** Whose mailbox, in words. */
const READERS: Readonly<Record<LetterReader, string>> = {
  contractor: 'della ditta',
  head: 'del capo settore',
  mayor: 'del sindaco',
};
const COPIES = { head: 'al capo settore', mayor: 'al sindaco' } as const;

const FOUND = {
  copy: 'nella posta inviata c’è la copia che il server ha messo da sé',
  report: 'è tornata una ricevuta che ne parla',
  answer: 'è arrivata una risposta',
} as const;

/** A host name is rarely longer; a hostile one may be. */
const SERVER_LENGTH = 60;

/** What can happen to a sending, in words: prepared, asked or confirmed, and by whom (P33, P66). */
export const queueStory = tellerOf(queueFacts, {
  'job.queued': ({ actor, at, body }, { person }) => {
    const stopped = body.evenStopped ? ', anche con gli invii fermi' : '';
    return `${person(actor)} ha messo in coda l’invio di ${quoted(body.notice.title)} per ${momentIn(body.plannedFor, at)}, ${BY_ROUTE[body.route]}${stopped}`;
  },
  'job.renewed': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha messo di nuovo in coda l’invio di ${quoted(body.notice.title)}, con un testo nuovo, per ${momentIn(body.plannedFor, at)}, ${BY_ROUTE[body.route]}`,
  'job.started': ({ actor, body }, { person, desk }) => {
    const what = actor === THE_APP ? 'la consegna dell’invio' : 'a chiedere l’invio nel gruppo operativo';
    const unseen = body.withoutShare ? ', senza poter avvisare le altre postazioni' : '';
    return `${person(actor)} ha cominciato ${what} dalla postazione ${desk(body.desk)}${unseen}`;
  },
  'job.takenOver': ({ actor, body }, { person, desk }) => {
    const from = body.from === null ? 'di un’altra postazione' : `della postazione ${desk(body.from)}`;
    return `${person(actor)} ha preso in mano l’invio al posto ${from}, senza sapere se è partito${because(body.why)}`;
  },
  'job.mayorCopied': ({ actor }, { person }) => `${person(actor)} ha segnato di avere mandato la copia al sindaco`,
  'job.handedOver': ({ actor, body }, { person }) =>
    actor === THE_APP
      ? `l’app ha scritto la richiesta di invio per la ditta: ${WRITTEN[body.evidence.endsWith('.eml') ? 'mail' : 'file']}${body.withoutMayor ? '; la copia al sindaco è da mandare' : ''}`
      : `${person(actor)} ha confermato di avere chiesto l’invio nel gruppo operativo`,
  'job.lettered': () => 'l’app ha scritto la e-mail che chiede l’invio alla ditta, che parte da sola',
  'job.mailed': ({ body }) => {
    const { server, missed = [], withoutMayor } = body;
    const lacking = missed.map(({ who, why }) => `; la copia ${COPIES[who]} no: ${quoted(why)}`).join('');
    const mayor = withoutMayor ? '; la copia al sindaco è da mandare' : '';
    return `l’app ha consegnato la e-mail per la ditta al server ${quoted(server, SERVER_LENGTH)}${lacking}${mayor}`;
  },
  'job.mailFound': ({ body }) => `l’app ha visto che la e-mail alla ditta era arrivata al server: ${FOUND[body.where]}`,
  'job.bounced': ({ body }) => `l’app ha letto che la e-mail alla ditta è tornata indietro${because(body.why)}`,
  'job.copyBounced': ({ body }) =>
    `l’app ha letto che la copia ${COPIES[body.who]} è tornata indietro${because(body.why)}`,
  'job.letterDelayed': ({ body }) =>
    `l’app ha letto che la e-mail è in ritardo verso la casella ${READERS[body.who]}, e che il server riprova da solo`,
  'job.letterDelivered': ({ body }) =>
    `l’app ha letto la ricevuta: la e-mail è nella casella ${body.who.map((who) => READERS[who]).join(' e ')}`,
  'job.letterFiled': ({ body }) =>
    `l’app ha visto la copia della e-mail alla ditta nella cartella ${quoted(body.folder)}`,
  'job.letterNotFiled': ({ body }) =>
    `l’app non ha potuto mettere una copia della e-mail alla ditta nella posta inviata${because(body.why)}`,
  'job.headCopied': ({ actor }, { person }) => `${person(actor)} ha segnato di avere mandato la copia al capo settore`,
  'job.posted': ({ actor }, { person }) => `${person(actor)} ha spedito la e-mail che chiede l’invio alla ditta`,
  'job.postUndone': ({ actor }, { person }) =>
    `${person(actor)} ha corretto: la e-mail che chiede l’invio alla ditta è ancora da spedire`,
  'job.sent': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha confermato che l’avviso è partito ${momentIn(body.sentAt, at)}${toHowMany(body.recipients)}`,
  'job.sentUndone': ({ actor }, { person }) => `${person(actor)} ha ripreso subito dopo la conferma dell’invio`,
  'job.partlySent': ({ actor, body }, { person }) =>
    `${person(actor)} ha registrato che l’avviso è partito solo in parte${because(body.why)}`,
  'job.uncertain': ({ actor, body }, { person }) =>
    `${person(actor)} ha segnato l’invio come incerto${because(body.why)}`,
  'job.deferred': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha rimandato l’invio a ${momentIn(body.until, at)}${because(body.why)}`,
  'job.moved': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha spostato l’invio a ${momentIn(body.plannedFor, at)}${because(body.why)}`,
  'job.held': ({ actor, body }, { person }) => `${person(actor)} ha fermato l’invio${because(body.why)}`,
  'job.refused': ({ actor, body }, { person }) => {
    const what = body.answer === undefined ? 'il rifiuto dell’invio' : REFUSALS[body.answer];
    return `${person(actor)} ha registrato ${what}${because(body.why)}`;
  },
  'job.requeued': ({ actor, at, body }, { person }) =>
    `${person(actor)} ha rimesso in coda l’invio per ${momentIn(body.plannedFor, at)}${because(body.why)}`,
  'job.textChosen': ({ actor }, { person }) =>
    `${person(actor)} ha scelto, fra i testi approvati da postazioni diverse, quello dell’invio`,
  'job.electionHeld': ({ at, body }) =>
    `l’app ha fermato l’invio, perché parte in periodo elettorale, fino a ${dayIn(body.until, at)}, e mancano le due risposte del capo settore`,
  'job.answerHeld': () => 'l’app ha fermato l’invio, perché è arrivata una risposta che nessuno ha ancora letto',
  'job.receiptRead': ({ at, body }) => {
    const { outcome, at: moment, recipients, text, why } = body;
    const reached = outcome === 'rifiutato' ? '' : toHowMany(recipients);
    const changed = text === null ? '' : ', con un testo cambiato';
    return `l’app ha letto la ricevuta della ditta di ${momentIn(moment, at)}, che ${RECEIPTS[outcome]}${reached}${changed}${because(why)}`;
  },
  'job.sendingTold': ({ at, body }) => {
    const when = body.sentAt === null ? '' : ` ${momentIn(body.sentAt, at)}`;
    const doubt = body.among > 1 ? ', oppure un altro' : '';
    return `l’app ha letto una e-mail della ditta: dice che questo avviso${doubt} è partito${when}${toHowMany(body.recipients)}`;
  },
  'job.sendingToldOfAnother': ({ actor }, { person }) =>
    `${person(actor)} ha confermato un altro invio con quella e-mail della ditta`,
  'job.cancelled': ({ actor, body }, { person }) => `${person(actor)} ha annullato l’invio${because(body.why)}`,
  'job.pageKept': ({ body }) =>
    body.page
      ? 'l’app ha tenuto com’era la pagina della notizia all’approvazione'
      : 'l’app non può confrontare la pagina della notizia: cambia da sola a ogni sguardo, o dice troppo poco',
  'job.pageHeld': ({ body }) =>
    `l’app ha fermato l’invio, perché dopo l’approvazione la pagina della notizia ${body.page ? 'è cambiata' : 'non si apre più'}`,
  'job.pageSettled': ({ actor }, { person }) =>
    actor === THE_APP
      ? 'l’app ha trovato di nuovo la pagina della notizia com’era'
      : `${person(actor)} ha guardato la pagina della notizia: l’avviso va bene così`,
  'job.pageLost': () => 'l’app non trova più la pagina della notizia di questo avviso, ancora attuale',
  'job.undone': ({ actor }, { person }) => `${person(actor)} ha ripreso l’invio subito dopo, prima che partisse`,
});

/** What can happen to all sendings together, in words. */
export const stopStory = tellerOf(stopFacts, {
  'queue.stopped': ({ actor, body }, { person }) => `${person(actor)} ha fermato tutti gli invii${because(body.why)}`,
  'queue.resumed': ({ actor }, { person }) => `${person(actor)} ha tolto il fermo a tutti gli invii`,
});
