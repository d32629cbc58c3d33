/** One fact of each type about people and desks, and its sentence: what the Cronologia says. */
import { deviceFact } from '#shared/journal/devices.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { bindingFact } from '#shared/people/bindings.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { noteFact } from '#shared/people/notes/facts.ts';
import { pinFact } from '#shared/people/pin.ts';
import { senderFact } from '#shared/people/profile/directory.ts';
import { profileFact } from '#shared/people/profile/facts.ts';
import { serviceFact } from '#shared/service/facts.ts';
import { REQUEST_ROWS } from './requestStoryRows.ts';
import { ORNELLA } from './town.ts';

const HASH = '0'.repeat(64);
const NINE = '2026-03-04T08:00:00.000Z';

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

/** People, desks, requests and letters. */
export const FIRST_ROWS: readonly StoryRow[] = [...people, ...REQUEST_ROWS];
