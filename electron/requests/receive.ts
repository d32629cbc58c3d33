import type { Desk } from '#electron/people/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { askedIn } from '#shared/requests/asked.ts';
import { requestFact } from '#shared/requests/facts.ts';
import type { ParsedMail } from '#shared/requests/mail.ts';
import { mailProfileOf } from '#shared/requests/profile.ts';
import type { Proposal } from '#shared/requests/propose.ts';
import { titleOf } from '#shared/requests/title.ts';
import { type ReadMail, readMail } from '#shared/requests/understand.ts';
import type { Mailbox, MailRef } from './mailbox.ts';
import { mailId } from './mailIds.ts';
import { parseMail } from './parseMail.ts';
import type { RequestStore } from './store.ts';
import type { Sender } from './views.ts';

/** What came of looking at the mailbox. */
export interface MailboxCheck {
  /** E-mails read now for the first time. */
  readonly read: number;
  /** Requests found in them. */
  readonly added: number;
  /** E-mails that could not be read; all the others went on. */
  readonly problems: { readonly name: string; readonly problem: Problem }[];
}

const putJson = (desk: Desk, value: unknown): string => desk.blobs.put(Buffer.from(JSON.stringify(value), 'utf8'));

/** The moment a mail counts from: its own date, unless it has none or lies in the future. */
function receivedAt(mail: ParsedMail, now: Instant): Instant {
  return mail.date !== null && mail.date <= now ? mail.date : now;
}

/** The facts of one e-mail and of the requests the app proposes in it (P10–P12). */
function factsOf(desk: Desk, mail: ParsedMail, read: ReadMail, bytes: Uint8Array): readonly NewFact[] {
  const id = mailId(mail);
  const sender: Sender = read.requester ?? { name: '', address: '' };
  const senderBlob = putJson(desk, sender);
  const at = receivedAt(mail, desk.now());
  const received = requestFact('mail.received', `mail/${id}`, {
    blob: desk.blobs.put(bytes),
    parsed: putJson(desk, mail),
    sender: senderBlob,
    subject: mail.subject,
    kind: read.kind,
    receivedAt: at,
    references: mail.references,
  });
  const request = (proposal: Proposal, index: number): NewFact => {
    const asked = askedIn(proposal);
    return requestFact('request.received', `request/${id}-${index + 1}`, {
      mail: id,
      span: [proposal.span.from, proposal.span.to],
      index: index + 1,
      of: read.proposals.length,
      title: titleOf(asked.text, mail.subject),
      sender: senderBlob,
      receivedAt: at,
      asked,
      warnings: read.warnings.map(({ code, message }) => ({ code, message })),
    });
  };
  return [received, ...read.proposals.map(request)];
}

/** Reads one e-mail and keeps it; answers with the number of requests added, 0 for one already known. */
async function receive(
  desk: Desk,
  store: RequestStore,
  mailbox: Mailbox,
  ref: MailRef,
): Promise<Result<number, Problem>> {
  const bytes = await mailbox.read(ref.id);
  if (!bytes.ok) return bytes;
  const mail = await parseMail(bytes.value, ref.name);
  if (!mail.ok) return mail;
  const read = readMail(mail.value, mailProfileOf(desk.profile));
  const facts = factsOf(desk, mail.value, read, bytes.value);
  const [{ ent } = { ent: '' }] = facts;
  if (store.mail(ent.slice('mail/'.length))) return ok(0);
  const kept = desk.keep(ok(facts));
  return kept.ok ? ok(read.proposals.length) : kept;
}

/** Looks at the mailbox (P20): every e-mail not yet read on this desk is read; one that cannot be read stops no other. */
export async function checkMailbox(
  desk: Desk,
  store: RequestStore,
  mailbox: Mailbox,
): Promise<Result<MailboxCheck, Problem>> {
  const listed = await mailbox.list();
  if (!listed.ok) return listed;
  const fresh = listed.value.filter(({ id }) => !store.wasRead(id));
  const problems: MailboxCheck['problems'] = [];
  let added = 0;
  for (const ref of fresh) {
    const received = await receive(desk, store, mailbox, ref);
    if (received.ok) added += received.value;
    else problems.push({ name: ref.name, problem: received.error });
    if (received.ok || !received.error.code.startsWith('disk-')) {
      store.markRead(ref.id, desk.now(), received.ok ? null : received.error.message);
    }
  }
  return ok({ read: fresh.length, added, problems });
}
