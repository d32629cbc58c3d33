import type { ProxyFor } from '#electron/desk/systemFetch.ts';
import type { Access } from '#electron/outbox/access.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import { type ImapSession, openSession } from './imapSession.ts';

/** What the desk reads, and how it enters. */
export interface ConnectionAccount {
  readonly account: Receiving;
  /** Another one as soon as what a person typed is another. */
  readonly key: string;
  /** Asked only where there is no connection: a token holds for an hour, a connection for as long as the server lets it. */
  readonly enter: () => Promise<Result<Access, Problem>>;
}

export interface ConnectionPorts {
  readonly account: () => Result<ConnectionAccount, Problem>;
  readonly proxyFor: ProxyFor;
  /** Told when the server has news, and when the connection ended by itself. */
  readonly news: (isOver: boolean) => void;
}

/** The one connection of this desk to its mailbox, kept open between two looks so that the server can tell news. */
export interface ImapConnection {
  readonly session: () => Promise<Result<ImapSession, Problem>>;
  readonly close: () => void;
}

/** Keeps the connection: made when it is asked for, and anew when it ended or the account is another one. */
export function imapConnection({ account, proxyFor, news }: ConnectionPorts): ImapConnection {
  let current: { readonly session: ImapSession; readonly key: string } | undefined;
  const close = (): void => {
    const last = current;
    current = undefined;
    last?.session.close();
  };
  return {
    session: async () => {
      const wanted = account();
      if (!wanted.ok) {
        close();
        return wanted;
      }
      const { key, enter } = wanted.value;
      if (current?.key === key && current.session.isOpen()) return ok(current.session);
      close();
      const access = await enter();
      if (!access.ok) return access;
      const opened = await openSession({ account: wanted.value.account, access: access.value, proxyFor });
      if (!opened.ok) return opened;
      const session = opened.value;
      current = { session, key };
      session.listen(() => {
        // What was closed here, or gave way to another one, has no news.
        if (current?.session === session) news(!session.isOpen());
      });
      return opened;
    },
    close,
  };
}
