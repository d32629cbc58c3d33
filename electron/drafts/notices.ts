import type { RequestStore } from '#electron/requests/store.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import type { DraftStore } from './store.ts';

/** The texts on which the head has still to decide, for the duplicate check (P21). */
export function forwardedNotices(drafts: DraftStore, requests: RequestStore): readonly NoticeRef[] {
  return drafts.waiting().flatMap(({ id, rewritten }) => {
    const request = requests.get(id);
    if (!request) return [];
    const { title, data } = request;
    const { text, at: when } = rewritten;
    return [{ id, kind: 'forwarded', number: null, title, when, office: data.office, link: data.link, text }];
  });
}
