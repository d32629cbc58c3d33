import { hitsOf } from '#shared/drafts/style/engine/patterns.ts';
import type { Rule } from '#shared/drafts/style/engine/rule.ts';

/** Values of the characters in odd places of an Italian tax code, `0`–`9` then `A`–`Z` (DM 23/12/1976). */
const ODD_DIGITS = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
const ODD = [...ODD_DIGITS, ...ODD_DIGITS, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const DIGITS = '0123456789';
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FISCAL_CODE =
  /(?<![A-Z0-9])[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z](?![A-Z0-9])/gi;
const IBAN = /(?<![A-Z0-9])IT\d{2}\s?[A-Z]\s?(?:\d\s?){10}(?:[A-Z0-9]\s?){11}[A-Z0-9](?![A-Z0-9])/gi;

/** Whether the last letter of a 16-character tax code agrees with the others. */
function isFiscalCode(code: string): boolean {
  const upper = code.toUpperCase();
  let sum = 0;
  for (const [index, character] of [...upper.slice(0, 15)].entries()) {
    const digit = DIGITS.indexOf(character);
    const letter = ALPHABET.indexOf(character);
    sum += index % 2 === 0 ? (ODD[digit >= 0 ? digit : letter + 10] ?? 0) : digit >= 0 ? digit : letter;
  }
  return ALPHABET.charAt(sum % 26) === upper.charAt(15);
}

/** Whether the check digits of an Italian IBAN agree (ISO 13616, modulo 97). */
function isIban(iban: string): boolean {
  const compact = iban.replace(/\s/g, '').toUpperCase();
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = ALPHABET.includes(character) ? String(ALPHABET.indexOf(character) + 10) : character;
    for (const digit of value) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

/** P01. */
export const fiscalCode: Rule = {
  id: 'P01',
  title: 'Codice fiscale nel testo',
  severity: 'errore',
  why: 'Il codice fiscale identifica una persona: in un avviso pubblico non serve.',
  source: 'GDPR, art. 5 (minimizzazione)',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, FISCAL_CODE, (match, from, to) =>
      isFiscalCode(match[0]) ? { from, to, message: 'Togli il codice fiscale.' } : undefined,
    ),
  examples: {
    bad: ['Assegnato a RSSMRA85T10A562S.'],
    good: ['Assegnato alla pratica 1234.', 'Codice RSSMRA85T10A562X.'],
  },
};

/** P02. */
export const iban: Rule = {
  id: 'P02',
  title: 'IBAN nel testo',
  severity: 'errore',
  why: 'Chi imita gli avvisi del Comune chiede bonifici: i pagamenti passano dal sito e da pagoPA.',
  source: 'Sicurezza; pagoPA',
  safeFix: false,
  check: ({ masked }) =>
    hitsOf(masked, IBAN, (match, from, to) =>
      isIban(match[0]) ? { from, to, message: 'Togli l’IBAN e rimanda a pagoPA sul sito.' } : undefined,
    ),
  examples: {
    bad: ['Versa su IT60X0542811101000000123456 entro lunedì.'],
    good: ['Paga con pagoPA entro lunedì.'],
  },
};
