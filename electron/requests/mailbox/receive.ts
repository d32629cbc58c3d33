import { setImmediate } from 'node:timers/promises';
import { FOLDER_NOT_ANSWERING } from '#electron/files/fileProblem.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, map, ok, type Result } from '#shared/kernel/result.ts';
import { mailboxFact } from '#shared/requests/mailboxChecks.ts';
import { isMailboxTrouble } from './imapProblem.ts';
import { type MailRef, mailGone } from './mailbox.ts';
import { LATER, type MessageSources, prepareOne, receivePrepared } from './receiveOne.ts';

/** A limit that is none. */
const EVERY = -1;

/** What came of looking at the mailbox. */
export interface MailboxCheck {
  /** E-mails read now for the first time. */
  readonly read: number;
  /** Requests found in them. */
  readonly added: number;
  /** E-mails that could not be read; all the others went on. */
  readonly problems: { readonly name: string; readonly problem: Problem }[];
  /** How many were left for another time, when somebody stopped the reading. */
  readonly left?: number;
}

export interface ReceiveSources extends MessageSources {
  /** Told after each e-mail how many of how many are done. */
  readonly progress?: (done: number, total: number) => void;
  /** Asked before each e-mail: those after it stay to be read. */
  readonly isStopped?: () => boolean;
  /** Nobody chose the mailbox, or nobody asked: what lies there is read, and the look is none of the two of the day (P20). */
  readonly isNoAct?: boolean;
  /** What looks that were no act brought before, told by this one. */
  readonly before?: Pick<MailboxCheck, 'read' | 'added'>;
}

/** Whether the whole mailbox does not answer. */
/** So many are marked as read in one commit. */
const MARKED_TOGETHER = 25;

const isAway = ({ code }: Problem): boolean => code === FOLDER_NOT_ANSWERING || isMailboxTrouble(code);

/** Which e-mails a look reads beside the new ones: every one not read so far, or this one alone and no new one. */
export type Again = 'all' | { readonly source: string };

/** Notes those that lie there no more: another one took their place, or they are gone and a person must know; answers whether there were any. */
function noteGone({ store: { unread }, mailbox }: ReceiveSources, listed: readonly MailRef[]): boolean {
  let found = false;
  const ids = new Set(listed.map(({ id }) => id));
  const places = new Set(listed.map(({ id }) => mailbox.placeOf?.(id) ?? id));
  for (const { id, source, name, problem, blob } of unread.list('waiting', EVERY)) {
    if (ids.has(source) || mailbox.holds?.(source) === false) continue;
    const isReplaced = places.has(mailbox.placeOf?.(source) ?? source);
    if (!isReplaced && (blob !== null || problem.code === 'mail-gone')) continue;
    if (isReplaced) unread.forget(source);
    else unread.setProblem(id, mailGone(name));
    found = true;
  }
  return found;
}

/** The e-mails a look has to read, in the order of the mailbox. */
function wantedOf(
  { desk, store: { wasRead, unread } }: ReceiveSources,
  listed: readonly MailRef[],
  again: Again | undefined,
): readonly MailRef[] {
  const now = desk.now();
  const isNew = ({ id }: MailRef): boolean => !wasRead(id) && unread.isDue(id, now);
  if (again === undefined) return listed.filter(isNew);
  const waiting = unread.list('waiting', EVERY).filter(({ source }) => again === 'all' || source === again.source);
  const sources = new Set(waiting.map(({ source }) => source));
  const lying = listed.filter((ref) => sources.has(ref.id) || (again === 'all' && isNew(ref)));
  const ids = new Set(lying.map(({ id }) => id));
  const keptOnly = waiting.filter(({ source, blob }) => blob !== null && !ids.has(source));
  return [...lying, ...keptOnly.map(({ source, name }) => ({ id: source, name }))];
}

/**
 * Looks at the mailbox (P20), which is kept: every e-mail not yet read on this desk is read, and those that failed before
 * are tried again after a while, or now with `again`; one that cannot be read stops no other. Answers that come before
 * what they answer are read once more at the end. Between two e-mails the core answers whoever called meanwhile.
 */
export async function checkMailbox(sources: ReceiveSources, again?: Again): Promise<Result<MailboxCheck, Problem>> {
  const { desk, store, mailbox, progress, isStopped } = sources;
  const listed = await mailbox.list();
  if (!listed.ok) return listed;
  const foundGone = noteGone(sources, listed.value);
  const wanted = wantedOf(sources, listed.value, again);
  const problems: MailboxCheck['problems'] = [];
  let [read, added] = [0, 0];
  let away: Problem | undefined;
  let marks: string[] = [];
  // One that is kept and not marked when the program dies is read again, and found known.
  const mark = (): void => {
    if (marks.length > 0) store.markRead(marks, desk.now());
    marks = [];
  };
  /** Begins to read one; a bug in it is met by who waits for it, not before. */
  const prepare = (ref: MailRef | undefined) => {
    const prepared = ref ? prepareOne(sources, ref) : Promise.resolve(undefined);
    prepared.catch(() => undefined);
    return prepared;
  };
  const readAll = async (refs: readonly MailRef[], isLast: boolean): Promise<readonly MailRef[]> => {
    const later: MailRef[] = [];
    let next = prepare(refs[0]);
    try {
      for (const [at, ref] of refs.entries()) {
        await setImmediate();
        if (isStopped?.()) break;
        const prepared = await next;
        // What the mailbox itself does not give, it does not give of the one after either.
        const isOver = !prepared || (!prepared.ok && isAway(prepared.error.problem));
        next = prepare(isOver ? undefined : refs[at + 1]);
        if (!prepared) break;
        const received = receivePrepared(sources, prepared, isLast);
        if (!received.ok && isAway(received.error.problem)) {
          // It would be asked in vain once more for each of the others: this one and they are read next time.
          away = received.error.problem;
          return [];
        }
        const found = received.ok ? received.value : undefined;
        if (found === LATER) {
          later.push(ref);
          continue;
        }
        if (found) {
          read += 1;
          added += found.isKnown ? 0 : found.requests.length;
          marks.push(ref.id);
          if (marks.length >= MARKED_TOGETHER) mark();
        } else if (!received.ok) {
          problems.push({ name: ref.name, problem: received.error.problem });
          store.unread.keep({ ...received.error, source: ref.id, name: ref.name, at: desk.now() });
          desk.tell('requests');
        }
        progress?.(read + problems.length, wanted.length);
      }
    } finally {
      // Nobody is left asking the mailbox when the look is over.
      await next.catch(() => undefined);
    }
    return later;
  };
  progress?.(0, wanted.length);
  try {
    await readAll(await readAll(wanted, false), true);
  } finally {
    mark();
  }
  // Either changes the list of those that are not read.
  if (foundGone || read > 0) desk.tell('requests');
  // A folder that went away was not looked through: the look is none, and says so (P66).
  if (away) return err(away);
  const left = wanted.length - read - problems.length;
  const { before = { read: 0, added: 0 } } = sources;
  const brought = { read: read + before.read, added: added + before.added };
  const check = { ...brought, problems, ...(left > 0 ? { left } : {}) };
  // A look that was stopped, at one e-mail only, that nobody asked for, or where nobody said e-mails arrive, is none of the two of the day.
  if (left > 0 || sources.isNoAct || typeof again === 'object') return ok(check);
  const { day } = romeOf(desk.now());
  return map(desk.keep(ok([mailboxFact('mailbox.checked', `mailbox/${day}`, brought)])), () => check);
}
