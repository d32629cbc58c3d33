import { useSession } from '#renderer/session.tsx';
import { SelectField } from '#renderer/ui/index.ts';
import { capitalised, sayMoment } from '#renderer/ui/moments.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { type Day, sayDay, type Time } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { plannedMoment } from '#shared/kernel/workdays.ts';
import { ROUTES, type Route } from '#shared/people/profile/routes.ts';

export interface ApprovalFactsProps {
  readonly view: ApprovalView;
  /** The moment that was chosen for it; undefined = as planned. */
  readonly at: Instant | undefined;
  /** The way it leaves when it is approved. */
  readonly route: Route;
  /** Absent for those who do not decide. */
  readonly onRoute: ((route: Route) => void) | undefined;
}

/** `oggi, martedì 24 novembre alle 10:00`: what is wanted today is said first. */
function wantedWords(day: Day | null, time: Time | null, today: Day): string {
  if (day === null) return 'non indicata';
  return `${day === today ? 'oggi, ' : ''}${sayDay(day)}${time === null ? '' : ` alle ${time}`}`;
}

/** Who asks, for when, who wrote the text, and how and when it would leave if it were approved now. */
export function ApprovalFacts({ view, at, route, onRoute }: ApprovalFactsProps) {
  const { now, today, profile } = useSession();
  const { office, sendDate, sendTime } = view.request.data;
  const planned = at ?? plannedMoment(profile.calendar, now, sendDate, sendTime);
  const facts: readonly (readonly [label: string, value: string])[] = [
    ['Chiede', [office, view.request.senderName].filter(Boolean).join(', ') || 'non noto'],
    ['Data richiesta', wantedWords(sendDate, sendTime, today)],
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
                label: value === profile.normalRoute ? `${capitalised(value)} (via normale)` : capitalised(value),
              }))}
              onChange={(value) => onRoute(value as Route)}
            />
          </dd>
        </div>
      )}
    </dl>
  );
}
