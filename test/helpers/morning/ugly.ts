/** The invented morning with everything as long as it comes: names of 60 letters, titles of 200, addresses of 120, reasons of 400. */
import { peopleFact } from '#shared/people/facts.ts';
import type { BridgeOptions } from '../bridge.ts';
import { ARRIVALS, type Arrival } from './arrivals.ts';
import { ENTRIES } from './entries.ts';
import { PEOPLE } from './seed.ts';
import { SENDINGS } from './sendings.ts';
import { told } from './told.ts';

const [NAME_LETTERS, TITLE_LETTERS, ADDRESS_LETTERS, REASON_LETTERS] = [60, 200, 120, 400];

/** So many letters: the words again and again. */
const long = (words: string, letters: number): string =>
  words
    .repeat(Math.ceil(letters / words.length))
    .slice(0, letters)
    .trim();

const nameOf = (name: string): string => long(`${name} de’ Conti Roncaglia-Montefalcone `, NAME_LETTERS);
/** One word that has nowhere to break, as a link has. */
const addressOf = (address: string): string => {
  const [local = '', domain = ''] = address.split('@');
  return `${long(`${local}.ufficio.`, ADDRESS_LETTERS - domain.length - 1)}@${domain}`;
};
const titleOf = (title: string): string =>
  long(`${title} e contestuale riorganizzazione straordinaria della viabilità `, TITLE_LETTERS);
const officeOf = (office: string): string => long(`${office} e attività produttive intercomunali `, NAME_LETTERS);
const WHY = long(
  'La ditta ha risposto che il testo non si può inviare perché supera il limite concordato, e chiede di accorciarlo. ',
  REASON_LETTERS,
);
/** An address without a space or a hyphen to break at. */
const PAGE = long('avvisiallacittadinanzaperlaviabilita', TITLE_LETTERS);

const arrivals: readonly Arrival[] = ARRIVALS.map((arrival) => ({
  ...arrival,
  subject: titleOf(arrival.subject),
  sender: { name: arrival.sender.name && nameOf(arrival.sender.name), address: addressOf(arrival.sender.address) },
  lines: [...arrival.lines, '', `https://www.comune.valdombra.example/novita/${PAGE}`],
  requests: arrival.requests.map(({ title, office, link, ...rest }) => ({
    ...rest,
    title: titleOf(title),
    ...(office ? { office: officeOf(office) } : {}),
    ...(link ? { link: `${link}-${PAGE}` } : {}),
  })),
}));

const [, , third] = SENDINGS;
const refused = third && ({ ...third, id: 'consiglio-2', state: 'refused', answer: 'da cambiare' } as const);

/** What `townBridge` opens on it. */
export const UGLY = {
  people: PEOPLE.map((person) => ({ ...person, name: nameOf(person.name), address: addressOf(person.address ?? '') })),
  arrivals,
  sendings: [...SENDINGS, ...(refused ? [refused] : [])].map((sending) => ({
    ...sending,
    title: titleOf(sending.title),
    office: officeOf(sending.office),
    category: officeOf(sending.category),
    page: `${sending.page}-${PAGE}`,
    why: WHY,
  })),
  entries: ENTRIES.map((entry) => ({
    ...entry,
    title: titleOf(entry.title),
    office: officeOf(entry.office ?? 'Ufficio'),
    category: officeOf(entry.category ?? 'Servizi'),
    link: `${entry.link}-${PAGE}`,
    deviations: [WHY],
  })),
  absences: [{ id: 'ferie', person: 'zennaro', from: '2026-11-26', to: '2026-11-26' }],
  told: told(
    '2026-11-24T08:00:00.000Z',
    'bellin',
    peopleFact('escalation.set', 'escalation/town', {
      name: nameOf('Segretario comunale'),
      reach: long('interno 201, ', TITLE_LETTERS),
    }),
  ),
} satisfies BridgeOptions;
