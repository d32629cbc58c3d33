/** One fact of each type about letters that left by themselves and what came back of them, and its sentence. */
import { THE_APP } from '#shared/journal/fact.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { letterFact } from '#shared/requests/letterFacts.ts';
import type { StoryRow } from './storyRows.ts';

const OF = { messageId: 'a1@comune.example' };
const JOB = 'job/r1';
const LETTER = 'letter/l1';

export const LETTER_ROWS: readonly StoryRow[] = [
  [
    THE_APP,
    queueFact('job.lettered', JOB, { ...OF, letter: '0'.repeat(64) }),
    'L’app ha scritto la e-mail che chiede l’invio alla ditta, che parte da sola.',
  ],
  [
    THE_APP,
    queueFact('job.mailed', JOB, { server: 'posta.example', missed: [{ who: 'head', why: 'casella piena' }] }),
    'L’app ha consegnato la e-mail per la ditta al server «posta.example»; la copia al capo settore no: «casella piena».',
  ],
  [
    THE_APP,
    queueFact('job.mailFound', JOB, { ...OF, where: 'copy' }),
    'L’app ha visto che la e-mail alla ditta era arrivata al server: nella posta inviata c’è la copia che il server ha messo da sé.',
  ],
  [
    THE_APP,
    queueFact('job.bounced', JOB, { ...OF, why: 'l’indirizzo non esiste' }),
    'L’app ha letto che la e-mail alla ditta è tornata indietro: «l’indirizzo non esiste».',
  ],
  [
    THE_APP,
    queueFact('job.copyBounced', JOB, { ...OF, who: 'mayor', why: 'casella piena' }),
    'L’app ha letto che la copia al sindaco è tornata indietro: «casella piena».',
  ],
  [
    THE_APP,
    queueFact('job.letterDelayed', JOB, { ...OF, who: 'contractor' }),
    'L’app ha letto che la e-mail è in ritardo verso la casella della ditta, e che il server riprova da solo.',
  ],
  [
    THE_APP,
    queueFact('job.letterDelivered', JOB, { ...OF, who: ['contractor', 'head'] }),
    'L’app ha letto la ricevuta: la e-mail è nella casella della ditta e del capo settore.',
  ],
  [
    THE_APP,
    queueFact('job.letterFiled', JOB, { ...OF, folder: 'Posta inviata' }),
    'L’app ha visto la copia della e-mail alla ditta nella cartella «Posta inviata».',
  ],
  [
    THE_APP,
    queueFact('job.letterNotFiled', JOB, { ...OF, why: 'La casella non risponde.' }),
    'L’app non ha potuto mettere una copia della e-mail alla ditta nella posta inviata: «La casella non risponde».',
  ],
  ['marta', queueFact('job.headCopied', JOB, {}), 'Marta Bellin ha segnato di avere mandato la copia al capo settore.'],
  [
    THE_APP,
    letterFact('letter.found', LETTER, { where: 'report' }),
    'L’app ha visto che la e-mail era arrivata al server: è tornata una ricevuta che ne parla.',
  ],
  [
    THE_APP,
    letterFact('letter.bounced', LETTER, { missed: [{ recipient: 0, why: 'casella piena' }], of: 1 }),
    'L’app ha letto che la e-mail è tornata indietro: «casella piena».',
  ],
  [
    THE_APP,
    letterFact('letter.delivered', LETTER, { recipients: [0], of: 1 }),
    'L’app ha letto la ricevuta: la e-mail è nella casella di chi la aspetta.',
  ],
  [
    THE_APP,
    letterFact('letter.delayed', LETTER, { recipients: [0] }),
    'L’app ha letto che la e-mail è in ritardo, e che il server riprova da solo.',
  ],
  [
    THE_APP,
    letterFact('letter.filed', LETTER, { folder: 'Sent' }),
    'L’app ha visto la copia della e-mail nella cartella «Sent».',
  ],
  [
    THE_APP,
    letterFact('letter.notFiled', LETTER, { why: 'La casella non risponde.' }),
    'L’app non ha potuto mettere una copia della e-mail nella posta inviata: «La casella non risponde».',
  ],
];
