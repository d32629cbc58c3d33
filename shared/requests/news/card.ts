/** The card citizens will see under the first link of a notice (P22). Pure. */
import { z } from 'zod';
import { parseWebAddress } from '#shared/text/addresses.ts';
import type { NewsPage } from './page.ts';

/**
 * What became of the picture a page names for its card: `own` lies on the institutional site and can be shown here;
 * `elsewhere` on another site, which the app does not open; `unusable` is no absolute https address, and nobody shows it.
 */
const IMAGE_PLACES = ['own', 'elsewhere', 'unusable'] as const;

/** The card of a page; null where it names no title at all: then there is no card. */
export const newsCardSchema = z.object({
  title: z.string(),
  description: z.string().nullable(),
  image: z.object({ place: z.enum(IMAGE_PLACES), address: z.string() }).nullable(),
});
export type NewsCard = z.infer<typeof newsCardSchema>;

/**
 * So much of a title and of a description is shown: about two lines each on a telephone. An approximation of ours, made
 * by looking; WhatsApp publishes no measure and changes it.
 */
export const CARD_TITLE_LENGTH = 80;
const CARD_DESCRIPTION_LENGTH = 110;

const LONGEST_ADDRESS = 2_000;
const inOneLine = (text: string | null): string | null => text?.replace(/\s+/g, ' ').trim() || null;

/** The words cut as the card shows them, at a blank where there is one, with the sign that something follows. */
export function cutForCard(text: string, length: number): string {
  const letters = Array.from(text);
  if (letters.length <= length) return text;
  const short = letters.slice(0, length - 1).join('');
  const blank = short.lastIndexOf(' ');
  return `${(blank > length / 2 ? short.slice(0, blank) : short).trimEnd()}…`;
}

function imageOf(written: string | null, isOwn: (address: string) => boolean): NewsCard['image'] {
  const address = written?.trim().slice(0, LONGEST_ADDRESS);
  if (!address) return null;
  const isAbsolute = /^https:\/\//i.test(address) && parseWebAddress(address) !== undefined;
  if (!isAbsolute) return { place: 'unusable', address };
  return { place: isOwn(address) ? 'own' : 'elsewhere', address };
}

/**
 * The card of a page, by the Open Graph values and else by the title and the description of the page (https://ogp.me);
 * null where neither names a title. `isOwn`: whether an address lies on the institutional site.
 */
export function cardOf(
  page: Pick<NewsPage, 'title' | 'description' | 'ogTitle' | 'ogDescription' | 'ogImage'>,
  isOwn: (address: string) => boolean,
): NewsCard | null {
  const title = inOneLine(page.ogTitle) ?? inOneLine(page.title);
  if (title === null) return null;
  const description = inOneLine(page.ogDescription) ?? inOneLine(page.description);
  return {
    title: cutForCard(title, CARD_TITLE_LENGTH),
    description: description && cutForCard(description, CARD_DESCRIPTION_LENGTH),
    image: imageOf(page.ogImage, isOwn),
  };
}

/** Whether a title is only the address of a page or of a site: citizens would read no news in it. */
export const isBareAddress = (title: string): boolean =>
  /^(?:https?:\/\/)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,24}(?:[/?#]\S*)?$/iu.test(title.trim());
