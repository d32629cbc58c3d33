import type { ShareState } from '#shared/journal/shareState.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Opened, Space } from './sharedLog.ts';

/** Who writes what the app does by itself. */
export const APP_ACTOR = 'app';
/** Format of the shared place this app reads and writes. */
export const FORMAT = 1;

/** Where this desk stands with the shared place. */
export type Standing = Pick<ShareState, 'state' | 'place' | 'problem' | 'isWeak'>;

const PROBLEMS = {
  unfounded: {
    code: 'share-unfounded',
    message: 'Nella cartella condivisa non c’è ancora un registro. Quello che fai resta salvato su questo computer.',
    remedy: 'Se è la cartella giusta e questa è la prima postazione, crea il registro; se no scegli un’altra cartella.',
  },
  lost: {
    code: 'share-lost',
    message:
      'Nella cartella condivisa non trovo più il registro. Non è andato perso niente: è salvato sulle postazioni.',
    remedy:
      'Se la cartella è quella giusta, rimetti il registro: ogni postazione ripubblica il suo. Se no, sceglila di nuovo.',
  },
  illegible: {
    code: 'share-illegible',
    message: 'Il contrassegno del registro condiviso non si legge. Non ho toccato niente.',
    remedy: 'Fai controllare all’assistenza il file «formato.json» della cartella condivisa, poi riprova.',
  },
  otherSpace: {
    code: 'share-other-space',
    message:
      'La cartella condivisa contiene un altro registro, non quello di questa postazione. Non ho mescolato niente.',
    remedy: 'Scegli di nuovo la cartella del vostro registro, oppure chiedi all’assistenza.',
  },
  newer: {
    code: 'share-newer',
    message: 'Il registro condiviso è stato aggiornato da una versione più nuova dell’app. Qui tutto resta salvato.',
    remedy: 'Aggiorna l’app su questa postazione: lo scambio riprende da solo.',
  },
  readOnly: {
    code: 'share-read-only',
    message: 'La cartella condivisa si può solo leggere. Vedi il lavoro degli altri, il tuo aspetta qui.',
    remedy: 'Chiedi all’assistenza il permesso di scrivere nella cartella condivisa.',
  },
} as const satisfies Record<string, Problem>;

/** What opening the shared place means for this desk, which belongs to the register `bound` or to none yet. */
export function standingOf(opened: Opened, bound: Space | undefined): Standing {
  const base = { place: opened.place, isWeak: false };
  if (opened.state === 'unfounded') {
    return { ...base, state: 'unfounded', problem: bound ? PROBLEMS.lost : PROBLEMS.unfounded };
  }
  if (opened.state === 'illegible') return { ...base, state: 'illegible', problem: PROBLEMS.illegible };
  if (opened.space.format > FORMAT) return { ...base, state: 'newer', problem: PROBLEMS.newer };
  if (bound && bound.id !== opened.space.id) return { ...base, state: 'other-space', problem: PROBLEMS.otherSpace };
  if (opened.quality === 'read-only') return { ...base, state: 'read-only', problem: PROBLEMS.readOnly };
  return { ...base, state: 'connected', problem: null, isWeak: opened.quality === 'weak-exclusive' };
}
