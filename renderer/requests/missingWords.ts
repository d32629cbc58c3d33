import type { MISSING } from '#shared/requests/facts.ts';

type Missing = (typeof MISSING)[number];

const WORDS: Readonly<Record<Missing, { readonly alone: string; readonly listed: string }>> = {
  date: { alone: 'la data', listed: 'data' },
  link: { alone: 'il link', listed: 'link' },
  text: { alone: 'il testo', listed: 'testo' },
};

/** What a request lacks, for a chip: `manca il link`, `mancano data e link`; empty when nothing. */
export function sayMissing(missing: readonly Missing[]): string {
  const [only] = missing;
  if (only === undefined) return '';
  if (missing.length === 1) return `manca ${WORDS[only].alone}`;
  const words = missing.map((name) => WORDS[name].listed);
  return `mancano ${words.slice(0, -1).join(', ')} e ${words.at(-1)}`;
}
