import type { Secrets } from '#electron/db/secrets.ts';
import type { Sharing } from '#electron/desk/sharing.ts';
import type { ProxyFor } from '#electron/desk/systemFetch.ts';
import type { OutgoingTable } from '#electron/outbox/outgoingTable.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { QueuedNotices } from '#electron/requests/comparing/noticeIndex.ts';
import type { AskingSources } from '#electron/requests/letters/asking.ts';
import type { AnsweredSending, ReportedOfSending } from '#electron/requests/mailbox/reported.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import type { RequestStore } from './store.ts';

/** What the use-cases of the requests need of the house. */
export interface RequestsPorts {
  readonly store: RequestStore;
  readonly register: RegisterStore;
  readonly sharing: Sharing;
  /** How links are opened; never in the invented town, of which nothing leaves. */
  readonly fetch: typeof fetch | undefined;
  /** How who gives an access to the post is asked; where nothing leaves, nobody. */
  readonly accessFetch: typeof fetch | undefined;
  /** Who keeps the password of the mailbox. */
  readonly secrets: Secrets;
  readonly proxyFor: ProxyFor;
  /** The letters on their way over SMTP. */
  readonly outgoing: OutgoingTable;
  /** From 0 to 1: the desks of a town do not all ask at once. */
  readonly random: () => number;
  /** The text being written for a request, of the word to the right. */
  readonly written: (id: string) => { readonly text: string; readonly savedAt: Instant } | undefined;
  /** Requests on whose text the head has still to decide, of the word to the right. */
  readonly waiting: () => readonly string[];
  /** Notices on their way, of the words to the right: what a new request could repeat (P21). */
  readonly queued: QueuedNotices;
  readonly forwarded: () => readonly NoticeRef[];
  readonly sameNotice: AskingSources['sameNotice'];
  /** What became of its text, of the words to the right (P30). */
  readonly decision: AskingSources['decision'];
  /** What a report proves of an e-mail to the contractor, of the words to the right. */
  readonly reported: ReportedOfSending;
  readonly answered: AnsweredSending;
  /** Told how far a long job is. */
  readonly progress: (job: 'mailbox', done: number, total: number) => void;
}
