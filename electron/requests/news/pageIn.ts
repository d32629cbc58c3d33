import { Parser } from 'htmlparser2';
import { MAX_PAGE_TEXT, type NewsPage } from '#shared/requests/news/page.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements whose words nobody reads as the news: programs, menus, forms, the head and the foot of the page. */
const BESIDE = new Set([
  ...['script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'canvas', 'head'],
  ...['nav', 'aside', 'form', 'button', 'select', 'textarea', 'dialog', 'menu'],
]);
/** Of the whole page; of a piece of news they hold its own title and its date. */
const HEAD_AND_FOOT = new Set(['header', 'footer']);
const EMPTY = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const BLOCK =
  /^(?:address|article|blockquote|br|dd|div|dl|dt|fieldset|figure|figcaption|h[1-6]|hr|li|main|ol|p|pre|section|table|tbody|td|th|thead|tr|ul)$/;
/** Strips about cookies and consent, boxes of sharing, related news: by the names their makers give them. */
const BESIDE_NAME =
  /(?:^|[\s_-])(?:cookie|cookies|cookiebar|consent|gdpr|privacy-?banner|iubenda|onetrust|breadcrumb|breadcrumbs|share|sharing|social|related|correlat\w*|sidebar|widget|counter|contatore|visite|skiplinks?)(?:$|[\s_-])/i;
const BESIDE_ROLE = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'dialog',
  'alertdialog',
]);
/** Within so many seconds a page that sends its reader on is only a step of the way. */
const SOON_SECONDS = 5;
const LONGEST = 4_000;

const isHidden = ({ hidden, style = '', 'aria-hidden': aria }: Attributes): boolean =>
  hidden !== undefined || aria === 'true' || /display:\s*none|visibility:\s*hidden/i.test(style);

const isBeside = (name: string, attributes: Attributes): boolean =>
  BESIDE.has(name) ||
  isHidden(attributes) ||
  BESIDE_ROLE.has(attributes.role ?? '') ||
  BESIDE_NAME.test(attributes.class ?? '') ||
  BESIDE_NAME.test(attributes.id ?? '');

const isMain = (name: string, { role, itemprop = '' }: Attributes): boolean =>
  name === 'main' || name === 'article' || role === 'main' || /(?:^|\s)articleBody(?:\s|$)/.test(itemprop);

/** Where a `refresh` of the page leads, if that is soon. */
function refreshIn(content: string): string | null {
  const [, seconds = '', target = ''] = /^\s*(\d{1,6})(?:\.\d*)?\s*[;,]\s*url\s*=\s*(.+)$/is.exec(content) ?? [];
  const address = target.trim().replace(/^(["'])(.*)\1$/s, '$2');
  return seconds !== '' && Number(seconds) <= SOON_SECONDS && address !== '' ? address : null;
}

const META = {
  'og:title': 'ogTitle',
  'og:description': 'ogDescription',
  'og:image': 'ogImage',
  'og:image:secure_url': 'ogImage',
  description: 'description',
} as const;
const isMeta = (name: string): name is keyof typeof META => Object.hasOwn(META, name);

function tidied(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\s]*/g, '\n')
    .trim()
    .slice(0, MAX_PAGE_TEXT);
}

/**
 * What a page says of itself and its main words. Never throws; of broken pages it takes what is there. The title and
 * the `meta` values count wherever they stand, the first of each, as programs that make cards take them.
 */
export function pageIn(html: string): NewsPage {
  const said: Record<'ogTitle' | 'ogDescription' | 'ogImage' | 'description' | 'refresh', string | null> = {
    ...{ ogTitle: null, ogDescription: null, ogImage: null, description: null, refresh: null },
  };
  let title: string | null = null;
  let inTitle = false;
  let all = '';
  let main = '';
  /** Open elements, each with whether its words are left out and whether it is of the news. */
  const open: { readonly name: string; readonly beside: boolean; readonly main: boolean }[] = [];
  const write = (text: string): void => {
    const top = open.at(-1);
    if (top?.beside) return;
    if (all.length < MAX_PAGE_TEXT * 2) all += text;
    if (top?.main && main.length < MAX_PAGE_TEXT * 2) main += text;
  };
  const meta = (attributes: Attributes): void => {
    const name = (attributes.property ?? attributes.name ?? '').trim().toLowerCase();
    const content = attributes.content?.trim().slice(0, LONGEST);
    if (!content) return;
    if (isMeta(name)) said[META[name]] ??= name === 'og:title' ? content.slice(0, LONGEST / 2) : content;
    if (attributes['http-equiv']?.trim().toLowerCase() === 'refresh') said.refresh ??= refreshIn(content);
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (name === 'meta') meta(attributes);
        if (name === 'title' && title === null && !open.some((one) => one.name === 'svg')) {
          inTitle = true;
          title = '';
        }
        if (BLOCK.test(name)) write('\n');
        if (EMPTY.has(name)) return;
        const around = open.at(-1);
        const isFrame = HEAD_AND_FOOT.has(name) && !around?.main;
        const beside = (around?.beside ?? false) || isFrame || isBeside(name, attributes);
        open.push({ name, beside, main: (around?.main ?? false) || isMain(name, attributes) });
      },
      ontext: (text) => {
        if (inTitle && title !== null) title = (title + text).slice(0, LONGEST / 2);
        else write(text);
      },
      onclosetag: (name) => {
        if (name === 'title') inTitle = false;
        if (EMPTY.has(name)) return;
        if (BLOCK.test(name)) write('\n');
        open.pop();
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html);
  parser.end();
  return { title: title || null, ...said, text: tidied(main.trim() === '' ? all : main) };
}
