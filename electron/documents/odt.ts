/** The words of an OpenDocument text (OASIS ODF 1.3). Scripts and everything that could run are not looked at. */
import { textFlow } from './flow.ts';
import { Refused } from './refusals.ts';
import type { Parts } from './unzip.ts';
import { type Attributes, walkXml } from './xml.ts';

/** What was deleted, notes, comments and the variables at the head of the text. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'text:note',
  'office:annotation',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'text:hidden-text',
  'svg:title',
  'svg:desc',
]);
const MOST_BLANKS = 200;

/** The styles of lists whose items are counted at their first level. */
function countedLists(xml: string): ReadonlySet<string> {
  const counted = new Set<string>();
  let style = '';
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'text:list-style') style = attributes['style:name'] ?? '';
      else if (
        name === 'text:list-level-style-number' &&
        attributes['text:level'] === '1' &&
        attributes['style:num-format']
      )
        counted.add(style);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return counted;
}

const blanks = ({ 'text:c': count = '1' }: Attributes): string => ' '.repeat(Math.min(Number(count) || 1, MOST_BLANKS));

/** The text of an OpenDocument file: deleted words left out; no heads, feet, notes or comments. Throws `Refused`. */
export function odtText(parts: Parts): string {
  const xml = parts.text('content.xml');
  if (xml === undefined) throw new Refused('broken');
  if (/<manifest:encryption-data\b/.test(parts.text('META-INF/manifest.xml') ?? '')) throw new Refused('encrypted');
  const counted = new Set([...countedLists(xml), ...countedLists(parts.text('styles.xml') ?? '')]);
  const flow = textFlow();
  const lists: { readonly isCounted: boolean; count: number }[] = [];
  const anchors: { readonly link: string | undefined; words: string }[] = [];
  let [leftOut, paragraphs, isFirst] = [0, 0, false];
  walkXml(xml, {
    open: (name, attributes) => {
      if (LEFT_OUT.has(name)) leftOut += 1;
      else if (leftOut > 0) return;
      else if (name === 'text:p' || name === 'text:h') paragraphs += 1;
      else if (name === 'text:s') flow.write(blanks(attributes));
      else if (name === 'text:tab') flow.write(' ');
      else if (name === 'text:line-break') flow.write('\n');
      else if (name === 'text:list') {
        const style = attributes['text:style-name'];
        lists.push({
          isCounted: style === undefined ? (lists.at(-1)?.isCounted ?? false) : counted.has(style),
          count: 0,
        });
      } else if (name === 'text:list-item') {
        const list = lists.at(-1);
        if (list) list.count += 1;
        isFirst = true;
      } else if (name === 'text:a') {
        const link = attributes['xlink:href'];
        anchors.push({ link: link && /^https?:/i.test(link) ? link : undefined, words: '' });
      } else if (name === 'table:table-row') flow.beginRow();
      else if (name === 'table:table-cell') flow.beginCell();
      else if (name === 'draw:text-box') flow.beginBox();
    },
    close: (name) => {
      if (LEFT_OUT.has(name)) leftOut -= 1;
      else if (leftOut > 0) return;
      else if (name === 'text:p' || name === 'text:h') {
        paragraphs -= 1;
        const list = lists.at(-1);
        flow.end(list && isFirst ? (list.isCounted ? `${list.count}. ` : '- ') : '');
        isFirst = false;
      } else if (name === 'text:list') lists.pop();
      else if (name === 'text:a') {
        const { link, words } = anchors.pop() ?? { link: undefined, words: '' };
        if (link && words.trim() !== '' && !words.includes(link.replace(/\/$/, ''))) flow.write(` ${link}`);
      } else if (name === 'table:table-row') flow.endRow();
      else if (name === 'table:table-cell') flow.endCell();
      else if (name === 'draw:text-box') flow.endBox();
    },
    text: (words) => {
      if (leftOut > 0 || paragraphs === 0) return;
      const plain = words.replace(/\s+/g, ' ');
      const anchor = anchors.at(-1);
      if (anchor) anchor.words += plain;
      flow.write(plain);
    },
  });
  return flow.text();
}
