/** Type-ahead: the letters typed one after the other in a list, and the place they lead to. */
import { foldText } from '#shared/kernel/text.ts';

/** Letters that follow each other within this time are one word. */
const TYPING_MILLISECONDS = 700;

/** What was typed so far, and when the last letter was, in milliseconds of one clock. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}
export const NOTHING_TYPED: Typed = { text: '', at: Number.NEGATIVE_INFINITY };

/** Whether a letter pressed `now` goes on with what was typed. */
export const isTyping = ({ text, at }: Typed, now: number): boolean => text !== '' && now - at < TYPING_MILLISECONDS;

/** What is typed after one more letter. */
export const typeOn = (before: Typed, letter: string, now: number): Typed => ({
  text: isTyping(before, now) ? before.text + letter : letter,
  at: now,
});

/** Where to look: how many places there are, the current one (-1 for none), and the words of each. */
export interface Places {
  readonly count: number;
  readonly index: number;
  /** Undefined where the words are not here. */
  readonly textOf: (index: number) => string | undefined;
}

/**
 * The place whose words begin with `typed`, accents and capitals aside, or undefined. One letter, also pressed again and
 * again, goes on to the next place; a longer word may stay where it is.
 */
export function placeOfTyped(typed: string, { count, index, textOf }: Places): number | undefined {
  const folded = foldText(typed);
  if (folded === '') return undefined;
  const isOneLetter = [...folded].every((letter) => letter === folded[0]);
  const start = Math.max(0, isOneLetter ? index + 1 : index);
  const begins = (beginning: string): number | undefined => {
    for (let step = 0; step < count; step++) {
      const place = (start + step) % count;
      const text = textOf(place);
      if (text !== undefined && foldText(text).startsWith(beginning)) return place;
    }
    return undefined;
  };
  return begins(folded) ?? (isOneLetter ? begins(folded.charAt(0)) : undefined);
}
