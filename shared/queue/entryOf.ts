import { bearsItsHash, textHash } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import type { Sha256 } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { normaliseText } from '#shared/kernel/text.ts';
import { type ElectionPeriod, electionAt, lastDayOf } from '#shared/people/profile/elections.ts';
import type { EntryBody } from '#shared/register/facts.ts';
import type { Request } from '#shared/requests/request.ts';
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
  /** The election periods of the municipality (P39). */
  readonly electionPeriods: readonly ElectionPeriod[];
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
    deviations: deviationsOf(draft, text, sending.outOfRole, isWhole(job, draft, sha256)),
    ...approvalOf(draft),
    ...(draft.release?.way === 'emergenza'
      ? { emergency: { authoriser: draft.release.authoriser ?? '', why: draft.release.why ?? '' } }
      : {}),
    ...electionOf(job, draft, sending.electionPeriods),
    ...(request.series ? { series: request.series } : {}),
    ...(request.waits.length > 0 ? { waits: request.waits } : {}),
    ...(request.corrects ? { corrects: request.corrects } : {}),
  };
}

/** That it was planned in an election period, with the head's answers to the approved text; nothing outside of one (P39). */
function electionOf(
  { plannedFor, notice }: Job,
  { election }: Draft,
  periods: readonly ElectionPeriod[],
): Pick<EntryBody, 'election'> {
  const period = electionAt(periods, plannedFor);
  const given = election?.hash === notice.hash ? election : undefined;
  if (!period && !given) return {};
  const until = period ? lastDayOf(period) : (given?.until ?? '');
  if (!given) return { election: { until, answers: null } };
  const { impersonal, essential, by, at, recordedBy, way } = given;
  return { election: { until, answers: { impersonal, essential, by, at, recordedBy, way } } };
}

/** How the head approved, where somebody else wrote it down (P38). */
function approvalOf({ approval }: Draft): Pick<EntryBody, 'approval'> {
  if (!approval?.recordedBy || approval.way === 'app') return {};
  const { way, recordedBy, recordedAt, note } = approval;
  return { approval: { way, recordedBy, recordedAt, note } };
}

/** Whether the texts on record are those their hashes were taken of (P24). */
const isWhole = ({ notice }: Job, { approved }: Draft, sha256: Sha256): boolean =>
  bearsItsHash(notice, sha256) && (approved === null || bearsItsHash(approved, sha256));

function deviationsOf(draft: Draft, sent: string, outOfRole: string | null, whole: boolean): string[] {
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
    ...(whole ? [] : ['Il testo approvato o messo in coda è stato cambiato senza passare dall’app.']),
    ...(altered ? ['Il testo inviato non è quello approvato.'] : []),
  ];
}
