import { MAX_BODY_LENGTH } from './mail.ts';
import { unwrapUrl } from './urls.ts';

/** Characters nobody sees: controls, soft hyphens, zero-width blanks; the joiner of emoji stays. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/g;
const BRACKETED = /\s?<((?:https?:\/\/|mailto:)[^\s<>]{3,2000})>/g;
const LONGEST_WORD = 500;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const bare = (url: string): string =>
  url
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:)/, '')
    .replace(/\/+$/, '');

function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < LONGEST_WORD && !/[\s<>(]/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** `www.a.it <https://www.a.it/>` says one address twice: Outlook and HTML links with their own address as text. */
function withoutRepeatedLinks(text: string): string {
  return text.replace(BRACKETED, (whole, url: string, offset: number) =>
    bare(wordBefore(text, offset)) === bare(url) ? '' : whole,
  );
}

/** An address in angle brackets that was broken over two lines is one address. */
const joinBrokenLinks = (text: string): string =>
  text.replace(/<https?:\/\/[^<> ]{4,2000}>/g, (link) => link.replace(/\s+/g, ''));

const unwrapLinks = (text: string): string =>
  text.replace(/https?:\/\/[^\s<>"]{4,4000}/g, (url) => {
    const inner = unwrapUrl(url);
    return inner === url ? url : inner.replace(/[\s<>"]+/g, '');
  });

/**
 * The body of a message as the app shows and reads it: NFC, `\n` line ends, plain blanks (three for a tab), nothing invisible, the
 * redirects of mail filters undone, links written once. At most `MAX_BODY_LENGTH` UTF-16 units.
 */
export function normaliseBody(raw: string): string {
  const text = raw
    .slice(0, MAX_BODY_LENGTH)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(UNSEEN, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/\t/g, '   ')
    .normalize('NFC')
    .replace(/(?<![^\S\n])[^\S\n]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n');
  return withoutRepeatedLinks(unwrapLinks(joinBrokenLinks(text)))
    .slice(0, MAX_BODY_LENGTH)
    .trim();
}
