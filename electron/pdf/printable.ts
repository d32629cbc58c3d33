import type { Coverage } from './fontCoverage.ts';

/** Stands in the PDF where no font of ours draws the wanted character. */
export const MISSING_MARK = '◻';
/** Runs without a space longer than the longest Italian words get places where a line may break. */
const LONG_WORD = /\S{27,}/gu;
const BREAKABLE = /[/?&=_.@-]+(?=[^/?&=_.@-])|[^/?&=_.@-]{20}/gu;
const BREAK = '\u200B';

const JOINER = '\u200D';
const EMOJI_STYLE = '\uFE0F';
const TAG_FROM = 0xe0020;
const TAG_TO = 0xe007f;

/** Signs that only steer the drawing of an emoji sequence: kept where the emoji font is at work. */
const steersEmoji = (sign: string): boolean => {
  const code = sign.codePointAt(0) ?? 0;
  return sign === JOINER || sign === EMOJI_STYLE || (code >= TAG_FROM && code <= TAG_TO);
};

/** The same text in signs every font has: composed letters, plain spaces and hyphens, digits for keycaps, nothing invisible. */
function simplify(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\t\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/([0-9#*])\uFE0F?\u20E3/g, '$1')
    .replace(/(?!\n|[\u200D\uFE0F])[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, (sign) =>
      steersEmoji(sign) ? sign : '',
    );
}

/** Addresses of pages are left alone: the compiler knows where they break, and they must be copied whole. */
const isAddress = (word: string): boolean => word.includes('://') || word.startsWith('www.');

function withBreaks(text: string): string {
  return text.replace(LONG_WORD, (word) => (isAddress(word) ? word : word.replace(BREAKABLE, `$&${BREAK}`)));
}

/** Makes texts printable with a set of fonts and remembers what had to be replaced. */
export interface TextPrinter {
  readonly print: (text: string) => string;
  /** Characters no font draws, each once, in the order they were met. */
  readonly missing: () => readonly string[];
}

/**
 * A printer of texts for fonts of these coverages: a character that none of them draws becomes `MISSING_MARK`,
 * after its plain form (`𝗔` → `A`) was tried. The Typst compiler would leave an empty glyph without a word, which
 * PDF/A-2 forbids (6.2.11.8).
 */
export function textPrinter(letters: Coverage, emoji: Coverage): TextPrinter {
  const missing = new Set<string>();
  const hasLetters = (text: string): boolean =>
    [...text].every((sign) => sign === '\n' || letters.has(sign.codePointAt(0) ?? 0));
  const draw = (text: string): string => {
    let printed = '';
    let afterEmoji = false;
    for (const sign of text) {
      const code = sign.codePointAt(0) ?? 0;
      if (steersEmoji(sign)) {
        if (afterEmoji) printed += sign;
        continue;
      }
      afterEmoji = !hasLetters(sign) && emoji.has(code);
      if (hasLetters(sign) || afterEmoji) printed += sign;
      else {
        const plain = sign.normalize('NFKC');
        if (!hasLetters(plain)) missing.add(sign);
        printed += hasLetters(plain) ? plain : MISSING_MARK;
      }
    }
    return printed;
  };
  return { print: (text) => withBreaks(draw(simplify(text))), missing: () => [...missing] };
}

/** `value` with every string inside it passed through `map`: plain data only. */
export function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, map));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mapStrings(inner, map)]));
}
