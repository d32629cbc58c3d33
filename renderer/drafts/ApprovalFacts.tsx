import type { ApprovalView } from '#shared/drafts/views.ts';
import { sayDay } from '#shared/kernel/day.ts';
import { ROUTES, type Route } from '#shared/people/routes.ts';
import { plannedMoment } from '#shared/queue/decide.ts';
import type { Status } from '#shared/service/status.ts';
import { SelectField } from '../ui/index.ts';
import { capitalised, sayMoment } from '../ui/moments.ts';

export interface ApprovalFactsProps {
  readonly view: ApprovalView;
  readonly status: Status;
  /** The way it leaves when it is approved. */
  readonly route: Route;
  /** Absent for those who do not decide. */
  readonly onRoute: ((route: Route) => void) | undefined;
}

/** Who asks, for when, who wrote the text, and how and when it would leave if it were approved now. */
export function ApprovalFacts({ view, status, route, onRoute }: ApprovalFactsProps) {
  const { office, sendDate, sendTime } = view.request.data;
  const { now, today, profile } = status;
  const planned = plannedMoment(profile.calendar, now, sendDate, sendTime);
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Chiede', [office, view.request.senderName].filter(Boolean).join(', ') || 'non noto'],
    ['Data richiesta', sendDate ? sayDay(sendDate) : 'non indicata'],
    ['Riscritto da', `${view.rewrittenByName}, ${sayMoment(view.rewritten.at, today)}`],
    ['Quando, se approvi adesso', capitalised(sayMoment(planned, today))],
    ...(onRoute ? [] : [['Via', capitalised(route)] as const]),
  ];
  return (
    <dl className="approval-facts">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {onRoute && (
        <div>
          <dt>Via</dt>
          <dd>
            <SelectField
              label="Via, se approvi adesso"
              hideLabel
              value={route}
              options={ROUTES.map((value) => ({
                value,
                label: value === profile.normalRoute ? `${capitalised(value)}, di solito` : capitalised(value),
              }))}
              onChange={(value) => onRoute(value as Route)}
            />
          </dd>
        </div>
      )}
    </dl>
  );
}
