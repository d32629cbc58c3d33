import { MAX_DOCUMENT_BYTES } from '#shared/text/readDocument.ts';

/** Why a document was not read. `what` follows the name of the file; each remedy says how the text gets here all the same. */
export const REFUSALS = {
  tooBig: {
    code: 'document-too-big',
    what: `supera i ${MAX_DOCUMENT_BYTES / 1_000_000} MB, o ne contiene troppi, e non è stato letto.`,
    remedy: 'Chiedi all’ufficio il testo scritto nella e-mail.',
  },
  broken: {
    code: 'document-broken',
    what: 'è rovinato o non è del tipo che dice il suo nome: non riesco a leggerlo.',
    remedy: 'Chiedi all’ufficio di rimandarlo, o di scrivere il testo nella e-mail.',
  },
  encrypted: {
    code: 'document-encrypted',
    what: 'è protetto da una password: l’app non lo apre.',
    remedy: 'Chiedi all’ufficio il testo scritto nella e-mail, senza password.',
  },
  picture: {
    code: 'document-picture',
    what: 'non ha parole da leggere: il testo è in una figura.',
    remedy: 'Chiedi il testo scritto.',
  },
  empty: {
    code: 'document-empty',
    what: 'non contiene parole.',
    remedy: 'Chiedi all’ufficio il testo da inviare.',
  },
  oldWord: {
    code: 'document-old-word',
    what: 'è di un Word di molti anni fa, che l’app non legge.',
    remedy: 'Salvalo e copia il testo nella richiesta, o chiedi all’ufficio un documento DOCX.',
  },
  noEvent: {
    code: 'document-no-event',
    what: 'non contiene appuntamenti.',
    remedy: 'Chiedi all’ufficio che cosa avvisare, e quando.',
  },
  slow: {
    code: 'document-too-slow',
    what: 'è troppo complicato: la lettura non è finita in tempo.',
    remedy: 'Riprova; se non riesce ancora, chiedi all’ufficio il testo scritto nella e-mail.',
  },
} as const;

export type Refusal = keyof typeof REFUSALS;

/** Thrown inside the readers of this room, which never leaves their worker: the document is refused for this reason. */
export class Refused extends Error {
  readonly why: Refusal;
  constructor(why: Refusal) {
    super(why);
    this.why = why;
  }
}
