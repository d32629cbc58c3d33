import { X509Certificate } from 'node:crypto';
import { TLSSocket } from 'node:tls';
import { type FetchMessageObject, ImapFlow, type ListResponse } from 'imapflow';
import { type ProxyFor, trustSystem } from '#electron/desk/systemFetch.ts';
import { proxyOf } from '#electron/desk/systemProxy.ts';
import type { Access } from '#electron/outbox/access.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import type { ListedFolder } from '#shared/requests/mailFolders.ts';
import { MAX_MAIL_BYTES } from '#shared/requests/reading/mail.ts';
import { imapProblem, mailboxProblem } from './imapProblem.ts';

export interface SessionOptions {
  readonly account: Receiving;
  readonly access: Access;
  readonly proxyFor: ProxyFor;
  /** How long to wait for what does not answer, in milliseconds, where not as usual. */
  readonly patience?: number;
}

/** The folder as the server describes it when it is opened. */
export interface OpenedFolder {
  /** Changes when the server numbers its messages anew (RFC 3501, 2.3.1.1). */
  readonly uidValidity: string;
  /** The number the next message gets; 0 where the server does not say. */
  readonly uidNext: number;
  readonly messages: number;
}

/** A connection to a mailbox. What it answers are problems of the way to it; of what lies in the mailbox it never changes anything. */
export interface ImapSession {
  readonly account: Receiving;
  /** The last day of the certificate of the server; null where it showed none. */
  readonly certificateUntil: Instant | null;
  readonly isOpen: () => boolean;
  /** Every folder that can be opened. */
  readonly folders: () => Promise<Result<readonly ListedFolder[], Problem>>;
  /** Opens the folder of the account for reading only. */
  readonly open: () => Promise<Result<OpenedFolder, Problem>>;
  /** Numbers in ascending order: those of a window, or since a day. */
  readonly find: (
    which: { readonly uid: string } | { readonly since: Date },
  ) => Promise<Result<readonly number[], Problem>>;
  /** Bytes of each message by its number, as the server says: some are not exact (Exchange). */
  readonly sizes: (uids: readonly number[]) => Promise<Result<ReadonlyMap<number, number>, Problem>>;
  /** Raw messages by number, without marking them as seen; those that are gone are left out. */
  readonly fetch: (uids: readonly number[]) => Promise<Result<ReadonlyMap<number, Uint8Array>, Problem>>;
  /** Subject and sender of one message, for one that is not fetched. */
  readonly head: (uid: number) => Promise<{ readonly subject: string | null; readonly sender: string | null }>;
  /** Whether the server says that the mailbox holds no more; false where it says nothing. */
  readonly isFull: () => Promise<boolean>;
  /** The folder of sent mail, by its special use or a usual name; null where the server shows none. */
  readonly sentFolder: () => Promise<Result<string | null, Problem>>;
  /** Whether a folder holds a message of this Message-ID, given with its brackets. */
  readonly holds: (folder: string, messageId: string) => Promise<Result<boolean, Problem>>;
  /** Puts a message into a folder, as one that was read. */
  readonly append: (folder: string, raw: Uint8Array) => Promise<Result<void, Problem>>;
  /** From now on told when the server says that something arrived, and once when the connection ended. */
  readonly listen: (news: () => void) => void;
  readonly close: () => void;
}

const PATIENCE = { connection: 15_000, greeting: 10_000, socket: 90_000, idle: 45_000 };
/** A message somewhat above the limit is still told from one that would fill the memory. */
const LONGEST_LITERAL = 2 * MAX_MAIL_BYTES;
const LONGEST_LINE = 16_000_000;
/** The server is asked to tell news so long after the last question, in milliseconds. */
const IDLE_AFTER = 1_000;

