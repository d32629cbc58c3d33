import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { viewStop } from '#electron/queue/acts/stop.ts';
import { countToPost } from '#electron/queue/acts/toPost.ts';
import { failingEmergencies } from '#electron/queue/sending/alarms.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { isMailboxConnected } from '#electron/requests/mailbox/connecting.ts';
import { mailboxState } from '#electron/requests/mailboxState.ts';
import { sendingState } from '#electron/requests/sendingState.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { checksOfDay, lastWorkingDays, mailboxReminder } from '#shared/requests/mailboxChecks.ts';
import type { Status } from '#shared/service/status.ts';

const CHECKED_DAYS = 3;

export interface StatusSources {
  readonly desk: Desk;
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
  readonly queue: QueueStore;
}

/** How the mailbox stands: what this desk last saw, and the two looks of the last working days (P20). */
function mailboxOf(desk: Desk, requests: RequestStore, now: Instant): Status['mailbox'] {
  const { profile } = desk;
  const today = romeOf(now).day;
  // Before its first look the office did not use the app: nothing was missed.
  const first = requests.firstLook() ?? today;
  const source = isMailboxConnected(desk) ? 'server' : desk.folders.isChosen('mails') ? 'folder' : 'none';
  // Without a mailbox of its own only colleagues look at one: alone, none of the two looks is due (P20).
  const isLookedAt = source !== 'none' || desk.claims.isShared();
  const days = isLookedAt ? lastWorkingDays(profile.calendar, today, CHECKED_DAYS).filter((day) => day >= first) : [];
  const checks = days.map((day) => {
    const looks = requests.looks(day).map(({ at }) => at);
    return checksOfDay(profile.calendar, day, looks, now, profile.mailboxChecks);
  });
  const brought = requests.looks(today);
  const sum = (count: 'read' | 'added'): number => brought.reduce((total, look) => total + look[count], 0);
  const reminder = source === 'none' ? null : mailboxReminder(checks, now);
  const [oldest] = requests.unread.list('waiting', 1);
  return {
    source,
    ...mailboxState(desk),
    checks,
    reminder,
    today: { read: sum('read'), added: sum('added') },
    unread: { count: requests.unread.count(), since: oldest?.since ?? null },
  };
}

/** How the work of this desk stands now. */
export function statusOf({ desk, requests, drafts, queue }: StatusSources): Status {
  return {
    counts: {
      requests: requests.countOpen(),
      approvals: drafts.countWaiting(),
      queued: queue.count('queued', 'deferred', 'held', 'delivering', 'toPost', 'handedOver'),
      toPost: countToPost({ queue, drafts, requests }),
      uncertain: queue.count('uncertain', 'refused'),
      alarms: failingEmergencies(desk, queue, drafts).length,
    },
    stopped: viewStop(desk, queue),
    mailbox: mailboxOf(desk, requests, desk.now()),
    sending: sendingState(desk),
    folders: desk.folders.get(),
  };
}
