import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Secrets } from '#electron/db/secrets.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { ProxyFor } from '#electron/desk/systemFetch.ts';
import type { Access } from '#electron/outbox/access.ts';
import { changeTown, viewTown } from '#electron/people/profile.ts';
import type { MailAccesses } from '#electron/requests/access/access.ts';
import { addDays } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, map, ok, type Result } from '#shared/kernel/result.ts';
import { accessKey, type MailAccess } from '#shared/people/profile/mailAccess.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import {
  type Connecting,
  type MailboxAccountView,
  type MailboxWanted,
  USUAL_PAST,
} from '#shared/requests/mailboxAccount.ts';
import { isPassed, type TrialStep } from '#shared/requests/mailboxTrial.ts';
import { type FoldersWanted, foldersToChoose, type MailFolder } from '#shared/requests/mailFolders.ts';
import type { ConnectionAccount } from './imapConnection.ts';
import { beginPosition, positionOf } from './imapPosition.ts';
import { openSession } from './imapSession.ts';
import { tryMailbox } from './imapTrial.ts';

/** Whether this desk reads the mailbox: of this desk alone. */
const CONNECTED = 'mailbox-connected';
/** The name of the secret with the password. */
const PASSWORD = 'mailbox-password';
/** With the server it is for: another one, that somebody wrote at another desk, is not sent it. */
const passwordSchema = z.object({ server: z.string(), port: z.int(), user: z.string(), password: z.string() });

export const isMailboxConnected = ({ local, profile }: Pick<Desk, 'local' | 'profile'>): boolean =>
  profile.mailAccount.receiving !== null && local.get(CONNECTED, z.boolean()) === true;

function passwordFor(secrets: Secrets, { server, port, user }: Receiving): string | undefined {
  const kept = secrets.get(PASSWORD);
  if (kept === undefined) return undefined;
  const read = passwordSchema.safeParse(JSON.parse(kept)).data;
  return read?.server === server && read.port === port && read.user === user ? read.password : undefined;
}

const passwordMissing = (): Problem => ({
  code: 'mailbox-password-missing',
  what: 'Su questo computer manca la password della casella.',
  why: 'Non è mai stata scritta qui, oppure i dati del server sono cambiati: a un server diverso l’app non la manda.',
  remedy: 'Scrivila in Impostazioni, Casella e posta in uscita.',
});

const OFFLINE = problem({
  code: 'mailbox-training',
  what: 'Nell’addestramento niente esce da questo computer: nessuna casella vera si collega.',
  remedy: 'Torna ai dati del Comune, poi collega la casella.',
});

export interface ConnectingPorts {
  readonly desk: Desk;
  readonly secrets: Secrets;
  readonly accesses: Pick<MailAccesses, 'enter' | 'forget'>;
  /** Whether letters leave with the same access. */
  readonly isAccessUsed: () => boolean;
  readonly proxyFor: ProxyFor;
  /** Whether anything may leave this computer. */
  readonly online: boolean;
  /** The account changed, or is read no more. */
  readonly changed: () => void;
}

