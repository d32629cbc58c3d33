import { maskAddresses } from './mask.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

const LETTERS = /[A-Za-zÀ-ÖØ-öø-ÿ0-9]/g;
/** Bands of the meter: hard below the first, easy from the second. */
const HARD_BELOW = 50;
const EASY_FROM = 70;

/** The Gulpease index of a text whose links and addresses are masked, with its sentences: see `gulpease`. */
export function gulpeaseOf(masked: string, sentences: readonly Sentence[]): number {
  const read = sentences.filter((sentence) => sentence.words > 0);
  const words = read.reduce((sum, sentence) => sum + sentence.words, 0);
  if (words === 0) return 100;
  const letters = masked.match(LETTERS)?.length ?? 0;
  return Math.max(0, Math.min(100, Math.round(89 + (300 * read.length - 10 * letters) / words)));
}

/**
 * Readability from 0 to 100 by the Gulpease index, `89 + (300 × sentences − 10 × letters) / words` (GULP, 1988).
 * Links and addresses do not count; a new line ends a sentence; an empty text is 100.
 */
export function gulpease(text: string): number {
  const { masked } = maskAddresses(text);
  return gulpeaseOf(masked, sentencesOf(masked));
}

/** How the meter calls an index: it says a word beside the number, never a colour alone (L4). */
export function readability(index: number): 'facile' | 'media' | 'difficile' {
  if (index >= EASY_FROM) return 'facile';
  return index < HARD_BELOW ? 'difficile' : 'media';
}