const clientOf = ({ account, access, patience }: SessionOptions, proxy: string | undefined): ImapFlow =>
  new ImapFlow({
    host: account.server.replace(/^\[|\]$/g, ''),
    port: account.port,
    ...(account.security === 'tls' ? { secure: true } : { secure: false, doSTARTTLS: true }),
    auth: { user: account.user, ...('token' in access ? { accessToken: access.token } : { pass: access.password }) },
    ...(proxy === undefined ? {} : { proxy }),
    // What is sent and answered holds passwords and names: none of it is written down anywhere.
    logger: false,
    clientInfo: { name: 'Avvisi PuntoSi' },
    connectionTimeout: patience ?? PATIENCE.connection,
    greetingTimeout: patience ?? PATIENCE.greeting,
    socketTimeout: patience ? patience * 2 : PATIENCE.socket,
    maxIdleTime: patience ?? PATIENCE.idle,
    autoIdleDelay: IDLE_AFTER,
    maxLiteralSize: LONGEST_LITERAL,
    maxResponseSize: 2 * LONGEST_LITERAL,
    maxLineLength: LONGEST_LINE,
    disableCompression: true,
  });

function certificateUntil(client: ImapFlow): Instant | null {
  const { socket } = client as unknown as { readonly socket?: unknown };
  const raw = socket instanceof TLSSocket ? socket.getPeerCertificate().raw : undefined;
  return raw === undefined ? null : new Date(new X509Certificate(raw).validTo).toISOString();
}

const ascending = (uids: Iterable<number>): readonly number[] =>
  [...new Set(uids)].filter((uid) => Number.isSafeInteger(uid) && uid > 0).sort((one, other) => one - other);

const isToOpen = ({ flags }: ListResponse): boolean => !flags.has('\\Noselect') && !flags.has('\\NonExistent');
const listedFolder = ({ path, parent, name, specialUse }: ListResponse): ListedFolder => ({
  path,
  names: [...parent, name],
  use: specialUse ?? null,
});

/** What imapflow asks of each message. */
type Query = Parameters<ImapFlow['fetch']>[1];

