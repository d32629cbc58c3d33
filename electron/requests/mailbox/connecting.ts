import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Secrets } from '#electron/db/secrets.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { ProxyFor } from '#electron/desk/systemFetch.ts';
import { changeTown, viewTown } from '#electron/people/profile.ts';
import { addDays } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import {
  type Connecting,
  type MailboxAccountView,
  type MailboxWanted,
  USUAL_PAST,
} from '#shared/requests/mailboxAccount.ts';
import { isPassed, type TrialStep } from '#shared/requests/mailboxTrial.ts';
import { beginPosition, positionOf } from './imapPosition.ts';
import type { Access } from './imapSession.ts';
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

const METHOD = problem({
  code: 'mailbox-method-unknown',
  what: 'La casella si apre con un accesso dal browser, che questa versione dell’app non sa ancora fare.',
  remedy: 'Scegli di leggere le e-mail da una cartella, oppure chiedi una password per l’app a chi gestisce la posta.',
});

export interface ConnectingPorts {
  readonly desk: Desk;
  readonly secrets: Secrets;
  readonly proxyFor: ProxyFor;
  /** Whether anything may leave this computer. */
  readonly online: boolean;
  /** The account changed, or is read no more. */
  readonly changed: () => void;
}

/** The account of this desk: what the town wrote of it, what lies here, trying and connecting it (P10, P66). */
export function connectingCases({ desk, secrets, proxyFor, online, changed }: ConnectingPorts) {
  const { local, now } = desk;
  let trial: MailboxAccountView['trial'] = null;
  const today = () => romeOf(now()).day;

  return {
    /** The account and how to enter, for who reads the mailbox. */
    account: (): Result<{ readonly account: Receiving; readonly access: Access }, Problem> => {
      const account = desk.profile.mailAccount.receiving;
      const password = account && passwordFor(secrets, account);
      if (!account || !password) return err(passwordMissing());
      if (account.method !== 'password') return METHOD;
      if (!positionOf(local, account)) beginPosition(local, account, addDays(today(), -USUAL_PAST));
      return ok({ account, access: { password } });
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
    connect: async ({ receiving, password, since }: MailboxWanted): Promise<Result<Connecting, Problem>> => {
      if (!online) return OFFLINE;
      if (receiving.method !== 'password') return METHOD;
      const typed = password ?? passwordFor(secrets, receiving);
      if (typed === undefined) return err(passwordMissing());
      const before = desk.profile.mailAccount;
      const isOther = !isDeepStrictEqual(before.receiving, receiving);
      const { readOnly } = viewTown(desk);
      if (isOther && before.receiving !== null && readOnly) return err(readOnly);
      const steps: readonly TrialStep[] = await tryMailbox(
        { account: receiving, access: { password: typed }, proxyFor },
        now,
      );
      trial = { steps: [...steps], by: desk.person()?.name ?? null };
      desk.tell('service');
      if (!isPassed(steps)) return ok({ steps: [...steps], connected: isMailboxConnected(desk) });
      const kept = storageResult(() =>
        secrets.set(
          PASSWORD,
          JSON.stringify({ server: receiving.server, port: receiving.port, user: receiving.user, password: typed }),
        ),
      );
      if (!kept.ok) return kept;
      const written = isOther ? writeAccount(desk, receiving) : ok({});
      if (!written.ok) return written;
      beginPosition(local, receiving, since);
      local.set(CONNECTED, true);
      changed();
      return ok({ steps: [...steps], connected: true });
    },
    /** This desk reads the mailbox no more and forgets its password; the account of the town stays. */
    disconnect: (): Done => {
      const removed = storageResult(() => secrets.remove(PASSWORD));
      if (!removed.ok) return removed;
      local.set(CONNECTED, false);
      trial = null;
      changed();
      return ok({});
    },
  };
}

/** Writes the account into the data of the town, and its address where nobody knew it. */
function writeAccount(desk: Desk, receiving: Receiving): Done {
  const { mailAccount, mailbox } = desk.profile;
  const isAddress = z.email().safeParse(receiving.user).success;
  return changeTown(desk, [
    { field: 'mailAccount', value: { ...mailAccount, receiving } },
    ...(mailbox === null && isAddress ? [{ field: 'mailbox', value: receiving.user } as const] : []),
  ]);
}
