import type { DraftStore } from '#electron/drafts/store.ts';
import type { NewsSite } from '#electron/requests/newsSite.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Job } from '#shared/queue/job.ts';
import { sayLinkCheck } from '#shared/requests/linkCheck.ts';

/**
 * Why a notice whose link no longer works must not leave (P22: repeated at hand-off), or `undefined`. A link that a person
 * let go with a reason is not looked at again (P25).
 */
export async function linkGone(
  { site, drafts }: { readonly site: NewsSite; readonly drafts: Pick<DraftStore, 'get'> },
  { id, notice }: Pick<Job, 'id' | 'notice'>,
): Promise<Problem | undefined> {
  const isAccepted = drafts.get(id)?.checks.some(({ line, why }) => line === 'link' && why?.trim()) ?? false;
  const check = notice.link === null || isAccepted ? undefined : await site.check(notice.link);
  if (check?.outcome !== 'notFound') return undefined;
  return {
    code: 'link-gone',
    what: `La notizia non si apre: ${sayLinkCheck(check).words}.`,
    remedy:
      'Chiedi all’ufficio se la notizia è ancora sul sito, poi riprova. Se l’avviso va bene anche così, rimandalo a chi scrive: nei controlli si dice perché.',
  };
}
