import { useAnswer } from '#renderer/api.ts';
import { decisionTruth } from '#renderer/requests/decisionWords.ts';
import { useSession } from '#renderer/session.tsx';
import { Count, TruthMark } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { FIRST_IN_WORK, type RequestRow } from '#shared/requests/views.ts';

/** As many as a day has; a longer list is that of the requests. */
const MOST = 50;

/** Whether the head decided about it on that day. */
const isOf =
  (today: Day) =>
  ({ decision }: RequestRow): boolean =>
    decision?.at != null && romeOf(decision.at).day === today;

/** What was decided today, each with its real outcome (P30). Nothing before the first decision. */
export function ApprovalDecided() {
  const { today } = useSession();
  const ended = useAnswer('requests.decided', { text: '', limit: MOST }).value?.rows ?? [];
  // What was given back or put off is in work again.
  const inWork = useAnswer('requests.list', FIRST_IN_WORK).value?.rows ?? [];
  const rows = [...ended, ...inWork].filter(isOf(today));
  if (rows.length === 0) return null;
  return (
    <section className="approval-decided" aria-labelledby="approval-decided">
      <div className="list-group">
        <h2 id="approval-decided">Decisi oggi</h2>
        <Count>{rows.length}</Count>
      </div>
      <ul>
        {rows.map(({ id, title, data, decision }) => (
          <li key={id}>
            <b>{title}</b>
            {data.office && <span className="small muted">{data.office}</span>}
            {decision && <TruthMark truth={decisionTruth(decision, today)} today={today} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
