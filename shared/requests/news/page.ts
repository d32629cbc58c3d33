import { z } from 'zod';

/** The most that is kept of the words of a page: the news of a town hall are shorter. */
export const MAX_PAGE_TEXT = 40_000;
const words = (most: number) => z.string().max(most).nullable();

/** A page of the institutional site as it was read: what it says of itself in its head, and its main words. */
export const newsPageSchema = z.object({
  /** The `title` element. */
  title: words(2_000),
  /** The `description` meta element. */
  description: words(4_000),
  /** The Open Graph values (https://ogp.me): what whoever shows the link takes first. */
  ogTitle: words(2_000),
  ogDescription: words(4_000),
  /** As it is written in the page: an address, or what was meant as one. */
  ogImage: words(4_000),
  /** Where the page sends its reader within a few seconds, as it is written. */
  refresh: words(4_000),
  /** The words of the news: without menus, strips about cookies, forms, and what is not shown. */
  text: z.string().max(MAX_PAGE_TEXT),
});
export type NewsPage = z.infer<typeof newsPageSchema>;
