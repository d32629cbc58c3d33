/** The text an answer of the office proposes for its notice (P17): pure. */
import { normaliseText } from '#shared/kernel/text.ts';
import type { RequestDetail } from '#shared/requests/views.ts';

type Shown = Pick<RequestDetail, 'answers' | 'unread' | 'mails' | 'savedAt'>;

/** A text the office wrote in an answer, with where it comes from. */
export interface AnsweredText {
  /** The answer. */
  readonly mail: string;
  readonly text: string;
  /** Who wrote it, where that is known. */
  readonly from: string | null;
  readonly at: string;
}

/**
 * The text of the last answer that has one, while it is news: nobody has read the answer, or nobody has written here since.
 * Nothing where the text being written says the same.
 */
export function answeredText({ answers, unread, mails, savedAt }: Shown, text: string): AnsweredText | undefined {
  const last = answers.findLast(({ says, fromHead }) => !fromHead && says.text !== null);
  const offered = last?.says.text?.trim() ?? '';
  if (!last || offered === '' || normaliseText(offered) === normaliseText(text)) return undefined;
  const isNews = unread.some(({ mail }) => mail === last.mail) || (savedAt ?? '') < last.receivedAt;
  if (!isNews) return undefined;
  const from = mails.find(({ id }) => id === last.mail)?.from;
  return { mail: last.mail, text: offered, from: from ? from.name || from.address : null, at: last.receivedAt };
}
