import type { Desk } from '#electron/desk/desk.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { SentMail } from '#electron/requests/mailbox/sentMail.ts';
import { letterId } from '#electron/requests/mailIds.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';
import type { JobMail } from '#shared/queue/jobMail.ts';
import { notToPost } from '#shared/queue/toPost.ts';
import { letterFact, type SentLetter } from '#shared/requests/letterFacts.ts';

export interface SearchParts {
  readonly queue: Pick<QueueStore, 'get' | 'inState'>;
  readonly requests: Pick<RequestStore, 'letter' | 'lettersInTrouble'>;
  readonly sentMail: () => SentMail | undefined;
  /** Looks at the mailbox: reports and receipts that came find their letter by themselves. */
  readonly lookQuietly: () => Promise<unknown>;
}

type Found = JobMail['found'];

/** What was found of an e-mail, and whether nobody has to decide about it any more. */
interface Search {
  readonly found: Found;
  readonly isSettled: boolean;
}

const LETTER = 'letter/';
const JOB = 'job/';
/** Of what left so long ago the app itself looks no more. */
const DAYS_MILLISECONDS = 3 * 24 * 60 * 60_000;
/** From one look of the app itself to the next. */
const PACE_MILLISECONDS = 10 * 60_000;

const notConnected = (): Result<never, Problem> =>
  problem({
    code: 'mailbox-not-connected',
    what: 'La casella non è collegata: l’app non può cercare.',
    remedy: 'Guarda tu nella posta inviata, oppure collega la casella in Impostazioni.',
  });

/** An e-mail of which nobody knows whether it left. */
interface Doubt {
  readonly id: string;
  readonly messageId: string;
  readonly since: Instant;
  /** A copy in the folder of sent mail may be of an attempt before this one: then it proves nothing. */
  readonly isFirst: boolean;
  readonly fact: NewFact;
}

const letterDoubt = (id: string, { messageId, again, at }: SentLetter): Doubt => ({
  ...{ id: `${LETTER}${id}`, messageId, since: at, isFirst: again === 0 },
  fact: letterFact('letter.found', `letter/${id}`, { where: 'copy' }),
});
const jobDoubts = ({ id, mail, changedAt }: Job): readonly Doubt[] =>
  mail === null
    ? []
    : [
        {
          ...{ id: `${JOB}${id}`, messageId: mail.messageId, since: changedAt, isFirst: true },
          fact: queueFact('job.mailFound', `job/${id}`, { messageId: mail.messageId, where: 'copy' }),
        },
      ];

/**
 * Looks in the mailbox for e-mails of which nobody knows whether the server took them (P33). The app puts no copy of those
 * into the folder of sent mail: one that lies there was put by the server, or by who sent it, and proves that it left. That
 * none lies there proves nothing: a person decides.
 */
export function searchCases(desk: Desk, { queue, requests, sentMail, lookQuietly }: SearchParts) {
  let lastAt: Instant | undefined;
  let isLooking = false;

  const doubtOf = (id: string): Doubt | undefined => {
    if (id.startsWith(JOB)) {
      const job = queue.get(id.slice(JOB.length));
      return job?.state === 'uncertain' ? jobDoubts(job)[0] : undefined;
    }
    const own = id.slice(LETTER.length);
    const letter = requests.letter(own);
    return letter?.state === 'uncertain' ? letterDoubt(own, letter) : undefined;
  };
  const howFound = (id: string): Search => {
    if (id.startsWith(JOB)) {
      const job = queue.get(id.slice(JOB.length));
      return { found: job?.mail?.found ?? null, isSettled: job?.state !== 'uncertain' };
    }
    const letter = requests.letter(id.slice(LETTER.length));
    return { found: letter?.found ?? null, isSettled: letter?.state !== 'uncertain' };
  };
  /** Keeps what the folder of sent mail proves; the problem is of the way there. */
  const inSent = async (folder: SentMail, doubt: Doubt): Promise<Result<void, Problem>> => {
    if (!doubt.isFirst) return ok(undefined);
    const isThere = await folder.holds(doubt.messageId);
    if (!isThere.ok) return isThere.error.code === 'sent-folder-missing' ? ok(undefined) : isThere;
    // Meanwhile somebody may have said how it ended.
    if (isThere.value && doubtOf(doubt.id)) desk.journal.append([doubt.fact], { actor: THE_APP });
    return ok(undefined);
  };
  const doubts = (): readonly Doubt[] => {
    const from = addMilliseconds(desk.now(), -DAYS_MILLISECONDS);
    const letters = requests.lettersInTrouble().filter(({ state }) => state === 'uncertain');
    return [
      ...letters.map((letter) => letterDoubt(letterId(letter.messageId), letter)),
      ...queue.inState('uncertain').flatMap(jobDoubts),
    ].filter(({ since }) => since >= from);
  };
  return {
    /** A person wants to know now. */
    search: async ({ id }: { readonly id: string }): Promise<Result<Search, Problem>> => {
      const doubt = doubtOf(id);
      if (!doubt) return notToPost();
      const folder = sentMail();
      if (!folder) return notConnected();
      await lookQuietly();
      if (!doubtOf(id)) return ok(howFound(id));
      const looked = await inSent(folder, doubt);
      return looked.ok ? ok(howFound(id)) : looked;
    },
    /** The app looks by itself, now and then. */
    look: async (): Promise<void> => {
      const folder = sentMail();
      const isDue = lastAt === undefined || addMilliseconds(lastAt, PACE_MILLISECONDS) <= desk.now();
      const open = folder && isDue && !isLooking ? doubts() : [];
      if (!folder || open.length === 0) return;
      isLooking = true;
      lastAt = desk.now();
      try {
        for (const doubt of open) if (!(await inSent(folder, doubt)).ok) break;
      } finally {
        isLooking = false;
      }
    },
  };
}
