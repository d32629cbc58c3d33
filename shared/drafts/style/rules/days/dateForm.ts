import { existsInSomeYear, type WrittenDate } from '#shared/drafts/style/engine/dates.ts';
import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { MONTHS, WEEKDAYS } from '#shared/kernel/day.ts';

/** D03. */
export const impossibleDate: Rule = {
  id: 'D03',
  title: 'Data inesistente',
  severity: 'errore',
  why: 'Il calendario non ha questo giorno.',
  source: 'Calendario',
  safeFix: false,
  check: ({ text, dates }) =>
    dates
      .filter((written) => written.day === undefined && (written.complete || existsInSomeYear(written)))
      .map(({ dateFrom, to }) => ({
        from: dateFrom,
        to,
        message: `Il ${text.slice(dateFrom, to)} non esiste: controlla il giorno.`,
      })),
  examples: {
    bad: ['Il servizio riprende il 31 novembre 2026.', 'Scade il 30/02/2027.', 'Chiuso il 29 febbraio 2027.'],
    good: ['Il servizio riprende il 30 novembre 2026.', 'Chiuso il 29 febbraio 2028.'],
  },
};

const PROTOCOL = /(?:(?<!\p{L})n\.|prot\.?|protocollo)\s*\S*\s*$/iu;

const inWords = ({ date, month, year }: WrittenDate): string =>
  [date === 1 ? '1°' : date, MONTHS[month - 1], year].filter((part) => part !== null).join(' ');

/** D04. */
export const numericDate: Rule = {
  id: 'D04',
  title: 'Data in cifre',
  severity: 'avviso',
  why: 'Con il mese in lettere la data si legge senza sbagliare.',
  source: 'AgID, Guida al linguaggio della PA, Numeri e date',
  safeFix: false,
  check: ({ text, dates }) =>
    dates
      .filter(
        ({ style, day, from }) =>
          style === 'figures' && day !== undefined && !PROTOCOL.test(text.slice(Math.max(0, from - 20), from)),
      )
      .map((written) => rewrite(written.dateFrom, written.to, inWords(written), 'Scrivi il mese in lettere.')),
  examples: {
    bad: ['La domanda scade il 30/11/2026.', 'Chiuso lunedì 30/11.'],
    good: ['La domanda scade il 30 novembre 2026.', 'Prot. 123 del 2026, per bambini di 5/6 anni.'],
  },
};

const CAPITALISED = new RegExp(
  `(?<!\\p{L})(?:${[...WEEKDAYS, ...MONTHS].map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('|')}|Lunedi|Martedi|Mercoledi|Giovedi|Venerdi)(?!\\p{L})`,
  'gu',
);
/** Within its line: a new line may be a new sentence, as after a title without a stop. */
const SENTENCE_GOES_ON = /[^\n.!?:*_~•\-–\s"“«(>][^\S\n]+$/u;
const PLACE_NAME =
  /(?:via|viale|vicolo|piazza|piazzale|largo|corso|parco|scuola|santa|san|xx|xxv|iv|vecchio|\d{1,2})\s+(?:\S+\s)?$/iu;
const DATED_PLACE = /(?:via|viale|piazza|piazzale|largo|corso)\s+(?:\S+\s)?$/iu;

/** D05. */
export const capitalisedDay: Rule = {
  id: 'D05',
  title: 'Giorni e mesi con l’iniziale maiuscola',
  severity: 'avviso',
  why: 'In italiano giorni e mesi si scrivono con la minuscola.',
  source: 'AgID, Guida al linguaggio della PA, Numeri e date',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, CAPITALISED, (match, from, to) => {
      const before = masked.slice(Math.max(0, from - 24), from);
      const afterNumber = /\d\s+$/.test(before);
      if (!SENTENCE_GOES_ON.test(before) || (afterNumber ? DATED_PLACE : PLACE_NAME).test(before)) return undefined;
      return rewrite(from, to, match[0].toLowerCase(), 'Scrivilo con la minuscola.');
    }),
  examples: {
    bad: ['Il mercato di Sabato 28 Novembre è sospeso.'],
    good: [
      'Il mercato di sabato 28 novembre è sospeso.',
      'Sabato il mercato è sospeso.',
      'Ritrovo in piazza XXV Aprile.',
      'Saldo dell’Imu\nMercoledì 16 dicembre scade il saldo.',
    ],
  },
};

/** D12. */
export const firstOfMonth: Rule = {
  id: 'D12',
  title: 'Primo del mese: 1°',
  severity: 'suggerimento',
  why: 'Il primo del mese si legge «primo».',
  source: 'Uso italiano; AgID ammette 01',
  safeFix: false,
  check: ({ masked, dates }) =>
    dates
      .filter(({ style, date, complete }) => style === 'words' && date === 1 && complete)
      .flatMap(({ dateFrom }) => {
        const written = /^0?1(?![°º\d])/.exec(masked.slice(dateFrom, dateFrom + 3))?.[0];
        return written === undefined ? [] : [rewrite(dateFrom, dateFrom + written.length, '1°', 'Scrivi 1°.')];
      }),
  examples: {
    bad: ['Dal 1 dicembre cambia l’orario.', 'Il 01 marzo si vota.'],
    good: ['Dal 1° dicembre cambia l’orario.'],
  },
};
