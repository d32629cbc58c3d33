/** «Prima di cominciare» in words: what each row is called, what stops without it, what its button says. */

import { plural } from '#shared/kernel/text.ts';
import type { Beginning, BeginningId } from '#shared/service/beginnings.ts';

export interface BeginningWords {
  readonly title: string;
  /** What stops working without it. */
  readonly without: string;
  /** The button that opens its field. */
  readonly action: string;
}

export const BEGINNING_WORDS: Readonly<Record<BeginningId, BeginningWords>> = {
  register: {
    title: 'Registro condiviso',
    without: 'Senza, questa postazione lavora da sola. Se un collega ha già cominciato, il resto arriva da lì.',
    action: 'Scegli la cartella…',
  },
  person: {
    title: 'Chi siede qui',
    without: 'Senza, nessun atto si può registrare.',
    action: 'Di’ chi sei…',
  },
  head: {
    title: 'Capo settore',
    without: 'Senza capo settore nessun testo può essere approvato.',
    action: 'Indica chi è…',
  },
  mailbox: {
    title: 'Casella',
    without: 'Senza casella le richieste si scrivono o si trascinano a mano.',
    action: 'Collega…',
  },
  addresses: {
    title: 'Ditta e sindaco',
    without: 'Senza i due indirizzi la via alternativa non parte.',
    action: 'Scrivili…',
  },
  town: {
    title: 'Dati del Comune da confermare',
    without: 'Uffici, chi può chiedere, orari, siti, contratto e prezzo: decidono scadenze e controlli.',
    action: 'Guardali…',
  },
};

/** A row that waits for a person. */
export type Lacking = Extract<Beginning, { readonly lack: string }>;
export type Done = Extract<Beginning, { readonly state: 'done' }>;

export const isLacking = (row: Beginning): row is Lacking => 'lack' in row;
export const isDone = (row: Beginning): row is Done => row.state === 'done';

/** `Prima di cominciare: 2 cose fatte su 6.`; `undefined` when nothing waits but what was skipped. */
export function sayBeginnings(rows: readonly Beginning[]): string | undefined {
  if (!rows.some((row) => isLacking(row) && row.state !== 'skipped')) return undefined;
  return `Prima di cominciare: ${plural(rows.filter(isDone).length, 'cosa fatta', 'cose fatte')} su ${rows.length}. Puoi già scrivere una richiesta.`;
}

/** What the chip of a row says: skipped is amber and stays so until it is done. */
export const sayLack = ({ state, lack }: Lacking): string =>
  state === 'skipped' ? `${lack}: saltato, resta da fare` : lack;
