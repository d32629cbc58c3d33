import type { ShareState } from '#shared/journal/shareState.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Opened, Space } from './sharedLog.ts';

/** Who writes what the app does by itself. */
export const APP_ACTOR = 'app';
/** Format of the shared place this app reads and writes. */
export const FORMAT = 1;

/** Where this desk stands with the shared place. */
export type ShareStatus = Pick<ShareState, 'state' | 'location' | 'problem' | 'isWeak'>;

const PROBLEMS = {
  unfounded: {
    code: 'share-unfounded',
    what: 'Nella cartella condivisa non c’è ancora un registro.',
    why: 'Quello che fai resta salvato su questo computer.',
    remedy: 'Se è la cartella giusta e questa è la prima postazione, crea il registro; se no scegli un’altra cartella.',
  },
  unconfirmed: {
    code: 'share-unconfirmed',
    what: 'Nella cartella c’è già un registro: prima di entrarci serve la conferma di una persona.',
    why: 'Finché nessuno conferma, da qui non esce e non entra niente.',
    remedy: 'Guarda chi l’ha creato, poi conferma che è il vostro o scegli un’altra cartella.',
  },
  lost: {
    code: 'share-lost',
    what: 'Nella cartella condivisa non trovo più il registro.',
    why: 'Non è andato perso niente: è salvato sulle postazioni.',
    remedy:
      'Se la cartella è quella giusta, rimetti il registro: ogni postazione ripubblica il suo. Se no, sceglila di nuovo.',
  },
  illegible: {
    code: 'share-illegible',
    what: 'Il contrassegno del registro condiviso non si legge.',
    why: 'Non ho toccato niente.',
    remedy: 'Fai controllare all’assistenza il file «formato.json» della cartella condivisa, poi riprova.',
  },
  otherSpace: {
    code: 'share-other-space',
    what: 'La cartella condivisa contiene un altro registro, non quello di questa postazione.',
    why: 'Non ho mescolato niente.',
    remedy: 'Scegli di nuovo la cartella del vostro registro, oppure chiedi all’assistenza.',
  },
  otherFounder: {
    code: 'share-other-founder',
    what: 'Il contrassegno della cartella condivisa è stato cambiato: dice di essere il vostro registro, ma è di un’altra postazione.',
    why: 'Può averlo fatto chi può scrivere nella cartella. Qui non è cambiato niente, e non ho letto niente di suo.',
    remedy: 'Non accettare postazioni. Chiama l’assistenza: va rimesso il file «formato.json» di prima.',
  },
  newer: {
    code: 'share-newer',
    what: 'Il registro condiviso è stato aggiornato da una versione più nuova dell’app.',
    why: 'Qui tutto resta salvato.',
    remedy: 'Aggiorna l’app su questa postazione: lo scambio riprende da solo.',
  },
  stuck: {
    code: 'share-stuck',
    what: 'Un problema interno di questa postazione ferma lo scambio.',
    why: 'Quello che fai resta salvato su questo computer, e l’app continua a provare.',
    remedy:
      'Chiudi e riapri l’app. Se resta così, chiama l’assistenza: intanto gli altri non vedono il lavoro fatto qui.',
  },
  readOnly: {
    code: 'share-read-only',
    what: 'La cartella condivisa si può solo leggere.',
    why: 'Vedi il lavoro degli altri, il tuo aspetta qui.',
    remedy: 'Chiedi all’assistenza il permesso di scrivere nella cartella condivisa.',
  },
} as const satisfies Record<string, Problem>;

/** How this desk stands when nothing it writes gets out: for the first problem that was met, or for a bug of the app. */
export const stuckBy = (status: ShareStatus): ShareStatus => ({
  ...status,
  state: 'stuck',
  problem: status.problem ?? PROBLEMS.stuck,
});

/**
 * What opening the shared place means for this desk, which belongs to the register `bound` or to none yet; `mayJoin` says
 * whether it may enter this one without a person's word.
 */
export function shareStatusOf(
  opened: Opened,
  bound: Space | undefined,
  mayJoin: (space: Space) => boolean,
): ShareStatus {
  const base = { location: opened.location, isWeak: false };
  if (opened.state === 'unfounded') {
    return { ...base, state: 'unfounded', problem: bound ? PROBLEMS.lost : PROBLEMS.unfounded };
  }
  if (opened.state === 'illegible') return { ...base, state: 'illegible', problem: PROBLEMS.illegible };
  if (opened.space.format > FORMAT) return { ...base, state: 'newer', problem: PROBLEMS.newer };
  if (bound && bound.id !== opened.space.id) return { ...base, state: 'other-space', problem: PROBLEMS.otherSpace };
  const { founder } = opened.space;
  if (bound && (bound.founder.dev !== founder.dev || bound.founder.key !== founder.key)) {
    return { ...base, state: 'other-space', problem: PROBLEMS.otherFounder };
  }
  if (!bound && !mayJoin(opened.space)) return { ...base, state: 'unconfirmed', problem: PROBLEMS.unconfirmed };
  if (opened.quality === 'read-only') return { ...base, state: 'read-only', problem: PROBLEMS.readOnly };
  return { ...base, state: 'connected', problem: null, isWeak: opened.quality === 'weak-exclusive' };
}
