import { useSession } from '#renderer/session.tsx';
import { MomentOffers } from '#renderer/ui/index.ts';
import { momentOf } from '#shared/drafts/checklist.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { isImpossible } from '#shared/kernel/sendingMoment.ts';

export interface ApprovalMomentProps {
  readonly view: Pick<ApprovalView, 'request'>;
  /** The text as it would be approved now. */
  readonly text: string;
  /** The moment that was chosen for it; undefined = as planned. */
  readonly at: Instant | undefined;
  /** Absent for those who do not decide. */
  readonly onChoose: ((moment: Instant) => void) | undefined;
}

/** Says that a text cannot leave when it is wanted, and offers the nearest good moments (P5); nothing once one is chosen. */
export function ApprovalMoment({ view, text, at, onChoose }: ApprovalMomentProps) {
  const { profile, now, today } = useSession();
  const { sendDate, sendTime } = view.request.data;
  const check = momentOf(profile.calendar, view.request, text, now);
  if (sendDate === null || check === null || at !== undefined || !isImpossible(check)) return null;
  return (
    <div className="approval-moment">
      <MomentOffers
        check={check}
        wanted={{ day: sendDate, time: sendTime }}
        today={today}
        onChoose={onChoose}
        onKeep={onChoose && (() => onChoose(check.planned))}
      />
    </div>
  );
}
