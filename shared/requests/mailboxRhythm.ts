/** When a mailbox on a server is looked at by itself (P10): quiet looks, none of the two of the day (P20). */

const MINUTE = 60_000;
/** With nothing new told by the server, in milliseconds; some servers never tell (Exchange). */
const EVERY = 5 * MINUTE;
/** After the first failure, then doubled up to the last. */
const [FIRST_WAIT, LAST_WAIT] = [30_000, 15 * MINUTE];
/** A refused password is not tried again and again: the account would be locked. */
const REFUSED_WAIT = 60 * MINUTE;

/** Problems that a person puts right: until then the same would come out. */
const FOR_A_PERSON: readonly string[] = [
  ...['mailbox-password-refused', 'mailbox-access-ended', 'mailbox-basic-blocked', 'mailbox-token-refused'],
  ...['mailbox-password-missing', 'access-ended', 'access-missing', 'access-client-refused'],
];

/** Whether a mailbox on a server is not read until a person does something about it: a row of Oggi. */
export const waitsForAPerson = (code: string): boolean =>
  code === 'mailbox-folder-missing' || FOR_A_PERSON.includes(code);

/** How the last looks went. */
export interface LookHistory {
  /** How many did not succeed, one after the other. */
  readonly failures: number;
  /** The code of the last problem; null after a look that succeeded. */
  readonly problem: string | null;
}

/**
 * Milliseconds from the last look to the next one. `jitter` from 0 to 1 spreads the desks of a town, so that a server that
 * comes back is not asked by all of them at once: a quarter more at most.
 */
export function nextLookAfter({ failures, problem }: LookHistory, jitter: number): number {
  const plain =
    problem === null
      ? EVERY
      : FOR_A_PERSON.includes(problem)
        ? REFUSED_WAIT
        : Math.min(FIRST_WAIT * 2 ** Math.max(0, failures - 1), LAST_WAIT);
  return Math.round(plain * (1 + jitter / 4));
}
