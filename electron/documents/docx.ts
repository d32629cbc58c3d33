/** The words of a Word document (ECMA-376, WordprocessingML). Macros and everything that could run are not looked at. */
import { textFlow } from './flow.ts';
import { Refused } from './refusals.ts';
import type { Parts } from './unzip.ts';
import { type Attributes, walkXml } from './xml.ts';

/** What was deleted, moved away or is only there for older readers. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:delInstrText']);
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': ' ', 'w:cr': '\n', 'w:noBreakHyphen': '-' };
const OFF = new Set(['0', 'false', 'off', 'none']);
const isOn = (attributes: Attributes): boolean => !OFF.has(attributes['w:val'] ?? '1');
const HYPERLINK = /HYPERLINK\s+"(https?:[^"]{1,2000})"/i;

/** The part that holds the text: named by the package, `word/document.xml` by habit. */
function mainPart(parts: Parts): string {
  let found = 'word/document.xml';
  walkXml(parts.text('_rels/.rels') ?? '', {
    open: (name, { Type = '', Target = '' }) => {
      if (name === 'Relationship' && Type.endsWith('/officeDocument')) found = Target.replace(/^\//, '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return found;
}

/** The addresses of the web that the text names by their ids. */
function linksOf(parts: Parts, main: string): ReadonlyMap<string, string> {
  const slash = main.lastIndexOf('/');
  const links = new Map<string, string>();
  walkXml(parts.text(`${main.slice(0, slash + 1)}_rels/${main.slice(slash + 1)}.rels`) ?? '', {
    open: (name, { Id = '', Target = '', TargetMode = '' }) => {
      if (name === 'Relationship' && TargetMode === 'External' && /^https?:/i.test(Target)) links.set(Id, Target);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return links;
}

/** How the items of a list begin, by list and level: true where they are counted. */
function numbersOf(parts: Parts, main: string): (list: string, level: string) => boolean {
  const abstract = new Map<string, string>();
  const counted = new Set<string>();
  let [inAbstract, inLevel, inNumber] = ['', '', ''];
  walkXml(parts.text(`${main.slice(0, main.lastIndexOf('/') + 1)}numbering.xml`) ?? '', {
    open: (name, attributes) => {
      if (name === 'w:abstractNum') inAbstract = attributes['w:abstractNumId'] ?? '';
      else if (name === 'w:lvl') inLevel = attributes['w:ilvl'] ?? '0';
      else if (name === 'w:numFmt' && !/^(?:bullet|none)$/.test(attributes['w:val'] ?? ''))
        counted.add(`${inAbstract} ${inLevel}`);
      else if (name === 'w:num') inNumber = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') abstract.set(inNumber, attributes['w:val'] ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return (list, level) => counted.has(`${abstract.get(list) ?? ''} ${level}`);
}

interface Item {
  list: string;
  level: string;
}

/** The text of a Word document: deleted words left out, inserted ones in; no heads, feet, notes or comments. Throws `Refused`. */
export function docxText(parts: Parts): string {
  const main = mainPart(parts);
  const xml = parts.text(main);
  if (xml === undefined) throw new Refused(parts.has('EncryptedPackage') ? 'encrypted' : 'broken');
  const links = linksOf(parts, main);
  const isCounted = numbersOf(parts, main);
  const flow = textFlow();
  const counts = new Map<string, number>();
  const fields: { code: string; link: string | undefined; isCode: boolean }[] = [];
  const anchors: (string | undefined)[] = [];
  let [leftOut, isText, isHidden, joins] = [0, false, false, false];
  let [isMark, isStyledList] = [false, false];
  let linked = '';
  let item: Item | undefined;

  const signOf = (): string => {
    if (!item) return isStyledList ? '- ' : '';
    const { list, level } = item;
    if (list === '0') return '';
    if (!isCounted(list, level)) return '- ';
    const key = `${list} ${level}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    for (const other of counts.keys()) {
      const [otherList, otherLevel] = other.split(' ');
      if (otherList === list && Number(otherLevel) > Number(level)) counts.delete(other);
    }
    return `${count}. `;
  };
  /** The address follows the words it stands under, unless they are that address. */
  const writeLink = (link: string | undefined): void => {
    if (link && !linked.includes(link.replace(/\/$/, '')) && linked.trim() !== '') flow.write(` ${link}`);
    linked = '';
  };
  const field = (kind: string | undefined): void => {
    const inner = fields.at(-1);
    if (kind === 'begin') fields.push({ code: '', link: undefined, isCode: true });
    else if (kind === 'separate' && inner) {
      inner.isCode = false;
      inner.link = HYPERLINK.exec(inner.code)?.[1];
      linked = '';
    } else if (kind === 'end') writeLink(fields.pop()?.link);
  };

  walkXml(xml, {
    open: (name, attributes) => {
      // Deleted is also said of the mark that ends a paragraph: then the next one goes on with it.
      if (name === 'w:del' && isMark) joins = true;
      if (LEFT_OUT.has(name)) leftOut += 1;
      else if (leftOut > 0) return;
      else if (name === 'w:p') [item, joins, isStyledList] = [undefined, false, false];
      else if (name === 'w:pPr') isMark = true;
      else if (name === 'w:pStyle')
        isStyledList = /^(?:List|Puntoelenco|Elenco)(?!Paragraph)/i.test(attributes['w:val'] ?? '');
      else if (name === 'w:ilvl') item = { list: item?.list ?? '', level: attributes['w:val'] ?? '0' };
      else if (name === 'w:numId') item = { list: attributes['w:val'] ?? '', level: item?.level ?? '0' };
      else if (name === 'w:r') isHidden = false;
      else if (name === 'w:vanish' && !isMark) isHidden = isOn(attributes);
      else if (name === 'w:t') isText = true;
      else if (name === 'w:br' && !isHidden) flow.write('\n');
      else if (name in SIGNS && !isMark && !isHidden) flow.write(SIGNS[name] ?? '');
      else if (name === 'w:fldChar') field(attributes['w:fldCharType']);
      else if (name === 'w:hyperlink') {
        anchors.push(links.get(attributes['r:id'] ?? ''));
        linked = '';
      } else if (name === 'w:fldSimple') {
        anchors.push(HYPERLINK.exec(attributes['w:instr'] ?? '')?.[1]);
        linked = '';
      } else if (name === 'w:tr') flow.beginRow();
      else if (name === 'w:tc') flow.beginCell();
      else if (name === 'w:txbxContent') flow.beginBox();
    },
    close: (name) => {
      if (LEFT_OUT.has(name)) leftOut -= 1;
      else if (leftOut > 0) return;
      else if (name === 'w:pPr') isMark = false;
      else if (name === 'w:t') isText = false;
      else if (name === 'w:p' && !joins) flow.end(signOf());
      else if (name === 'w:hyperlink' || name === 'w:fldSimple') writeLink(anchors.pop());
      else if (name === 'w:tr') flow.endRow();
      else if (name === 'w:tc') flow.endCell();
      else if (name === 'w:txbxContent') flow.endBox();
    },
    text: (words) => {
      const inner = fields.at(-1);
      // The code of a field is left out of the text, and tells its address.
      if (leftOut > 0 && inner?.isCode) inner.code += words;
      if (leftOut > 0 || !isText || isHidden || inner?.isCode) return;
      linked += words;
      flow.write(words);
    },
  });
  return flow.text();
}
