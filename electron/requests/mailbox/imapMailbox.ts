import type { LocalValues } from '#electron/db/localValues.ts';
import { mailTooLarge } from '#electron/requests/reading/parseMail.ts';
import type { UnreadMails } from '#electron/requests/unreadMails.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { MAX_MAIL_BYTES } from '#shared/requests/reading/mail.ts';
import {
  accountPrefix,
  keepPosition,
  numberPrefix,
  type Position,
  positionIn,
  positionOf,
  settledUpTo,
  uidIn,
} from './imapPosition.ts';
import { mailboxProblem } from './imapProblem.ts';
import type { ImapSession, OpenedFolder } from './imapSession.ts';
import { type Mailbox, type MailRef, mailGone } from './mailbox.ts';

/** So many messages, and so many bytes of them, are asked for at once: the memory stays bounded, the line busy. */
const BATCH = { messages: 50, bytes: 8_000_000 };

export interface ImapMailboxPorts {
  /** The connection, made anew where there is none. */
  readonly session: () => Promise<Result<ImapSession, Problem>>;
  readonly local: LocalValues;
  readonly wasRead: (id: string) => boolean;
  readonly unread: UnreadMails;
}

/** What one look found. */
interface Look {
  readonly session: ImapSession;
  readonly position: Position;
  readonly found: readonly number[];
  readonly highest: number;
  readonly sizes: ReadonlyMap<number, number>;
}

const nameOf = (uid: number): string => `E-mail ${uid} della casella`;

/** Of this message alone: the others are delivered. */
const notDelivered = (uid: number): Problem => ({
  code: 'mail-not-delivered',
  what: `Il server non ha consegnato la «${nameOf(uid)}», anche se dice che c’è.`,
  why: 'Le altre e-mail non ne risentono.',
  remedy:
    'L’app riprova ai prossimi controlli. Se dura, aprila con il programma di posta e scrivi la richiesta a mano.',
});

/** Numbers as the server is asked for them. */
const listOf = (uids: readonly number[]): string => uids.join(',');

/** The numbers to look at: above what was read, or since the first day; with the highest of the folder. */
async function newIn(
  session: ImapSession,
  { lastUid, since }: Position,
): Promise<Result<Pick<Look, 'found' | 'highest'>, Problem>> {
  if (lastUid !== null) {
    // The server answers with its last message where there is none above (RFC 3501, 6.4.8).
    const found = await session.find({ uid: `${lastUid + 1}:*` });
    if (!found.ok) return found;
    const above = found.value.filter((uid) => uid > lastUid);
    return ok({ found: above, highest: above.at(-1) ?? lastUid });
  }
  // Servers compare days in zones of their own: one day more, and what is older is known by its date.
  const found = await session.find({ since: new Date(`${addDays(since, -1)}T00:00:00Z`) });
  if (!found.ok) return found;
  const last = await session.find({ uid: '*' });
  if (!last.ok) return last;
  return ok({ found: found.value, highest: Math.max(found.value.at(-1) ?? 0, last.value.at(-1) ?? 0) });
}

/**
 * A folder of a mail server as a mailbox (P10). It is only looked at: nothing is marked, moved or deleted, and whether a
 * colleague opened a message does not count. How far reading came is kept on the desk.
 */
