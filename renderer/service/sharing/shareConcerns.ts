/** What is to be known of the exchange between the desks, the gravest first: what it means and what to do (L1). Pure. */

import { problemOf, sayProblem } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import type { ShareView } from '#shared/service/share.ts';
import { type ConcernOf, type ShareConcern, saySince, sayWaiting } from './concern.ts';
import { countAside, waitingDesks } from './quarantine.ts';
import { clock, compareFingerprint, expelled } from './trustConcerns.ts';

/** States in which this desk sees what the others wrote. */
const SEES_OTHERS: readonly ShareView['state'][] = ['connected', 'incomplete', 'read-only', 'stuck'];

/** Names of desks as people read them: `«Sportello 2»`. */
const nameOf = ({ desks }: ShareView, dev: string): string => `«${desks.find((one) => one.dev === dev)?.name || dev}»`;
const LIST = new Intl.ListFormat('it');
const namesOf = (share: ShareView, devs: readonly string[]): string =>
  LIST.format([...new Set(devs)].map((dev) => nameOf(share, dev)));

const away: ConcernOf = ({ state, exchangedAt, waiting, problem }, today) => {
  if (state !== 'away') return undefined;
  const since = exchangedAt === null ? '' : saySince(exchangedAt, today);
  const later = waiting === 0 ? '' : ` In attesa: ${sayWaiting(waiting)}, partono da sole.`;
  return {
    id: 'away',
    short: `Cartella condivisa assente${since}${waiting === 0 ? '' : `, ${sayWaiting(waiting)}`}`,
    tone: 'idle',
    heading: `La cartella condivisa non risponde${since}`,
    lines: [
      `Puoi continuare: tutto è salvato su questo computer.${later}`,
      problem ? sayProblem(problem) : 'L’app riprova da sola.',
    ],
  };
};

const STATE_WORDS: Partial<Readonly<Record<ShareView['state'], string>>> = {
  unfounded: 'Registro condiviso da creare',
  unconfirmed: 'Registro condiviso da confermare',
  illegible: 'Registro condiviso illeggibile',
  'other-space': 'Cartella di un altro registro',
  newer: 'Aggiorna l’app per condividere',
  'read-only': 'Cartella condivisa in sola lettura',
};

const shareState: ConcernOf = ({ state, problem, waiting }) => {
  const word = STATE_WORDS[state];
  if (word === undefined || !problem) return undefined;
  const lost = problem.code === 'share-lost';
  const unshared = state === 'read-only' && waiting > 0 ? `, ${sayWaiting(waiting)}` : '';
  return {
    id: state,
    short: `${lost ? 'Registro condiviso non trovato' : word}${unshared}`,
    tone: state === 'unfounded' && !lost ? 'info' : problem.code === 'share-other-founder' ? 'bad' : 'warn',
    ...problemOf(problem),
  };
};

const incomplete: ConcernOf = ({ state }) =>
  state === 'incomplete'
    ? {
        id: 'incomplete',
        short: 'Nella cartella condivisa mancano file',
        tone: 'warn',
        heading: 'Nella cartella condivisa mancano dei file',
        lines: [
          'Può essere una copia vecchia, o un’unità che si vede a metà. Niente conta come cancellato: ogni postazione rimette i suoi.',
          'Se tra un’ora è ancora così, fai controllare la cartella all’assistenza.',
        ],
      }
    : undefined;

const stuck: ConcernOf = ({ state, problem, waiting, exchangedAt }, today) => {
  if (state !== 'stuck' || !problem) return undefined;
  const since = exchangedAt === null ? '' : saySince(exchangedAt, today);
  const { heading, lines } = problemOf(problem);
  return {
    id: 'stuck',
    short: `Non condivide: ${waiting === 0 ? '' : `${sayWaiting(waiting)}, `}apri e guarda che cosa fare`,
    tone: 'bad',
    heading: `Questa postazione non condivide${since}`,
    lines: [
      `${heading}.${waiting === 0 ? '' : ` Gli altri non vedono ancora: ${sayWaiting(waiting)}.`} Qui è tutto salvato.`,
      ...lines,
    ],
  };
};

const halfway: ConcernOf = ({ state, problem }) =>
  SEES_OTHERS.includes(state) && state !== 'read-only' && state !== 'stuck' && problem
    ? { id: 'halfway', short: 'Scambio riuscito a metà', tone: 'warn', ...problemOf(problem) }
    : undefined;

const notEnrolled: ConcernOf = ({ state, isEnrolled, deskName, fingerprint }) =>
  SEES_OTHERS.includes(state) && !isEnrolled
    ? {
        id: 'not-enrolled',
        short: 'Postazione da accettare',
        tone: 'warn',
        heading: `Questa postazione, «${deskName}», non è ancora accettata`,
        lines: [
          'Vedi il lavoro degli altri. Il tuo è salvato qui, e gli altri lo vedono appena sei accettato.',
          ...(fingerprint === null ? [] : [compareFingerprint(fingerprint)]),
          'Chiedi a chi è a un’altra postazione di aprire Impostazioni, Condivisione e di premere «Accetta».',
        ],
      }
    : undefined;

