import type { Desk } from '#electron/desk/desk.ts';
import { putSender } from '#electron/requests/sender.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { withRole } from '#shared/people/roster.ts';
import { answerIn, NO_ANSWER, ownWords, seemsWithdrawn } from '#shared/requests/answer.ts';
import { askedIn } from '#shared/requests/asked.ts';
import { type Answer, requestFact } from '#shared/requests/facts.ts';
import { type DocumentText, withDocument } from '#shared/requests/fromDocument.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { recalledSubject } from '#shared/requests/reading/recall.ts';
import { titleOf } from '#shared/requests/reading/title.ts';
import type { ReadMail } from '#shared/requests/reading/understand.ts';
import type { Request } from '#shared/requests/request.ts';
import type { Thread } from './thread.ts';

/** An e-mail that arrived, read. */
export interface Arrival {
  readonly id: string;
  readonly mail: ParsedMail;
  readonly read: ReadMail;
  /** Raw, exactly as it came. */
  readonly bytes: Uint8Array;
  /** The text asked, where the e-mail has none and one of its documents does. */
  readonly document?: DocumentText | undefined;
}

const TITLE_LENGTH = 60;
const jsonOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value), 'utf8');
const putJson = (desk: Desk, value: unknown): string => desk.blobs.put(jsonOf(value));

/** Writes what `mailFact` will keep of an e-mail before it does; answers with the hashes that were not there before. */
export async function writeAhead(desk: Desk, { mail, bytes }: Pick<Arrival, 'mail' | 'bytes'>): Promise<string[]> {
  const written = await Promise.all([bytes, jsonOf(mail)].map(desk.blobs.ahead));
  return written.filter((hash) => hash !== null);
}

const putRequester = (desk: Desk, requester: ReadMail['requester']): string =>
  putSender(desk, requester ?? { name: '', address: '' });

/** The moment a mail counts from: its own date, unless it has none or lies in the future. */
function receivedAt(mail: ParsedMail, now: Instant): Instant {
  return mail.date !== null && mail.date <= now ? mail.date : now;
}

/** What the app puts aside by itself though a person may have written it: nobody has to look at it (P10). */
function asideOf(desk: Desk, { from, transport }: ParsedMail, { kind }: ReadMail): { readonly aside?: 'list' | 'own' } {
  if (kind !== 'not-a-request' && kind !== 'reply') return {};
  const own = desk.profile.mailbox?.toLowerCase();
  if (own !== undefined && from?.address.toLowerCase() === own) return { aside: 'own' };
  return transport === 'bulk' ? { aside: 'list' } : {};
}

/** The arrival of an e-mail, with the requests it answers. */
export function mailFact(desk: Desk, { id, mail, read, bytes }: Arrival, answers: readonly string[] = []): NewFact {
  return requestFact('mail.received', `mail/${id}`, {
    blob: desk.blobs.put(bytes),
    parsed: putJson(desk, mail),
    sender: putRequester(desk, read.requester),
    subject: mail.subject,
    kind: read.kind,
    receivedAt: receivedAt(mail, desk.now()),
    references: mail.references,
    ...(answers.length > 0 ? { answers: [...answers] } : {}),
    ...asideOf(desk, mail, read),
  });
}

/** The requests the app proposes in an e-mail (P11, P12); `ended` is the title of the request it answers, if that is over. */
export function proposedFacts(desk: Desk, { id, mail, read, document }: Arrival, ended?: string): readonly NewFact[] {
  const follows =
    ended === undefined
      ? []
      : [
          {
            code: 'follows-ended',
            message: `Risponde a «${excerpt(ended, TITLE_LENGTH)}», già conclusa. Guarda se chiede un avviso nuovo.`,
          },
        ];
  const warnings = [...follows, ...withDocument(read.warnings, document)].map(({ code, message }) => ({
    code,
    message,
  }));
  return read.proposals.map((proposal, index): NewFact => {
    const found = askedIn(proposal);
    const asked = document && found.text === '' ? { ...found, text: document.text } : found;
    return requestFact('request.received', `request/${id}-${index + 1}`, {
      mail: id,
      span: [proposal.span.from, proposal.span.to],
      index: index + 1,
      of: read.proposals.length,
      title: titleOf(asked.text, mail.subject),
      sender: putRequester(desk, proposal.requester),
      receivedAt: receivedAt(mail, desk.now()),
      asked,
      warnings,
      ...(document && found.text === '' ? { textFrom: document.attachment } : {}),
      ...(proposal.several.length > 1 ? { several: [...proposal.several] } : {}),
    });
  });
}

/**
 * What an answer tells its request (P17): what it says is proposed to the one request it is about. The head's answer to
 * a forwarded text is for the operator to read, who records the decision (P38).
 */
export function answerFacts(desk: Desk, { id, mail, read }: Arrival, thread: Thread): readonly NewFact[] {
  const sender = mail.from?.address.toLowerCase();
  const heads = withRole(desk.roster(), 'capo settore');
  const fromHead = thread.ofForward || heads.some(({ address }) => address.toLowerCase() === sender);
  const says = thread.requests.length === 1 && !fromHead ? answerIn(read) : NO_ANSWER;
  const withdraws = !fromHead && (recalledSubject(mail) !== undefined || seemsWithdrawn(ownWords(read.body)));
  const at = receivedAt(mail, desk.now());
  const fact = (request: Request, said: Answer): NewFact =>
    requestFact('request.answered', `request/${request.id}`, {
      ...{ mail: id, receivedAt: at, says: said, withdraws, fromHead },
    });
  return [
    ...thread.requests.map((request) => fact(request, says)),
    // What is on its way may be meant too: it is to be read, and none of its data changes (P18).
    ...thread.onTheWay.map((request) => fact(request, NO_ANSWER)),
  ];
}
