/** What happened to the requests of Valdombra before the morning of 24 November 2026, as facts. */
import { createHash } from 'node:crypto';
import type { Blobs } from '#electron/journal/blobs.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { textHash } from '#shared/drafts/decide.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { requestFact } from '#shared/requests/facts.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { mailWith } from '../mailParts.ts';
import { ARRIVALS, type Arrival, type ArrivedRequest } from './arrivals.ts';
import { type Told, told } from './told.ts';

const NEWS = 'https://www.comune.valdombra.example/novita/';

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const putJson = (blobs: Blobs, value: unknown): string => blobs.put(Buffer.from(JSON.stringify(value), 'utf8'));

/** The text of an e-mail of the morning. */
export const textOf = (mail: string): string => ARRIVALS.find(({ id }) => id === mail)?.lines.join('\n') ?? '';

function spanOf(text: string, { begins, ends }: ArrivedRequest): [number, number] | null {
  if (begins === undefined || ends === undefined) return null;
  const from = text.indexOf(begins);
  const last = text.indexOf(ends, from);
  if (from < 0 || last < 0) throw new Error(`«${begins}» … «${ends}» is not in the e-mail.`);
  return [from, last + ends.length];
}

const MAILBOX = valdombra.mailbox ?? '';

function mailOf({ id, subject, receivedAt, sender, lines, files = [] }: Arrival): ParsedMail {
  return {
    transport: 'ordinary',
    messageId: `<${id}@comune.valdombra.example>`,
    pecReference: null,
    report: null,
    pecSignature: null,
    senderProof: null,
    certifiedFrom: null,
    references: [],
    date: receivedAt,
    from: sender,
    to: [{ name: '', address: MAILBOX }],
    subject,
    text: lines.join('\n'),
    textCut: false,
    attachments: files.map(({ name, type, bytes }) => ({ name, type, size: bytes.length, sha256: sha256Of(bytes) })),
  };
}

function arrived(arrival: Arrival, blobs: Blobs): readonly Told[] {
  const { id, receivedAt, sender, requests } = arrival;
  const mail = mailOf(arrival);
  const senderBlob = putJson(blobs, sender);
  const raw = mailWith({ ...arrival, to: MAILBOX, parts: arrival.files ?? [] });
  const received = requestFact('mail.received', `mail/${id}`, {
    blob: blobs.put(Buffer.from(raw, 'utf8')),
    parsed: putJson(blobs, mail),
    sender: senderBlob,
    subject: mail.subject,
    kind: 'request',
    receivedAt,
    references: [],
  });
  const stranger = !sender.address.endsWith('@comune.valdombra.example');
  const message = `${sender.address} non è tra i mittenti conosciuti. Verifica che sia responsabile del procedimento o del settore.`;
  const asked = requests.map(({ title, begins, ends, ...data }, index) => {
    const span = spanOf(mail.text, { title, ...(begins ? { begins } : {}), ...(ends ? { ends } : {}) });
    const text = span ? mail.text.slice(...span).replace(/^\d\) /, '') : mail.text;
    const nothing = { sendDate: null, sendTime: null, link: null, office: null, category: null, reason: null };
    return requestFact('request.received', `request/${id}-${index + 1}`, {
      mail: id,
      span,
      index: index + 1,
      of: requests.length,
      title,
      sender: senderBlob,
      receivedAt,
      asked: { ...nothing, ...data, text },
      warnings: stranger ? [{ code: 'unknown-sender', message }] : [],
    });
  });
  return told(receivedAt, 'app', received, ...asked);
}

/** A text that went to the head. */
export function forwarded(id: string, asked: string, text: string, at: Instant): readonly Told[] {
  const hash = textHash(text, sha256);
  const body = { asked, text, hash, checks: [], pack: '1', to: 'vidal' };
  return told(
    at,
    'bellin',
    requestFact('request.forwarded', `request/${id}`, { hash }),
    draftFact('draft.forwarded', `draft/${id}`, body),
  );
}

const LIBRARY = `*Biblioteca chiusa per inventario*

La biblioteca è chiusa da lunedì 30 novembre a mercoledì 2 dicembre per l’inventario.

Leggi la notizia:
${NEWS}biblioteca-inventario`;

const OIL = `*Raccolta dell’olio usato*

Sabato 28 novembre porta l’olio usato all’ecocentro, dalle 9 alle 12.

${NEWS}olio-usato`;

/** The text the operator already wrote for a request. */
export const WRITTEN = {
  id: 'biblioteca-2',
  text: `*Laboratori di Natale in biblioteca*

La Biblioteca effettuerà laboratori per bambini da 5 a 10 anni. I posti sono 20 .

È possibile iscriversi entro mercoledì 9 dicembre.

Ti aspettiamo domenica 12 dicembre dalle 15.30.

Leggi la notizia:
${NEWS}laboratori-natale`,
} as const;

const confirmed = {
  sendDate: '2026-12-04',
  link: `${NEWS}laboratori-natale`,
  office: 'Biblioteca',
  reason: 'evento',
} as const;
const closed = {
  outcome: 'non necessario',
  why: 'Riguarda solo gli iscritti, già avvisati dalla società sportiva.',
  sameAs: null,
} as const;
const taken = (id: string) => requestFact('request.takenInCharge', `request/${id}`, {});
const askedOf = (id: string, facts: readonly Told[]): string => {
  const fact = facts.find((one) => one.fact.ent === `request/${id}`)?.fact;
  return (fact?.body as { readonly asked: { readonly text: string } } | undefined)?.asked.text ?? '';
};

/** Every e-mail of the morning and what was done with it; what is too big or too personal goes into `blobs`. */
export function toldRequests(blobs: Blobs, mails: readonly Arrival[] = ARRIVALS): readonly Told[] {
  const arrivals = mails.flatMap((arrival) => arrived(arrival, blobs));
  return [
    ...arrivals,
    ...told('2026-11-23T11:00:00.000Z', 'bellin', taken('biblioteca-1')),
    ...forwarded('biblioteca-1', askedOf('biblioteca-1', arrivals), LIBRARY, '2026-11-23T15:40:00.000Z'),
    ...told('2026-11-24T08:05:00.000Z', 'bellin', requestFact('request.dataSet', 'request/biblioteca-2', confirmed)),
    ...told('2026-11-23T09:00:00.000Z', 'bellin', taken('soccorso-1')),
    ...told('2026-11-23T09:30:00.000Z', 'zennaro', taken('mercatino-1')),
    ...told('2026-11-20T10:00:00.000Z', 'bellin', taken('olio-1')),
    ...forwarded('olio-1', askedOf('olio-1', arrivals), OIL, '2026-11-20T11:00:00.000Z'),
    ...told('2026-11-19T09:00:00.000Z', 'bellin', requestFact('request.closed', 'request/palestra-1', closed)),
  ];
}
