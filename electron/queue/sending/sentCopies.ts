import type { Desk } from '#electron/desk/desk.ts';
import type { Post } from '#electron/outbox/post.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { SentMail } from '#electron/requests/mailbox/sentMail.ts';
import { letterId } from '#electron/requests/mailIds.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { nextAttempt } from '#shared/outbox/effect.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { letterFact } from '#shared/requests/letterFacts.ts';

export interface SentCopiesParts {
  readonly queue: Pick<QueueStore, 'ofMessage'>;
  readonly requests: Pick<RequestStore, 'letter'>;
  readonly post: Pick<Post, 'taken' | 'forgetBytes'>;
  readonly sentMail: () => SentMail | undefined;
}

/** A server that keeps a copy itself has so long to do it. */
const SERVER_FIRST_MILLISECONDS = 60_000;
/** So often a copy is tried; the first pauses are those of an effect that failed thrice. */
const MOST_ATTEMPTS = 6;
const PAUSES_BEFORE = 3;

/** What the copy belongs to: since when the server has the letter, and how it is told. */
interface Owner {
  readonly at: Instant;
  readonly isFiled: boolean;
  readonly filed: (folder: string) => NewFact;
  readonly notFiled: (why: string) => NewFact;
}

/**
 * Puts a copy of what left by itself into the folder of sent mail, unless the server has put one there; whether it succeeds
 * changes nothing of the letter, and is told in its story. One at a time, beside what is to leave.
 */
export function sentCopies(desk: Desk, { queue, requests, post, sentMail }: SentCopiesParts) {
  const tries = new Map<string, { readonly count: number; readonly next: Instant }>();
  let isLooking = false;

  const ownerOf = (messageId: string): Owner | undefined => {
    const id = letterId(messageId);
    const letter = requests.letter(id);
    if (letter) {
      const ent = `letter/${id}`;
      return {
        at: letter.at,
        isFiled: letter.filed !== null,
        filed: (folder) => letterFact('letter.filed', ent, { folder }),
        notFiled: (why) => letterFact('letter.notFiled', ent, { why }),
      };
    }
    const job = queue.ofMessage(messageId);
    if (!job?.mail) return undefined;
    const ent = `job/${job.id}`;
    return {
      at: job.mail.taken?.at ?? job.changedAt,
      isFiled: job.mail.filed !== null,
      filed: (folder) => queueFact('job.letterFiled', ent, { messageId, folder }),
      notFiled: (why) => queueFact('job.letterNotFiled', ent, { messageId, why }),
    };
  };
  const keep = (fact: NewFact): void => {
    desk.journal.append([fact], { actor: THE_APP });
  };
  const file = async (id: string, raw: Buffer, owner: Owner, folder: SentMail): Promise<void> => {
    const filed = await folder.file(id, raw);
    if (filed.ok) keep(owner.filed(filed.value));
    else {
      const count = (tries.get(id)?.count ?? 0) + 1;
      tries.set(id, { count, next: nextAttempt(desk.now(), count + PAUSES_BEFORE) });
      if (count < MOST_ATTEMPTS) return;
      keep(owner.notFiled(filed.error.what));
    }
    tries.delete(id);
    post.forgetBytes(id);
  };
  const lookOnce = async (): Promise<void> => {
    const folder = sentMail();
    for (const { id, raw } of post.taken()) {
      const owner = ownerOf(id);
      if (!owner) continue;
      if (owner.isFiled || !folder) {
        post.forgetBytes(id);
        continue;
      }
      const due = tries.get(id)?.next ?? addMilliseconds(owner.at, SERVER_FIRST_MILLISECONDS);
      if (due <= desk.now()) await file(id, raw, owner, folder);
    }
  };
  return {
    look: async (): Promise<void> => {
      if (isLooking) return;
      isLooking = true;
      try {
        await lookOnce();
      } finally {
        isLooking = false;
      }
    },
  };
}
