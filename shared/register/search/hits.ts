/** Marks in a text what the search found in it: by the words of the tokenizer `unicode61` of FTS5, accents removed. */
import { foldLetters } from '#shared/kernel/text.ts';
import type { SearchTerm } from './search.ts';

/** A piece of a text, and whether the search found it. */
export interface HitPiece {
  readonly text: string;
  readonly hit: boolean;
}

/** A word of a text: its folded letters, each with the place of the character it comes from. */
interface Word {
  readonly letters: string;
  readonly from: readonly number[];
  readonly end: number;
}

const LETTER = /[\p{L}\p{N}\p{Co}]/u;

function wordsOf(text: string): readonly Word[] {
  const words: { letters: string; from: number[]; end: number }[] = [];
  let open: (typeof words)[number] | undefined;
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const letters = foldLetters(character);
    if (letters === '' && open) open.end = end;
    for (const letter of letters) {
      if (!LETTER.test(letter)) {
        open = undefined;
        continue;
      }
      if (!open) {
        open = { letters: '', from: [], end };
        words.push(open);
      }
      for (let unit = 0; unit < letter.length; unit++) open.from.push(at);
      open.letters += letter;
      open.end = end;
    }
    at = end;
  }
  return words;
}

/** Where the `term` ends when it begins at the word `start`, or undefined when it does not stand there. */
function endOf(term: SearchTerm, words: readonly Word[], start: number): number | undefined {
  const last = term.words.length - 1;
  for (const [step, wanted] of term.words.entries()) {
    const letters = words[start + step]?.letters;
    const fits = step === last && term.open ? letters?.startsWith(wanted) : letters === wanted;
    if (!fits) return undefined;
  }
  const word = words[start + last];
  return word?.from[term.words[last]?.length ?? 0] ?? word?.end;
}

/** The places in `text` where a term stands, from its first character to after its last. */
function rangesOf(text: string, terms: readonly SearchTerm[]): readonly (readonly [from: number, to: number])[] {
  const words = wordsOf(text);
  return terms.flatMap((term) =>
    words.flatMap((word, start) => {
      const to = endOf(term, words, start);
      return to === undefined ? [] : [[word.from[0] ?? 0, to] as const];
    }),
  );
}

/** Cuts `text` where the `terms` of a search begin and end. The pieces together are the text. */
export function hitPieces(text: string, terms: readonly SearchTerm[]): readonly HitPiece[] {
  if (terms.length === 0) return [{ text, hit: false }];
  const ranges = rangesOf(text, terms).toSorted(([one], [other]) => one - other);
  const pieces: HitPiece[] = [];
  let done = 0;
  const put = (to: number, hit: boolean) => {
    const last = pieces.at(-1);
    if (to <= done) return;
    const piece = text.slice(done, to);
    if (last?.hit === hit) pieces[pieces.length - 1] = { text: last.text + piece, hit };
    else pieces.push({ text: piece, hit });
    done = to;
  };
  for (const [from, to] of ranges) {
    put(from, false);
    put(to, true);
  }
  put(text.length, false);
  return pieces;
}

/** Whether the search finds something in `text`. */
export const hasHit = (text: string, terms: readonly SearchTerm[]): boolean => rangesOf(text, terms).length > 0;
