import { hitsOf, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import { type Rule, replaceFix } from '#shared/drafts/style/engine/rule.ts';

/** A time with minutes; not a date of figures, a price, a percentage or a piece of a longer number. */
const TIME =
  /(?<![\d€.,:/+-])(?<!€ )([01]?\d|2[0-4])([.:,h])([0-5]\d)(?![\d%.,:/-]*\d)(?!\s*(?:€|euro|km|metri|mila|%))/gi;
const BEFORE_COMMA = /(?:ore|alle|dalle|-|–|h)\s*$/i;
const AFTER_DAY =
  /(?<!\p{L})(?:il|dal|al|del|versione|art\.|luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica)\s*$/iu;

/** D06. */
export const timeFormat: Rule = {
  id: 'D06',
  title: 'Formato dell’ora diverso dalla scelta dell’ente',
  severity: 'avviso',
  why: 'Un solo modo di scrivere le ore si legge più in fretta.',
  source: 'Scelta dell’ente; AgID, Guida al linguaggio della PA, Numeri e date (23:59)',
  parameters: ['timeSeparator'],
  safeFix: false,
  check: ({ masked, parameters: { timeSeparator } }) =>
    hitsOf(masked, TIME, (match, from, to) => {
      const [, hours = '', mark, minutes = ''] = match;
      const before = masked.slice(Math.max(0, from - 12), from);
      if (mark === timeSeparator || (mark === ',' && !BEFORE_COMMA.test(before)) || AFTER_DAY.test(before))
        return undefined;
      const right = `${Number(hours)}${timeSeparator}${minutes}`;
      return rewrite(from, to, right, `Scrivi l’ora come le altre: ${right}.`);
    }),
  examples: {
    bad: ['Incontro alle ore 20:30 in municipio.', 'Aperto dalle 8h30 alle 12.30.'],
    good: ['Incontro alle ore 20.30 in municipio.', 'Costa 12,50 euro; termine il 30.11.2026.'],
  },
};

/** D07. */
export const roundHour: Rule = {
  id: 'D07',
  title: 'Minuti superflui nell’ora tonda',
  severity: 'suggerimento',
  why: 'Meno cifre si leggono più in fretta.',
  source: 'Uso redazionale',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<![\d€.,:/])(?<!€ )(0?\d|1\d|2[0-4])[.:]00(?![\d.,]*\d)(?!\s*(?:€|euro))/gi,
      (match, from, to) => {
        const hour = String(Number(match[1]));
        return rewrite(from, to, hour, `L’ora è tonda: basta ${hour}.`);
      },
    ),
  examples: { bad: ['Aperto dalle 9.00 alle 12.30.'], good: ['Aperto dalle 9 alle 12.30.', 'Costa 9.00 euro.'] },
};

/** D08. */
export const hourRange: Rule = {
  id: 'D08',
  title: 'Intervallo di ore con il trattino',
  severity: 'suggerimento',
  why: 'I lettori di schermo non leggono il trattino; «dalle… alle…» si capisce anche ad alta voce.',
  source: 'AgID, Guida al linguaggio della PA, Accessibilità',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<![\d./-])(?:(?<before>ore|orario)\s+)?(\d{1,2}(?:[.:,]\d{2})?)\s?[-–]\s?(\d{1,2}[.:,]\d{2})(?![\d/])/gi,
      (match, from, to) =>
        rewrite(from, to, `dalle ${match[2]} alle ${match[3]}`, 'Scrivi l’intervallo con «dalle… alle…».'),
    ),
  examples: { bad: ['Sportello: 8.30 - 12.30.', 'Aperto ore 9-12.30.'], good: ['Sportello: dalle 8.30 alle 12.30.'] },
};

/** D09. */
export const impossibleTime: Rule = {
  id: 'D09',
  title: 'Ora impossibile',
  severity: 'errore',
  why: 'Nessuno può presentarsi a un’ora che non esiste.',
  source: 'Calendario',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /(?<=(?:ore|alle|dalle|fino alle)\s+)(?:(?:2[5-9]|[3-9]\d)(?:[.:]\d{2})?|\d{1,2}[.:][6-9]\d)(?![\d/]|\s*(?:euro|€|person|famigli))/gi,
      (match, from, to) => ({ from, to, message: `L’ora ${match[0]} non esiste: controlla.` }),
    ),
  examples: { bad: ['Chiusura alle ore 25.30.', 'Aperto dalle 9.75.'], good: ['Chiusura alle ore 23.30.'] },
};

const minutes = (hours: string | undefined, rest: string | undefined): number => Number(hours) * 60 + Number(rest ?? 0);
const SMALL_HOURS_END = 6 * 60;

/** D10. */
export const reversedRange: Rule = {
  id: 'D10',
  title: 'Intervallo di ore invertito',
  severity: 'avviso',
  why: 'Se la fine viene prima dell’inizio, una delle due ore è sbagliata.',
  source: 'Calendario',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(
      masked,
      /dalle (?:ore )?(\d{1,2})(?:[.:](\d{2}))? alle (?:ore )?(\d{1,2})(?:[.:](\d{2}))?/gi,
      (match, from, to) => {
        const start = minutes(match[1], match[2]);
        const end = minutes(match[3], match[4]);
        if (start < end || end <= SMALL_HOURS_END) return undefined;
        return { from, to, message: 'La fine viene prima dell’inizio: controlla le due ore.' };
      },
    ),
  examples: { bad: ['Aperto dalle 18 alle 9.'], good: ['Aperto dalle 9 alle 18.', 'Festa dalle 22 alle 2.'] },
};

/** D15. */
export const leadingZero: Rule = {
  id: 'D15',
  title: 'Zero davanti alla cifra',
  severity: 'suggerimento',
  why: 'Lo zero davanti serve nei moduli, non in un messaggio.',
  source: 'Uso redazionale',
  safeFix: false,
  check: ({ masked, dates }) => [
    ...dates.flatMap(({ dateFrom, style, date }) =>
      style === 'words' && date > 1 && masked.charAt(dateFrom) === '0'
        ? [
            {
              from: dateFrom,
              to: dateFrom + 1,
              message: 'Togli lo zero davanti al giorno.',
              fixes: [replaceFix('Togli lo zero', dateFrom, dateFrom + 1, '')],
            },
          ]
        : [],
    ),
    ...hitsOf(masked, /(?<=(?:ore|alle|dalle)\s)0(?=\d(?:[.:]\d{2}|(?![\d.,:/])))/gi, (_, from, to) => ({
      from,
      to,
      message: 'Togli lo zero davanti all’ora.',
      fixes: [replaceFix('Togli lo zero', from, to, '')],
    })),
  ],
  examples: {
    bad: ['Aperto dalle 09.30.', 'Incontro il 04 dicembre.'],
    good: ['Aperto dalle 9.30.', 'Incontro il 4 dicembre.'],
  },
};
