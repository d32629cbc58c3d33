import type { Problem } from '#shared/kernel/problem.ts';
import { sayRefusal } from '#shared/outbox/refusalWords.ts';
import { classifySmtp, type SmtpOutcome } from '#shared/outbox/smtpOutcome.ts';
import { sendingProblem, smtpProblem } from './smtpProblem.ts';
import { type Envelope, type SmtpOptions, smtpSession, type Watched } from './smtpSession.ts';

/** How the sending of one letter ended. */
export type Sent =
  | { readonly outcome: Extract<SmtpOutcome, 'sent' | 'unknown'> }
  /** `missed`: who did not get it, in the order of the envelope, and why. */
  | { readonly outcome: 'partial'; readonly missed: readonly { readonly address: string; readonly why: string }[] }
  | { readonly outcome: 'refused'; readonly why: string }
  /** Nothing left: it may be tried again. */
  | { readonly outcome: 'notSent' | 'deferred'; readonly problem: Problem };

function sentOf({ attempt, refusals, cause }: Watched, { account }: SmtpOptions): Sent {
  const outcome = classifySmtp(attempt);
  const missed = refusals.map(({ address, answer }) => ({ address, why: sayRefusal(answer) }));
  switch (outcome) {
    case 'sent':
    case 'unknown':
      return { outcome };
    case 'partial':
      return { outcome, missed };
    case 'refused':
      return { outcome, why: missed[0]?.why ?? refusedWhy(cause, account) };
    default:
      return {
        outcome,
        problem: cause ? smtpProblem(cause, account) : sendingProblem('server-error', account),
      };
  }
}

const refusedWhy = (cause: Watched['cause'], account: SmtpOptions['account']): string =>
  cause?.command?.startsWith('MAIL')
    ? `il server non permette di spedire da ${account.address}`
    : sayRefusal(cause?.response ?? '');

/**
 * Sends the bytes of one letter, once. What nobody can tell is `unknown`: it is never tried again by itself, because the
 * same letter would arrive twice (P33).
 */
export async function sendBySmtp(options: SmtpOptions, envelope: Envelope, raw: Buffer): Promise<Sent> {
  const session = smtpSession(options);
  try {
    await session.connect();
    await session.login();
  } catch (cause) {
    session.close();
    return { outcome: 'notSent', problem: smtpProblem(cause, options.account) };
  }
  try {
    return sentOf(await session.send(envelope, raw), options);
  } finally {
    session.close();
  }
}
