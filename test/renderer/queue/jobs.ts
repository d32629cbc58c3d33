import { asIfKept } from '#shared/journal/fact.ts';
import { foldJob } from '#shared/queue/job.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { toldSendings } from '../../helpers/morning/sendings.ts';
import { sendingWith } from './sendings.ts';

/** A row of the queue with something changed: for rules that are asked without a core. */
export function jobWith(change: Partial<JobRow> & { readonly title?: string } = {}): JobRow {
  const sending = sendingWith();
  const told = toldSendings([sending], 'desk1').filter(({ fact }) => fact.ent === `job/${sending.id}`);
  const facts = told.flatMap(({ fact, actor, at }) => asIfKept([fact], actor, at));
  const job = foldJob(sending.id, facts);
  if (!job) throw new Error('Nothing waits in the queue.');
  const { title = job.notice.title, ...rest } = change;
  return {
    ...job,
    queuedByName: 'Ornella Vidal',
    deskName: null,
    isElsewhere: false,
    unread: [],
    isHeldByAnswer: false,
    isAltered: false,
    isEmergency: false,
    isTextGone: false,
    outOfRole: null,
    approvedOn: null,
    unbound: null,
    lacksPin: false,
    obstacle: null,
    ...rest,
    notice: { ...job.notice, title, ...rest.notice },
  };
}
