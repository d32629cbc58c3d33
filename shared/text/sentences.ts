/** A sentence of the draft; offsets are UTF-16, `text` is without the spaces around it. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly words: number;
}

const END = /[.!?…]+["”»)*_~]*(?=\s|$)|\n+/g;
const ABBREVIATION =
  /(?:^|[\s('’])(?:artt?|nn?|nr|tel|cell|fax|dott|dott\.ssa|dr|sig|sigg|sig\.ra|ing|arch|avv|prof|prof\.ssa|geom|rag|cap|pag|pagg|es|ecc|int|lett|loc|fraz|ss?|co|gg|min|max|ca|circa|p\.zz?a|v\.le|c\.so|d\.lgs|d\.l|s\.m\.i|p\.v|u\.s|c\.a|c\.m|\p{Lu})$/iu;
/** Abbreviations that also close a sentence when the next word starts with a capital letter. */
const CLOSING_ABBREVIATION = /(?:ecc|p\.v|u\.s|c\.a|c\.m|gg|min|ca)$/i;
const WORD = /[A-Za-zÀ-ÖØ-öø-ÿ]+(?:['’](?=[A-Za-zÀ-ÿ]))?|\d+(?:[.,:]\d+)*/g;

/** Words and numbers of `text`; an elided article counts one (`l’ufficio` = 2). */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0;

function endsAbbreviation(text: string, end: number): boolean {
  if (text.charAt(end) !== '.') return false;
  const before = text.slice(Math.max(0, end - 10), end);
  if (!ABBREVIATION.test(before)) return false;
  return !(CLOSING_ABBREVIATION.test(before) && /^\.\s+\p{Lu}/u.test(text.slice(end, end + 4)));
}

/** The sentences of `text`: a full stop after an abbreviation does not end one, a new line does. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    const from = start + raw.length - raw.trimStart().length;
    if (trimmed !== '') found.push({ from, to: from + trimmed.length, text: trimmed, words: countWords(trimmed) });
    start = end;
  };
  for (const match of text.matchAll(END)) {
    if (!endsAbbreviation(text, match.index)) push(match.index + match[0].length);
  }
  push(text.length);
  return found;
}
