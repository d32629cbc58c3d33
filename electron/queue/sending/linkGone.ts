import type { Desk } from '#electron/desk/desk.ts';
import type { NewsSite } from '#electron/requests/newsSite.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Job } from '#shared/queue/job.ts';
import { heldByPage, pageFact, pageNow } from '#shared/queue/page.ts';
import { sayLinkCheck } from '#shared/requests/linkCheck.ts';
import type { LeaveStores } from './leaveTrouble.ts';

/**
 * Whether a person let the link go with a reason though it does not open (P25): then it is not looked at again. What she
 * let go of a page that answers is what it says, and not that it is there.
 */
export function isLinkAccepted({ drafts, requests }: LeaveStores, id: string): boolean {
  const isExplained = drafts.get(id)?.checks.some(({ line, why }) => line === 'link' && why?.trim()) ?? false;
  return isExplained && requests.get(id)?.linkCheck?.outcome !== 'reachable';
}

/**
 * Why a notice must not leave for its page (P22: looked at once more at hand-off), or `undefined`: `link-gone`, and
 * `page-changed` where it is another page than at the approval, which then holds it on every desk.
 */
export async function linkGone(
  desk: Pick<Desk, 'journal'>,
  { site, ...stores }: LeaveStores & { readonly site: Pick<NewsSite, 'check'> },
  { id, notice, page, rounds }: Pick<Job, 'id' | 'notice' | 'page' | 'rounds'>,
): Promise<Problem | undefined> {
  const check = notice.link === null || isLinkAccepted(stores, id) ? undefined : await site.check(notice.link);
  if (check?.outcome === 'notFound') {
    return {
      code: 'link-gone',
      what: `La notizia non si apre: ${sayLinkCheck(check).words}.`,
      remedy:
        'Chiedi all’ufficio se la notizia è ancora sul sito, poi riprova. Se l’avviso va bene anche così, rimandalo a chi scrive: nei controlli si dice perché.',
    };
  }
  const now = check && pageNow(page?.round === rounds ? page.kept : null, check);
  if (now?.is !== 'changed') return undefined;
  const held = pageFact('job.pageHeld', `job/${id}`, { round: rounds, page: now.seen });
  const [{ at: since } = { at: check?.checkedAt ?? '' }] = desk.journal.append([held], { actor: THE_APP });
  return heldByPage({ seen: now.seen, since });
}
