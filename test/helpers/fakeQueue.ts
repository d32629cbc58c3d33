/** What the invented town of Valdombra has approved, sent and recorded on the morning of 24 November 2026. */
import type { Instant } from '#shared/kernel/instant.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { Entry } from '#shared/register/entry.ts';
import { blobName } from './fakeRequests.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/';

interface FakeJob extends Pick<JobRow, 'state' | 'plannedFor' | 'changedAt'> {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly office: string;
  readonly category: string;
  readonly page: string;
  readonly why?: string;
  readonly obstacle?: string;
}

const QUEUED_AT: Instant = '2026-11-23T15:30:00.000Z';

function jobOf({ id, title, text, office, category, page, why, obstacle, ...rest }: FakeJob): JobRow {
  const link = `${NEWS}${page}`;
  return {
    ...rest,
    id,
    notice: {
      title,
      text: `*${title}*\n\n${text}\n${link}`,
      hash: blobName(id),
      link,
      office,
      category,
      reason: 'servizio',
      requestedDate: '2026-11-24',
    },
    route: 'gruppo operativo',
    rounds: 1,
    evenStopped: false,
    moves: 0,
    movedBy: null,
    deferrals: 0,
    queuedBy: 'vidal',
    queuedAt: QUEUED_AT,
    queuedByName: 'Ornella Vidal',
    desk: rest.state === 'queued' ? null : 'sportello1',
    deskName: rest.state === 'queued' ? null : 'Sportello 1',
    isElsewhere: false,
    isTextGone: false,
    outOfRole: null,
    withoutShare: false,
    evidence: rest.state === 'handedOver' ? 'parcheggi-via-roma.json' : null,
    receipt: null,
    sent: null,
    why: why ?? null,
    answer: null,
    obstacle: obstacle ?? null,
    rejected: [],
  };
}

export const fakeJobs: readonly JobRow[] = [
  jobOf({
    id: 'mercato-1',
    state: 'uncertain',
    title: 'Mercato spostato in piazza Alpini',
    text: 'Sabato 28 novembre il mercato settimanale è in piazza Alpini, dalle 7 alle 13.',
    office: 'Commercio',
    category: 'Viabilità',
    page: 'mercato-piazza-alpini',
    plannedFor: '2026-11-23T16:00:00.000Z',
    changedAt: '2026-11-23T16:20:00.000Z',
    why: 'La postazione si è chiusa durante la consegna.',
  }),
  jobOf({
    id: 'parcheggi-1',
    state: 'queued',
    title: 'Parcheggi di via Roma',
    text: 'Da mercoledì 25 a venerdì 27 novembre i parcheggi di via Roma non si possono usare per i lavori alla rete del gas.',
    office: 'Polizia locale',
    category: 'Viabilità',
    page: 'parcheggi-via-roma',
    plannedFor: '2026-11-24T09:00:00.000Z',
    changedAt: QUEUED_AT,
  }),
  jobOf({
    id: 'consiglio-1',
    state: 'queued',
    title: 'Consiglio comunale di giovedì 26',
    text: 'Giovedì 26 novembre alle 19 si riunisce il consiglio comunale in municipio. Puoi seguirlo anche in diretta.',
    office: 'Segreteria',
    category: 'Pubblica utilità',
    page: 'consiglio-26-novembre',
    plannedFor: '2026-11-24T11:00:00.000Z',
    changedAt: QUEUED_AT,
  }),
  jobOf({
    id: 'farmacia-1',
    state: 'handedOver',
    title: 'Farmacia di turno',
    text: 'Fino a venerdì 27 novembre è di turno la farmacia di piazza Alpini 3.',
    office: 'Servizi sociali',
    category: 'Pubblica utilità',
    page: 'farmacia-di-turno',
    plannedFor: '2026-11-24T07:30:00.000Z',
    changedAt: '2026-11-24T07:31:00.000Z',
  }),
];

interface FakeEntry {
  readonly number: number;
  readonly title: string;
  readonly office: string;
  readonly category: string;
  readonly day: string;
  readonly text: string;
  readonly recipients: number | null;
}

function entryOf({ number, title, office, category, day, text, recipients }: FakeEntry): Entry {
  const id = `entry-${number}`;
  const version = (at: Instant, by: string) => ({ text, hash: blobName(id), by, at });
  const sentAt = `${day}T09:04:00.000Z`;
  return {
    id,
    year: 2026,
    number,
    title,
    office,
    category,
    reason: 'servizio',
    link: `${NEWS}${id}`,
    route: 'gruppo operativo',
    requestedDate: day,
    plannedFor: `${day}T09:00:00.000Z`,
    sentAt,
    receivedAt: `${day}T06:10:00.000Z`,
    forwardedAt: `${day}T07:00:00.000Z`,
    recipients,
    asked: text,
    rewritten: version(`${day}T07:00:00.000Z`, 'bellin'),
    approved: version(`${day}T08:00:00.000Z`, 'vidal'),
    sent: version(sentAt, 'vidal'),
    deviations: number % 4 === 0 ? ['Una sola persona ha scritto e approvato.'] : [],
  };
}

const SENT: readonly (readonly [title: string, office: string, category: string, day: string, text: string])[] = [
  ['Orario invernale del cimitero', 'Demografici', 'Servizi', '2026-10-28', 'Dal 2 novembre il cimitero apre alle 8.'],
  ['Cambio dell’ora', 'Segreteria', 'Pubblica utilità', '2026-10-23', 'Domenica 25 ottobre torna l’ora solare.'],
  ['Vaccino contro l’influenza', 'Servizi sociali', 'Servizi', '2026-11-03', 'Prenota il vaccino in farmacia.'],
  ['Raccolta delle foglie', 'Ambiente', 'Ambiente', '2026-11-06', 'Le foglie si raccolgono ogni martedì.'],
  ['Festa di San Martino', 'Cultura', 'Eventi', '2026-11-10', 'Mercoledì 11 novembre castagne in piazza.'],
  [
    'Raccolta del verde: pausa invernale',
    'Ambiente',
    'Ambiente',
    '2026-11-12',
    'Dal 1° dicembre la raccolta è sospesa.',
  ],
  ['Via Po a senso unico', 'Polizia locale', 'Viabilità', '2026-11-16', 'Da giovedì 19 via Po è a senso unico.'],
  ['Bonus libri di testo', 'Scuola', 'Scadenze', '2026-11-18', 'La domanda scade lunedì 30 novembre.'],
  ['Corso di italiano', 'Servizi sociali', 'Eventi', '2026-11-19', 'Il corso comincia martedì 1° dicembre.'],
  ['Sciopero della scuola', 'Scuola', 'Scuola', '2026-11-20', 'Venerdì 27 novembre il nido resta chiuso.'],
];

/** The register, newest first. */
export const fakeEntries: readonly Entry[] = SENT.map(([title, office, category, day, text], index) =>
  entryOf({ number: 195 + index, title, office, category, day, text, recipients: index === 3 ? null : 1_480 + index }),
).toReversed();
