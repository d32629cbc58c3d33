import { RAW_ADDRESS, withoutFinalMarks } from './addresses.ts';

/** A link written in a draft. Offsets are UTF-16 and leave out the punctuation that closes the sentence. */
export interface WrittenLink {
  readonly from: number;
  readonly to: number;
  /** End with the punctuation that sticks to the link. */
  readonly rawTo: number;
  readonly url: string;
  /** Host in lower case, without port. */
  readonly host: string;
}

/** An e-mail address written in a draft. */
export interface WrittenMail {
  readonly from: number;
  readonly to: number;
  readonly address: string;
  readonly domain: string;
}

export interface MaskedText {
  /** As long as the text; links and e-mail addresses are filled with `FILLER`, so that offsets stay valid. */
  readonly masked: string;
  readonly links: readonly WrittenLink[];
  readonly mails: readonly WrittenMail[];
}

/** Stands for the characters of links and addresses; it is neither letter, digit, space nor punctuation. */
export const FILLER = '\u00a4';

const ADDRESS = '(?<![\\w.+-])[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+';
const FULL_LINK = `(?<![\\w@])${RAW_ADDRESS}`;
const BARE_DOMAIN =
  '(?<![@\\w./-])(?:[a-z0-9][a-z0-9-]*\\.)+(?:(?:it|com|org|net|eu|info|edu|gov)(?![\\w@.-]*[\\w@])(?:\\/[^\\s<>"“”«»]*)?|[a-z]{2,}\\/[^\\s<>"“”«»]+)';
const ADDRESS_OR_LINK = new RegExp(`(${ADDRESS})|${FULL_LINK}|${BARE_DOMAIN}`, 'giu');

const hostOf = (url: string): string =>
  (url.replace(/^https?:\/\//i, '').split(/[/?#:]/)[0] ?? '').replace(/^.*@/, '').toLowerCase();

/** The links and e-mail addresses of `text`, and the text with both masked at the same length. */
export function maskAddresses(text: string): MaskedText {
  const links: WrittenLink[] = [];
  const mails: WrittenMail[] = [];
  const masked = text.replace(ADDRESS_OR_LINK, (match: string, address: string | undefined, from: number) => {
    if (address !== undefined) {
      const [, domain = ''] = address.toLowerCase().split('@');
      mails.push({ from, to: from + match.length, address, domain });
      return FILLER.repeat(match.length);
    }
    const url = withoutFinalMarks(match);
    const host = hostOf(url);
    if (host === '') return match;
    links.push({ from, to: from + url.length, rawTo: from + match.length, url, host });
    return FILLER.repeat(url.length) + match.slice(url.length);
  });
  return { masked, links, mails };
}
