import { textHash } from '../drafts/decide.ts';
import type { Draft } from '../drafts/draft.ts';
import type { Sha256 } from '../journal/fact.ts';
import type { Instant } from '../kernel/instant.ts';
import { normaliseText } from '../kernel/text.ts';
import type { EntryBody } from '../register/facts.ts';
import type { Request } from '../requests/request.ts';
import type { Job } from './job.ts';

/** How the sending really went, as the person who confirms it says (P33, P36). */
export interface Sending {
  readonly sentAt: Instant;
  /** The text really sent; null when it is the approved one. */
  readonly text: string | null;
  readonly recipients: number | null;
  readonly by: string;
  /** Name of who approved it without being head of sector; null when the approval was in order. */
  readonly outOfRole: string | null;
}

/** What the register keeps of a notice that was sent (P24, P36, P40). */
export function entryOf(job: Job, request: Request, draft: Draft, sending: Sending, sha256: Sha256): EntryBody {
  const { notice } = job;
  const text = sending.text ?? notice.text;
  return {
    title: notice.title,
    office: notice.office,
    category: notice.category,
    reason: notice.reason,
    link: notice.link,
    route: job.route,
    requestedDate: notice.requestedDate,
    plannedFor: job.plannedFor,
    sentAt: sending.sentAt,
    receivedAt: request.receivedAt,
    forwardedAt: request.forwardedAt,
    recipients: sending.recipients,
    asked: draft.asked,
    rewritten: draft.rewritten,
    approved: draft.approved,
    sent: { text, hash: textHash(text, sha256), by: sending.by, at: sending.sentAt },
    deviations: deviationsOf(draft, text, sending.outOfRole),
    ...(draft.release?.way === 'emergenza'
      ? { emergency: { authoriser: draft.release.authoriser ?? '', why: draft.release.why ?? '' } }
      : {}),
    ...(request.series ? { series: request.series } : {}),
    ...(request.waits.length > 0 ? { waits: request.waits } : {}),
    ...(request.corrects ? { corrects: request.corrects } : {}),
  };
}

function deviationsOf(draft: Draft, sent: string, outOfRole: string | null): string[] {
  const overridden = draft.checks.flatMap(({ line, why }) => (why ? [`Controllo «${line}» forzato: ${why}`] : []));
  const altered = draft.approved !== null && normaliseText(sent) !== normaliseText(draft.approved.text);
  return [
    ...overridden,
    ...(draft.release?.way === 'alternativa'
      ? [`Via alternativa, senza approvazione${draft.release.why ? `: ${draft.release.why}` : ''}.`]
      : []),
    ...(draft.release?.way === 'emergenza' ? ['Emergenza: inviato senza approvazione.'] : []),
    ...(outOfRole ? [`Approvato fuori ruolo: ${outOfRole} non era capo settore.`] : []),
    ...(draft.approval?.samePerson ? ['Una sola persona ha scritto e approvato.'] : []),
    ...(altered ? ['Il testo inviato non è quello approvato.'] : []),
  ];
}
