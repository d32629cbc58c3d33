import { writableText } from '#shared/kernel/text.ts';
import { joinBrokenUrls, replaceBracketed, replaceUrls } from '#shared/text/addresses.ts';
import { unwrapUrl } from '#shared/text/redirects.ts';
import { MAX_BODY_LENGTH } from './mail.ts';

/** Characters nobody sees: controls, soft hyphens, zero-width blanks; the joiner of emoji stays. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/g;
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
const withoutRepeatedLinks = (text: string): string =>
  replaceBracketed(text, (bracketed, url, at) => (bare(wordBefore(text, at)) === bare(url) ? '' : bracketed));

const unwrapLinks = (text: string): string =>
  replaceUrls(text, (url) => {
    const inner = unwrapUrl(url);
    return inner === url ? url : inner.replace(/[\s<>"]+/g, '');
  });

/**
 * The body of a message as the app shows and reads it: NFC, `\n` line ends, plain blanks (three for a tab), nothing invisible or
 * that no file may hold, the redirects of mail filters undone, links written once. At most `MAX_BODY_LENGTH` UTF-16 units.
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
  const linked = withoutRepeatedLinks(unwrapLinks(joinBrokenUrls(text)));
  // Last, and one character for one: the identity of a mail counts its words as they were before.
  return writableText(linked.slice(0, MAX_BODY_LENGTH).trim());
}
