/** The words of a Rich Text document (RTF 1.9.1). Objects and everything that could run are not looked at. */

/** More than a text that is read: the pictures of a document make it long. */
const MAX_RTF_LENGTH = 15_000_000;
const MOST_GROUPS = 5_000;
/** Groups that hold no words of the text. */
const ASIDE =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header[lrf]?|footer[lrf]?|footnote|annotation|listtable|listoverridetable|generator|revtbl|rsidtbl|themedata|colorschememapping|latentstyles|datastore|xmlnstbl|nonshppict|bkmkstart|bkmkend)$/;
const SIGNS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '   ',
  tab: '\t',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  endash: '–',
  emdash: '—',
  bullet: '•',
};
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;
/** Groups marked as to be ignored by who does not know them, and known here. */
const KNOWN_STARRED = /^(?:fldinst|shptxt)$/;
const HYPERLINK = /HYPERLINK\s+"(https?:[^"]{1,2000})"/i;

interface Group {
  /** Its words count. */
  readonly isShown: boolean;
  /** Marked as hidden, or as deleted by somebody whose changes are tracked. */
  readonly isHidden: boolean;
  readonly isDeleted: boolean;
  /** Characters that stand for a letter told by its number, for old readers. */
  readonly skips: number;
  /** It holds what a field is: its address; or the words that stand for it. */
  readonly field: 'code' | 'words' | undefined;
}

const FIRST: Group = { isShown: true, isHidden: false, isDeleted: false, skips: 1, field: undefined };

const decoderOf = (page: string) => {
  try {
    return new TextDecoder(page === '10000' ? 'macintosh' : `windows-${page}`);
  } catch {
    return new TextDecoder('windows-1252');
  }
};

/** The words of a Rich Text document; deleted ones, and the HTML that Outlook hides in it, are left out. */
export function rtfText(rtf: string): string {
  let group = FIRST;
  const outer: Group[] = [];
  let [text, left, isMarkup, isStarred, code, link, linked] = ['', 0, false, false, '', '', ''];
  let decoder = decoderOf('1252');
  const show = (words: string): void => {
    const shown = words.slice(Math.min(left, words.length));
    left = Math.max(0, left - words.length);
    if (group.field === 'code') code += shown;
    else if (group.isShown && !group.isHidden && !group.isDeleted && !isMarkup) {
      text += shown;
      if (group.field === 'words') linked += shown;
    }
  };
  const close = (): void => {
    const was = group;
    group = outer.pop() ?? group;
    if (was.field === group.field) return;
    if (was.field === 'code') [link, code, linked] = [HYPERLINK.exec(code)?.[1] ?? '', '', ''];
    else if (was.field === 'words') {
      // The address follows the words it stands under, unless they are that address.
      if (link !== '' && linked.trim() !== '' && !linked.includes(link.replace(/\/$/, ''))) text += ` ${link}`;
      [link, linked] = ['', ''];
    }
  };
  const control = (word: string, number: string | undefined): void => {
    if (word === 'htmlrtf') isMarkup = number !== '0';
    else if (word === 'fldinst') group = { ...group, field: 'code' };
    else if (word === 'fldrslt') group = { ...group, field: 'words' };
    else if (word === 'deleted') group = { ...group, isDeleted: number !== '0' };
    else if (word === 'v') group = { ...group, isHidden: number !== '0' };
    else if (word === 'plain') group = { ...group, isHidden: false, isDeleted: false };
    else if ((isStarred && !KNOWN_STARRED.test(word)) || ASIDE.test(word)) group = { ...group, isShown: false };
    else if (word === 'ansicpg') decoder = decoderOf(number ?? '1252');
    else if (word === 'uc') group = { ...group, skips: Number(number ?? 1) };
    else if (word === 'u') {
      show(String.fromCharCode((Number(number) + 65_536) % 65_536));
      left = group.skips;
    } else show(SIGNS[word] ?? '');
  };
  for (const [, word, number, byte, sign, brace, plain] of rtf.slice(0, MAX_RTF_LENGTH).matchAll(TOKEN)) {
    if (brace === '{') {
      if (outer.length >= MOST_GROUPS) return '';
      outer.push(group);
    } else if (brace === '}') close();
    else if (sign === '*') isStarred = true;
    else if (word !== undefined) control(word, number);
    else if (byte !== undefined) show(decoder.decode(Uint8Array.of(Number.parseInt(byte, 16))));
    else if (sign !== undefined) show(sign === '~' ? ' ' : sign === '_' ? '-' : /[\\{}]/.test(sign) ? sign : '');
    else if (plain !== undefined) show(plain);
    if (sign !== '*') isStarred = false;
  }
  return text.trim();
}