/** The account of this desk: what the town wrote of it, what lies here, trying and connecting it (P10, P66). */
export function connectingCases(ports: ConnectingPorts) {
  const { desk, secrets, accesses, isAccessUsed, proxyFor, online, changed } = ports;
  const { local, now } = desk;
  let trial: MailboxAccountView['trial'] = null;
  const today = () => romeOf(now()).day;
  /** How to enter with what a person typed or gave. */
  const enter = async (
    wanted: Pick<MailboxWanted, 'receiving' | 'password' | 'access'>,
  ): Promise<Result<Access, Problem>> => {
    if (wanted.receiving.method === 'oauth2') return accesses.enter(wanted.access);
    const password = wanted.password ?? passwordFor(secrets, wanted.receiving);
    return password === undefined ? err(passwordMissing()) : ok({ password });
  };

  return {
    /** The account and how to enter, for who reads the mailbox. */
    account: (): Result<ConnectionAccount, Problem> => {
      const { receiving: account, access } = desk.profile.mailAccount;
      if (!account) return err(passwordMissing());
      const password = account.method === 'password' ? passwordFor(secrets, account) : undefined;
      if (account.method === 'password' && password === undefined) return err(passwordMissing());
      if (!positionOf(local, account)) beginPosition(local, account, addDays(today(), -USUAL_PAST));
      return ok({
        account,
        key: JSON.stringify([account, password ?? (access && accessKey(access))]),
        enter: async () => (password === undefined ? accesses.enter(access) : ok({ password })),
      });
    },
    view: (): MailboxAccountView => {
      const { receiving } = desk.profile.mailAccount;
      const { readOnly } = viewTown(desk);
      return {
        receiving,
        connected: isMailboxConnected(desk),
        hasPassword: receiving !== null && passwordFor(secrets, receiving) !== undefined,
        since: (receiving && positionOf(local, receiving)?.since) ?? addDays(today(), -USUAL_PAST),
        trial,
        // Who needs an account that nobody wrote may write it.
        readOnly: receiving === null ? null : readOnly,
        offline: !online,
      };
    },
    /** Tries the account step by step; only what was found to work is kept, and read from then on. */
    connect: async (wanted: MailboxWanted): Promise<Result<Connecting, Problem>> => {
      const { receiving, since } = wanted;
      if (!online) return OFFLINE;
      const before = desk.profile.mailAccount;
      const access = receiving.method === 'oauth2' ? wanted.access : before.access;
      const isOther = !isDeepStrictEqual([before.receiving, before.access], [receiving, access]);
      const { readOnly } = viewTown(desk);
      if (isOther && before.receiving !== null && readOnly) return err(readOnly);
      const entering = await enter(wanted);
      if (!entering.ok) return entering;
      const steps: readonly TrialStep[] = await tryMailbox(
        { account: receiving, access: entering.value, proxyFor },
        now,
      );
      trial = { steps: [...steps], by: desk.person()?.name ?? null };
      desk.tell('service');
      if (!isPassed(steps)) return ok({ steps: [...steps], connected: isMailboxConnected(desk) });
      const { server, port, user } = receiving;
      const kept = storageResult(() => {
        if (!('password' in entering.value)) return secrets.remove(PASSWORD);
        const { password } = entering.value;
        return secrets.set(PASSWORD, JSON.stringify({ server, port, user, password }));
      });
      if (!kept.ok) return kept;
      const written = isOther ? writeAccount(desk, receiving, access) : ok({});
      if (!written.ok) return written;
      // No server looks for what is still to come.
      beginPosition(local, receiving, since < today() ? since : today());
      local.set(CONNECTED, true);
      changed();
      return ok({ steps: [...steps], connected: true });
    },
    /** The folders of an account as it is typed, to choose from. */
    folders: async (wanted: FoldersWanted): Promise<Result<{ folders: MailFolder[] }, Problem>> => {
      if (!online) return OFFLINE;
      const access = await enter(wanted);
      if (!access.ok) return access;
      const opened = await openSession({ account: wanted.receiving, access: access.value, proxyFor });
      if (!opened.ok) return opened;
      const listed = await opened.value.folders();
      opened.value.close();
      return map(listed, (folders) => ({ folders: [...foldersToChoose(folders)] }));
    },
    /** This desk reads the mailbox no more and forgets what opened it; the account of the town stays. */
    disconnect: (): Done => {
      const removed = storageResult(() => secrets.remove(PASSWORD));
      if (!removed.ok) return removed;
      const isByAccess = desk.profile.mailAccount.receiving?.method === 'oauth2';
      const forgotten = isByAccess && !isAccessUsed() ? accesses.forget() : removed;
      if (!forgotten.ok) return forgotten;
      local.set(CONNECTED, false);
      trial = null;
      changed();
      return ok({});
    },
  };
}

/** Writes the account into the data of the town, and its address where nobody knew it. */
function writeAccount(desk: Desk, receiving: Receiving, access: MailAccess | null): Done {
  const { mailAccount, mailbox } = desk.profile;
  const isAddress = z.email().safeParse(receiving.user).success;
  return changeTown(desk, [
    { field: 'mailAccount', value: { ...mailAccount, receiving, access } },
    ...(mailbox === null && isAddress ? [{ field: 'mailbox', value: receiving.user } as const] : []),
  ]);
}
