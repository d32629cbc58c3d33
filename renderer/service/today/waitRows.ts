/** The row of Oggi of each thing that waits for a person. Pure. */

import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import { assertNever } from '#shared/kernel/never.ts';
import type { Session } from '#shared/people/session.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { JobWait } from '#shared/queue/waits.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { RequestWait } from '#shared/requests/waits.ts';
import type { Wait } from '#shared/service/waits.ts';
import { answerRow, pauseRow } from './answerRows.ts';
import { type JobKind, jobRow } from './jobRows.ts';
import { reportRow } from './reportRows.ts';
import { alteredRow } from './sendingRows.ts';
import { approvalRow, irregularRow, requestRow, type TodayRow } from './todayRows.ts';
import { unboundRow } from './trustRows.ts';

export interface WaitSources {
  readonly session: Session;
  readonly requests: readonly RequestRow[];
  readonly approvals: readonly ApprovalView[];
  readonly irregular: readonly IrregularView[];
  readonly jobs: readonly JobRow[];
}

const OUT: readonly JobRow['state'][] = ['handedOver', 'sent', 'partlySent', 'uncertain'];

function requestWaitRow(wait: RequestWait, { requests, approvals, jobs, session }: WaitSources): TodayRow | undefined {
  const row = requests.find(({ id }) => id === wait.id);
  if (!row) return undefined;
  const { kind } = wait;
  if (kind === 'take' || kind === 'finish') return requestRow(row, session);
  if (kind === 'pause') return pauseRow(row, session);
  const job = jobs.find(({ id }) => id === wait.id);
  const held = { isHeld: job?.isHeldByAnswer ?? false, isOut: job !== undefined && OUT.includes(job.state) };
  const isToDecide = approvals.some(({ id }) => id === wait.id);
  return answerRow(row, { ...wait, kind }, held, isToDecide, session);
}

/** An emergency that nobody has asked the group for yet: asking comes first, putting in order afterwards (P34). */
const isOnlyCopied = (job: JobRow | undefined): boolean =>
  job?.route === 'gruppo operativo' && (job.state === 'queued' || job.state === 'delivering');

function jobWaitRow(wait: JobWait, { jobs, session }: WaitSources): TodayRow | undefined {
  const job = jobs.find(({ id }) => id === wait.id);
  if (!job) return undefined;
  const { kind } = wait;
  // Told by rows of their own: all together, or above everything.
  if (kind === 'alarm' || kind === 'post' || kind === 'mayorCopy' || kind === 'headCopy') return undefined;
  if (kind === 'altered') return alteredRow(job, session);
  if (kind === 'unbound') return unboundRow(job, session);
  const own: JobKind = kind;
  return jobRow(job, { ...wait, kind: own }, session);
}

/** The row of a thing that waits; none where it is told with others, or by a thing that comes first. */
export function rowOf(wait: Wait, sources: WaitSources): TodayRow | undefined {
  const { approvals, irregular, jobs, session } = sources;
  switch (wait.word) {
    case 'requests':
      return requestWaitRow(wait, sources);
    case 'drafts': {
      if (wait.kind === 'decide') {
        const view = approvals.find(({ id }) => id === wait.id);
        return view && approvalRow(view, session);
      }
      const one = irregular.find(({ id }) => id === wait.id);
      const job = jobs.find(({ id }) => id === wait.id);
      return one && !isOnlyCopied(job) ? irregularRow(one, session, job) : undefined;
    }
    case 'queue':
      return jobWaitRow(wait, sources);
    case 'report':
      return reportRow(wait, session);
    default:
      return assertNever(wait, 'cosa che aspetta');
  }
}
