import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LocalValues } from '#electron/db/localValues.ts';
import { type Day, daySchema } from '#shared/kernel/day.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import type { OpenedFolder } from './imapSession.ts';

const POSITION = 'mailbox-position';
const positionSchema = z.object({
  /** The mailbox and the folder it is of. */
  account: z.string(),
  uidValidity: z.string(),
  /** Goes up when the server numbers anew without saying so. */
  epoch: z.int().nonnegative(),
  /** Every message up to this number was read, or waits among those that could not be; null before the first look. */
  lastUid: z.int().nonnegative().nullable(),
  /** From which day on a mailbox is read that this desk sees for the first time, or whose numbers are new. */
  since: daySchema,
});
/** How far this desk has read a mailbox. */
export type Position = z.infer<typeof positionSchema>;

/** A short name of the mailbox and the folder of an account. */
const accountKey = ({ server, port, user, folder }: Receiving): string =>
  createHash('sha256')
    .update(JSON.stringify([server.toLowerCase(), port, user.toLowerCase(), folder]))
    .digest('hex')
    .slice(0, 12);

/** Where reading goes on, kept on this desk alone. */
export const positionOf = (local: LocalValues, account: Receiving): Position | undefined => {
  const kept = local.get(POSITION, positionSchema);
  return kept?.account === accountKey(account) ? kept : undefined;
};

export const keepPosition = (local: LocalValues, position: Position): void => local.set(POSITION, position);

/** From which day on a mailbox is read; of one that was read before only what is older than the former day is looked at anew. */
export function beginPosition(local: LocalValues, account: Receiving, since: Day): void {
  const before = positionOf(local, account) ?? {
    account: accountKey(account),
    ...{ uidValidity: '', epoch: 0, lastUid: null, since },
  };
  keepPosition(local, { ...before, since, lastUid: since < before.since ? null : before.lastUid });
}

/**
 * The position once the folder was opened: the same, or the beginning of new numbers. A server whose next number is not
 * above one it gave before numbers anew without a new UIDVALIDITY (RFC 3501 forbids it): the same number is another
 * message, and all are looked at again.
 */
export function positionIn(position: Position, { uidValidity, uidNext }: OpenedFolder): Position {
  if (uidValidity !== position.uidValidity) return { ...position, uidValidity, lastUid: null };
  const isBehind = position.lastUid !== null && uidNext > 0 && uidNext <= position.lastUid;
  return isBehind ? { ...position, epoch: position.epoch + 1, lastUid: null } : position;
}

const PREFIX = 'imap|';
/** Whether an id names a message of a server, not a file of a folder. */
export const isServerId = (id: string): boolean => id.startsWith(PREFIX);
/** What the ids of all messages of an account begin with. */
export const accountPrefix = (account: Receiving): string => `${PREFIX}${accountKey(account)}|`;
/** What the ids of its messages under the present numbers begin with. */
export const numberPrefix = ({ account, uidValidity, epoch }: Position): string =>
  `${PREFIX}${account}|${uidValidity}.${epoch}|`;
/** The number in an id. */
export const uidIn = (id: string): number => Number(id.slice(id.lastIndexOf('|') + 1));

/**
 * How far reading came: up to the first message that is neither read nor among those that could not be. `found` are the
 * numbers of the last look in ascending order, `highest` the highest of the folder at that moment.
 */
export function settledUpTo(
  found: readonly number[],
  before: number | null,
  highest: number,
  isSettled: (uid: number) => boolean,
): number | null {
  const open = found.find((uid) => !isSettled(uid));
  if (open === undefined) return Math.max(before ?? 0, highest);
  // Of a first look nothing is said before all of it is read: what lies under `open` may be older than its first day.
  return before === null ? null : Math.max(before, open - 1);
}
