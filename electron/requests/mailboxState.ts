import { z } from 'zod';
import type { Desk } from '#electron/desk/desk.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { keptProblemSchema, type Problem } from '#shared/kernel/problem.ts';

const MAILBOX = 'mailbox';
const mailboxSchema = z.object({
  checkedAt: instantSchema.nullable(),
  problem: keptProblemSchema.nullable(),
  /** The first look after the last good one that did not succeed; former versions kept none. */
  failingSince: instantSchema.nullable().default(null),
});
type MailboxState = z.infer<typeof mailboxSchema>;

/** When this desk last read the mailbox, what went wrong since, and since when. */
export const mailboxState = ({ local }: Pick<Desk, 'local'>): MailboxState =>
  local.get(MAILBOX, mailboxSchema) ?? { checkedAt: null, problem: null, failingSince: null };

/** Remembers that the mailbox was read now, or what went wrong; with `wasRead` both. */
export function rememberMailbox(
  { local, now, tell }: Pick<Desk, 'local' | 'now' | 'tell'>,
  problem: Problem | null,
  wasRead = problem === null,
): void {
  const before = mailboxState({ local });
  const at = now();
  local.set(
    MAILBOX,
    problem
      ? {
          checkedAt: wasRead ? at : before.checkedAt,
          problem,
          failingSince: before.problem ? (before.failingSince ?? at) : at,
        }
      : { checkedAt: at, problem: null, failingSince: null },
  );
  tell('service');
}
