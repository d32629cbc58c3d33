const SEGMENTER = new Intl.Segmenter('it', { granularity: 'grapheme' });

/** How many characters a reader sees: an emoji or an accented letter counts one. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of SEGMENTER.segment(text)) count++;
  return count;
}

/** At most `length` visible characters of `text`, never cutting one in half; a cut text ends with `…`. */
export function excerpt(text: string, length: number): string {
  const segments = [...SEGMENTER.segment(text)];
  if (segments.length <= length) return text;
  return `${segments
    .slice(0, length - 1)
    .map((part) => part.segment)
    .join('')}…`;
}

/** One form of a text for hashing and comparing: NFC, `\n` line ends, no spaces at line ends, trimmed. */
export function normaliseText(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      // The look-behind keeps a long run of spaces inside a line from being tried from each of its spaces.
      .replace(/(?<![ \t])[ \t]+$/gm, '')
      .trim()
  );
}

/** Letters and digits only, lower case, without accents, single spaces: how two texts are compared for likeness. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `1 avviso`, `3 avvisi`: the number with the right form of the noun. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
