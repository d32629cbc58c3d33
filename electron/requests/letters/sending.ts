import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Secrets } from '#electron/db/secrets.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import { sendingSince, setSendingSince } from '#electron/desk/sendingSince.ts';
import { trustSystem } from '#electron/desk/systemFetch.ts';
import type { SmtpOptions } from '#electron/outbox/smtpSession.ts';
import { trySending } from '#electron/outbox/smtpTrial.ts';
import { changeTown, viewTown } from '#electron/people/profile.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import {
  isSendingTried,
  type SendingStep,
  type SendingTried,
  type SendingView,
  type SendingWanted,
  sendingStepOf,
  stepsUntil,
} from '#shared/requests/sendingTrial.ts';

/** The name of the secret with the password. */
const PASSWORD = 'sending-password';
/** With the server it is for: another one, that somebody wrote at another desk, is not sent it. */
const passwordSchema = z.object({ server: z.string(), port: z.int(), user: z.string(), password: z.string() });

function passwordFor(secrets: Secrets, { server, port, user }: Sending): string | undefined {
  const kept = secrets.get(PASSWORD);
  const read = kept === undefined ? undefined : passwordSchema.safeParse(JSON.parse(kept)).data;
  return read?.server === server && read.port === port && read.user === user ? read.password : undefined;
}

const passwordMissing = (): Problem => ({
  code: 'sending-password-missing',
  what: 'Su questo computer manca la password della posta in uscita.',
  why: 'Non è mai stata scritta qui, oppure i dati del server sono cambiati: a un server diverso l’app non la manda.',
  remedy: 'Scrivila in Impostazioni, Casella e posta in uscita.',
});

const OFFLINE = problem({
  code: 'sending-training',
  what: 'Nell’addestramento niente esce da questo computer: nessuna e-mail parte.',
  remedy: 'Torna ai dati del Comune, poi collega la posta in uscita.',
});

export interface SendingPorts {
  readonly desk: Desk;
  readonly secrets: Secrets;
  /** Whether anything may leave this computer. */
  readonly online: boolean;
  /** The account changed, or letters leave by themselves no more. */
  readonly changed: () => void;
}

/** The way letters leave this desk: what the town wrote of it, what lies here, trying and connecting it (P26, P66). */
export function sendingCases({ desk, secrets, online, changed }: SendingPorts) {
  const { local, now } = desk;
  let trial: SendingView['trial'] = null;

  const since = (): Instant | undefined => (online ? sendingSince(desk) : undefined);
  const tried = async (sending: Sending, password: string): Promise<readonly SendingStep[]> => {
    const done: SendingStep[] = [];
    const domain = sending.address.split('@')[1] ?? '';
    const trouble = await trySending(
      { account: sending, password },
      { messageId: `prova-${desk.newId()}@${domain}`, now: now() },
      { done: (step, evidence) => done.push({ step, state: 'done', at: now(), evidence, problem: null }) },
    );
    if (!trouble) return done;
    const isLetter = done.some(({ step }) => step === 'access');
    return stepsUntil(isLetter ? 'letter' : sendingStepOf(trouble), trouble, done, now());
  };
  const write = (sending: Sending): Done => {
    const { mailAccount, mailbox } = desk.profile;
    return changeTown(desk, [
      { field: 'mailAccount', value: { ...mailAccount, sending } },
      ...(mailbox === null ? [{ field: 'mailbox', value: sending.address } as const] : []),
    ]);
  };

  return {
    since,
    /** The account and how to enter, for who lets letters leave. */
    account: (): Result<SmtpOptions, Problem> => {
      const account = desk.profile.mailAccount.sending;
      const password = account && passwordFor(secrets, account);
      if (!account || !password) return err(passwordMissing());
      trustSystem();
      return ok({ account, password });
    },
    view: (): SendingView => {
      const { sending } = desk.profile.mailAccount;
      return {
        sending,
        since: since() ?? null,
        hasPassword: sending !== null && passwordFor(secrets, sending) !== undefined,
        trial,
        // Who needs an account that nobody wrote may write it.
        readOnly: sending === null ? null : viewTown(desk).readOnly,
        offline: !online,
      };
    },
    /** Tries the account up to a letter to oneself; only what was found to work is kept, and used from then on. */
    connect: async ({ sending, password }: SendingWanted): Promise<Result<SendingTried, Problem>> => {
      if (!online) return OFFLINE;
      const typed = password ?? passwordFor(secrets, sending);
      if (typed === undefined) return err(passwordMissing());
      const before = desk.profile.mailAccount.sending;
      const isOther = !isDeepStrictEqual(before, sending);
      const { readOnly } = viewTown(desk);
      if (isOther && before !== null && readOnly) return err(readOnly);
      trustSystem();
      const steps = await tried(sending, typed);
      trial = { steps: [...steps], by: desk.person()?.name ?? null };
      desk.tell('service');
      if (!isSendingTried(steps)) return ok({ steps: [...steps], connected: since() !== undefined });
      const { server, port, user } = sending;
      const kept = storageResult(() => secrets.set(PASSWORD, JSON.stringify({ server, port, user, password: typed })));
      if (!kept.ok) return kept;
      const written = isOther ? write(sending) : ok({});
      if (!written.ok) return written;
      if (since() === undefined) setSendingSince(local, now());
      changed();
      return ok({ steps: [...steps], connected: true });
    },
    /** Letters wait for a person again, and the password is forgotten; the account of the town stays. */
    disconnect: (): Done => {
      const removed = storageResult(() => secrets.remove(PASSWORD));
      if (!removed.ok) return removed;
      setSendingSince(local, null);
      trial = null;
      changed();
      return ok({});
    },
  };
}
