import {
  hitsOf,
  LETTER,
  likeCase,
  rewrite,
  WORD_END,
  WORD_START,
  wholeWords,
} from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';
import { ACUTE_ENDINGS, missingAccents, withAccent } from './accentWords.ts';

/** O01. */
export const wrongAccent: Rule = {
  id: 'O01',
  title: 'Accento sbagliato: perché, poiché, né',
  severity: 'errore',
  why: 'Queste parole finiscono con l’accento acuto.',
  source: 'Accademia della Crusca',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, wholeWords(ACUTE_ENDINGS), (match, from, to) => {
      const right = match[0].replace(/è$/, 'é').replace(/È$/, 'É');
      return rewrite(from, to, right, `Si scrive «${right}», con l’accento acuto.`);
    }),
  examples: {
    bad: ['Portate i sacchi perchè il ritiro è alle 6.', 'Nè auto nè moto.'],
    good: ['Portate i sacchi perché il ritiro è alle 6.', 'Cioè il caffè è aperto.'],
  },
};

/** O02. */
export const capitalE: Rule = {
  id: 'O02',
  title: 'E’ al posto di È',
  severity: 'errore',
  why: 'La maiuscola accentata esiste: È.',
  source: 'Accademia della Crusca',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, /(?<![\p{L}\d])E['’`´](?=\s|$)/gu, (_, from, to) =>
      rewrite(from, to, 'È', 'Scrivi la maiuscola accentata È.'),
    ),
  examples: { bad: ["E' vietata la sosta."], good: ['È vietata la sosta.'] },
};

const APOSTROPHE_ENDING = new RegExp(`${WORD_START}([${LETTER}]+)['’\`´](?=[\\s.,;:!?)*_~]|$)`, 'g');

/** O03. */
export const apostropheAccent: Rule = {
  id: 'O03',
  title: 'Apostrofo al posto dell’accento',
  severity: 'errore',
  why: 'L’apostrofo al posto dell’accento è un errore e i lettori di schermo leggono male la parola.',
  source: 'Accademia della Crusca',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, APOSTROPHE_ENDING, (match, from, to) => {
      const word = match[1] ?? '';
      const right = word === 'E' ? undefined : /[àèéìòù]$/i.test(word) ? word : withAccent(word);
      if (right === undefined) return undefined;
      return rewrite(from, to, likeCase(right, word), `Si scrive «${likeCase(right, word)}».`);
    }),
  examples: {
    bad: ["La citta' e' in festa.", "NOVITA' per le famiglie", "Perché' piove."],
    good: ['La città è in festa.', 'Un po’ di pioggia.', 'Il parco dell’Adige'],
  },
};

const MISSING = new RegExp(`${WORD_START}(?:${missingAccents})${WORD_END}(?!['’\`´])`, 'gi');

/** O05. */
export const missingAccent: Rule = {
  id: 'O05',
  title: 'Accento mancante: lunedi, piu, puo',
  severity: 'errore',
  why: 'L’accento fa parte della parola.',
  source: 'Accademia della Crusca',
  safeFix: true,
  check: ({ masked }) =>
    hitsOf(masked, MISSING, (match, from, to) => {
      const right = likeCase(withAccent(match[0]) ?? match[0], match[0]);
      return rewrite(from, to, right, `Manca l’accento: si scrive «${right}».`);
    }),
  examples: { bad: ['Lunedi la scuola è chiusa.', 'Si puo iscrivere.'], good: ['Lunedì la scuola è chiusa.'] },
};
