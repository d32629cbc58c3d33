/** How the exchange between the desks may stand: one example of every state a screen shows. */
import { sha256 } from '#electron/journal/journal.ts';
import { textHash } from '#shared/drafts/decide.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { clockDoubted, clockWrong } from '#shared/journal/clockProof.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import type { RegisterFound, ShareView } from '#shared/service/share.ts';
import { ALONE } from './alone.ts';
import type { Told } from './morning/told.ts';

type Desk = ShareView['desks'][number];
type SetAside = ShareView['quarantine'][number];

const deskOf = (dev: string, name: string, changes: Partial<Desk> = {}): Desk => ({
  dev,
  name,
  isThis: false,
  app: '0.1.0',
  person: null,
  seenAt: null,
  isThere: false,
  open: [],
  serves: [],
  clockAhead: false,
  isNewer: false,
  acceptedBy: 'bellin',
  acceptedAt: '2026-11-20T09:00:00.000Z',
  revoked: null,
  ...changes,
});

const setAside = (changes: Partial<SetAside>): SetAside => ({
  path: 'j/desk3/000000001-000000002.0123456789abcdef0123456789abcdef.jsonl',
  reason: 'torn',
  what: 'Il file è rovinato o non è ancora arrivato tutto.',
  remedy: 'Resta da parte: la postazione che l’ha scritto lo ripubblica da sola appena vede la cartella.',
  bytes: 812,
  firstSeen: '2026-11-24T07:50:00.000Z',
  dev: 'desk2',
  name: 'Sportello 2',
  key: null,
  ...changes,
});

const FOLDER = 'X:\\Area Servizi\\ PuntoSi\\Registro';

/** Two desks that see each other: Marta at this one, Luca at the other with the request of the lime trees open. */
export const SHARED: ShareView = {
  ...ALONE,
  state: 'connected',
  configured: FOLDER,
  location: { path: FOLDER, withoutSpace: false },
  exchangedAt: '2026-11-24T08:11:00.000Z',
  skewMilliseconds: 12,
  fingerprint: '3F2A 91C0 77BE',
  isEnrolled: true,
  desks: [
    deskOf('desk1', 'Sportello 1', {
      isThis: true,
      isThere: true,
      person: 'Marta Bellin',
      acceptedBy: null,
      acceptedAt: null,
    }),
    deskOf('desk2', 'Sportello 2', {
      isThere: true,
      person: 'Luca Zennaro',
      seenAt: '2026-11-24T08:11:00.000Z',
      open: ['tigli-1'],
    }),
  ],
};

/** A desk alone that was last used a month before: a person is to say whether its clock is right. */
export const DOUBTED: ShareView = {
  ...ALONE,
  clock: {
    shows: '2026-11-24T08:11:00.000Z',
    problem: clockDoubted('2026-10-22T08:00:00.000Z', '2026-11-24T08:11:00.000Z'),
    asksPerson: true,
  },
};

/** The network drive does not answer, and three changes wait. */
export const AWAY: ShareView = {
  ...SHARED,
  state: 'away',
  waiting: 3,
  exchangedAt: '2026-11-24T07:32:00.000Z',
  problem: { code: 'share-silent', what: 'L’unità di rete non risponde.', remedy: 'L’app riprova da sola.' },
};

/** A folder without a register, as it is chosen on the first desk. */
export const UNFOUNDED: ShareView = {
  ...SHARED,
  state: 'unfounded',
  isEnrolled: false,
  exchangedAt: null,
  desks: [],
  problem: {
    code: 'share-unfounded',
    what: 'Nella cartella condivisa non c’è ancora un registro.',
    why: 'Quello che fai resta salvato su questo computer.',
    remedy: 'Se è la cartella giusta e questa è la prima postazione, crea il registro; se no scegli un’altra cartella.',
  },
};

/** A folder with a register that another desk founded, before anybody here has said that it is the office's own. */
export const UNCONFIRMED: ShareView = {
  ...UNFOUNDED,
  state: 'unconfirmed',
  fingerprint: null,
  problem: {
    code: 'share-unconfirmed',
    what: 'Nella cartella c’è già un registro: prima di entrarci serve la conferma di una persona.',
    remedy: 'Guarda chi l’ha creato, poi conferma che è il vostro o scegli un’altra cartella.',
  },
};

