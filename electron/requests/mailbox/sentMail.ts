import type { ProxyFor } from '#electron/desk/systemFetch.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { ConnectionAccount } from './imapConnection.ts';
import { type ImapSession, openSession } from './imapSession.ts';

export interface SentMailPorts {
  readonly account: () => Result<ConnectionAccount, Problem>;
  readonly proxyFor: ProxyFor;
}

/** The folder of sent mail in the mailbox, on a connection of its own for each act. */
export interface SentMail {
  /** Whether a message of this Message-ID, without brackets, lies there. */
  readonly holds: (messageId: string) => Promise<Result<boolean, Problem>>;
  /** Puts the copy of a message there unless it lies there already; the name of the folder. */
  readonly file: (messageId: string, raw: Uint8Array) => Promise<Result<string, Problem>>;
}

const NO_FOLDER = problem({
  code: 'sent-folder-missing',
  what: 'La casella non mostra nessuna cartella della posta inviata.',
  remedy: 'Se vuoi le copie, chiedi a chi gestisce la posta di aggiungerla.',
});
const NOT_YET_THERE = problem({
  code: 'sent-copy-missing',
  what: 'Il server mette la copia da sé, ma non si vede ancora.',
  remedy: 'Aspetta: l’app guarda di nuovo.',
});

/** Servers that keep a copy of what is sent through them: a second one would stand beside it. */
const KEEPS_COPIES = /(?:^|\.)(?:office365\.com|outlook\.com|gmail\.com|googlemail\.com)$/i;

/** Opens the folder of sent mail of an account. */
export function sentMailOf({ account, proxyFor }: SentMailPorts): SentMail {
  const inFolder = async <Value>(
    work: (session: ImapSession, folder: string) => Promise<Result<Value, Problem>>,
  ): Promise<Result<Value, Problem>> => {
    const wanted = account();
    if (!wanted.ok) return wanted;
    const access = await wanted.value.enter();
    if (!access.ok) return access;
    const session = await openSession({ account: wanted.value.account, access: access.value, proxyFor });
    if (!session.ok) return session;
    try {
      const folder = await session.value.sentFolder();
      if (!folder.ok) return folder;
      return folder.value === null ? NO_FOLDER : await work(session.value, folder.value);
    } finally {
      session.value.close();
    }
  };
  return {
    holds: (messageId) => inFolder((session, folder) => session.holds(folder, `<${messageId}>`)),
    file: (messageId, raw) =>
      inFolder(async (session, folder) => {
        const isThere = await session.holds(folder, `<${messageId}>`);
        if (!isThere.ok) return isThere;
        if (isThere.value) return ok(folder);
        if (KEEPS_COPIES.test(session.account.server)) return NOT_YET_THERE;
        return map(await session.append(folder, raw), () => folder);
      }),
  };
}
