import { sayDate } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { excerpt, plural } from '#shared/kernel/text.ts';
import { stepOf, TRIAL_STEPS, type TrialStep, type TrialStepName } from '#shared/requests/mailboxTrial.ts';
import { sayFolder } from '#shared/requests/mailFolders.ts';
import { type ImapSession, openSession, type SessionOptions } from './imapSession.ts';

const SUBJECT_LENGTH = 60;
/** Why a trial without a failure ended before its last step. */
const EMPTY = 'La cartella è vuota: la prova si completa quando arriva la prima e-mail.';

/** What the first steps show when a later one could only be tried after them. */
const SHOWN: Readonly<Partial<Record<TrialStepName, string>>> = {
  server: 'Ha risposto alla porta scelta.',
  encryption: 'Il certificato è riconosciuto da questo computer.',
  access: 'Il server ha lasciato entrare.',
};

/**
 * Tries a mailbox step by step, each with what the server showed for it (P66). It ends at the first step that fails:
 * those after it are not tried.
 */
export async function tryMailbox(options: SessionOptions, now: () => Instant): Promise<readonly TrialStep[]> {
  const steps: TrialStep[] = [];
  const done = (step: TrialStepName, evidence: string | null): void => {
    steps.push({ step, state: 'done', at: now(), evidence, problem: null });
  };
  const ended = (failed?: Problem): readonly TrialStep[] => {
    const failing = failed && stepOf(failed);
    for (const step of TRIAL_STEPS.slice(steps.length)) {
      const state =
        failing === undefined || TRIAL_STEPS.indexOf(step) > TRIAL_STEPS.indexOf(failing) ? 'untried' : 'done';
      if (step === failing && failed) steps.push({ step, state: 'failed', at: now(), evidence: null, problem: failed });
      else if (state === 'done') done(step, SHOWN[step] ?? null);
      else steps.push({ step, state, at: null, evidence: failed ? null : EMPTY, problem: null });
    }
    return steps;
  };
  const opened = await openSession(options);
  if (!opened.ok) return ended(opened.error);
  const session = opened.value;
  try {
    const { user } = options.account;
    done('server', `${options.account.server}, porta ${options.account.port}`);
    const until = session.certificateUntil;
    done(
      'encryption',
      until === null
        ? 'Il server ha accettato la cifratura.'
        : `Certificato valido fino al ${sayDate(romeOf(until).day)}`,
    );
    done('access', `Come ${user}`);
    return ended(await readOne(session, done));
  } finally {
    session.close();
  }
}

/** Opens the folder and reads its last message; the problem is of the step that is not done. */
async function readOne(
  session: ImapSession,
  done: (step: TrialStepName, evidence: string) => void,
): Promise<Problem | undefined> {
  const folder = await session.open();
  if (!folder.ok) return folder.error;
  const { messages } = folder.value;
  done('folder', `${sayFolder(session.account.folder)}, ${plural(messages, 'e-mail', 'e-mail')}`);
  if (messages === 0) return undefined;
  const found = await session.find({ uid: '*' });
  if (!found.ok) return found.error;
  const last = found.value.at(-1);
  if (last === undefined) return undefined;
  const { subject, sender } = await session.head(last);
  done(
    'message',
    [subject && `«${excerpt(subject, SUBJECT_LENGTH)}»`, sender].filter(Boolean).join(', ') || 'L’ultima arrivata',
  );
  return undefined;
}
