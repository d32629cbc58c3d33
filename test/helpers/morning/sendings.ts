/** What the invented town of Valdombra has approved and put into the queue by the morning of 24 November 2026. */
import { sha256 } from '#electron/journal/journal.ts';
import { textHash } from '#shared/drafts/decide.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { type GroupAnswer, type QueuedText, queueFact, type ReceiptBody } from '#shared/queue/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { forwarded } from './requests.ts';
import { type Told, told } from './told.ts';

/** A sending, and how far it came. */
export interface Sending {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly office: string;
  readonly category: string;
  /** Where its notice stands on the site. */
  readonly page: string;
  readonly state: 'queued' | 'delivering' | 'handedOver' | 'uncertain' | 'refused';
  readonly plannedFor: Instant;
  /** When it came so far. */
  readonly changedAt: Instant;
  /** The operational group, when not given. */
  readonly route?: Route;
  readonly why?: string;
  readonly answer?: GroupAnswer;
  readonly receipt?: ReceiptBody;
  /** The desk that delivers it; this one, when not given. */
  readonly desk?: string;
  readonly withoutShare?: true;
}

const NEWS = 'https://www.comune.valdombra.example/novita/';
const ASKED_AT: Instant = '2026-11-23T08:00:00.000Z';
const FORWARDED_AT: Instant = '2026-11-23T14:00:00.000Z';
const QUEUED_AT: Instant = '2026-11-23T15:30:00.000Z';

export const SENDINGS: readonly Sending[] = [
  {
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
  },
  {
    id: 'parcheggi-1',
    state: 'queued',
    title: 'Parcheggi di via Roma',
    text: 'Da mercoledì 25 a venerdì 27 novembre i parcheggi di via Roma non si possono usare per i lavori alla rete del gas.',
    office: 'Polizia locale',
    category: 'Viabilità',
    page: 'parcheggi-via-roma',
    plannedFor: '2026-11-24T09:00:00.000Z',
    changedAt: QUEUED_AT,
  },
  {
    id: 'consiglio-1',
    state: 'queued',
    title: 'Consiglio comunale di giovedì 26',
    text: 'Giovedì 26 novembre alle 19 si riunisce il consiglio comunale in municipio. Puoi seguirlo anche in diretta.',
    office: 'Segreteria',
    category: 'Pubblica utilità',
    page: 'consiglio-26-novembre',
    plannedFor: '2026-11-24T11:00:00.000Z',
    changedAt: QUEUED_AT,
  },
  {
    id: 'farmacia-1',
    state: 'handedOver',
    title: 'Farmacia di turno',
    text: 'Fino a venerdì 27 novembre è di turno la farmacia di piazza Alpini 3.',
    office: 'Servizi sociali',
    category: 'Pubblica utilità',
    page: 'farmacia-di-turno',
    plannedFor: '2026-11-24T07:30:00.000Z',
    changedAt: '2026-11-24T07:31:00.000Z',
  },
];

const REASON = 'servizio';
const DAY = '2026-11-24';

/** How a sending came to its state, after it was queued. */
function steps(sending: Sending, thisDesk: string): readonly NewFact[] {
  const { id, state, why = '', answer, receipt } = sending;
  const ent = `job/${id}`;
  const unseen = sending.withoutShare ? { withoutShare: true as const } : {};
  const started = queueFact('job.started', ent, { desk: sending.desk ?? thisDesk, ...unseen });
  const handedOver = queueFact('job.handedOver', ent, { evidence: `${sending.page}.json` });
  const read = receipt ? [queueFact('job.receiptRead', ent, receipt)] : [];
  if (state === 'queued') return [];
  if (state === 'delivering') return [started];
  if (state === 'handedOver') return [started, handedOver, ...read];
  if (state === 'uncertain') return [started, queueFact('job.uncertain', ent, { why }), ...read];
  return [started, handedOver, queueFact('job.refused', ent, { why, ...(answer ? { answer } : {}) })];
}

/** Every sending from the request to where it stands; `thisDesk` delivers them unless another one is named. */
export function toldSendings(sendings: readonly Sending[], thisDesk: string): readonly Told[] {
  return sendings.flatMap((sending) => {
    const { id, title, office, category, plannedFor, changedAt, route = 'gruppo operativo' } = sending;
    const link = `${NEWS}${sending.page}`;
    const text = `*${title}*\n\n${sending.text}\n${link}`;
    const hash = textHash(text, sha256);
    const asked = {
      sendDate: DAY,
      sendTime: null,
      link,
      office,
      category,
      reason: REASON,
      text: sending.text,
    } as const;
    const received = {
      mail: null,
      span: null,
      index: 1,
      of: 1,
      title,
      sender: null,
      receivedAt: ASKED_AT,
      warnings: [],
    };
    const notice: QueuedText = { title, text, hash, link, office, category, reason: REASON, requestedDate: DAY };
    return [
      ...told(
        ASKED_AT,
        'bellin',
        requestFact('request.received', `request/${id}`, { ...received, asked }),
        requestFact('request.takenInCharge', `request/${id}`, {}),
      ),
      ...forwarded(id, sending.text, text, FORWARDED_AT),
      ...told(
        QUEUED_AT,
        'vidal',
        draftFact('draft.approved', `draft/${id}`, { text, hash, way: 'app', note: '' }),
        queueFact('job.queued', `job/${id}`, { notice, plannedFor, route }),
      ),
      ...told(changedAt, 'vidal', ...steps(sending, thisDesk)),
    ];
  });
}
