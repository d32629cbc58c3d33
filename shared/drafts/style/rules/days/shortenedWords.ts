import { flag, hitsOf, likeCase, rewrite } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { MONTHS, WEEKDAYS } from '#shared/kernel/day.ts';

const SHORT_MONTH = /(?<=\d{1,2}[°º]?\s+)(gen|febb?|mar|apr|mag|giu|lug|ago|sett?|ott|nov|dic)(?:\.|(?!\p{L}))/giu;
const SHORT_MONTHS: readonly string[] = MONTHS.map((month) => month.slice(0, 3));
const MESSAGE = 'Scrivi la parola intera.';

/** D13. */
export const shortenedDay: Rule = {
  id: 'D13',
  title: 'Mese o giorno abbreviato',
  severity: 'suggerimento',
  why: 'Le parole intere si leggono meglio, anche ad alta voce.',
  source: 'Direttiva 8/5/2002 (poche abbreviazioni)',
  safeFix: false,
  check: ({ masked, dates }) => [
    ...dates.flatMap(({ weekday }) => {
      const written = weekday === null ? '' : masked.slice(weekday.from, weekday.to);
      if (weekday === null || !/^\p{L}{3}\.?$/u.test(written)) return [];
      return [rewrite(weekday.from, weekday.to, likeCase(WEEKDAYS[weekday.value] ?? '', written), MESSAGE)];
    }),
    ...hitsOf(masked, SHORT_MONTH, (match, from, to) =>
      rewrite(from, to, MONTHS[SHORT_MONTHS.indexOf((match[1] ?? '').slice(0, 3).toLowerCase())] ?? '', MESSAGE),
    ),
  ],
  examples: {
    bad: ['Incontro il 24 nov. in sala.', 'Aperto lun. 30 novembre.', 'Da lun 30/11 a ven 4/12.'],
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
