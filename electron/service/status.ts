import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Desk } from '#electron/people/desk.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { instantSchema, romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import { headOf, onDuty } from '#shared/people/roster.ts';
import type { Status } from '#shared/service/status.ts';
import type { FolderChoices } from './folders.ts';

const mailboxSchema = z.object({ checkedAt: instantSchema.nullable(), problem: problemSchema.nullable() });
const MAILBOX = 'mailbox';

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
}

/** What the frame of every screen shows. */
export function statusOf({ desk, requests, drafts, queue, folders, training }: StatusSources): Status {
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
    },
    counts: {
      requests: requests.countOpen(),
      approvals: drafts.countWaiting(),
      queued: queue.count('queued', 'deferred', 'held', 'delivering', 'handedOver'),
      uncertain: queue.count('uncertain', 'refused'),
    },
    mailbox: desk.local.get(MAILBOX, mailboxSchema) ?? { checkedAt: null, problem: null },
    folders: folders.get(),
  };
}
