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

const RESPELT = /[’‘`´ʼ\u00a0\u202f\u2007\t]/g;

/** Lower case that keeps every character in its place: `İ` becomes two, and stays as it is. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/\p{Lu}/gu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

/**
 * The text in the one spelling the e-mail rules match: lower case, straight apostrophes, plain blanks.
 * Every character keeps its place (UTF-16), so that an index found here holds in the original.
 */
export function plainForm(text: string): string {
  return lowerCase(text).replace(RESPELT, (character) => ALIKE.get(character) ?? character);
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

/** All matches of a global pattern, as `matchAll`, which would copy the pattern each time. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
