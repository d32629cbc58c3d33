import type { Desk } from '#electron/people/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { mailboxFact } from '#shared/requests/mailboxChecks.ts';
import { mailProfileOf } from '#shared/requests/profile.ts';
import { readMail } from '#shared/requests/understand.ts';
import { type Arrival, answerFacts, mailFact, proposedFacts } from './arrival.ts';
import type { Mailbox, MailRef } from './mailbox.ts';
import { mailId } from './mailIds.ts';
import { parseMail } from './parseMail.ts';
import type { RequestStore } from './store.ts';
import { threadOf } from './thread.ts';

/** What came of looking at the mailbox. */
export interface MailboxCheck {
  /** E-mails read now for the first time. */
  readonly read: number;
  /** Requests found in them. */
  readonly added: number;
  /** E-mails that could not be read; all the others went on. */
  readonly problems: { readonly name: string; readonly problem: Problem }[];
}

export interface ReceiveSources {
  readonly desk: Desk;
  readonly store: RequestStore;
  readonly mailbox: Mailbox;
  /** Whether the notice of a request was already sent: then an answer to it may ask for a new one. */
  readonly wasSent: (request: string) => boolean;
}

/** Problems that lie in the e-mail itself: reading it again would find the same. Any other one may be over next time. */
const FOR_GOOD = ['mail-unreadable', 'mail-empty', 'mail-too-large', 'mail-not-a-file'];
const isForGood = ({ code }: Problem): boolean => FOR_GOOD.includes(code);

/** An answer whose conversation is not known yet: it may lie in the same mailbox, not read so far. */
const LATER = 'later';

/**
 * The facts of one e-mail (P10–P12, P17). An answer joins the request it is about; one to a request that ended, with
 * something to ask in it, is also a request of its own, so that nothing is lost.
 */
function factsOf(
  { desk, store, wasSent }: ReceiveSources,
  arrival: Arrival,
  isLast: boolean,
): readonly NewFact[] | 'later' {
  const { mail, read } = arrival;
  const asItIs = () => [mailFact(desk, arrival), ...proposedFacts(desk, arrival)];
  if (read.kind !== 'reply') return asItIs();
  // A copy of what the desk itself wrote asks for nothing.
  if (mail.from?.address.toLowerCase() === desk.profile.mailbox.toLowerCase()) return [mailFact(desk, arrival)];
  const thread = threadOf(store, mail.references);
  if (!thread) return isLast || mail.references.length === 0 ? asItIs() : LATER;
  const answers = answerFacts(desk, arrival, thread);
  const isOver = thread.requests.every(({ id, state }) => state === 'closed' || wasSent(id));
  const ids = thread.requests.map(({ id }) => id);
  const asked = isOver ? proposedFacts(desk, arrival, thread.requests[0]?.title) : [];
  return [mailFact(desk, arrival, ids), ...answers, ...asked];
}

/** Reads one e-mail and keeps it; answers with the number of requests added, 0 for one already known. */
async function receive(
  sources: ReceiveSources,
  ref: MailRef,
  isLast: boolean,
): Promise<Result<number | 'later', Problem>> {
  const { desk, store, mailbox } = sources;
  const bytes = await mailbox.read(ref.id);
  if (!bytes.ok) return bytes;
  const mail = await parseMail(bytes.value, ref.name);
  if (!mail.ok) return mail;
  const read = readMail(mail.value, mailProfileOf(desk.profile));
  const id = mailId(mail.value);
  if (store.mail(id)) return ok(0);
  const facts = factsOf(sources, { id, mail: mail.value, read, bytes: bytes.value }, isLast);
  if (facts === LATER) return ok(LATER);
  const kept = desk.keep(ok(facts));
  return kept.ok ? ok(facts.filter(({ type }) => type === 'request.received').length) : kept;
}

/**
 * Looks at the mailbox (P20), which is kept: every e-mail not yet read on this desk is read; one that cannot be read stops
 * no other.
 * Answers that come before what they answer are read once more at the end.
 */
export async function checkMailbox(sources: ReceiveSources): Promise<Result<MailboxCheck, Problem>> {
  const { desk, store, mailbox } = sources;
  const listed = await mailbox.list();
  if (!listed.ok) return listed;
  const fresh = listed.value.filter(({ id }) => !store.wasRead(id));
  const problems: MailboxCheck['problems'] = [];
  let read = 0;
  let added = 0;
  const readAll = async (refs: readonly MailRef[], isLast: boolean): Promise<readonly MailRef[]> => {
    const later: MailRef[] = [];
    for (const ref of refs) {
      const received = await receive(sources, ref, isLast);
      if (received.ok && received.value === LATER) {
        later.push(ref);
        continue;
      }
      if (received.ok) {
        read += 1;
        added += Number(received.value);
      } else problems.push({ name: ref.name, problem: received.error });
      if (received.ok || isForGood(received.error)) {
        store.markRead(ref.id, desk.now(), received.ok ? null : received.error.message);
      }
    }
    return later;
  };
  await readAll(await readAll(fresh, false), true);
  const { day } = romeOf(desk.now());
  const kept = desk.keep(ok([mailboxFact('mailbox.checked', `mailbox/${day}`, { read, added })]));
  return kept.ok ? ok({ read, added, problems }) : kept;
}
