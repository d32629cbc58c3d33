/** The register of the invented town of Valdombra on the morning of 24 November 2026. */
import { sha256 } from '#electron/journal/journal.ts';
import { textHash } from '#shared/drafts/decide.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Entry } from '#shared/register/entry.ts';
import { registerFact } from '#shared/register/facts.ts';
import { type Told, told } from './told.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/';

/** A notice that was sent, without what is the same for all. */
export interface SentNotice {
  readonly number: number;
  readonly title: string;
  readonly office: string;
  readonly category: string;
  readonly day: string;
  readonly text: string;
  readonly recipients: number | null;
  readonly link?: string;
}

/** The row of a notice that was sent at 10:04 in Rome, approved by the head. */
export function entryOf({ number, title, office, category, day, text, recipients, link }: SentNotice): Entry {
  const id = `entry-${number}`;
  const version = (at: Instant, by: string) => ({ text, hash: textHash(text, sha256), by, at });
  const sentAt = `${day}T09:04:00.000Z`;
  return {
    id,
    year: 2026,
    number,
    title,
    office,
    category,
    reason: 'servizio',
    link: link ?? `${NEWS}${id}`,
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
export const ENTRIES: readonly Entry[] = SENT.map(([title, office, category, day, text], index) =>
  entryOf({ number: 195 + index, title, office, category, day, text, recipients: index === 3 ? null : 1_480 + index }),
).toReversed();

/** The facts that make these rows. */
export function toldEntries(entries: readonly Entry[]): readonly Told[] {
  return entries.flatMap(({ id, year, number, ...body }) => [
    ...told(body.sentAt, body.sent.by, registerFact('entry.recorded', `entry/${id}`, body)),
    ...(year === null || number === null
      ? []
      : told(body.sentAt, body.sent.by, registerFact('entry.numbered', `entry/${id}`, { year, number }))),
  ]);
}