const newcomers: ConcernOf = (share, today) => {
  const [first, ...others] = share.isEnrolled ? waitingDesks(share) : [];
  if (!first) return undefined;
  const count = others.length + 1;
  return {
    id: 'newcomers',
    short: plural(count, 'postazione da accettare', 'postazioni da accettare'),
    tone: 'warn',
    heading: count === 1 ? `«${first.name}» chiede di entrare` : `${count} postazioni chiedono di entrare`,
    lines: [
      `Aspetta da ${sayMomentAt(first.since, today)}. Se la conosci accettala: quello che ha scritto entra subito nel registro.`,
    ],
  };
};

const forks: ConcernOf = (share) => {
  const devs = share.forks.map(({ dev }) => dev);
  if (devs.length === 0) return undefined;
  return {
    id: 'forks',
    short: 'Una postazione è stata copiata',
    tone: 'warn',
    heading: `${namesOf(share, devs)}: lo stesso computer ha scritto due storie`,
    lines: [
      'È stato copiato, o ripristinato da una copia vecchia. Ho tenuto tutte e due le storie: non è andato perso niente.',
      'Fai sapere all’assistenza che quel computer era una copia; intanto si può continuare.',
    ],
  };
};

const collisions: ConcernOf = ({ collisions: [first, ...others] }) => {
  if (!first) return undefined;
  const count = others.length + 1;
  return {
    id: 'collisions',
    short: plural(count, 'numero dato due volte', 'numeri dati due volte'),
    tone: 'warn',
    heading:
      count === 1 ? `Il numero ${first.number} è stato dato a due avvisi` : `${count} numeri sono stati dati due volte`,
    lines: [
      `${first.number}: ${LIST.format(first.titles.map((title) => `«${title}»`))}.`,
      'Il primo lo tiene; per l’altro la sua postazione ne prende uno nuovo da sola, e nel registro resta scritto.',
    ],
  };
};

const asideFiles: ConcernOf = (share) => {
  const count = countAside(share, false);
  if (count === 0) return undefined;
  const said = plural(count, 'file messo da parte', 'file messi da parte');
  return {
    id: 'aside',
    short: said,
    tone: 'warn',
    heading: `${said} nella cartella condivisa`,
    lines: [
      'Il resto del registro è a posto. Nell’elenco qui sotto c’è, per ogni file, che cosa è successo e che cosa fare.',
    ],
  };
};

const weak: ConcernOf = ({ isWeak }) =>
  isWeak
    ? {
        id: 'weak',
        short: null,
        tone: 'warn',
        heading: 'Questa cartella non impedisce a due postazioni di prendere lo stesso numero',
        lines: [
          'Se succede, l’app se ne accorge e lo corregge in vista di tutti. Chiedi all’assistenza una cartella di rete normale, non una sincronizzata.',
        ],
      }
    : undefined;

const gaps: ConcernOf = (share) =>
  share.gaps.length > 0
    ? {
        id: 'gaps',
        short: null,
        tone: 'idle',
        heading: `Mancano modifiche di ${namesOf(
          share,
          share.gaps.map(({ dev }) => dev),
        )}`,
        lines: ['Esistono e non sono ancora arrivate: la postazione le rimette da sola appena vede la cartella.'],
      }
    : undefined;

const clocksAhead: ConcernOf = (share) => {
  const ahead = share.desks.filter(({ clockAhead }) => clockAhead).map(({ dev }) => dev);
  return ahead.length > 0
    ? {
        id: 'clocks-ahead',
        short: null,
        tone: 'warn',
        heading: `Orologio avanti: ${namesOf(share, ahead)}`,
        lines: ['Le sue modifiche valgono, le sue ore no. Chiedi di correggere data e ora di quel computer.'],
      }
    : undefined;
};

const newerDesks: ConcernOf = (share) => {
  const newer = share.desks.filter(({ isNewer }) => isNewer).map(({ dev }) => dev);
  return newer.length > 0
    ? {
        id: 'newer-desks',
        short: null,
        tone: 'warn',
        heading: `App più nuova: ${namesOf(share, newer)}`,
        lines: [
          'Quello che da lì arriva e qui non si capisce resta al sicuro, e gli invii che riguarda da qui non partono. Aggiorna l’app su questa postazione.',
        ],
      }
    : undefined;
};

const provisional: ConcernOf = ({ provisional: count, state }) =>
  count > 0 && state !== 'alone'
    ? {
        id: 'provisional',
        short: null,
        tone: 'idle',
        heading: `${plural(count, 'avviso ha', 'avvisi hanno')} ancora un numero provvisorio`,
        lines: ['Nel registro si legge «provv.»: il numero arriva da solo appena la cartella condivisa risponde.'],
      }
    : undefined;

const unknownKinds: ConcernOf = ({ unknownKinds: count }) =>
  count > 0
    ? {
        id: 'unknown-kinds',
        short: null,
        tone: 'idle',
        heading: `${plural(count, 'modifica viene', 'modifiche vengono')} da un’app più nuova`,
        lines: ['Sono al sicuro, e si vedono dopo l’aggiornamento dell’app su questa postazione.'],
      }
    : undefined;

const CONCERNS: readonly ConcernOf[] = [
  expelled,
  away,
  shareState,
  stuck,
  incomplete,
  halfway,
  notEnrolled,
  newcomers,
  clock,
  forks,
  collisions,
  asideFiles,
  weak,
  clocksAhead,
  newerDesks,
  gaps,
  provisional,
  unknownKinds,
];

/** Everything to be known of the exchange, the gravest first; empty when all is shared. */
export function shareConcerns(share: ShareView, today: Day): readonly ShareConcern[] {
  return CONCERNS.flatMap((concern) => concern(share, today) ?? []);
}
