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

/** The words of `text`, cut at spaces and line ends. */
export const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * One form of a text for hashing and comparing: NFC, `\n` line ends, no spaces at line ends, trimmed. Frozen: approvals are
 * bound to hashes of it (P24).
 */
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;
const NO_CHARACTER = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/**
 * The text as any file may hold it (XML 1.0, 2.2): C0 controls but tab and line ends taken out; halves of a surrogate pair
 * and non-characters such as U+FFFE shown as `\ufffd`, which folding for identities and hashes treats as it treats them.
 */
export const writableText = (text: string): string => text.replace(CONTROLS, '').replace(NO_CHARACTER, '\ufffd');

/** Without accents, capitals and fancy forms: letters may become several (`ﬁ`) or none (a lone accent). */
export const foldLetters = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Letters and digits only, lower case, without accents, single spaces: how two texts are compared for likeness. */
export function foldText(text: string): string {
  return foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** `1 avviso`, `3 avvisi`: the number with the right form of the noun. */
export function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A whole number as Italians write it: `3.120`. */
export function sayNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}
