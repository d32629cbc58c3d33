/** What resembles the course of first aid: a notice that was sent, and one that waits in the queue. */
import { createHash } from 'node:crypto';
import { requestFact } from '#shared/requests/facts.ts';
import { entryOf, toldEntries } from './entries.ts';
import { forwarded } from './requests.ts';
import { toldSendings } from './sendings.ts';
import { type Told, told } from './told.ts';

const LINK = 'https://www.comune.valdombra.example/novita/primo-soccorso';
const TEXT = `*Corso di primo soccorso*\nIl corso gratuito comincia sabato 12 dicembre alle 10 al centro civico. Iscriviti entro mercoledì 9 dicembre.\n${LINK}`;
const ENTRY = entryOf({
  ...{ number: 190, title: 'Corso di primo soccorso', office: 'Servizi sociali', category: 'Eventi' },
  ...{ day: '2026-11-12', text: TEXT, recipients: 1_475, link: LINK },
});

/** Who asked for the notice that was sent. */
export const ASKED_BY = Buffer.from(
  JSON.stringify({ name: 'Chiara Donà', address: 'sociale@comune.valdombra.example' }),
  'utf8',
);
const ASKED_AT = '2026-11-12T06:10:00.000Z';
const asked = requestFact('request.received', `request/${ENTRY.id}`, {
  ...{ mail: null, span: null, index: 1, of: 1, title: ENTRY.title, warnings: [] },
  sender: createHash('sha256').update(ASKED_BY).digest('hex'),
  receivedAt: ASKED_AT,
  asked: {
    ...{ sendDate: '2026-11-12', sendTime: null, link: LINK, office: ENTRY.office, category: ENTRY.category },
    reason: 'evento',
    text: TEXT,
  },
});

/** Put beside what the desk holds as usual. */
export const RESEMBLING: readonly Told[] = [
  ...told(ASKED_AT, 'bellin', asked, requestFact('request.takenInCharge', `request/${ENTRY.id}`, {})),
  ...forwarded(ENTRY.id, TEXT, TEXT, '2026-11-12T07:00:00.000Z'),
  ...toldEntries([ENTRY]),
  ...toldSendings(
    [
      {
        id: 'defibrillatori-1',
        state: 'queued',
        title: 'Corso sui defibrillatori',
        text: 'Il corso sui defibrillatori comincia sabato 19 dicembre alle 9 al centro civico. Iscriviti entro mercoledì 9 dicembre.',
        office: 'Sport',
        category: 'Eventi',
        page: 'defibrillatori',
        plannedFor: '2026-11-30T09:00:00.000Z',
        changedAt: '2026-11-23T15:30:00.000Z',
      },
    ],
    'desk1',
  ),
];
