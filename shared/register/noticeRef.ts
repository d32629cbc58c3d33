import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Entry, entryNumber } from './entry.ts';

/** A notice wherever it has come, as the words name it to each other and as a screen shows it. */
export const noticeRefSchema = z.object({
  /** Of its row of the register, its sending or its request: the same all along. */
  id: z.string(),
  /** `forwarded`: the head has still to decide. `asked`: an open request. */
  kind: z.enum(['sent', 'queued', 'forwarded', 'asked']),
  /** `2026/0204`; null while it has none. */
  number: z.string().nullable(),
  title: z.string(),
  /** When it was sent or is planned, was forwarded, or came in. */
  when: instantSchema,
  office: z.string().nullable(),
  link: z.string().nullable(),
  text: z.string(),
});
export type NoticeRef = z.infer<typeof noticeRefSchema>;

/** A row of the register as a notice. */
export function sentRef(entry: Entry): NoticeRef {
  const { id, title, sentAt: when, office, link, sent } = entry;
  return { id, kind: 'sent', number: entryNumber(entry), title, when, office, link, text: sent.text };
}