function sessionOver(client: ImapFlow, account: Receiving, ended: () => unknown): ImapSession {
  const until = certificateUntil(client);
  /** Every answer of the server may be a failure of the way to it. */
  const ask = async <Value>(work: () => Promise<Result<Value, Problem>>): Promise<Result<Value, Problem>> => {
    try {
      const answer = await work();
      // A search or a fetch that is cut off ends as if nothing had been found.
      if (client.usable) return answer;
      throw Object.assign(new Error('The connection ended.'), { code: 'NoConnection' });
    } catch (cause) {
      // After a parser or a size gave up nothing more is heard on this connection.
      if (!client.usable) client.close();
      // Who asked is told that nobody is there; why it ended was told apart.
      return err(imapProblem(client.usable ? cause : (ended() ?? cause), account));
    }
  };
  const each = async (uids: readonly number[], query: Query, told: (message: FetchMessageObject) => void) => {
    if (uids.length === 0) return;
    const wanted = new Set(uids);
    for await (const message of client.fetch(uids.join(','), query, { uid: true })) {
      // What was not asked for is none of what it says it is.
      if (wanted.has(message.uid)) told(message);
    }
  };
  return {
    account,
    certificateUntil: until,
    isOpen: () => client.usable,
    folders: async () => {
      const listed = await client.list().catch(() => undefined);
      // Where one folder is broken some servers list none (Zimbra).
      if (!listed) return err(mailboxProblem(client.usable ? 'folders-hidden' : 'dropped', account));
      return ok(listed.filter(isToOpen).map(listedFolder));
    },
    open: () =>
      ask(async () => {
        // A folder known already is opened without a list of all: a broken one among them fails the list (Zimbra).
        const folders = (client as unknown as { readonly folders: Map<string, { readonly path: string }> }).folders;
        folders.set(account.folder, { path: account.folder });
        if (client.mailbox) await client.mailboxClose();
        const opened = await client.mailboxOpen(account.folder, { readOnly: true });
        const uidValidity = String(opened.uidValidity ?? '');
        if (!/^[1-9]\d*$/.test(uidValidity)) return err(mailboxProblem('server-lies', account));
        return ok({ uidValidity, uidNext: opened.uidNext ?? 0, messages: opened.exists ?? 0 });
      }),
    find: (which) =>
      ask(async () => {
        const found = await client.search(which, { uid: true });
        if (!Array.isArray(found)) return err(mailboxProblem('server-error', account));
        return ok(ascending(found));
      }),
    sizes: (uids) =>
      ask(async () => {
        const sizes = new Map<number, number>();
        await each(uids, { uid: true, size: true }, ({ uid, size }) => sizes.set(uid, size ?? 0));
        return ok(sizes);
      }),
    fetch: (uids) =>
      ask(async () => {
        const mails = new Map<number, Uint8Array>();
        await each(uids, { uid: true, source: true }, ({ uid, source }) => {
          if (source !== undefined && source.length > 0) mails.set(uid, source);
        });
        return ok(mails);
      }),
    head: async (uid) => {
      const message = await client
        .fetchOne(String(uid), { uid: true, envelope: true }, { uid: true })
        .catch(() => false);
      const envelope = typeof message === 'object' ? message.envelope : undefined;
      const from = envelope?.from?.[0];
      return { subject: envelope?.subject || null, sender: from?.name || from?.address || null };
    },
    isFull: async () => {
      if (!client.capabilities.has('QUOTA')) return false;
      const quota = await client.getQuota(account.folder).catch(() => false);
      const storage = typeof quota === 'object' ? quota.storage : undefined;
      return storage?.usage !== undefined && storage.limit !== undefined && storage.usage >= storage.limit;
    },
    sentFolder: () =>
      ask(async () => {
        const folders = await client.list();
        return ok(folders.find(({ specialUse }) => specialUse === '\\Sent')?.path ?? null);
      }),
    holds: (folder, messageId) =>
      ask(async () => {
        if (client.mailbox) await client.mailboxClose();
        await client.mailboxOpen(folder, { readOnly: true });
        const found = await client.search({ header: { 'message-id': messageId } }, { uid: true });
        return Array.isArray(found) ? ok(found.length > 0) : err(mailboxProblem('server-error', account));
      }),
    append: (folder, raw) =>
      ask(async () => {
        // A folder open for reading only lets no flag be set.
        if (client.mailbox) await client.mailboxClose();
        const put = await client.append(folder, Buffer.from(raw), ['\\Seen']);
        return put === false ? err(mailboxProblem('server-error', account)) : ok(undefined);
      }),
    listen: (news) => {
      client.on('exists', news);
      client.once('close', news);
    },
    close: () => client.close(),
  };
}

async function connectOnce(options: SessionOptions): Promise<Result<ImapSession, Problem>> {
  const { account, proxyFor } = options;
  trustSystem();
  const { server, port } = account;
  let client: ImapFlow | undefined;
  try {
    const proxy = proxyOf(await proxyFor(`https://${server}:${port}/`), server, port);
    client = clientOf(options, proxy);
    // A connection that breaks while nobody waits for an answer is told by `close`.
    let why: unknown;
    client.on('error', (cause: unknown) => {
      why = cause;
    });
    await client.connect();
    if (!client.secureConnection) {
      client.close();
      return err(mailboxProblem('not-encrypted', account));
    }
    return ok(sessionOver(client, account, () => why));
  } catch (cause) {
    client?.close();
    return err(imapProblem(cause, account));
  }
}

/**
 * Connects and enters; the problem says what is in the way. Each attempt is a connection of its own. A token that is not
 * accepted is renewed once: it may have been withdrawn before its time.
 */
export async function openSession(options: SessionOptions): Promise<Result<ImapSession, Problem>> {
  const { access } = options;
  const opened = await connectOnce(options);
  if (opened.ok || 'password' in access || opened.error.code !== 'mailbox-token-refused') return opened;
  const renewed = await access.renew();
  return renewed.ok ? connectOnce({ ...options, access: { ...access, token: renewed.value } }) : renewed;
}
