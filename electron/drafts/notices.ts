import type { HeldNotice } from '#electron/requests/noticeBook.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { DraftStore } from './store.ts';

/** The texts on which the head has still to decide, as plain rows for the duplicate check (P21). */
export function forwardedNotices(drafts: DraftStore, requests: RequestStore): readonly HeldNotice[] {
  return drafts.waiting().flatMap(({ id, rewritten }) => {
    const request = requests.get(id);
    if (!request) return [];
    const { title, data } = request;
    return [{ id, title, text: rewritten.text, link: data.link, office: data.office, at: rewritten.at }];
  });
}
