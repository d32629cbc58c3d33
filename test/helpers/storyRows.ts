/** One fact of each type by one of the people of the town, and its sentence: what the Cronologia says. */
import { deviceFact } from '#shared/journal/devices.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { bindingFact } from '#shared/people/bindings.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { noteFact } from '#shared/people/notes/facts.ts';
import { pinFact } from '#shared/people/pin.ts';
import { senderFact } from '#shared/people/profile/directory.ts';
import { profileFact } from '#shared/people/profile/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { letterFact } from '#shared/requests/letterFacts.ts';
import { mailboxFact } from '#shared/requests/mailboxChecks.ts';
import { serviceFact } from '#shared/service/facts.ts';
import { ROAD_WORKS, ROAD_WORKS_DATA, requestReceived } from './facts.ts';
import { MONDAY_MORNING, ORNELLA } from './town.ts';

const HASH = '0'.repeat(64);
const NINE = '2026-03-04T08:00:00.000Z';
const ASKED = { ...ROAD_WORKS_DATA, text: ROAD_WORKS.text };
const PLACED = { span: null, index: 1, of: 1, title: ROAD_WORKS.title, sender: null, warnings: [] };

/** Actor, fact, sentence. */
export type StoryRow = readonly [actor: string, fact: NewFact, sentence: string];

