import type { Instant } from './instant.ts';

/** The signs of truth (L14), by what they say: the screen gives each its shape. */
export type TruthSign = 'prepared' | 'asked' | 'confirmed' | 'unknown' | 'deferred' | 'warning' | 'failing';

/** A word as the screens say it, with what stands behind it (P66). */
interface Said {
  /** In lower case where it stands within a sentence: `preparata`. */
  readonly word: string;
  /** What the word rests on, or what is still missing to a stronger one, as a sentence. */
  readonly evidence: string;
  /** Since or at which moment; null where none belongs to it. */
  readonly when: Instant | null;
  /** Name of who says so; null where nobody or the app does. */
  readonly who: string | null;
}

declare const proved: unique symbol;
/** A word with its evidence: the only thing a green sign may be made of, and `confirmed` alone makes it. */
export interface Evidence extends Said {
  readonly sign: 'confirmed';
  readonly [proved]: true;
}

/** A word that is not proved. */
interface Weaker extends Said {
  readonly sign: Exclude<TruthSign, 'confirmed'>;
}
export type Truth = Evidence | Weaker;

type Parts = Pick<Said, 'word' | 'evidence'> & Partial<Pick<Said, 'when' | 'who'>>;

const saidOf = ({ word, evidence, when = null, who = null }: Parts): Said => ({ word, evidence, when, who });
const weaker = (sign: Weaker['sign'], parts: Parts): Truth => ({ ...saidOf(parts), sign });

/** Nothing has left, or nobody has done anything yet. */
export const prepared = (parts: Parts): Truth => weaker('prepared', parts);
/** Handed to somebody who has not answered: whom and when is the evidence. */
export const asked = (parts: Parts): Truth => weaker('asked', parts);
/** Nobody knows: only a person goes on. */
export const unknown = (parts: Parts): Truth => weaker('unknown', parts);
/** It waits for a person, who is told what is missing. */
export const deferred = (parts: Parts): Truth => weaker('deferred', parts);
/** It was true and grows old, or is true in part. */
export const warned = (parts: Parts): Truth => weaker('warning', parts);
/** It does not work, since `when`. */
export const failing = (parts: Parts): Truth => weaker('failing', parts);

/** Green: what happened, told by a person, a server or a file that was read again. Throws without a word of evidence. */
export function confirmed(parts: Parts): Evidence {
  if (parts.evidence.trim() === '') throw new Error(`«${parts.word}» has no evidence.`);
  return { ...saidOf(parts), sign: 'confirmed' } as Evidence;
}

/** Whether a word is proved: then it may be green. */
export const isProved = (truth: Truth): truth is Evidence => truth.sign === 'confirmed';
