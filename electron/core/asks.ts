import { lockReplySchema, type Secrets, systemSecrets } from '#electron/db/secrets.ts';
import { type ProxySettings, proxySettings } from '#electron/desk/systemFetch.ts';
import type { Ask, FromCore, Reply } from '#shared/ipc/messages.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';

/** What the core has from the system through the shell. */
export interface CoreAsks {
  readonly ask: (what: Ask) => Promise<Reply>;
  /** The shell answered. */
  readonly answered: (id: number, reply: Reply) => void;
  /** The secrets of the desk, under the key that only the system opens where it does. */
  readonly secrets: (dataFolder: string) => Promise<Result<Secrets, Problem>>;
  /** Through which proxies the system reaches an address; without its answer those of the environment. */
  readonly proxyFor: (url: string) => Promise<ProxySettings>;
}

/** Asks the system through the shell. */
export function coreAsks(post: (message: FromCore) => void): CoreAsks {
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastAsk = 0;
  const ask = (what: Ask): Promise<Reply> =>
    new Promise((resolve) => {
      const id = ++lastAsk;
      waiting.set(id, resolve);
      post({ kind: 'ask', id, ask: what });
    });
  const lockReply = async (what: Ask) => {
    const reply = await ask(what);
    const parsed = reply.ok ? lockReplySchema.safeParse(reply.value) : undefined;
    return parsed?.data ?? ({ outcome: 'unavailable' } as const);
  };
  return {
    ask,
    answered: (id, reply) => {
      waiting.get(id)?.(reply);
      waiting.delete(id);
    },
    secrets: (dataFolder) =>
      systemSecrets(dataFolder, {
        lock: (key) => lockReply({ what: 'lock-key', key }),
        open: (locked) => lockReply({ what: 'open-key', locked }),
      }),
    proxyFor: async (url) => {
      const reply = await ask({ what: 'proxy-for', url });
      return reply.ok && typeof reply.value === 'string' ? proxySettings(reply.value) : process.env;
    },
  };
}
