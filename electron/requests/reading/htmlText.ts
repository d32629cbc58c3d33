import { compile, type DomNode, type Formatter } from 'html-to-text';
import { labelKind } from '#shared/requests/reading/labels.ts';

/** HTML beyond this is not converted: the text read from a mail is shorter anyway. */
const MAX_HTML_LENGTH = 1_000_000;
/** Below this length even the deepest nesting is parsed in a moment; the parser's time grows with its square. */
const HARMLESS_LENGTH = 50_000;
const DEEPEST_NESTING = 1000;
/** Elements that need no closing tag, and so say nothing of the nesting. */
const OPEN_ENDED = /^(?:p|li|td|th|tr|dt|dd|option|br|hr|img|meta|link|input|col|wbr|area|base)$/i;
const MAX_DEPTH = 250;
const MAX_CHILDREN = 20_000;
const LABEL_LENGTH = 60;

/** What is seen in a conversion besides its text. */
interface Seen {
  labelledTable: boolean;
}

const isTag = (node: DomNode, ...names: readonly string[]): boolean =>
  node.type === 'tag' && names.includes(node.name ?? '');

/** Rows of a table, those of its sections included, not those of tables inside its cells. */
function rowsOf(table: DomNode): readonly DomNode[] {
  return (table.children ?? []).flatMap((child) => {
    if (isTag(child, 'tr')) return [child];
    return isTag(child, 'thead', 'tbody', 'tfoot') ? (child.children ?? []).filter((row) => isTag(row, 'tr')) : [];
  });
}

const cellsOf = (row: DomNode): readonly DomNode[] => (row.children ?? []).filter((cell) => isTag(cell, 'td', 'th'));

/** The words of a short cell; longer ones are cut, since only labels are looked for. */
function wordsOf(node: DomNode, depth = 0): string {
  if (node.type === 'text') return (node.data ?? '').slice(0, LABEL_LENGTH * 2);
  if (depth > 8) return '';
  let words = '';
  for (const child of node.children ?? []) {
    words += wordsOf(child, depth + 1);
    if (words.length > LABEL_LENGTH * 2) break;
  }
  return words;
}

function labelIn(cell: DomNode | undefined): string | undefined {
  const words =
    cell === undefined
      ? ''
      : wordsOf(cell)
          .replace(/\s+/g, ' ')
          .replace(/\s*:\s*$/, '')
          .trim();
  return words.length <= LABEL_LENGTH && labelKind(words) !== undefined ? words : undefined;
}

type Row = readonly DomNode[];

/** A table of a mail has no more columns; a hostile one may say so. */
const MOST_COLUMNS = 50;
const MOST_SPANNED_ROWS = 100;

/** The cells of each row, a cell that runs over several rows in each of them: the day of two requests stands once. */
function gridOf(rows: readonly DomNode[]): readonly Row[] {
  const hanging = new Map<number, { readonly cell: DomNode; left: number }>();
  return rows.map((row) => {
    const waiting = [...cellsOf(row)];
    const cells: DomNode[] = [];
    for (let column = 0; column < MOST_COLUMNS && (waiting.length > 0 || hanging.has(column)); column++) {
      const above = hanging.get(column);
      const cell = above?.cell ?? waiting.shift();
      if (cell === undefined) break;
      cells.push(cell);
      const left = above ? above.left - 1 : Math.min(Number(cell.attribs?.rowspan) || 1, MOST_SPANNED_ROWS) - 1;
      if (left > 0) hanging.set(column, { cell, left });
      else hanging.delete(column);
    }
    return cells;
  });
}

/** The heads of a table of requests and the row they stand in: two cells of it at least are labels of a request ("Data", "Testo"). */
function headsOf(rows: readonly Row[]): { readonly at: number; readonly heads: readonly string[] } | undefined {
  // A title may stand above the heads.
  const at = rows.slice(0, 2).findIndex((row) => row.filter((cell) => labelIn(cell) !== undefined).length >= 2);
  if (at < 0 || rows.length - at < 2) return undefined;
  const heads = (rows[at] ?? []).map(
    (cell) =>
      labelIn(cell) ??
      `Nota (${wordsOf(cell)
        .replace(/[\s:()]+/g, ' ')
        .trim()})`,
  );
  return { at, heads };
}

const SHORT_CELL = 25;
/** Whether a row is one line of a table of hours or prices: a few words in each cell, and no link. */
const isShortRow = (row: Row): boolean =>
  row.length > 1 &&
  row.every((cell) => {
    const words = wordsOf(cell).trim();
    return words.length <= SHORT_CELL && !words.includes('\n') && !/https?:|@/.test(words);
  });

/** Tables of requests become labelled lines ("Data: …"), so that rows read like blocks; of others short rows keep one line. */
const mailTable: Formatter = (table, walk, builder) => {
  const rows = gridOf(rowsOf(table));
  const found = headsOf(rows);
  const line = (cell: DomNode, label: string | undefined): void => {
    builder.openBlock({ leadingLineBreaks: 1 });
    if (label !== undefined) builder.addInline(`${label}: `);
    walk(cell.children, builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
  };
  builder.openBlock({ leadingLineBreaks: 2 });
  for (const [index, cells] of rows.entries()) {
    if (index === found?.at) continue;
    const heads = found && index > found.at ? found.heads : undefined;
    const label = cells.length === 2 ? labelIn(cells[0]) : undefined;
    builder.openBlock({ leadingLineBreaks: heads === undefined ? 1 : 2 });
    if (label !== undefined && cells[1] !== undefined) line(cells[1], label);
    else if (heads === undefined && isShortRow(cells))
      builder.addInline(
        cells
          .map((cell) => wordsOf(cell).replace(/\s+/g, ' ').trim())
          .filter(Boolean)
          .join(' '),
      );
    else for (const [at, cell] of cells.entries()) line(cell, heads?.[at]);
    builder.closeBlock({ trailingLineBreaks: heads === undefined ? 1 : 2 });
    if (heads !== undefined || label !== undefined) (builder.metadata as Seen).labelledTable = true;
  }
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const convert = compile({
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH, maxChildNodes: MAX_CHILDREN, ellipsis: '' },
  formatters: { mailTable },
  selectors: [
    { selector: 'table', format: 'mailTable' },
    { selector: 'img', format: 'skip' },
    ...['s', 'strike', 'del', '[style*="line-through"i]'].map((selector) => ({ selector, format: 'skip' })),
    { selector: '[style*="display:none"i]', format: 'skip' },
    { selector: '[style*="display: none"i]', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

function tooDeep(html: string): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (OPEN_ENDED.test(name)) continue;
    depth += slash === '' ? 1 : -1;
    if (depth > DEEPEST_NESTING) return true;
  }
  return false;
}

/** The words of an HTML nobody wrote by hand or with a mail program: tags become blanks. */
const stripTags = (html: string): string => html.replace(/<[^<>]{0,2000}>/g, ' ').replace(/[ \t]+/g, ' ');

/** An HTML body as plain text: links in angle brackets, table rows as lines; never scripts, styles or hidden parts. */
export function htmlToText(html: string): { readonly text: string; readonly labelledTable: boolean } {
  const light = html.replace(/(["'])data:[^"'<>]*\1/g, '""').slice(0, MAX_HTML_LENGTH);
  if (light.length > HARMLESS_LENGTH && tooDeep(light)) return { text: stripTags(light), labelledTable: false };
  const seen: Seen = { labelledTable: false };
  return { text: convert(light, seen), ...seen };
}
