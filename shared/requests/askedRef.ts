import type { NoticeRef } from '#shared/register/noticeRef.ts';
import type { Request } from './request.ts';

/** A request as the notice its office asked for. */
export function askedRef({ id, title, asked, data, receivedAt }: Request): NoticeRef {
  const { link, office } = data;
  return { id, kind: 'asked', number: null, title, when: receivedAt, office, link, text: asked.text };
}
