import { because, quoted, tellerOf } from '#shared/journal/story.ts';
import { plural } from '#shared/kernel/text.ts';
import type { LetterPurpose } from './facts.ts';
import { letterFacts } from './letterFacts.ts';
import { mailboxFacts } from './mailboxChecks.ts';

/** A letter of the desk by what it is for. */
export const LETTERS: Readonly<Record<LetterPurpose, string>> = {
  missing: 'la e-mail che chiede all’ufficio che cosa manca',
  duplicate: 'la e-mail che dice all’ufficio che l’avviso c’è già',
  notNeeded: 'la e-mail che dice all’ufficio che l’avviso non serve',
  forward: 'la e-mail che chiede al capo settore di decidere',
};

const FOUND = {
  copy: 'nella posta inviata c’è la copia che il server ha messo da sé',
  report: 'è tornata una ricevuta che ne parla',
  answer: 'è arrivata una risposta',
} as const;

/** A host name is rarely longer; a hostile one may be. */
const SERVER_LENGTH = 60;

/** What can happen to a letter of the desk, in words. */
export const letterStory = tellerOf(letterFacts, {
  'letter.sent': ({ body }) =>
    `l’app ha scritto ${LETTERS[body.purpose]}, ${body.byServer ? 'che parte da sola' : 'da spedire con il programma di posta'}`,
  'letter.answerSent': ({ body }) =>
    `l’app ha scritto la risposta a una e-mail, ${body.byServer ? 'che parte da sola' : 'da spedire con il programma di posta'}`,
  'letter.posted': ({ actor }, { person }) => `${person(actor)} ha spedito la e-mail`,
  'letter.postUndone': ({ actor }, { person }) => `${person(actor)} ha corretto: la e-mail è ancora da spedire`,
  'letter.dropped': ({ actor }, { person }) => `${person(actor)} ha deciso che la e-mail non serve più`,
  'letter.kept': ({ actor }, { person }) => `${person(actor)} ha rimesso la e-mail fra quelle da spedire`,
  'letter.accepted': ({ body }) => `l’app ha consegnato la e-mail al server ${quoted(body.server, SERVER_LENGTH)}`,
  'letter.partlyAccepted': ({ body }) =>
    `l’app ha consegnato la e-mail al server ${quoted(body.server, SERVER_LENGTH)}, ma non per tutti: ${plural(body.missed.length, 'indirizzo rifiutato', 'indirizzi rifiutati')}`,
  'letter.refused': ({ body }) =>
    `l’app non ha potuto consegnare la e-mail, il server l’ha rifiutata: ${quoted(body.why)}`,
  'letter.uncertain': () =>
    'l’app non sa se la e-mail è arrivata al server: il collegamento si è interrotto mentre partiva',
  'letter.found': ({ body }) => `l’app ha visto che la e-mail era arrivata al server: ${FOUND[body.where]}`,
  'letter.bounced': ({ body }) => {
    const reasons = [...new Set(body.missed.map(({ why }) => why))].join(', ');
    const who =
      body.of === 1
        ? 'la e-mail è tornata indietro'
        : `la e-mail è tornata indietro da ${body.missed.length} di ${body.of} indirizzi`;
    return `l’app ha letto che ${who}${because(reasons)}`;
  },
  'letter.delivered': ({ body }) =>
    body.of === 1
      ? 'l’app ha letto la ricevuta: la e-mail è nella casella di chi la aspetta'
      : `l’app ha letto la ricevuta: la e-mail è in ${plural(body.recipients.length, 'casella', 'caselle')} di ${body.of}`,
  'letter.delayed': () => 'l’app ha letto che la e-mail è in ritardo, e che il server riprova da solo',
  'letter.filed': ({ body }) => `l’app ha visto la copia della e-mail nella cartella ${quoted(body.folder)}`,
  'letter.notFiled': ({ body }) =>
    `l’app non ha potuto mettere una copia della e-mail nella posta inviata${because(body.why)}`,
  'letter.arrived': ({ actor }, { person }) => `${person(actor)} ha visto che la e-mail è arrivata`,
  'letter.arrivedUndone': ({ actor }, { person }) => `${person(actor)} ha corretto: non si sa se la e-mail è arrivata`,
  'letter.resent': ({ actor }, { person }) => `${person(actor)} ha fatto ripartire la e-mail`,
});

/** What can happen to the mailbox on a day, in words. */
export const mailboxStory = tellerOf(mailboxFacts, {
  'mailbox.checked': ({ actor, body }, { person }) => {
    const read = body.read === 0 ? 'nessuna e-mail nuova' : plural(body.read, 'e-mail nuova', 'e-mail nuove');
    const added = body.added === 0 ? 'nessuna richiesta' : plural(body.added, 'richiesta', 'richieste');
    return `${person(actor)} ha controllato la casella: ${read} e ${added}`;
  },
});
