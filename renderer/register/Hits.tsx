import { hitPieces } from '#shared/register/hits.ts';
import type { SearchTerm } from '#shared/register/search.ts';

export interface HitsProps {
  readonly text: string;
  readonly terms: readonly SearchTerm[];
}

/** A text with what the search found marked in it. */
export function Hits({ text, terms }: HitsProps) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are told apart by their place only
  return hitPieces(text, terms).map(({ text: piece, hit }, at) => (hit ? <mark key={at}>{piece}</mark> : piece));
}
