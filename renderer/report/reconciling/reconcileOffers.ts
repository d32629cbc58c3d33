/** The decisions a person can take about a compared row (P51). Pure. */
import { capitalised } from '#renderer/ui/moments.ts';
import type { ReconcileRow } from './reconcileLists.ts';
import type { Outcome } from './reconcileWords.ts';

/** A decision a person can take about a row (P51): what the button and its question say. */
export interface DecisionOffer {
  readonly outcome: Outcome;
  readonly label: string;
  /** The key while the focus is in the lists. */
  readonly keys: string;
  readonly title: string;
  readonly explanation: string;
  readonly action: string;
  /** What the note begins with. */
  readonly initial: string;
}

/** The decisions that make sense for a row. */
export function offersFor(row: ReconcileRow): readonly DecisionOffer[] {
  if (!row.about) return [];
  const billed = row.statement !== null && row.register === null;
  const repeated = row.repeats === null ? '' : `${capitalised(row.repeats)}.`;
  const accept: DecisionOffer = {
    outcome: 'accepted',
    label: 'Accetta, perché…',
    keys: '1',
    title: 'Accetta',
    explanation: billed
      ? 'La riga entra nel conto da pagare. Il motivo resta scritto nella relazione.'
      : 'La differenza resta scritta nella relazione, con il motivo.',
    action: 'Accetta',
    initial: '',
  };
  const contest: DecisionOffer = {
    outcome: 'contested',
    label: row.repeats === null ? 'Contesta…' : 'Contesta come doppio…',
    keys: '2',
    title: 'Contesta',
    explanation: billed
      ? 'La riga non entra nel conto da pagare ed entra nella lettera di contestazione.'
      : 'La differenza entra nella relazione come contestata.',
    action: 'Contesta',
    initial: billed ? repeated || 'Non risulta nel registro.' : repeated,
  };
  const add: DecisionOffer = {
    outcome: 'added to the register',
    label: 'Aggiungi al registro…',
    keys: '3',
    title: 'Aggiungi al registro',
    explanation:
      'L’avviso è stato inviato ma mancava nel registro. Prende il prossimo numero dell’anno, con giorno, ora, testo e destinatari del rendiconto; resta scritto chi lo ha aggiunto e perché. Una riga del registro non si cancella.',
    action: 'Aggiungi al registro',
    initial: '',
  };
  return billed ? [accept, contest, add] : [accept, contest];
}
