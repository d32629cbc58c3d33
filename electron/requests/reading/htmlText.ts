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

/** The heads of a table of requests: two of its first cells at least are labels of a request ("Data", "Testo"). */
function headsOf(rows: readonly DomNode[]): readonly string[] | undefined {
  const first = rows[0] === undefined ? [] : cellsOf(rows[0]);
  const known = first.filter((cell) => labelIn(cell) !== undefined).length;
  if (rows.length < 2 || known < 2) return undefined;
  return first.map(
    (cell) =>
      labelIn(cell) ??
      `Nota (${wordsOf(cell)
        .replace(/[\s:()]+/g, ' ')
        .trim()})`,
  );
}

/** Tables of requests become labelled lines ("Data: …"), so that rows read like blocks; others keep one row a line. */
const mailTable: Formatter = (table, walk, builder) => {
  const rows = rowsOf(table);
  const heads = headsOf(rows);
  const line = (cell: DomNode, label: string | undefined): void => {
    builder.openBlock({ leadingLineBreaks: 1 });
    if (label !== undefined) builder.addInline(`${label}: `);
    walk(cell.children, builder);
    builder.closeBlock({ trailingLineBreaks: 1 });
  };
  builder.openBlock({ leadingLineBreaks: 2 });
  for (const row of heads === undefined ? rows : rows.slice(1)) {
    const cells = cellsOf(row);
    const label = cells.length === 2 ? labelIn(cells[0]) : undefined;
    builder.openBlock({ leadingLineBreaks: heads === undefined ? 1 : 2 });
    if (label !== undefined && cells[1] !== undefined) line(cells[1], label);
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
