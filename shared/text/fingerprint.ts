import { foldText } from '#shared/kernel/text.ts';
import { replaceUrls } from './addresses.ts';

/** A text taken apart for comparing: its folded form and its runs of three letters, as sorted numbers. */
export interface Fingerprint {
  readonly folded: string;
  readonly trigrams: Float64Array;
}

/** A text cut short shares all its letters with the whole one, but never counts as much as an equal text. */
const PARTIAL_WEIGHT = 0.9;
/** Three UTF-16 units fit into the whole part of a number. */
const UNIT = 0x1_0000;

/** The fingerprint of a text: addresses, signs, emoji and capitals do not count. */
export function fingerprint(text: string): Fingerprint {
  const folded = foldText(replaceUrls(text));
  const padded = `  ${folded} `;
  const unit = (at: number): number => padded.charCodeAt(at);
  const trigrams = Float64Array.from({ length: folded === '' ? 0 : padded.length - 2 }, (_, at) => {
    return (unit(at) * UNIT + unit(at + 1)) * UNIT + unit(at + 2);
  });
  return { folded, trigrams: trigrams.sort() };
}

function countCommon(one: Float64Array, other: Float64Array): number {
  let [i, j, common] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const first = one[i] ?? 0;
    const second = other[j] ?? 0;
    if (first === second) common++;
    if (first <= second) i++;
    if (first >= second) j++;
  }
  return common;
}

/**
 * Likeness of two texts from 0 to 1: the larger of the Dice coefficient of their trigrams and 0.9 × their overlap, so
 * that a text cut short is still recognised. 1 for equal folded texts; 0 when either has no letters.
 */
export function likeness(one: Fingerprint, other: Fingerprint): number {
  if (one.trigrams.length === 0 || other.trigrams.length === 0) return 0;
  if (one.folded === other.folded) return 1;
  const common = countCommon(one.trigrams, other.trigrams);
  const dice = (2 * common) / (one.trigrams.length + other.trigrams.length);
  const overlap = common / Math.min(one.trigrams.length, other.trigrams.length);
  return Math.max(dice, PARTIAL_WEIGHT * overlap);
}
