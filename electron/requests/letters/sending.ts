import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Secrets } from '#electron/db/secrets.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import { sendingSince, setSendingSince } from '#electron/desk/sendingSince.ts';
import { trustSystem } from '#electron/desk/systemFetch.ts';
import type { Access } from '#electron/outbox/access.ts';
import type { SmtpOptions } from '#electron/outbox/smtpSession.ts';
import { trySending } from '#electron/outbox/smtpTrial.ts';
import { changeTown, viewTown } from '#electron/people/profile.ts';
import type { MailAccesses } from '#electron/requests/access/access.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import type { MailAccess } from '#shared/people/profile/mailAccess.ts';
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
  readonly accesses: Pick<MailAccesses, 'enter' | 'holds' | 'forget'>;
  /** Whether the mailbox is read with the same access. */
  readonly isAccessUsed: () => boolean;
  /** Whether anything may leave this computer. */
  readonly online: boolean;
  /** The account changed, or letters leave by themselves no more. */
  readonly changed: () => void;
}

/** The way letters leave this desk: what the town wrote of it, what lies here, trying and connecting it (P26, P66). */
export function sendingCases({ desk, secrets, accesses, isAccessUsed, online, changed }: SendingPorts) {
  const { local, now } = desk;
  let trial: SendingView['trial'] = null;

  const since = (): Instant | undefined => (online ? sendingSince(desk) : undefined);
  /** How to enter with what a person typed or gave. */
  const enter = async ({ sending, password, access }: SendingWanted): Promise<Result<Access, Problem>> => {
    if (sending.byAccess) return accesses.enter(access);
    const typed = password ?? passwordFor(secrets, sending);
    return typed === undefined ? err(passwordMissing()) : ok({ password: typed });
  };
  const tried = async (sending: Sending, access: Access): Promise<readonly SendingStep[]> => {
    const done: SendingStep[] = [];
    const domain = sending.address.split('@')[1] ?? '';
    const trouble = await trySending(
      { account: sending, access },
      { messageId: `prova-${desk.newId()}@${domain}`, now: now() },
      { done: (step, evidence) => done.push({ step, state: 'done', at: now(), evidence, problem: null }) },
    );
    if (!trouble) return done;
    const isLetter = done.some(({ step }) => step === 'access');
    return stepsUntil(isLetter ? 'letter' : sendingStepOf(trouble), trouble, done, now());
  };
  const write = (sending: Sending, access: MailAccess | null): Done => {
    const { mailAccount, mailbox } = desk.profile;
    return changeTown(desk, [
      { field: 'mailAccount', value: { ...mailAccount, sending, access } },
      ...(mailbox === null ? [{ field: 'mailbox', value: sending.address } as const] : []),
    ]);
  };

  return {
    since,
    /** The account and how to enter, for who lets letters leave. */
    account: async (): Promise<Result<SmtpOptions, Problem>> => {
      const { sending: account, access } = desk.profile.mailAccount;
      if (!account) return err(passwordMissing());
      const entering = await enter({ sending: account, password: null, access });
      if (!entering.ok) return entering;
      trustSystem();
      return ok({ account, access: entering.value });
    },
    view: (): SendingView => {
      const { sending, access } = desk.profile.mailAccount;
      return {
        sending,
        since: since() ?? null,
        hasPassword:
          sending !== null && (sending.byAccess ? accesses.holds(access) : passwordFor(secrets, sending) !== undefined),
        trial,
        // Who needs an account that nobody wrote may write it.
        readOnly: sending === null ? null : viewTown(desk).readOnly,
        offline: !online,
      };
    },
    /** Tries the account up to a letter to oneself; only what was found to work is kept, and used from then on. */
    connect: async (wanted: SendingWanted): Promise<Result<SendingTried, Problem>> => {
      const { sending } = wanted;
      if (!online) return OFFLINE;
      const before = desk.profile.mailAccount;
      const access = sending.byAccess ? wanted.access : before.access;
      const isOther = !isDeepStrictEqual([before.sending, before.access], [sending, access]);
      const { readOnly } = viewTown(desk);
      if (isOther && before.sending !== null && readOnly) return err(readOnly);
      const entering = await enter(wanted);
      if (!entering.ok) return entering;
      trustSystem();
      const steps = await tried(sending, entering.value);
      trial = { steps: [...steps], by: desk.person()?.name ?? null };
      desk.tell('service');
      if (!isSendingTried(steps)) return ok({ steps: [...steps], connected: since() !== undefined });
      const { server, port, user } = sending;
      const kept = storageResult(() => {
        if (!('password' in entering.value)) return secrets.remove(PASSWORD);
        const { password } = entering.value;
        return secrets.set(PASSWORD, JSON.stringify({ server, port, user, password }));
      });
      if (!kept.ok) return kept;
      const written = isOther ? write(sending, access) : ok({});
      if (!written.ok) return written;
      if (since() === undefined) setSendingSince(local, now());
      changed();
      return ok({ steps: [...steps], connected: true });
    },
    /** Letters wait for a person again, and what opened the server is forgotten; the account of the town stays. */
    disconnect: (): Done => {
      const removed = storageResult(() => secrets.remove(PASSWORD));
      if (!removed.ok) return removed;
      const isByAccess = desk.profile.mailAccount.sending?.byAccess === true;
      const forgotten = isByAccess && !isAccessUsed() ? accesses.forget() : removed;
      if (!forgotten.ok) return forgotten;
      setSendingSince(local, null);
      trial = null;
      changed();
      return ok({});
    },
  };
}
