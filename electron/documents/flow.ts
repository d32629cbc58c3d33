/** The words of a document while it is walked through: paragraphs, items of lists, rows of tables, boxes beside the text. */
import { MAX_DOCUMENT_TEXT } from '#shared/text/readDocument.ts';
import { Refused } from './refusals.ts';

interface Paragraph {
  readonly text: string;
  /** `- ` or `2. ` before an item of a list. */
  readonly sign: string;
  /** It is the row of a table. */
  readonly isRow?: boolean;
}

/** Between two cells of a row, as in the text of an e-mail. */
const CELL_GAP = '   ';
/** Kept while walking: more than is read, so that the cut is seen. */
const MOST_KEPT = 2 * MAX_DOCUMENT_TEXT;

export interface Flow {
  readonly write: (words: string) => void;
  /** The paragraph ends here; with `sign` it is an item of a list. */
  readonly end: (sign?: string) => void;
  readonly beginRow: () => void;
  readonly endRow: () => void;
  readonly beginCell: () => void;
  readonly endCell: () => void;
  /** A box beside the text: its words follow the paragraph it hangs on. */
  readonly beginBox: () => void;
  readonly endBox: () => void;
  readonly text: () => string;
}

const tidy = (text: string): string =>
  text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();

/** One text of paragraphs: as far apart as the writer left them, or by a blank line where only the page showed it. */
function joined(paragraphs: readonly Paragraph[]): string {
  const first = paragraphs.findIndex(({ text }) => text !== '');
  const last = paragraphs.findLastIndex(({ text }) => text !== '');
  if (first < 0) return '';
  const whole = paragraphs.slice(first, last + 1);
  const isSpaced = whole.some(({ text }) => text === '');
  return whole
    .map(({ text, sign, isRow }, at) => {
      const before = whole[at - 1];
      const isSameList = (sign !== '' && before?.sign !== '') || (isRow === true && before?.isRow === true);
      const isApart = !isSpaced && before !== undefined && !isSameList;
      return `${at === 0 ? '' : isApart ? '\n\n' : '\n'}${sign}${text}`;
    })
    .join('')
    .replace(/\n{3,}/g, '\n\n');
}

/** An empty flow. Its acts throw `Refused` for a document whose parts do not fit into each other. */
export function textFlow(): Flow {
  const sinks: Paragraph[][] = [[]];
  const rows: Paragraph[][][] = [];
  const outer: { readonly current: string; readonly beside: Paragraph[] }[] = [];
  let current = '';
  let beside: Paragraph[] = [];
  let length = 0;
  const sink = (): Paragraph[] => {
    const last = sinks.at(-1);
    if (!last) throw new Refused('broken');
    return last;
  };
  const end = (sign = ''): void => {
    const text = tidy(current);
    sink().push({ text, sign: text === '' ? '' : sign }, ...beside);
    beside = [];
    current = '';
  };
  return {
    write: (words) => {
      if (length > MOST_KEPT) return;
      current += words;
      length += words.length;
    },
    end,
    beginRow: () => void rows.push([]),
    endRow: () => {
      const cells = (rows.pop() ?? []).filter((cell) => cell.some(({ text }) => text !== ''));
      const [only] = cells;
      if (cells.length === 1 && only) sink().push(...only);
      else if (cells.length > 1) {
        const words = cells.map((cell) => tidy(cell.map(({ sign, text }) => `${sign}${text}`).join(' ')));
        sink().push({ text: words.join(CELL_GAP), sign: '', isRow: true });
      }
    },
    beginCell: () => void sinks.push([]),
    endCell: () => {
      if (current !== '') end();
      const cell = sinks.pop();
      if (!cell || sinks.length === 0) throw new Refused('broken');
      rows.at(-1)?.push(cell);
    },
    beginBox: () => {
      outer.push({ current, beside });
      [current, beside] = ['', []];
      sinks.push([]);
    },
    endBox: () => {
      if (current !== '') end();
      const [box, around] = [sinks.pop(), outer.pop()];
      if (!box || !around || sinks.length === 0) throw new Refused('broken');
      current = around.current;
      beside = [...around.beside, ...box];
    },
    text: () => {
      if (current !== '') end();
      return joined(sinks[0] ?? []);
    },
  };
}
