import { type Hit, writeFix } from './rule.ts';

/** Latin letters with accents, for character classes: `\w` and `\b` know only ASCII. */
export const LETTER = 'A-Za-zÀ-ÖØ-öø-ÿ';
export const WORD_START = `(?<![${LETTER}0-9])`;
export const WORD_END = `(?![${LETTER}0-9])`;

/** A pattern whose matches are whole words, upper and lower case alike. */
export const wholeWords = (source: string): RegExp => new RegExp(`${WORD_START}(?:${source})${WORD_END}`, 'gi');

/** One hit for each match of `pattern`; `make` may answer `undefined` to let a match pass. */
export function hitsOf(
  text: string,
  pattern: RegExp,
  make: (match: RegExpMatchArray, from: number, to: number) => Hit | undefined,
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const match of text.matchAll(pattern)) {
    const from = match.index ?? 0;
    const hit = make(match, from, from + match[0].length);
    if (hit !== undefined) hits.push(hit);
  }
  return hits;
}

/** One hit for each match, with one message and no fix. */
export const flag = (text: string, pattern: RegExp, message: string): readonly Hit[] =>
  hitsOf(text, pattern, (_, from, to) => ({ from, to, message }));

/** `word` with the capital letters of `model`: all of them, the first, or none. */
export function likeCase(word: string, model: string): string {
  const letters = model.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(model) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

/** A hit on `[from, to)` whose fix writes `text` there. */
export const rewrite = (from: number, to: number, text: string, message: string): Hit => ({
  from,
  to,
  message,
  fixes: [writeFix(from, to, text)],
});
