import { z } from 'zod';
import type { Desk } from '#electron/desk/desk.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { NewsSite } from '#electron/requests/newsSite.ts';
import { eventIn } from '#shared/drafts/eventDays.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { addMilliseconds, type Instant, instantSchema, romeOf } from '#shared/kernel/instant.ts';
import type { Job } from '#shared/queue/job.ts';
import { pageFact, pageNow, type SeenPage, seenIn, seenPageSchema } from '#shared/queue/page.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import { isSamePage } from '#shared/requests/news/mark.ts';
import { DELIVER } from './deliver.ts';
import type { LeaveStores } from './leaveTrouble.ts';
import { isLinkAccepted } from './linkGone.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Between the two looks after an approval: what differs then changes by itself. */
const SECOND_LOOK = MINUTE;
/** A page that holds a sending, or did not answer, is looked at again so often; one that is as it was so often. */
const AGAIN = 10 * MINUTE;
const NOW_AND_THEN = 6 * HOUR;
/** The desk that queued a sending looks at its page; after so long any other does. */
const OTHERS_AFTER = HOUR;
/** The pages of notices that were sent are looked at once a week, as long as they hold. */
const WEEK = 7 * DAY;
/** So far back a notice that still holds may have been sent, and so long one holds that names no day. */
const LONGEST_AGO = 120 * DAY;
const WITHOUT_DAY = 14 * DAY;
const ROUND_EVERY = HOUR;

const LOOKS = 'pages';
const lookSchema = z.object({
  round: z.int(),
  at: instantSchema,
  /** What the first look after the approval found. */
  first: seenPageSchema.nullable(),
});
type Look = z.infer<typeof lookSchema>;
const looksSchema = z.record(z.string(), lookSchema);

const WAITING = ['queued', 'deferred', 'held', 'toPost'] as const;

export interface PageWatch {
  /** Looks at the next page that is due, one at a time; nothing where none is. */
  readonly look: () => Promise<void>;
}

/**
 * Watches the pages of the notices that wait to leave, from their approval on, and of those that were sent and still hold
 * (P22). A fact is written only where something came of it.
 */