const people: readonly StoryRow[] = [
  [
    'marta',
    peopleFact('person.set', 'person/ornella', ORNELLA),
    'Marta Bellin ha scritto la scheda di Ornella Vidal: capo settore.',
  ],
  ['marta', peopleFact('person.removed', 'person/luca', {}), 'Marta Bellin ha tolto Luca Zennaro dal gruppo.'],
  [
    'marta',
    noteFact('note.written', 'note/n1', { about: 'notice/r1', text: HASH, to: ['ornella'] }),
    'Marta Bellin ha scritto una nota interna per Ornella Vidal.',
  ],
  [
    'luca',
    noteFact('note.written', 'note/n2', { about: 'notice/r1', text: HASH, to: [] }),
    'Luca Zennaro ha scritto una nota interna per tutti.',
  ],
  ['ornella', noteFact('note.read', 'note/n1', {}), 'Ornella Vidal ha letto la nota interna.'],
  [
    'marta',
    peopleFact('chain.set', 'chain/intake', { phase: 'intake', people: ['marta', 'ornella'] }),
    'Marta Bellin ha scritto in che ordine le persone possono prendere in carico le richieste: Marta Bellin, poi Ornella Vidal.',
  ],
  [
    'marta',
    peopleFact('chain.planned', 'plan/intake-2026-03-09', {
      phase: 'intake',
      from: '2026-03-09',
      people: ['luca', 'marta'],
    }),
    'Marta Bellin ha scritto in che ordine le persone possono prendere in carico le richieste da lunedì 9 marzo: Luca Zennaro, poi Marta Bellin.',
  ],
  [
    'luca',
    peopleFact('chain.planRemoved', 'plan/intake-2026-03-09', {}),
    'Luca Zennaro ha tolto l’ordine di chi può prendere in carico le richieste da lunedì 9 marzo.',
  ],
  [
    'marta',
    peopleFact('absence.set', 'absence/a1', { id: 'a1', person: 'luca', from: '2026-03-05', to: '2026-03-06' }),
    'Marta Bellin ha segnato l’assenza di Luca Zennaro: da giovedì 5 marzo a venerdì 6 marzo.',
  ],
  [
    'luca',
    peopleFact('absence.set', 'absence/a1', {
      id: 'a1',
      person: 'luca',
      from: '2026-03-05',
      to: '2026-03-05',
      settles: [HASH],
    }),
    'Luca Zennaro ha segnato la propria assenza, scegliendo fra versioni di postazioni diverse: giovedì 5 marzo.',
  ],
  ['luca', peopleFact('absence.removed', 'absence/a1', {}), 'Luca Zennaro ha tolto un’assenza dall’elenco.'],
  [
    'marta',
    profileFact('profile.set', 'profile/calendar', { value: null }),
    'Marta Bellin ha scritto nei dati del Comune «Orari e chiusure».',
  ],
  [
    'ornella',
    profileFact('profile.confirmed', 'profile/mayor', { how: 'telefonata in segreteria' }),
    'Ornella Vidal ha segnato come confermato dal Comune «Sindaco, in copia»: «telefonata in segreteria».',
  ],
  [
    'marta',
    senderFact('sender.set', 'sender/s1', { blob: HASH, confirmed: true, since: null }),
    'Marta Bellin ha scritto che un mittente può chiedere.',
  ],
  [
    'luca',
    senderFact('sender.set', 'sender/s2', { blob: HASH, confirmed: false, since: null }),
    'Luca Zennaro ha messo in elenco un mittente da verificare.',
  ],
  [
    'marta',
    senderFact('sender.removed', 'sender/s1', { blob: HASH }),
    'Marta Bellin ha tolto un mittente dall’elenco di chi può chiedere.',
  ],
  [
    'marta',
    peopleFact('escalation.set', 'escalation/town', { name: 'Segreteria generale', reach: 'interno 100' }),
    'Marta Bellin ha scritto chi chiamare quando non c’è nessuno: «Segreteria generale, interno 100».',
  ],
  [
    THE_APP,
    deviceFact('device.joined', 'device/desk0001', { name: 'Sportello', app: '0.1.0' }),
    'L’app ha scritto nel registro condiviso il nome di una postazione: «Sportello».',
  ],
  [
    'marta',
    deviceFact('device.accepted', 'device/desk0002', { key: 'k', name: 'Ufficio tributi' }),
    'Marta Bellin ha accettato nel registro condiviso la postazione «Ufficio tributi».',
  ],
  [
    'ornella',
    bindingFact('binding.set', 'binding/ornella', { person: 'ornella', accounts: ['ovidal'], desks: ['desk0001'] }),
    'Ornella Vidal ha scritto da dove decide Ornella Vidal: la postazione «Sportello» e l’account «ovidal».',
  ],
  [
    'ornella',
    bindingFact('binding.set', 'binding/ornella', { person: 'ornella', accounts: [], desks: [] }),
    'Ornella Vidal ha scritto che Ornella Vidal decide da qualunque postazione.',
  ],
  [
    'ornella',
    deviceFact('device.revoked', 'device/desk0001', { last: 12, heads: [HASH], why: 'Portatile rubato.' }),
    'Ornella Vidal ha tolto dal registro condiviso la postazione «Sportello»: «Portatile rubato».',
  ],
  [
    'marta',
    deviceFact('device.registerConfirmed', 'device/desk0001', {
      fingerprint: '3F2A 91C0 77BE',
      founder: 'Sportello 2',
    }),
    'Marta Bellin ha confermato alla postazione «Sportello» il registro condiviso con l’impronta 3F2A 91C0 77BE, creato da «Sportello 2».',
  ],
  [
    THE_APP,
    deviceFact('device.registerRefused', 'device/desk0001', {
      fingerprint: '3F2A 91C0 77BE',
      founder: '',
      account: 'mbellin',
    }),
    'L’app ha scritto che chi usa l’account «mbellin» ha detto alla postazione «Sportello» che il registro con l’impronta 3F2A 91C0 77BE non è il vostro.',
  ],
  [
    'ornella',
    pinFact('pin.set', 'pin/ornella', { person: 'ornella', salt: 's'.repeat(22), key: 'k'.repeat(43) }),
    'Ornella Vidal ha scelto un PIN per approvare.',
  ],
  [
    'marta',
    pinFact('pin.removed', 'pin/ornella', { person: 'ornella' }),
    'Marta Bellin ha tolto il PIN di Ornella Vidal.',
  ],
  [
    'marta',
    serviceFact('clock.confirmed', 'clock/desk0001', { shows: NINE }),
    'Marta Bellin ha detto che l’ora della postazione «Sportello» è giusta: mercoledì 4 marzo alle 09:00.',
  ],
];

const requests: readonly StoryRow[] = [
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
    'L’app ha consegnato la e-mail al server posta.example.',
  ],
  [
    THE_APP,
    letterFact('letter.partlyAccepted', 'letter/l1', { server: 'posta.example', missed: [{ recipient: 0, why: 'x' }] }),
    'L’app ha consegnato la e-mail al server posta.example, ma non per tutti: 1 indirizzo rifiutato.',
  ],
  [
    THE_APP,
    letterFact('letter.refused', 'letter/l1', { why: 'casella piena' }),
    'Il server non ha voluto la e-mail: casella piena.',
  ],
  [
    THE_APP,
    letterFact('letter.uncertain', 'letter/l1', {}),
    'Il collegamento si è interrotto mentre la e-mail partiva: non si sa se è arrivata al server.',
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

/** People, desks, requests and letters. */
export const FIRST_ROWS: readonly StoryRow[] = [...people, ...requests];
