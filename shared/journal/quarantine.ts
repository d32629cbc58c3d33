import { z } from 'zod';

/** Why a file of the shared place was set aside. Nothing stops the rest, nothing is deleted. */
const QUARANTINE_REASONS = [
  'foreign',
  'torn',
  'broken',
  'unsigned',
  'bad-signature',
  'unknown-desk',
  'newer',
  'too-big',
] as const;
export const quarantineReasonSchema = z.enum(QUARANTINE_REASONS);
export type QuarantineReason = z.infer<typeof quarantineReasonSchema>;

interface Words {
  readonly what: string;
  readonly remedy: string;
}

const WORDS: Readonly<Record<QuarantineReason, Words>> = {
  foreign: {
    what: 'Non è un file del registro: può essere una copia in conflitto o un file di sistema.',
    remedy: 'Non disturba. Se non serve a nessuno, l’assistenza può toglierlo.',
  },
  torn: {
    what: 'Il file è rovinato o non è ancora arrivato tutto.',
    remedy: 'Resta da parte: la postazione che l’ha scritto lo ripubblica da sola appena vede la cartella.',
  },
  broken: {
    what: 'Nel file ci sono righe che questa app non riesce a leggere, o che non tornano con la catena del registro.',
    remedy: 'Resta da parte. Fai sapere all’assistenza il nome del file e della postazione.',
  },
  unsigned: {
    what: 'Il file non è firmato da nessuna postazione.',
    remedy: 'Resta da parte. Chiedi a chi gestisce la cartella da dove viene.',
  },
  'bad-signature': {
    what: 'La firma non corrisponde: il file è stato cambiato dopo la pubblicazione.',
    remedy: 'Resta da parte. Fai sapere all’assistenza il nome del file.',
  },
  'unknown-desk': {
    what: 'Viene da una postazione sconosciuta, che nessuno ha ancora accettato.',
    remedy: 'Se la conosci, accettala: quello che ha scritto entra subito nel registro.',
  },
  newer: {
    what: 'È stato scritto da una versione più nuova dell’app.',
    remedy: 'Aggiorna l’app su questa postazione: il file viene letto da solo.',
  },
  'too-big': {
    what: 'Il file è troppo grande per essere del registro.',
    remedy: 'Resta da parte, non viene aperto. Fai sapere all’assistenza il nome del file.',
  },
};

/** What happened to a file that was set aside, and what to do. */
export function sayQuarantine(reason: QuarantineReason): Words {
  return WORDS[reason];
}
