import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { sayRefusal } from '#shared/outbox/refusalWords.ts';
import { classifySmtp, type SmtpOutcome } from '#shared/outbox/smtpOutcome.ts';
import { sendingProblem, smtpProblem } from './smtpProblem.ts';
import { type Envelope, type SmtpOptions, type SmtpSession, smtpSession, type Watched } from './smtpSession.ts';

/** How the sending of one letter ended. */
export type Sent =
  | { readonly outcome: Extract<SmtpOutcome, 'sent' | 'unknown'> }
  /** `missed`: who did not get it, in the order of the envelope, and why. */
  | { readonly outcome: 'partial'; readonly missed: readonly { readonly address: string; readonly why: string }[] }
  | { readonly outcome: 'refused'; readonly why: string }
  /** Nothing left: it may be tried again; `held`: it may not leave now, whatever the server says. */
  | { readonly outcome: 'notSent' | 'deferred' | 'held'; readonly problem: Problem };

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

/** Connects and enters; the problem of the way there. */
async function enter(session: SmtpSession, { account }: SmtpOptions): Promise<Result<void, Problem>> {
  try {
    await session.connect();
    await session.login();
    return ok(undefined);
  } catch (cause) {
    return err(smtpProblem(cause, account));
  }
}

/** Whether the server lets this desk in now; nothing is sent. */
export async function tryEntering(options: SmtpOptions): Promise<Result<void, Problem>> {
  const session = smtpSession(options);
  try {
    return await enter(session, options);
  } finally {
    session.close();
  }
}

/**
 * Sends the bytes of one letter, once. What nobody can tell is `unknown`: it is never tried again by itself, because the
 * same letter would arrive twice (P33). `leaving` is asked right before the server is told of the letter: on its problem
 * nothing leaves.
 */
export async function sendBySmtp(
  options: SmtpOptions,
  envelope: Envelope,
  raw: Buffer,
  leaving: () => Result<void, Problem> = () => ok(undefined),
): Promise<Sent> {
  const session = smtpSession(options);
  try {
    const entered = await enter(session, options);
    if (!entered.ok) return { outcome: 'notSent', problem: entered.error };
    const may = leaving();
    if (!may.ok) return { outcome: 'held', problem: may.error };
    return sentOf(await session.send(envelope, raw), options);
  } finally {
    session.close();
  }
}