/** What is told of that register. */
export const FOUND: RegisterFound = {
  fingerprint: '3F2A 91C0 77BE',
  founder: 'Sportello 1',
  people: ['Marta Bellin', 'Ornella Vidal'],
  peopleCount: 5,
  notices: 42,
  since: '2025-11-03T08:00:00.000Z',
  isPart: true,
};

/** A desk that joined and was not let in yet. */
export const NOT_ENROLLED: ShareView = { ...SHARED, isEnrolled: false, waiting: 2 };

/** Everything at once: a desk that asks to come in, damaged and foreign files, a copied desk, a number given twice. */
export const TROUBLED: ShareView = {
  ...SHARED,
  location: { path: 'X:\\Area Servizi\\PuntoSi\\Registro', withoutSpace: true },
  waiting: 1,
  skewMilliseconds: 12 * 60_000,
  clock: { shows: '2026-11-24T08:23:00.000Z', problem: clockWrong(12 * 60_000), asksPerson: true },
  isWeak: true,
  desks: [
    ...SHARED.desks,
    deskOf('desk4', 'Portatile del capo settore', {
      seenAt: '2026-11-23T16:40:00.000Z',
      clockAhead: true,
      app: '0.0.9',
    }),
  ],
  quarantine: [
    setAside({
      reason: 'unknown-desk',
      dev: 'desk3',
      name: 'Sportello 3',
      key: 'chiave3',
      path: 'j/desk3/000000001-000000001.aa.jsonl',
      firstSeen: '2026-11-24T08:01:00.000Z',
    }),
    setAside({
      reason: 'unknown-desk',
      dev: 'desk3',
      name: 'Sportello 3',
      key: 'chiave3',
      path: 'j/desk3/000000002-000000004.bb.jsonl',
      firstSeen: '2026-11-24T08:05:00.000Z',
    }),
    setAside({}),
    setAside({
      reason: 'foreign',
      path: 'j/desktop.ini',
      dev: null,
      name: null,
      what: 'Non è un file del registro: può essere una copia in conflitto o un file di sistema.',
      remedy: 'Non disturba. Se non serve a nessuno, l’assistenza può toglierlo.',
    }),
  ],
  gaps: [{ dev: 'desk2', before: 41 }],
  forks: [{ dev: 'desk4', seq: 12 }],
  unknownKinds: 5,
  provisional: 2,
  collisions: [{ number: '2026/0042', titles: ['Biblioteca chiusa', 'Raccolta dell’olio'] }],
};

const AT = '2026-11-24T08:00:00.000Z';
const forwarded = (text: string) =>
  draftFact('draft.forwarded', 'draft/olio-1', {
    asked: 'Porta l’olio usato all’ecocentro.',
    text,
    hash: textHash(text, sha256),
    checks: [],
    pack: '1',
    to: 'vidal',
  });
const OIL = [
  '*Raccolta dell’olio usato*\n\nSabato 28 novembre porta l’olio usato all’ecocentro, dalle 9 alle 12.',
  '*Olio usato*\n\nSabato 28 novembre porta l’olio usato all’ecocentro di via Po.',
] as const;
/** What two desks did apart in the invented town: an office, a text for the head, the chain of the intake. */
export const APART: readonly Told[] = [
  { fact: requestFact('request.dataSet', 'request/nido-1', { office: 'Servizi educativi' }), actor: 'bellin', at: AT },
  {
    fact: requestFact('request.dataSet', 'request/nido-1', { office: 'Segreteria' }),
    actor: 'zennaro',
    at: AT,
    dev: 'desk2',
  },
  { fact: forwarded(OIL[0]), actor: 'bellin', at: AT },
  { fact: forwarded(OIL[1]), actor: 'zennaro', at: AT, dev: 'desk2' },
  {
    fact: peopleFact('chain.set', 'chain/intake', { phase: 'intake', people: ['bellin', 'vidal'] }),
    actor: 'bellin',
    at: AT,
  },
  {
    fact: peopleFact('chain.set', 'chain/intake', { phase: 'intake', people: ['zennaro'] }),
    actor: 'zennaro',
    at: AT,
    dev: 'desk2',
  },
];
