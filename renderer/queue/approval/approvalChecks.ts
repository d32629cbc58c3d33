import type { Kept } from '#renderer/drafts/editor/judging.ts';
import { useJudging } from '#renderer/drafts/request/useJudging.ts';
import { useWritings } from '#renderer/writing/writing.ts';
import type { CheckLine } from '#shared/drafts/facts.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Session } from '#shared/people/session.ts';
import { editName } from './approvalEdit.ts';

const NONE: Kept = {};

/**
 * The checks of the text as it would be approved (P25, P30): those it was forwarded with, and once the head changed it those
 * of the text on screen, at every key. What the operator gave a reason for, and is as it was, keeps it.
 */
export function useApprovalChecks(view: ApprovalView, text: string, isChanged: boolean, session: Session) {
  const kept = useWritings((state) => state.kept[editName(view.id)]) ?? NONE;
  const senderKnown = view.checks.some(({ line, outcome }) => line === 'mittente' && outcome === 'a posto');
  const judged = useJudging({ request: view.request, text, kept, senderKnown, urgent: view.urgent }, session);
  const before = ({ line, detail }: Omit<CheckLine, 'why'>): string | null =>
    view.checks.find((one) => one.line === line && one.detail === detail)?.why ?? null;
  const live = judged.lines.map((one): CheckLine => ({ ...one, why: judged.reasons[one.line] || before(one) }));
  return {
    ...judged,
    checks: isChanged ? live : view.checks,
    toExplain: judged.toExplain.filter((one) => before(one) === null),
  };
}
