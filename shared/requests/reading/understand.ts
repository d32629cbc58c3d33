import type { Day, Time } from '#shared/kernel/day.ts';
import type { missingSchema } from '#shared/requests/facts.ts';
import { citizenWish } from './citizen.ts';
import { hidesText, isInternal, isPublicMatter } from './doubt.ts';
import { ENOUGH_EVIDENCE, isMarked, requestEvidence, subjectEvidence } from './evidence.ts';
import { isOfTown, type MailProfile } from './knownSenders.ts';
import { newsLinks } from './links.ts';
import type { MailAddress, ParsedMail } from './mail.ts';
import { type MailBody, readBody, requesterOf } from './mailBody.ts';
import { type Proposal, proposeRequests } from './propose.ts';
import { recalledSubject } from './recall.ts';
import { isReminder } from './reminder.ts';
import { type MailWarning, mailWarningsOf } from './warnings.ts';

export type MailKind = 'request' | 'pec-request' | 'pec-receipt' | 'auto-reply' | 'reply' | 'not-a-request';
export type Missing = ReturnType<typeof missingSchema.parse>;

/** A proposed request in the shape of `parse-email` (the command-line contract). */
export interface RequestOutline {
  readonly sendDate: Day | null;
  readonly sendTime: Time | null;
  readonly dateCandidates: readonly { readonly date: Day; readonly time: Time | null; readonly excerpt: string }[];
  readonly link: string | null;
  readonly linkCandidates: readonly string[];
  readonly draft: string | null;
  readonly office: string | null;
  /** Place in the mail's text, UTF-16 indexes. */
  readonly span: readonly [from: number, to: number];
}

/** What a mail asks, in the shape of `parse-email` (the command-line contract). */
export interface Understanding {
  readonly kind: MailKind;
  /** The real requester, `Name <address>`; null when the mail names nobody. */
  readonly from: string | null;
  readonly subject: string;
  readonly messageId: string | null;
  readonly requests: readonly RequestOutline[];
  /** What any of the requests lacks (P11). */
  readonly missing: readonly Missing[];
  readonly warnings: readonly MailWarning[];
}

/** From a colleague a doubt is a request (P10): a single word of asking is enough. */
const DOUBT = 1;

function sayAddress(person: MailAddress | null): string | null {
  if (person === null) return null;
  if (person.address === '') return person.name;
  return person.name === '' || person.name === person.address ? person.address : `${person.name} <${person.address}>`;
}

function looksLikeRequest(mail: ParsedMail, body: MailBody, profile: MailProfile): boolean {
  const known =
    isOfTown(profile, requesterOf(mail, body)?.address ?? '') || isOfTown(profile, mail.from?.address ?? '');
  const evidence = requestEvidence(body.working, body.links) + subjectEvidence(mail.subject);
  const isMarkedOne = (): boolean => isMarked(body.working, body.links);
  // Also a list of strangers may pass on a request, but it must be marked as one.
  if (mail.transport === 'bulk') return known ? evidence >= ENOUGH_EVIDENCE : isMarkedOne();
  // What a citizen asks of the service is answered (P10).
  if (!known && citizenWish(mail.subject, body.working, profile) !== undefined) return isMarkedOne();
  // What only asks how another request is going is a matter of that one.
  if (isReminder(mail.subject, body.working) && !isMarkedOne() && newsLinks(body.links).length === 0) return false;
  if (evidence >= ENOUGH_EVIDENCE) return true;
  const isPublic = isPublicMatter(mail.subject, body.working);
  if (!known) return evidence >= DOUBT && isPublic;
  const isDoubtful = evidence >= DOUBT && !isInternal(mail.subject, body.working);
  return isDoubtful || isPublic || hidesText(mail, body.working);
}

/** A certified mail to this mailbox is always looked at by a person; any other one must look like a request. */
function kindOf(mail: ParsedMail, body: MailBody, profile: MailProfile): MailKind {
  if (mail.transport === 'pec-receipt' || mail.transport === 'auto-reply') return mail.transport;
  // Of what it takes back it is an answer; it never asks for anything itself.
  if (recalledSubject(mail) !== undefined || body.form === 'reply') return 'reply';
  if (mail.transport === 'pec') return 'pec-request';
  if (!looksLikeRequest(mail, body, profile)) return 'not-a-request';
  return mail.transport === 'pec-anomaly' ? 'pec-request' : 'request';
}

const isEmpty = ({ send, link, links, draft }: Proposal): boolean =>
  send.candidates.length === 0 && link === undefined && links.length === 0 && draft === undefined;

/** What P11 wants and the proposal lacks. */
const missingIn = ({ send, link, draft }: Proposal): readonly Missing[] => [
  ...(send.chosen === undefined ? (['date'] as const) : []),
  ...(link === undefined ? (['link'] as const) : []),
  ...(draft === undefined ? (['text'] as const) : []),
];

function outline({ span, send, link, links, draft, office }: Proposal): RequestOutline {
  return {
    sendDate: send.chosen?.date ?? null,
    sendTime: send.time,
    dateCandidates: send.candidates.map(({ date, time, excerpt }) => ({ date, time, excerpt })),
    link: link?.url ?? null,
    linkCandidates: links.map(({ url }) => url),
    draft: draft?.text ?? null,
    office,
    span: [span.from, span.to],
  };
}

/** A mail read for the desk: its kind, its parts and the proposals with their places. */
export interface ReadMail {
  readonly kind: MailKind;
  readonly body: MailBody;
  readonly requester: MailAddress | null;
  readonly proposals: readonly Proposal[];
  readonly warnings: readonly MailWarning[];
}

/**
 * Reads what a mail asks (P10–P13). Nothing here is decided: dates, links, texts and cuts are proposals, and a doubtful
 * one comes with its warning. `isAsked`: a person said that it is a request. Pure; never throws, whatever the text.
 */
export function readMail(mail: ParsedMail, profile: MailProfile, isAsked = false): ReadMail {
  const body = readBody(mail, profile.hosts);
  const kind = isAsked ? 'request' : kindOf(mail, body, profile);
  const requester = requesterOf(mail, body);
  const isRecall = recalledSubject(mail) !== undefined;
  const asks = !isRecall && (kind === 'request' || kind === 'pec-request' || kind === 'reply');
  const proposals = asks ? proposeRequests(mail, body, profile) : [];
  const kept = kind === 'reply' ? proposals.filter((proposal) => !isEmpty(proposal)) : proposals;
  const warnings = asks ? mailWarningsOf(mail, body, kept, profile) : [];
  return { kind, body, requester, proposals: kept, warnings };
}

/** What a mail asks, in the shape of the command-line contract (`parse-email`). */
export function understand(mail: ParsedMail, profile: MailProfile): Understanding {
  const { kind, requester, proposals, warnings } = readMail(mail, profile);
  return {
    kind,
    from: sayAddress(requester),
    subject: mail.subject,
    messageId: mail.messageId,
    requests: proposals.map(outline),
    missing: [...new Set(proposals.flatMap(missingIn))],
    warnings,
  };
}
