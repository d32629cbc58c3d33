/** The page of the news as it was when a text was approved, and what became of it since (P22). Pure. */
import { z } from 'zod';
import { type FactOf, writerOf } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import { isSamePage, pageMarkSchema } from '#shared/requests/news/mark.ts';
import { pageSaysSchema } from '#shared/requests/news/says.ts';

/** A page as it was at one look. */
export const seenPageSchema = z.object({
  mark: pageMarkSchema,
  title: z.string().nullable(),
  says: pageSaysSchema,
});
export type SeenPage = z.infer<typeof seenPageSchema>;

const roundSchema = z.int().positive();

/** What can happen to the page of a sending: entity `job/<request>`; `round` is that of the sending it was looked at for. */
export const pageFacts = {
  /** Two looks a minute apart after the approval; `page` is null where they differ, or say too little: not to be compared. */
  'job.pageKept': z.object({ round: roundSchema, page: seenPageSchema.nullable() }),
  /** It is another page, or gone, since: the sending waits for a person. `page` is null of one that is gone. */
  'job.pageHeld': z.object({ round: roundSchema, page: seenPageSchema.nullable() }),
  /** A person looked at it and says that the notice may leave; by the app: it is as it was. What was sent is looked at no more. */
  'job.pageSettled': z.object({ page: seenPageSchema.nullable() }),
  /** The page of a notice that was sent and still holds is gone. */
  'job.pageLost': z.object({}),
} as const;
export const pageFact = writerOf(pageFacts);
export type PageFactType = keyof typeof pageFacts;

export const jobPageSchema = z.object({
  round: roundSchema,
  /** Null = it cannot be compared. */
  kept: seenPageSchema.nullable(),
  /** Since when it is another page (`seen`), or gone (null). */
  held: z.object({ seen: seenPageSchema.nullable(), since: instantSchema }).nullable(),
  /** Since when the page of a notice that was sent is gone. */
  lostSince: instantSchema.nullable(),
});
export type JobPage = z.infer<typeof jobPageSchema>;

const NOTHING_KEPT = { kept: null, held: null, lostSince: null };

/** What is known of the page after a fact; what is of another round of the sending changes nothing. */
export function pageAfter(page: JobPage | null, rounds: number, fact: FactOf<typeof pageFacts>): JobPage | null {
  const now: JobPage = page?.round === rounds ? page : { ...NOTHING_KEPT, round: rounds };
  switch (fact.type) {
    case 'job.pageKept':
      // The first word counts: the others looked later.
      return fact.body.round === rounds && page?.round !== rounds ? { ...now, kept: fact.body.page } : page;
    case 'job.pageHeld':
      return fact.body.round === rounds ? { ...now, held: { seen: fact.body.page, since: fact.at } } : page;
    case 'job.pageSettled':
      return { ...now, kept: fact.body.page ?? now.kept, held: null, lostSince: null };
    case 'job.pageLost':
      return { ...now, lostSince: fact.at };
  }
}

/** What a look at a page says to what was kept: nothing where it could not be looked at, or cannot be compared. */
export function pageNow(
  kept: SeenPage | null,
  { outcome, page, title }: Pick<LinkCheck, 'outcome' | 'page' | 'title'>,
): { readonly is: 'same' | 'unknown' | 'gone' } | { readonly is: 'changed'; readonly seen: SeenPage } {
  if (outcome === 'notFound') return { is: 'gone' };
  if (outcome !== 'reachable' || !kept || !page?.mark) return { is: 'unknown' };
  if (isSamePage(kept.mark, page.mark)) return { is: 'same' };
  return { is: 'changed', seen: { mark: page.mark, title, says: page.says } };
}

/** The page of a look, to be kept; null where it says too little. */
export const seenIn = ({ page, title }: Pick<LinkCheck, 'page' | 'title'>): SeenPage | null =>
  page?.mark ? { mark: page.mark, title, says: page.says } : null;

/** How a page differs from what was kept: its title, the days and places it names, before and now. Sentences for people. */
export function pageDifferences(before: SeenPage, now: SeenPage): readonly string[] {
  const pair = (what: string, one: string, other: string): readonly string[] =>
    one === other ? [] : [`${what}: prima «${one || 'niente'}», adesso «${other || 'niente'}».`];
  const days = ({ says }: SeenPage): string => says.days.map(({ words }) => words).join(', ');
  const places = ({ says }: SeenPage): string => says.places.join(', ');
  return [
    ...pair('Titolo', before.title ?? '', now.title ?? ''),
    ...pair('Giorni', days(before), days(now)),
    ...pair('Luoghi', places(before), places(now)),
  ];
}

/** States in which a sending can still be held: an e-mail that lies ready has not left either. */
const NOT_LEFT: readonly string[] = ['queued', 'deferred', 'held', 'delivering', 'toPost'];

/** Whether its page holds a sending: what has left is held by nothing. */
export const isHeldByPage = ({ state, page }: { readonly state: string; readonly page: JobPage | null }): boolean =>
  page?.held != null && NOT_LEFT.includes(state);

export const PAGE_CHANGED = 'page-changed';

/** Why a sending does not leave: the problems `page-changed` and `page-gone`. */
export const heldByPage = ({ seen }: NonNullable<JobPage['held']>): Problem =>
  seen
    ? {
        code: PAGE_CHANGED,
        what: 'È fermo: la pagina della notizia è cambiata dopo l’approvazione.',
        remedy: 'Guarda la pagina e conferma che l’avviso va ancora bene, oppure rimandalo al capo settore.',
      }
    : {
        code: 'page-gone',
        what: 'È fermo: la pagina della notizia non si apre più.',
        remedy: 'Chiedi all’ufficio di rimetterla: l’invio riprende da solo. Oppure rimandalo al capo settore.',
      };
