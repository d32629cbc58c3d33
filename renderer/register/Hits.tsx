import { Isolated } from '#renderer/ui/index.ts';
import { hitPieces } from '#shared/register/search/hits.ts';
import type { SearchTerm } from '#shared/register/search/search.ts';

export interface HitsProps {
  readonly text: string;
  readonly terms: readonly SearchTerm[];
}

/** A text with what the search found marked in it. */
export function Hits({ text, terms }: HitsProps) {
  const pieces = hitPieces(text, terms).map(({ text: piece, hit }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text are told apart by their place only
    hit ? <mark key={at}>{piece}</mark> : piece,
  );
  return <Isolated>{pieces}</Isolated>;
}
