import { MONTHS, WEEKDAYS } from '#shared/kernel/day.ts';
import { flag, hitsOf } from './patterns.ts';
import { type Rule, writeFix } from './rule.ts';

const SHORT_WEEKDAY = 'lun|mar|mer|gio|ven|sab|dom';
const SHORT_MONTH = 'gen|febb?|mar|apr|mag|giu|lug|ago|sett?|ott|nov|dic';
const SHORTENED = new RegExp(
  `(?<!\\p{L})(?:(${SHORT_WEEKDAY})\\.(?=\\s*\\d)|(?<=\\d{1,2}[°º]?\\s+)(${SHORT_MONTH})(?:\\.|(?!\\p{L})))`,
  'giu',
);
const SHORT_WEEKDAYS: readonly string[] = WEEKDAYS.map((day) => day.slice(0, 3));
const SHORT_MONTHS: readonly string[] = MONTHS.map((month) => month.slice(0, 3));

function spelledOut(weekday: string | undefined, month: string | undefined): string {
  if (weekday !== undefined) return WEEKDAYS[SHORT_WEEKDAYS.indexOf(weekday.toLowerCase())] ?? weekday;
  return MONTHS[SHORT_MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase())] ?? '';
}

/** D13. */
export const shortenedDay: Rule = {
  id: 'D13',
  title: 'Mese o giorno abbreviato',
  severity: 'suggerimento',
  why: 'Le parole intere si leggono meglio, anche ad alta voce.',
  source: 'Direttiva 8/5/2002 (poche abbreviazioni)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, SHORTENED, (match, from, to) => {
      const word = spelledOut(match[1], match[2]);
      return { from, to, message: 'Scrivi la parola intera.', fixes: [writeFix(from, to, word)] };
    }),
  examples: {
    bad: ['Incontro il 24 nov. in sala.', 'Aperto lun. 30 novembre.'],
    good: ['Incontro il 24 novembre in sala.', 'Dal 1 al 5 per mar e monti.'],
  },
};

/** D14. */
export const officeTimeAbbreviation: Rule = {
  id: 'D14',
  title: 'Sigle d’ufficio per il tempo (p.v., c.m., u.s.)',
  severity: 'avviso',
  why: 'Fuori dagli uffici non si capiscono.',
  source: 'Direttiva 8/5/2002 (poche abbreviazioni)',
  safeFix: false,
  check: ({ masked }) =>
    flag(
      masked,
      /(?<!\p{L})(?:p\.\s?v\.|u\.\s?s\.|c\.\s?m\.|c\.\s?a\.)(?!\p{L})/giu,
      'Togli la sigla e scrivi la data completa.',
    ),
  examples: { bad: ['La riunione è lunedì 30 p.v. in sala.'], good: ['La riunione è lunedì 30 novembre in sala.'] },
};
