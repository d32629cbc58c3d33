import type { ApprovalView } from '#shared/drafts/views.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { plannedMoment } from '#shared/queue/decide.ts';
import type { Status } from '#shared/service/status.ts';
import { capitalised, sayMoment } from '../ui/moments.ts';

export interface ApprovalFactsProps {
  readonly view: ApprovalView;
  readonly status: Status;
}

/** Who asks, for when, who wrote the text, and how and when it would leave if it were approved now. */
export function ApprovalFacts({ view, status }: ApprovalFactsProps) {
  const { office, sendDate, sendTime } = view.request.data;
  const { now, today, profile } = status;
  const planned = plannedMoment(profile.calendar, now, sendDate, sendTime);
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Chiede', [office, view.request.senderName].filter(Boolean).join(', ') || 'non noto'],
    ['Data richiesta', sendDate ? sayDay(sendDate) : 'non indicata'],
    ['Riscritto da', `${view.rewrittenByName}, ${sayMoment(view.rewritten.at, today)}`],
    ['Via e ora, se approvi adesso', `${capitalised(profile.normalRoute)}, ${sayMoment(planned, today)}`],
  ];
  return (
    <dl className="approval-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
