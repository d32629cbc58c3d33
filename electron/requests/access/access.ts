import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Secrets } from '#electron/db/secrets.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import type { Access } from '#electron/outbox/access.ts';
import { addMilliseconds, type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { accessKey, accessWayOf, type MailAccess } from '#shared/people/profile/mailAccess.ts';
import type { AccessState, AccessView } from '#shared/requests/accessView.ts';
import { accessProblem } from './accessProblem.ts';
import { askDeviceCode, waitForDevice } from './deviceCode.ts';
import { BROWSER_PATIENCE, signInByBrowser } from './loopback.ts';
import { askTokenServer, type Grant, grantSchema, type TokenServer } from './tokenServer.ts';

/** The name of the secret. */
const SECRET = 'mail-access';
const keptSchema = z.object({
  /** To another server, or in another name, it is not sent. */
  key: z.string(),
  /** With which the next token is asked for; null once who gave it said that it ended. */
  refreshToken: z.string().nullable(),
  at: instantSchema,
  by: z.string().nullable(),
});
type Kept = z.infer<typeof keptSchema>;

/** A token is renewed so long before it ends: what it was taken for may last. In milliseconds. */
const EARLY = 2 * 60_000;
const SECOND = 1_000;
/** Refusals that say that what lies here is worth nothing any more (RFC 6749, 5.2), Microsoft's among them. */
const OVER: readonly string[] = ['invalid_grant', 'interaction_required', 'consent_required', 'login_required'];

const OFFLINE = problem({
  code: 'access-training',
  what: 'Nell’addestramento niente esce da questo computer: nessun accesso vero si chiede.',
  remedy: 'Torna ai dati del Comune, poi accedi.',
});

export interface AccessPorts {
  readonly desk: Desk;
  readonly secrets: Secrets;
  /** How the server that gives the access is asked; `undefined` where nothing may leave this computer. */
  readonly fetch: typeof fetch | undefined;
  /** What could not be done for want of an access may be tried now. */
  readonly changed: () => void;
}

/** The access of this desk to the post in place of a password: given by a person, renewed by itself (RFC 6749). */
export interface MailAccesses {
  readonly view: () => AccessView;
  /** Asks for an access; answers once there is a code to type or the page is open. What comes of it is told. */
  readonly begin: (access: MailAccess) => Promise<Done>;
  /** Opens the page on which the code is typed. */
  readonly openPage: () => Promise<Done>;
  /** Gives up what was begun. */
  readonly stop: () => Done;
  /** What was given is here no more. */
  readonly forget: () => Done;
  /** Gives up at the end of the program, of which nobody is told. */
  readonly close: () => void;
  /** Whether what was given for it lies here, and nobody said that it ended. */
  readonly holds: (access: MailAccess | null) => boolean;
  /** How to enter now; the problem says what is missing. */
  readonly enter: (access: MailAccess | null) => Promise<Result<Access, Problem>>;
}

/** Keeps the access of this desk: what lasts among its secrets, the token of the hour in memory alone. */
export function mailAccesses({ desk, secrets, fetch: send, changed }: AccessPorts): MailAccesses {
  const { now } = desk;
  let state: AccessState = { kind: 'idle' };
  let giveUp: AbortController | undefined;
  let fresh: { readonly key: string; readonly token: string; readonly until: Instant } | undefined;
  let renewing: { readonly key: string; readonly outcome: Promise<Result<string, Problem>> } | undefined;

  const kept = (): Kept | undefined => {
    const text = secrets.get(SECRET);
    return text === undefined ? undefined : keptSchema.safeParse(JSON.parse(text)).data;
  };
  /** Without anything to ask anew with, what was given holds as long as the token of the hour. */
  const isOver = ({ key, refreshToken }: Kept): boolean =>
    refreshToken === null && (fresh?.key !== key || now() >= fresh.until);
  const keep = (value: Kept): Done => {
    const written = storageResult(() => secrets.set(SECRET, JSON.stringify(value)));
    return written.ok ? ok({}) : written;
  };
  const show = (next: AccessState): void => {
    state = next;
    desk.tell('service');
  };
  const take = (key: string, { token, seconds }: Grant): string => {
    fresh = { key, token, until: addMilliseconds(now(), seconds * SECOND) };
    return token;
  };
  /** A person gave the access: it is kept before anything is done with it. */
  const given = (access: MailAccess, grant: Grant): Done => {
    const key = accessKey(access);
    const written = keep({ key, refreshToken: grant.refreshToken, at: now(), by: desk.person()?.name ?? null });
    if (!written.ok) return written;
    take(key, grant);
    return ok({});
  };
  const askAnew = async (server: TokenServer, access: MailAccess, before: Kept): Promise<Result<string, Problem>> => {
    const way = accessWayOf(access);
    const { clientId, clientSecret } = access;
    const form = { grant_type: 'refresh_token', refresh_token: before.refreshToken, scope: way.scopes };
    const client = { client_id: clientId, client_secret: clientSecret };
    const reply = await askTokenServer(server, way.token, { ...form, ...client }, grantSchema);
    if (reply.kind === 'failed') return err(reply.problem);
    // Meanwhile a person may have given another one, or taken this one away.
    const isSame = kept()?.refreshToken === before.refreshToken;
    if (reply.kind === 'given') {
      const { refreshToken } = reply.value;
      const written = isSame && refreshToken !== null ? keep({ ...before, refreshToken }) : ok({});
      return written.ok ? ok(take(before.key, reply.value)) : written;
    }
    if (!OVER.includes(reply.error)) return err(accessProblem('client-refused', new URL(way.token).hostname));
    fresh = undefined;
    if (isSame) keep({ ...before, refreshToken: null });
    return err(accessProblem('ended'));
  };
  /** A token for now; `used` is one that was not accepted. */
  const tokenFor = (access: MailAccess, used?: string): Promise<Result<string, Problem>> => {
    const key = accessKey(access);
    const before = kept();
    if (send === undefined) return Promise.resolve(OFFLINE);
    if (before?.key !== key) return Promise.resolve(err(accessProblem('missing')));
    if (fresh?.key === key && fresh.token !== used && now() < addMilliseconds(fresh.until, -EARLY))
      return Promise.resolve(ok(fresh.token));
    if (before.refreshToken === null) return Promise.resolve(err(accessProblem('ended')));
    // Both ways of the post may ask at once: the server is asked once.
    if (renewing?.key === key) return renewing.outcome;
    const outcome = askAnew({ fetch: send }, access, before).finally(() => {
      if (renewing?.outcome === outcome) renewing = undefined;
    });
    renewing = { key, outcome };
    return outcome;
  };

  /** Follows what was begun to its end, whoever looks. */
  const follow = (access: MailAccess, mine: AbortController, outcome: Promise<Result<Grant, Problem>>): void => {
    void outcome
      .then((signedIn) => {
        if (mine.signal.aborted) return;
        const done = signedIn.ok ? given(access, signedIn.value) : signedIn;
        show(done.ok ? { kind: 'idle' } : { kind: 'failed', problem: done.error });
        if (done.ok) changed();
      })
      .catch((cause: unknown) => {
        // Who gave up is told nothing; all else is a bug.
        if (!mine.signal.aborted) throw cause;
      });
  };
  const byCode = async (server: TokenServer, access: MailAccess, mine: AbortController): Promise<Done> => {
    const asked = await askDeviceCode(server, access, now);
    if (mine.signal.aborted) return ok({});
    if (!asked.ok) return asked;
    const { code, page, until } = asked.value;
    show({ kind: 'code', code, page, until });
    follow(access, mine, waitForDevice(server, access, asked.value, { now, wait: waiting(mine) }));
    return ok({});
  };
  const byBrowser = (server: TokenServer, access: MailAccess, mine: AbortController): Promise<Done> =>
    new Promise((resolve) => {
      const opened = (): void => {
        show({ kind: 'browser', until: addMilliseconds(now(), BROWSER_PATIENCE) });
        resolve(ok({}));
      };
      const outcome = signInByBrowser({ server, access, open: desk.system.openSignIn, wait: waiting(mine), opened });
      follow(access, mine, outcome);
      // A page that does not open is answered to who asked.
      outcome.then(
        (signedIn) => resolve(signedIn.ok ? ok({}) : signedIn),
        () => resolve(ok({})),
      );
    });

  return {
    view: () => {
      const lying = kept();
      const { key, at, by } = lying ?? { key: '', at: '', by: null };
      return {
        access: desk.profile.mailAccount.access,
        state,
        kept: lying ? { key, at, by, isOver: isOver(lying) } : null,
      };
    },
    begin: async (access) => {
      if (send === undefined) return OFFLINE;
      giveUp?.abort();
      const mine = new AbortController();
      giveUp = mine;
      state = { kind: 'idle' };
      const way = accessWayOf(access);
      const begun = await (way.device === null ? byBrowser : byCode)({ fetch: send }, access, mine);
      desk.tell('service');
      return begun;
    },
    openPage: async () => {
      if (state.kind !== 'code') return ok({});
      const opened = await desk.system.openSignIn(state.page);
      return opened.ok ? ok({}) : opened;
    },
    stop: () => {
      giveUp?.abort();
      show({ kind: 'idle' });
      return ok({});
    },
    forget: () => {
      giveUp?.abort();
      fresh = undefined;
      const removed = storageResult(() => secrets.remove(SECRET));
      if (!removed.ok) return removed;
      show({ kind: 'idle' });
      return ok({});
    },
    close: () => giveUp?.abort(),
    holds: (access) => {
      const lying = kept();
      return access !== null && lying?.key === accessKey(access) && !isOver(lying);
    },
    enter: async (access) => {
      if (access === null) return err(accessProblem('missing'));
      const token = await tokenFor(access);
      return token.ok ? ok({ token: token.value, renew: () => tokenFor(access, token.value) }) : token;
    },
  };
}

/** Waits without holding up the end of the program; rejects when the person gave up. */
const waiting =
  ({ signal }: AbortController) =>
  async (milliseconds: number): Promise<void> => {
    await setTimeout(milliseconds, undefined, { signal, ref: false });
  };
