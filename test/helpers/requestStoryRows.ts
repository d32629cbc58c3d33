/** One fact of each type about e-mails, requests and letters, and its sentence: what the Cronologia says. */
import { THE_APP } from '#shared/journal/fact.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { letterFact } from '#shared/requests/letterFacts.ts';
import { mailboxFact } from '#shared/requests/mailboxChecks.ts';
import { ROAD_WORKS, ROAD_WORKS_DATA, requestReceived } from './facts.ts';
import type { StoryRow } from './storyRows.ts';
import { MONDAY_MORNING } from './town.ts';

const HASH = '0'.repeat(64);
const NINE = '2026-03-04T08:00:00.000Z';
const ASKED = { ...ROAD_WORKS_DATA, text: ROAD_WORKS.text };
const PLACED = { span: null, index: 1, of: 1, title: ROAD_WORKS.title, sender: null, warnings: [] };

/** E-mails, requests and letters. */
export const REQUEST_ROWS: readonly StoryRow[] = [
  [
    'marta',
    requestFact('mail.received', 'mail/m1', {
      blob: HASH,
      parsed: HASH,
      sender: HASH,
      subject: 'Avviso WhatsApp: via Roma',
      kind: 'pec-request',
      receivedAt: MONDAY_MORNING,
      references: [],
    }),
    'L’app ha letto dalla casella una PEC di lunedì 2 marzo alle 09:00: «Avviso WhatsApp: via Roma».',
  ],
  [
    'marta',
    requestFact('mail.asked', 'mail/m1', { requests: ['m1-1'] }),
    'Marta Bellin ha detto che la e-mail è una richiesta.',
  ],
  [
    'marta',
    requestFact('mail.joined', 'mail/m1', { request: 'r1' }),
    'Marta Bellin ha unito la e-mail alla sua richiesta.',
  ],
  [
    'marta',
    requestFact('mail.answered', 'mail/m1', { messageId: 'x@y', letter: HASH }),
    'Marta Bellin ha preparato la risposta alla e-mail.',
  ],
  [
    'marta',
    requestFact('mail.answerUndone', 'mail/m1', { messageId: 'x@y' }),
    'Marta Bellin ha annullato la risposta prima che partisse.',
  ],
  [
    'marta',
    requestFact('request.joined', 'request/r2', { into: 'r1' }),
    'Marta Bellin ha unito la richiesta a un’altra arrivata prima: continua là.',
  ],
  [
    'marta',
    requestFact('request.tookIn', 'request/r1', {
      ...{ request: 'r2', mail: 'm2', receivedAt: MONDAY_MORNING, text: '' },
      data: { sendDate: '2026-03-05' },
    }),
    'Marta Bellin ha unito a questa un’altra richiesta, di lunedì 2 marzo alle 09:00, con data di invio giovedì 5 marzo.',
  ],
  [
    'marta',
    requestFact('request.separated', 'request/r2', {}),
    'Marta Bellin ha separato la richiesta da quella a cui era unita.',
  ],
  [
    'marta',
    requestFact('request.gaveBack', 'request/r1', { request: 'r2' }),
    'Marta Bellin ha separato la richiesta che era stata unita a questa.',
  ],
  [
    'marta',
    requestFact('request.takenBack', 'request/r2', {}),
    'Marta Bellin ha annullato la serie appena fatta, e con essa questa richiesta.',
  ],
  [
    THE_APP,
    letterFact('letter.answerSent', 'letter/l2', {
      ...{ messageId: 'x@y', letter: HASH, mail: 'm1', date: NINE },
      toPost: true,
    }),
    'L’app ha scritto la risposta a una e-mail, da spedire con il programma di posta.',
  ],
  ['marta', requestFact('mail.putAside', 'mail/m1', {}), 'Marta Bellin ha messo da parte la e-mail: non serve.'],
  [
    'marta',
    requestFact('mail.broughtBack', 'mail/m1', {}),
    'Marta Bellin ha rimesso la e-mail fra quelle da guardare.',
  ],
  [
    'marta',
    requestFact('mail.cut', 'mail/m1', {
      requests: ['Via Roma', 'Mercato'].map((title) => ({
        id: 'm1-1',
        span: [0, 9] as [number, number],
        title,
        asked: ASKED,
        warnings: [],
      })),
    }),
    'Marta Bellin ha deciso che nella e-mail ci sono 2 richieste: «Via Roma» e «Mercato».',
  ],
  [
    'marta',
    requestFact('request.received', 'request/m1-2', {
      ...PLACED,
      mail: 'm1',
      index: 2,
      of: 3,
      receivedAt: MONDAY_MORNING,
      asked: ASKED,
    }),
    'L’app ha messo fra le richieste «Via Roma chiusa per asfaltatura», dalla e-mail di lunedì 2 marzo alle 09:00, 2 di 3.',
  ],
  ['marta', requestReceived('r1'), 'Marta Bellin ha scritto la richiesta «Via Roma chiusa per asfaltatura».'],
  [
    'marta',
    requestFact('request.received', 'request/r1', {
      ...PLACED,
      mail: null,
      receivedAt: MONDAY_MORNING,
      asked: ASKED,
      corrects: 'r0',
    }),
    'Marta Bellin ha scritto la rettifica «Via Roma chiusa per asfaltatura» di un avviso del registro.',
  ],
  ['marta', requestFact('request.takenInCharge', 'request/r1', {}), 'Marta Bellin ha preso in carico la richiesta.'],
  [
    'marta',
    requestFact('request.chargeReleased', 'request/r1', { round: 1 }),
    'Marta Bellin ha lasciato l’incarico della richiesta.',
  ],
  [
    THE_APP,
    requestFact('request.chargeClaimed', 'request/r1', { round: 1 }),
    'L’app ha segnato nel registro condiviso la presa in carico fatta dalla postazione «Sportello».',
  ],
  [
    'marta',
    requestFact('request.dataSet', 'request/r1', {
      sendDate: '2026-03-05',
      sendTime: null,
      link: ROAD_WORKS.link,
      office: 'Lavori pubblici',
      category: 'Viabilità',
      series: { name: 'Cantieri', index: 2, of: 5 },
      reason: 'servizio',
    }),
    'Marta Bellin ha confermato i dati: data di invio giovedì 5 marzo, ora di invio da dire, link alla notizia, ufficio «Lavori pubblici», categoria «Viabilità», motivo «servizio» e serie «Cantieri», 2 di 5.',
  ],
  [
    'marta',
    requestFact('request.dataSet', 'request/r1', { series: { name: 'Mercatini', index: 2, of: 5 } }),
    'Marta Bellin ha confermato i dati: serie «Mercatini», 2 di 5.',
  ],
  [
    'marta',
    requestFact('request.textTaken', 'request/r1', { attachment: HASH, text: ROAD_WORKS.text }),
    'Marta Bellin ha preso come testo chiesto quello di un documento allegato.',
  ],
  [
    'marta',
    requestFact('request.textGivenBack', 'request/r1', { attachment: HASH }),
    'Marta Bellin ha rimesso il testo chiesto com’era prima di prenderlo dal documento.',
  ],
  [
    'marta',
    requestFact('request.linkChecked', 'request/r1', {
      link: ROAD_WORKS.link,
      outcome: 'reachable',
      status: 200,
      title: 'Via Roma chiusa',
      leadsTo: null,
      checkedAt: NINE,
    }),
    'Marta Bellin ha controllato il link alla notizia (raggiungibile, pagina «Via Roma chiusa»).',
  ],
  [
    'marta',
    requestFact('request.linkChecked', 'request/r1', {
      link: ROAD_WORKS.link,
      outcome: 'unverified',
      status: null,
      title: null,
      leadsTo: null,
      checkedAt: NINE,
    }),
    'Marta Bellin ha provato a controllare il link alla notizia (non verificato: manca la rete).',
  ],
  [
    'marta',
    requestFact('request.compared', 'request/r1', {
      with: 'r0',
      number: '2026/0041',
      title: 'Via Roma',
      verdict: 'diverso',
      why: 'è un altro tratto',
    }),
    'Marta Bellin ha deciso che la richiesta è diversa dall’avviso n. 2026/0041: «è un altro tratto».',
  ],
  [
    'marta',
    requestFact('request.forwarded', 'request/r1', { hash: HASH }),
    'Marta Bellin ha mandato avanti la richiesta con il suo testo.',
  ],
  [
    'marta',
    requestFact('request.forwardUndone', 'request/r1', {}),
    'Marta Bellin ha annullato l’inoltro prima che partisse.',
  ],
  [
    'marta',
    requestFact('request.reopened', 'request/r1', { why: 'Serve ancora.' }),
    'Marta Bellin ha riaperto la richiesta: «Serve ancora».',
  ],
  [
    'marta',
    requestFact('request.paused', 'request/r1', {
      for: 'risposta dell’ufficio',
      missing: ['date', 'link'],
      letter: 'x@y',
    }),
    'Marta Bellin ha messo la richiesta in attesa: «risposta dell’ufficio», mancano la data di invio e il link alla notizia.',
  ],
  [
    'app',
    requestFact('request.woke', 'request/r1', { until: '2026-03-03' }),
    'L’app ha ripreso la richiesta: l’attesa era fino a martedì 3 marzo.',
  ],
  ['marta', requestFact('request.resumed', 'request/r1', {}), 'Marta Bellin ha chiuso l’attesa della richiesta.'],
  [
    'marta',
    requestFact('request.letterWritten', 'request/r1', { purpose: 'missing', messageId: 'x@y', letter: HASH }),
    'Marta Bellin ha preparato la e-mail che chiede all’ufficio che cosa manca.',
  ],
  [
    'marta',
    requestFact('request.letterUndone', 'request/r1', { messageId: 'x@y' }),
    'Marta Bellin ha annullato una e-mail prima che partisse.',
  ],
  [
    'marta',
    requestFact('request.answered', 'request/r1', {
      mail: 'm2',
      receivedAt: NINE,
      says: { sendDate: '2026-03-05', sendTime: null, link: ROAD_WORKS.link, text: null },
      withdraws: false,
      fromHead: false,
    }),
    'L’app ha unito alla richiesta una risposta dell’ufficio di mercoledì 4 marzo alle 09:00, con la data di invio e il link alla notizia.',
  ],
  [
    'marta',
    requestFact('request.correctionTold', 'request/r1', {
      told: { by: 'Giulia Ferrante', way: 'telefono', at: NINE },
      says: { sendDate: '2026-03-05', sendTime: null, link: null, text: null },
      note: 'Si passa da via Verdi.',
    }),
    'Marta Bellin ha scritto una correzione dell’ufficio, come ha detto «Giulia Ferrante» per telefono mercoledì 4 marzo alle 09:00, con la data di invio: «Si passa da via Verdi».',
  ],
  [
    'marta',
    requestFact('request.answerSeen', 'request/r1', {}),
    'Marta Bellin ha letto l’ultima risposta: per la richiesta non cambia niente.',
  ],
  [
    'marta',
    requestFact('request.closed', 'request/r1', { outcome: 'non necessario', why: 'La notizia basta.', sameAs: null }),
    'Marta Bellin ha chiuso la richiesta come non necessaria: «La notizia basta».',
  ],
  [
    THE_APP,
    letterFact('letter.sent', 'letter/l1', {
      messageId: 'x@y',
      letter: HASH,
      purpose: 'forward',
      request: 'r1',
      mail: null,
      date: NINE,
      toPost: true,
    }),
    'L’app ha scritto la e-mail che chiede al capo settore di decidere, da spedire con il programma di posta.',
  ],
  ['marta', letterFact('letter.posted', 'letter/l1', {}), 'Marta Bellin ha spedito la e-mail.'],
  [
    THE_APP,
    letterFact('letter.accepted', 'letter/l1', { server: 'posta.example' }),
    'L’app ha consegnato la e-mail al server «posta.example».',
  ],
  [
    THE_APP,
    letterFact('letter.partlyAccepted', 'letter/l1', { server: 'posta.example', missed: [{ recipient: 0, why: 'x' }] }),
    'L’app ha consegnato la e-mail al server «posta.example», ma non per tutti: 1 indirizzo rifiutato.',
  ],
  [
    THE_APP,
    letterFact('letter.refused', 'letter/l1', { why: 'casella piena' }),
    'L’app non ha potuto consegnare la e-mail, il server l’ha rifiutata: «casella piena».',
  ],
  [
    THE_APP,
    letterFact('letter.uncertain', 'letter/l1', {}),
    'L’app non sa se la e-mail è arrivata al server: il collegamento si è interrotto mentre partiva.',
  ],
  ['marta', letterFact('letter.arrived', 'letter/l1', {}), 'Marta Bellin ha visto che la e-mail è arrivata.'],
  [
    'marta',
    letterFact('letter.arrivedUndone', 'letter/l1', {}),
    'Marta Bellin ha corretto: non si sa se la e-mail è arrivata.',
  ],
  ['marta', letterFact('letter.resent', 'letter/l1', {}), 'Marta Bellin ha fatto ripartire la e-mail.'],
  [
    'marta',
    letterFact('letter.postUndone', 'letter/l1', {}),
    'Marta Bellin ha corretto: la e-mail è ancora da spedire.',
  ],
  ['marta', letterFact('letter.dropped', 'letter/l1', {}), 'Marta Bellin ha deciso che la e-mail non serve più.'],
  ['marta', letterFact('letter.kept', 'letter/l1', {}), 'Marta Bellin ha rimesso la e-mail fra quelle da spedire.'],
  [
    'luca',
    mailboxFact('mailbox.checked', 'mailbox/2026-03-02', { read: 6, added: 1 }),
    'Luca Zennaro ha controllato la casella: 6 e-mail nuove e 1 richiesta.',
  ],
];