export function pageWatch(
  desk: Desk,
  { queue, ...stores }: LeaveStores & { readonly queue: QueueStore },
  site: Pick<NewsSite, 'check'>,
): PageWatch {
  let isLooking = false;
  let nextRound: Instant | undefined;
  const looks = (): Readonly<Record<string, Look>> => desk.local.get(LOOKS, looksSchema) ?? {};

  const isOfThisDesk = ({ id }: Job): boolean =>
    desk.journal
      .factsOf(`job/${id}`)
      .findLast(({ type }) => type === 'job.queued' || type === 'job.renewed' || type === 'job.requeued')?.dev ===
    desk.journal.device();
  const pageOf = ({ page, rounds }: Job) => (page?.round === rounds ? page : null);

  /** When the page of a waiting sending is to be looked at; undefined where another desk does, or nobody. */
  const dueOf = (job: Job, look: Look | undefined): Instant | undefined => {
    if (job.notice.link === null || stores.drafts.get(job.id)?.release?.way === 'emergenza') return undefined;
    if (isLinkAccepted(stores, job.id)) return undefined;
    const page = pageOf(job);
    const last = look?.round === job.rounds ? look : undefined;
    if (!last) return page || isOfThisDesk(job) ? job.changedAt : addMilliseconds(job.changedAt, OTHERS_AFTER);
    if (!page) return addMilliseconds(last.at, last.first ? SECOND_LOOK : AGAIN);
    return addMilliseconds(last.at, page.held ? AGAIN : NOW_AND_THEN);
  };
  /** Whether a notice that was sent still speaks of a day to come. */
  const holds = ({ notice, sent }: Job, now: Instant): boolean => {
    if (!sent || notice.link === null) return false;
    const event = eventIn(sent.text, romeOf(sent.sentAt).day);
    return event ? event.last.day >= romeOf(now).day : addMilliseconds(sent.sentAt, WITHOUT_DAY) > now;
  };
  const weekly = (now: Instant, looked: Readonly<Record<string, Look>>): Job | undefined => {
    if (nextRound !== undefined && now < nextRound) return undefined;
    const job = queue.plannedBetween(addMilliseconds(now, -LONGEST_AGO), now).find((one) => {
      const due = looked[one.id]?.at ?? one.sent?.sentAt;
      return one.state === 'sent' && due !== undefined && addMilliseconds(due, WEEK) <= now && holds(one, now);
    });
    if (!job) nextRound = addMilliseconds(now, ROUND_EVERY);
    return job;
  };

  /** `first`: what the first look of this round found, if there was one. */
  const factsOfWaiting = (job: Job, first: SeenPage | null, check: LinkCheck): readonly NewFact[] => {
    const [ent, page, round] = [`job/${job.id}`, pageOf(job), job.rounds];
    if (!page) {
      const seen = seenIn(check);
      if (check.outcome !== 'reachable' || (seen && !first)) return [];
      const isSteady = first && seen && isSamePage(first.mark, seen.mark);
      return [pageFact('job.pageKept', ent, { round, page: isSteady ? seen : null })];
    }
    const now = pageNow(page.kept, check);
    const isReachable = check.outcome === 'reachable';
    if (now.is === 'gone')
      return page.held?.seen === null ? [] : [pageFact('job.pageHeld', ent, { round, page: null })];
    if (now.is === 'changed') {
      const isKnown = page.held?.seen && isSamePage(page.held.seen.mark, now.seen.mark);
      return isKnown ? [] : [pageFact('job.pageHeld', ent, { round, page: now.seen })];
    }
    // What cannot be compared is held only while it is gone.
    const isBack = page.held !== null && (now.is === 'same' || (isReachable && !page.kept));
    return isBack ? [pageFact('job.pageSettled', ent, { page: null })] : [];
  };
  const factsOfSent = (job: Job, check: LinkCheck): readonly NewFact[] => {
    const isLost = job.page?.lostSince != null;
    if (check.outcome === 'notFound' && !isLost) return [pageFact('job.pageLost', `job/${job.id}`, {})];
    if (check.outcome === 'reachable' && isLost) return [pageFact('job.pageSettled', `job/${job.id}`, { page: null })];
    return [];
  };

  const remember = (job: Job, look: Look): void => {
    const known = { ...looks(), [job.id]: look };
    const kept = Object.entries(known).filter(([, { at }]) => addMilliseconds(at, LONGEST_AGO) > look.at);
    desk.local.set(LOOKS, Object.fromEntries(kept));
  };
  const next = (now: Instant): Job | undefined => {
    const looked = looks();
    const waiting = queue.inState(...WAITING).find((job) => {
      const due = dueOf(job, looked[job.id]);
      return due !== undefined && due <= now;
    });
    return waiting ?? weekly(now, looked);
  };
  const lookAt = async ({ id, notice: { link } }: Job): Promise<void> => {
    if (link === null) return;
    const check = await site.check(link);
    const job = queue.get(id);
    // While the page was opened another link may have taken its place.
    if (job?.notice.link !== link) return;
    const look = looks()[id];
    const before = look?.round === job.rounds ? look.first : null;
    const facts = job.state === 'sent' ? factsOfSent(job, check) : factsOfWaiting(job, before, check);
    if (facts.length > 0) {
      desk.journal.append(facts, { actor: THE_APP });
      if (facts.some(({ type }) => type === 'job.pageSettled')) desk.outbox.hurry([DELIVER]);
    }
    const first = before ?? (check.outcome === 'reachable' ? seenIn(check) : null);
    remember(job, { round: job.rounds, at: desk.now(), first });
  };

  return {
    look: async () => {
      if (isLooking) return;
      isLooking = true;
      try {
        const job = next(desk.now());
        if (job) await lookAt(job);
      } finally {
        isLooking = false;
      }
    },
  };
}
