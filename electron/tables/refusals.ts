import type { Problem } from '#shared/kernel/problem.ts';

const SAVE_AS = 'Aprilo con il programma con cui è stato fatto, salvalo come XLSX o CSV e scegli il file nuovo.';

/** Why a file is not read as a table. `readTable` says before it which file it was. */
export const REFUSALS = {
  unreadable: {
    code: 'table-unreadable',
    what: 'Il file è rovinato o non è un foglio di calcolo: non riesco a leggerlo.',
    remedy: SAVE_AS,
  },
  tooBig: {
    code: 'table-too-big',
    what: 'Il file è troppo grande per essere un registro o un rendiconto: non l’ho aperto.',
    remedy: 'Lascia nel file il solo foglio che serve e riprova.',
  },
  pdf: {
    code: 'table-is-pdf',
    what: 'Il file è un PDF: le sue righe non si leggono con certezza.',
    remedy: 'Chiedi lo stesso elenco in formato XLSX o CSV.',
  },
  page: {
    code: 'table-is-page',
    what: 'Il file è una pagina, non un foglio di calcolo, anche se ne porta il nome.',
    remedy: SAVE_AS,
  },
  empty: {
    code: 'table-empty',
    what: 'Il file non contiene righe.',
    remedy: 'Chiedi di nuovo il file a chi lo ha mandato.',
  },
  locked: {
    code: 'table-locked',
    what: 'Il file è protetto da una password.',
    remedy: 'Salvalo senza password e scegli il file nuovo.',
  },
} as const satisfies Record<string, Problem>;
