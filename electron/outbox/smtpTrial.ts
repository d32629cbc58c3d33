import { sayDate } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { classifySmtp } from '#shared/outbox/smtpOutcome.ts';
import { composeLetter, type Letter } from './letter.ts';
import { sendingProblem, smtpProblem } from './smtpProblem.ts';
import { type SmtpOptions, type SmtpSession, smtpSession, type Watched } from './smtpSession.ts';

/** What of the way a trial told, with what the server showed for it. */
export interface TrialEars {
  readonly done: (step: 'server' | 'encryption' | 'access' | 'letter', evidence: string | null) => void;
}

/** Why the letter to oneself did not leave well; `undefined` where the server took it. */
function letterProblem({ attempt, cause }: Watched, { account }: SmtpOptions): Problem | undefined {
  const outcome = classifySmtp(attempt);
  if (outcome === 'sent') return undefined;
  if (outcome === 'unknown') return sendingProblem('doubtful', account);
  return cause ? smtpProblem(cause, account) : sendingProblem('refused', account);
}

async function enter(session: SmtpSession, { account }: SmtpOptions, { done }: TrialEars): Promise<void> {
  await session.connect();
  done('server', `${account.server}, porta ${account.port}`);
  const until = session.certificateUntil();
  done('encryption', until === null ? null : `Certificato valido fino al ${sayDate(romeOf(until).day)}`);
  await session.login();
  done('access', `Come ${account.user}`);
}

/**
 * Tries the way letters leave, up to a letter to oneself that the server takes (P66); the problem is of the first step that
 * is not told as done.
 */
export async function trySending(
  options: SmtpOptions,
  { messageId, now }: { readonly messageId: string; readonly now: Instant },
  ears: TrialEars,
): Promise<Problem | undefined> {
  const session = smtpSession(options);
  const { address } = options.account;
  try {
    await enter(session, options, ears);
    const letter: Letter = {
      ...{ from: address, to: [address], copy: [], references: [], messageId, date: now },
      subject: 'Prova della posta in uscita',
      text: 'Questa e-mail l’ha spedita Avvisi PuntoSi per provare la posta in uscita. Non serve rispondere.',
    };
    const raw = await composeLetter(letter, 'leaving');
    const trouble = letterProblem(await session.send({ from: address, to: [address] }, raw), options);
    if (!trouble) ears.done('letter', `Consegnata al server per ${address}`);
    return trouble;
  } catch (cause) {
    return smtpProblem(cause, options.account);
  } finally {
    session.close();
  }
}