export function imapMailbox({ session: connect, local, wasRead, unread }: ImapMailboxPorts): Mailbox {
  let look: Look | undefined;
  let ready: ReadonlyMap<number, Uint8Array> = new Map();
  /** One of several messages broke the connection: until the app ends they are asked for one by one. */
  let isSingly = false;

  /** Those that could not be read and still lie there under the present numbers. */
  const waiting = async (session: ImapSession, prefix: string): Promise<Result<readonly number[], Problem>> => {
    const uids = unread
      .list('waiting', -1)
      .filter(({ source }) => source.startsWith(prefix))
      .map(({ source }) => uidIn(source));
    return uids.length === 0 ? ok([]) : session.find({ uid: listOf(uids) });
  };
  /** Numbers of another time name nothing any more: their messages are read again under the new ones. */
  const forgetFormer = (session: ImapSession, prefix: string): void => {
    const own = accountPrefix(session.account);
    for (const { source } of unread.list('waiting', -1)) {
      if (source.startsWith(own) && !source.startsWith(prefix)) unread.forget(source);
    }
  };
  /** Opens the folder; a connection that died since the last look is made anew, once. */
  const enter = async (): Promise<Result<{ session: ImapSession; folder: OpenedFolder }, Problem>> => {
    let connected = await connect();
    let folder = connected.ok ? await connected.value.open() : connected;
    if (connected.ok && !folder.ok && !connected.value.isOpen()) {
      connected = await connect();
      folder = connected.ok ? await connected.value.open() : connected;
    }
    if (!connected.ok) return connected;
    return folder.ok ? ok({ session: connected.value, folder: folder.value }) : folder;
  };
  const begin = async (): Promise<Result<Look, Problem>> => {
    const entered = await enter();
    if (!entered.ok) return entered;
    const { session, folder } = entered.value;
    const before = positionOf(local, session.account);
    if (!before) return err(mailboxProblem('server-error', session.account));
    const position = positionIn(before, folder);
    if (position !== before) keepPosition(local, position);
    const prefix = numberPrefix(position);
    const fresh = await newIn(session, position);
    if (!fresh.ok) return fresh;
    forgetFormer(session, prefix);
    const old = await waiting(session, prefix);
    if (!old.ok) return old;
    const found = [...new Set([...old.value, ...fresh.value.found])].sort((one, other) => one - other);
    const unseen = found.filter((uid) => !wasRead(`${prefix}${uid}`));
    const sizes = await session.sizes(unseen);
    if (!sizes.ok) return sizes;
    return ok({ session, position, found, highest: fresh.value.highest, sizes: sizes.value });
  };
  /** The next messages to fetch together, from `uid` on. */
  const batchFrom = ({ found, position, sizes }: Look, uid: number): readonly number[] => {
    const prefix = numberPrefix(position);
    const batch = [uid];
    let bytes = sizes.get(uid) ?? 0;
    for (const next of found) {
      if (next <= uid || wasRead(`${prefix}${next}`)) continue;
      bytes += sizes.get(next) ?? 0;
      if (batch.length === BATCH.messages || bytes > BATCH.bytes) break;
      batch.push(next);
    }
    return batch;
  };
  const tooLarge = async ({ session }: Look, uid: number): Promise<Result<never, Problem>> => {
    const { subject, sender } = await session.head(uid);
    const said = subject === null ? nameOf(uid) : sender === null ? subject : `${subject}, di ${sender}`;
    return mailTooLarge(said);
  };

  return {
    list: async () => {
      ready = new Map();
      const begun = await begin();
      look = begun.ok ? begun.value : undefined;
      if (!begun.ok) return begun;
      const prefix = numberPrefix(begun.value.position);
      return ok(begun.value.found.map((uid): MailRef => ({ id: `${prefix}${uid}`, name: nameOf(uid) })));
    },
    read: async (id) => {
      const uid = uidIn(id);
      if (!look || id !== `${numberPrefix(look.position)}${uid}`) return err(mailGone(nameOf(uid)));
      if ((look.sizes.get(uid) ?? 0) > MAX_MAIL_BYTES) return tooLarge(look, uid);
      if (!ready.has(uid)) {
        const batch = isSingly ? [uid] : batchFrom(look, uid);
        const wasOpen = look.session.isOpen();
        const fetched = await look.session.fetch(batch);
        if (!fetched.ok) {
          // Far longer than the server said, and the connection is gone: alone it is known for what it is.
          const isBroken = wasOpen && fetched.error.code === 'mailbox-server-lies';
          if (isBroken && batch.length === 1) return mailTooLarge(nameOf(uid));
          isSingly ||= isBroken;
          return fetched;
        }
        ready = fetched.value;
      }
      const bytes = ready.get(uid);
      if (bytes) return ok(bytes);
      const still = await look.session.find({ uid: String(uid) });
      if (!still.ok) return still;
      return err(still.value.includes(uid) ? notDelivered(uid) : mailGone(nameOf(uid)));
    },
    holds: (id) => look !== undefined && id.startsWith(accountPrefix(look.session.account)),
    settle: () => {
      if (!look) return;
      const { position, found, highest } = look;
      const prefix = numberPrefix(position);
      const isSettled = (uid: number): boolean => {
        const id = `${prefix}${uid}`;
        return wasRead(id) || unread.ofSource(id) !== undefined;
      };
      const lastUid = settledUpTo(found, position.lastUid, highest, isSettled);
      if (lastUid !== position.lastUid) keepPosition(local, { ...position, lastUid });
      ready = new Map();
    },
    isFull: () => look?.session.isFull() ?? Promise.resolve(false),
  };
}
