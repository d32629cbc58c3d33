/** A line of a text and where it stands, without its line break. */
export interface Line {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The lines of `text` between two indexes. */
export function linesOf(text: string, from = 0, to = text.length): readonly Line[] {
  const lines: Line[] = [];
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    lines.push({ text: line, from: at, to: at + line.length });
    at += line.length + 1;
  }
  return lines;
}

/** The stretch without the blanks at its ends; empty at `from` when there is nothing else. */
export function trimSpan(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { from: start, to: end };
}

/** A line that only divides: dashes, stars, equals signs. */
export const isRule = (line: string): boolean => /^\s*(?:[-–—_=*~#+]\s?){2,}\s*$/.test(line);

/** What divides the cells of a table written as text: a bar, or three blanks (a tab). The borders are kept by `split`. */
export const CELL_BORDER = /(\s{0,9}\|\s{0,9}|\s{3,})/;

/** Whether a line is a row of a table written as text: three cells or more. */
export const isTableRow = (line: string): boolean =>
  !line.includes('\n') && line.split(CELL_BORDER).filter((cell) => /[\p{L}\p{N}]/u.test(cell)).length >= 3;
