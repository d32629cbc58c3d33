/** The e-mails that wait on the morning of 24 November 2026 in the invented town of Valdombra. */
import type { Instant } from '#shared/kernel/instant.ts';
import type { RequestData } from '#shared/requests/facts.ts';
import { documentFile, type MorningFile, PLAN } from './files.ts';

/** Part of an e-mail that is one request. */
export interface ArrivedRequest extends Partial<RequestData> {
  readonly title: string;
  /** Where it begins and ends in the text of the e-mail; without it, the whole text. */
  readonly begins?: string;
  readonly ends?: string;
}

/** An e-mail as it came; its requests get the ids `<id>-1`, `<id>-2`… */
export interface Arrival {
  readonly id: string;
  readonly subject: string;
  readonly receivedAt: Instant;
  readonly sender: { readonly name: string; readonly address: string };
  readonly files?: readonly MorningFile[];
  readonly lines: readonly string[];
  readonly requests: readonly ArrivedRequest[];
}

const NEWS = 'https://www.comune.valdombra.example/novita/';
const desk = (local: string): string => `${local}@comune.valdombra.example`;
const ORDER = documentFile('ordinanza-118.pdf');

export const ARRIVALS: readonly Arrival[] = [
  {
    id: 'tigli',
    subject: 'URGENTE chiusura via dei Tigli',
    receivedAt: '2026-11-24T07:05:00.000Z',
    sender: { name: 'Renato Sartor', address: desk('lavori.pubblici') },
    files: [PLAN, ORDER],
    lines: [
      'Buongiorno,',
      'chiediamo di inviare domani 25 novembre questo avviso.',
      '',
      'Via dei Tigli chiude al traffico giovedì 26 novembre dalle 8.30 alle 17 per la potatura degli alberi.',
      'Il bus 12 passa da via Roma.',
      `${NEWS}via-dei-tigli`,
      '',
      'Renato Sartor',
      'Ufficio Lavori pubblici',
    ],
    requests: [
      {
        title: 'Chiusura di via dei Tigli',
        begins: 'Via dei Tigli',
        ends: 'via-dei-tigli',
        sendDate: '2026-11-25',
        link: `${NEWS}via-dei-tigli`,
        office: 'Lavori pubblici',
        category: 'Viabilità',
        reason: 'servizio',
      },
    ],
  },
  {
    id: 'biblioteca',
    subject: 'Tre avvisi WhatsApp per dicembre',
    receivedAt: '2026-11-23T10:04:00.000Z',
    sender: { name: 'Giulia Ferrante', address: desk('biblioteca') },
    lines: [
      'Buongiorno,',
      'chiediamo l’invio di tre avvisi.',
      '',
      '1) Chiusura per inventario. La biblioteca resterà chiusa da lunedì 30 novembre a mercoledì 2 dicembre. Da inviare venerdì 27.',
      `${NEWS}biblioteca-inventario`,
      '',
      '2) Laboratori di Natale. La Biblioteca effettuerà laboratori per bambini da 5 a 10 anni. I posti sono 20 . È possibile iscriversi entro mercoledì 9 dicembre. Ti aspettiamo domenica 12 dicembre dalle 15:30. Da inviare il 4 dicembre.',
      `${NEWS}laboratori-natale`,
      '',
      '3) Nuovo orario 2027: stiamo definendo gli ultimi dettagli, a breve la notizia.',
      '',
      'Grazie,',
      'Giulia Ferrante',
    ],
    requests: [
      {
        title: 'Biblioteca chiusa per inventario',
        begins: '1) Chiusura',
        ends: 'biblioteca-inventario',
        sendDate: '2026-11-27',
        link: `${NEWS}biblioteca-inventario`,
        office: 'Biblioteca',
        category: 'Servizi',
        reason: 'servizio',
      },
      {
        title: 'Laboratori di Natale',
        begins: '2) Laboratori',
        ends: 'laboratori-natale',
        sendDate: '2026-12-04',
        link: `${NEWS}laboratori-natale`,
        office: 'Biblioteca',
        category: 'Eventi',
        reason: 'evento',
      },
      { title: 'Nuovo orario 2027', begins: '3) Nuovo', ends: 'la notizia.', office: 'Biblioteca' },
    ],
  },
  {
    id: 'imu',
    subject: 'Saldo Imu: promemoria',
    receivedAt: '2026-11-23T14:22:00.000Z',
    sender: { name: 'Dario Pozzan', address: desk('tributi') },
    lines: [
      'Per favore inviate il 1° dicembre il promemoria:',
      'Mercoledì 16 dicembre scade il saldo dell’Imu. Puoi pagare con pagoPA o con il modello F24.',
      '',
      'Dario Pozzan, Tributi',
    ],
    requests: [
      {
        title: 'Saldo Imu: promemoria',
        begins: 'Mercoledì',
        ends: 'F24.',
        sendDate: '2026-12-01',
        office: 'Tributi',
        category: 'Scadenze',
        reason: 'scadenza',
      },
    ],
  },
  {
    id: 'nido',
    subject: 'Iscrizioni al nido 2027',
    receivedAt: '2026-11-24T07:20:00.000Z',
    sender: { name: 'Elena Basso', address: desk('scuola') },
    lines: [
      'Da inviare lunedì 30 novembre.',
      'Le iscrizioni al nido comunale per il 2027 sono aperte fino a venerdì 18 dicembre.',
      `${NEWS}iscrizioni-nido`,
    ],
    requests: [
      {
        title: 'Iscrizioni al nido 2027',
        begins: 'Le iscrizioni',
        ends: 'iscrizioni-nido',
        sendDate: '2026-11-30',
        link: `${NEWS}iscrizioni-nido`,
        office: 'Scuola',
        category: 'Scuola',
        reason: 'scadenza',
      },
    ],
  },
  {
    id: 'soccorso',
    subject: 'Corso di primo soccorso',
    receivedAt: '2026-11-23T08:40:00.000Z',
    sender: { name: 'Ada Rigon', address: desk('servizi.sociali') },
    lines: [
      'Buongiorno, vi chiediamo di avvisare i cittadini mercoledì 2 dicembre.',
      '*Corso di primo soccorso*',
      'Il corso gratuito comincia sabato 12 dicembre alle 9 al centro civico. Iscriviti entro mercoledì 9 dicembre.',
      `${NEWS}primo-soccorso`,
    ],
    requests: [
      {
        title: 'Corso di primo soccorso',
        begins: '*Corso',
        ends: 'primo-soccorso',
        sendDate: '2026-12-02',
        link: `${NEWS}primo-soccorso`,
        office: 'Servizi sociali',
        category: 'Eventi',
        reason: 'evento',
      },
    ],
  },
  {
    id: 'mercatino',
    subject: 'Mercatino di Natale in centro',
    receivedAt: '2026-11-23T08:12:00.000Z',
    sender: { name: 'Ivo Marin', address: desk('commercio') },
    lines: [
      'Invio previsto venerdì 11 dicembre:',
      'Il mercatino di Natale è in piazza Alpini sabato 12 e domenica 13 dicembre, dalle 9 alle 19.',
      `${NEWS}mercatino-natale`,
    ],
    requests: [
      {
        title: 'Mercatino di Natale in centro',
        begins: 'Il mercatino',
        ends: 'mercatino-natale',
        sendDate: '2026-12-11',
        link: `${NEWS}mercatino-natale`,
        office: 'Commercio',
        category: 'Eventi',
        reason: 'evento',
      },
    ],
  },
  {
    id: 'fiera',
    subject: 'Fiera di Santa Lucia',
    receivedAt: '2026-11-23T17:31:00.000Z',
    sender: { name: '', address: 'pro.loco@valdombra.example' },
    lines: ['La fiera di Santa Lucia è domenica 13 dicembre. Potete avvisare tutti?'],
    requests: [{ title: 'Fiera di Santa Lucia', sendDate: '2026-12-09' }],
  },
  {
    id: 'olio',
    subject: 'Raccolta dell’olio esausto',
    receivedAt: '2026-11-20T09:10:00.000Z',
    sender: { name: 'Nadia Furlan', address: desk('ambiente') },
    lines: [
      'Da inviare il 26 novembre.',
      'Sabato 28 novembre porta l’olio usato all’ecocentro, dalle 9 alle 12.',
      `${NEWS}olio-usato`,
    ],
    requests: [
      {
        title: 'Raccolta dell’olio usato',
        begins: 'Sabato',
        ends: 'olio-usato',
        sendDate: '2026-11-26',
        link: `${NEWS}olio-usato`,
        office: 'Ambiente',
        category: 'Ambiente',
        reason: 'servizio',
      },
    ],
  },
  {
    id: 'palestra',
    subject: 'Chiusura palestra',
    receivedAt: '2026-11-19T08:00:00.000Z',
    sender: { name: 'Marco Toso', address: desk('sport') },
    lines: ['La palestra di via Po è chiusa venerdì 27 novembre.', `${NEWS}palestra`],
    requests: [
      {
        title: 'Palestra chiusa venerdì 27',
        sendDate: '2026-11-25',
        link: `${NEWS}palestra`,
        office: 'Sport',
        category: 'Servizi',
        reason: 'servizio',
      },
    ],
  },
];
