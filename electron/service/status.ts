import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Desk } from '#electron/people/desk.ts';
import { viewStop } from '#electron/queue/stop.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { instantSchema, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import { uncoveredPhases } from '#shared/people/escalation.ts';
import { headOf, isHeadPresent, onDuty } from '#shared/people/roster.ts';
import { checksOfDay, lastWorkingDays, mailboxReminder } from '#shared/requests/mailboxChecks.ts';
import type { Status } from '#shared/service/status.ts';
import type { FolderChoices } from './folders.ts';

const mailboxSchema = z.object({ checkedAt: instantSchema.nullable(), problem: problemSchema.nullable() });
const MAILBOX = 'mailbox';
const CHECKED_DAYS = 3;

/** Remembers when the mailbox was last read, and what went wrong if something did. */
export function rememberMailbox(local: LocalValues, checkedAt: Instant, problem: Problem | null): void {
  const before = local.get(MAILBOX, mailboxSchema);
  local.set(MAILBOX, { checkedAt: problem ? (before?.checkedAt ?? null) : checkedAt, problem });
}

export interface StatusSources {
  readonly desk: Desk;
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
  readonly queue: QueueStore;
  readonly folders: FolderChoices;
  readonly training: boolean;
  readonly share: () => Status['share'];
}

/** How the mailbox stands: what this desk last saw, and the two looks of the last working days (P20). */
function mailboxOf({ local, profile }: Desk, requests: RequestStore, now: Instant): Status['mailbox'] {
  const today = romeOf(now).day;
  // Before its first look the office did not use the app: nothing was missed.
  const first = requests.firstLook() ?? today;
  const days = lastWorkingDays(profile.calendar, today, CHECKED_DAYS).filter((day) => day >= first);
  const checks = days.map((day) => {
    const looks = requests.looks(day).map(({ at }) => at);
    return checksOfDay(profile.calendar, day, looks, now);
  });
  const seen = local.get(MAILBOX, mailboxSchema) ?? { checkedAt: null, problem: null };
  const brought = requests.looks(today);
  const sum = (count: 'read' | 'added'): number => brought.reduce((total, look) => total + look[count], 0);
  const reminder = mailboxReminder(checks, now);
  return { ...seen, checks, reminder, today: { read: sum('read'), added: sum('added') } };
}

/** What the frame of every screen shows. */
export function statusOf({ desk, requests, drafts, queue, folders, training, share }: StatusSources): Status {
  const now = desk.now();
  const today = romeOf(now).day;
  const roster = desk.roster();
  const duty = (phase: 'intake' | 'alternative' | 'report'): string | null =>
    onDuty(roster, phase, today)?.name ?? null;
  return {
    now,
    today,
    profile: desk.profile,
    training,
    person: desk.person() ?? null,
    people: [...roster.people],
    duty: {
      intake: duty('intake'),
      alternative: duty('alternative'),
      report: duty('report'),
      head: headOf(roster)?.name ?? null,
      headPresent: isHeadPresent(roster, today),
      uncovered: [...uncoveredPhases(roster, desk.profile.calendar, today)],
    },
    escalation: roster.escalation,
    counts: {
      requests: requests.countOpen(),
      approvals: drafts.countWaiting(),
      queued: queue.count('queued', 'deferred', 'held', 'delivering', 'handedOver'),
      uncertain: queue.count('uncertain', 'refused'),
    },
    stopped: viewStop(desk, queue),
    mailbox: mailboxOf(desk, requests, now),
    share: share(),
    folders: folders.get(),
  };
}
