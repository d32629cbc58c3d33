/** What a mail server's answers prove of a letter (P33, P66; RFC 5321, 4.2 and 6.1). Pure. */

/**
 * `sent`: the server took it for all; `partial`: for some; `notSent`: nothing reached it, and it can be tried again;
 * `deferred`: it says to try later; `refused`: it does not want it; `unknown`: it may have taken it, and nobody knows.
 */
export const SMTP_OUTCOMES = ['sent', 'partial', 'notSent', 'deferred', 'refused', 'unknown'] as const;
export type SmtpOutcome = (typeof SMTP_OUTCOMES)[number];

/** How far an attempt went, as it was watched. */
export interface SmtpAttempt {
  /** The server asked for the text of the letter (354): from there on it may have taken it. */
  readonly wasAsked: boolean;
  /** What it answered to the whole letter; null when it never did. */
  readonly answer: number | null;
  /** At which code it stopped before, while the sender and the recipients were named; null when it did not. */
  readonly stop: number | null;
  /** The code of each recipient it does not want; null where it gave none. */
  readonly rejected: readonly (number | null)[];
}

const PERMANENT = 500;
const TEMPORARY = 400;
const SUCCESS = 200;
const isPermanent = (code: number | null): boolean => code !== null && code >= PERMANENT;

/** What an attempt to send one letter came to. Only `notSent` and `deferred` may be tried again by itself. */
export function classifySmtp({ wasAsked, answer, stop, rejected }: SmtpAttempt): SmtpOutcome {
  if (answer !== null && answer >= SUCCESS && answer < TEMPORARY) return rejected.length > 0 ? 'partial' : 'sent';
  if (answer !== null && answer >= TEMPORARY) return isPermanent(answer) ? 'refused' : 'deferred';
  if (wasAsked) return 'unknown';
  if (stop === null && rejected.length === 0) return 'notSent';
  return isPermanent(stop) || rejected.some(isPermanent) ? 'refused' : 'deferred';
}
