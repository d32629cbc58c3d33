import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Status } from '#shared/service/status.ts';
import { ProblemBanner } from '../ui/index.ts';
import { onDay } from './approvalGroups.ts';

export interface ApprovalNoticeProps {
  readonly view: ApprovalView;
  readonly status: Status;
  readonly isHead: boolean;
}

/** What is particular about a text: the same person wrote it (P30), or it was put off. */
export function ApprovalNotice({ view, status, isHead }: ApprovalNoticeProps) {
  const { state, until, why, rewritten } = view;
  return (
    <>
      {state === 'postponed' && until !== null && (
        <ProblemBanner
          tone="idle"
          sign="deferred"
          live="off"
          heading={`Rinviato, torna ${onDay(until, status.today)}`}
          lines={why ? [why] : []}
        />
      )}
      {isHead && rewritten.by === status.person?.id && (
        <ProblemBanner
          tone="warn"
          live="off"
          heading="Questo testo l’hai scritto tu"
          lines={['Puoi approvarlo: nel registro resta scritto che lo ha scritto e approvato una sola persona.']}
        />
      )}
    </>
  );
}
