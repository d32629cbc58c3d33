const ALIKE: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['`', "'"],
  ['´', "'"],
  ['ʼ', "'"],
  ['\u00a0', ' '],
  ['\u202f', ' '],
  ['\u2007', ' '],
  ['\t', ' '],
]);

/**
 * The text in the one spelling the e-mail rules match: lower case, straight apostrophes, plain blanks.
 * Every character keeps its place (UTF-16), so that an index found here holds in the original.
 */
export function plainForm(text: string): string {
  return text.replace(
    /[A-ZÀ-ÖØ-Þ’‘`´ʼ\u00a0\u202f\u2007\t]/g,
    (character) => ALIKE.get(character) ?? character.toLowerCase(),
  );
}

/** The same text with the marked stretches blanked out: line breaks stay, so that indexes and lines hold. */
export function blank(text: string, spans: readonly (readonly [from: number, to: number])[]): string {
  if (spans.length === 0) return text;
  let result = '';
  let at = 0;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= at) continue;
    const start = Math.max(from, at);
    result += text.slice(at, start) + text.slice(start, to).replace(/[^\n]/g, ' ');
    at = to;
  }
  return result + text.slice(at);
}
