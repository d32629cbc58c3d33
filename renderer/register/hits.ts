/** A piece of a text, and whether the search found it. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

const fold = (character: string): string => character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Cuts `text` where the folded `words` begin and end, whatever its accents and capitals. The pieces together are the text. */
export function hitPieces(text: string, words: readonly string[]): readonly Piece[] {
  if (words.length === 0) return [{ text, hit: false }];
  let folded = '';
  const from: number[] = [];
  let at = 0;
  for (const character of text) {
    const letters = fold(character);
    for (let unit = 0; unit < letters.length; unit++) from.push(at);
    folded += letters;
    at += character.length;
  }
  from.push(text.length);
  const marked = new Set<number>();
  for (const word of words) {
    for (let found = folded.indexOf(word); found >= 0; found = folded.indexOf(word, found + word.length)) {
      const end = from[found + word.length] ?? text.length;
      for (let index = from[found] ?? 0; index < end; index++) marked.add(index);
    }
  }
  const pieces: { text: string; hit: boolean }[] = [];
  for (let index = 0; index < text.length; index++) {
    const hit = marked.has(index);
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += text[index];
    else pieces.push({ text: text.charAt(index), hit });
  }
  return pieces;
}
