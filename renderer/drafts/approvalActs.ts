import { useState } from 'react';
import type { Decline } from '#shared/drafts/decide.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Route } from '#shared/people/routes.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct, useGroupRequest } from '../api.ts';
import { useToast } from '../ui/index.ts';
import { editText, forgetEdit, useApprovalEdits } from './approvalEdits.ts';
import { onDay } from './approvalGroups.ts';

/** What the head does with one text. */
export interface ApprovalActs {
  /** The text as it would be approved now: the head's own change when there is one. */
  readonly text: string;
  readonly editing: boolean;
  readonly write: (text: string) => void;
  /** Leaves the change; it can be taken back for 10 seconds. */
  readonly leaveEdit: () => void;
  /** The way it leaves when it is approved: the normal one until another is chosen (P31–P33). */
  readonly route: Route;
  readonly chooseRoute: (route: Route) => void;
  /** With the operational group the text is also copied, ready to be asked there. */
  readonly approve: () => void;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** Another text is looked at: the problem of this one is put away. */
  readonly putAway: () => void;
  /** The decision whose reason is being asked. */
  readonly declining: Decline['kind'] | undefined;
  readonly ask: (kind: Decline['kind'] | undefined) => void;
  readonly decline: (how: Decline) => void;
  readonly declineProblem: Problem | undefined;
}

function declined(how: Decline, view: ApprovalView, today: Day): string {
  if (how.kind === 'returned') return `Restituito a ${view.rewrittenByName}.`;
  if (how.kind === 'refused') return `«${view.request.title}» non si invia.`;
  return `Rinviato, torna ${onDay(how.until, today)}.`;
}

/** Approves, changes and declines `view` (P30); what worked is a toast, the next text follows by itself. */
export function useApprovalActs(view: ApprovalView, { today, profile, training }: Status): ApprovalActs {
  const approval = useAct('drafts.approve');
  const refusal = useAct('drafts.decline');
  const group = useGroupRequest(training);
  const show = useToast();
  const edit = useApprovalEdits(({ edits }) => edits[view.id]);
  const [chosen, setChosen] = useState<{ readonly id: string; readonly route: Route }>();
  const [declining, setDeclining] = useState<Decline['kind']>();
  const { id, rewritten } = view;
  const text = edit?.text ?? rewritten.text;
  const { normalRoute } = profile;
  const route = chosen?.id === id ? chosen.route : normalRoute;

  const approve = async () => {
    if (approval.busy) return;
    const reply = await approval.run({
      id,
      seen: edit?.seen ?? rewritten.hash,
      text,
      route: route === normalRoute ? null : route,
    });
    if (!reply.ok) return;
    forgetEdit(id);
    const planned = romeOf(reply.value.plannedFor);
    const said = `Approvato, parte ${onDay(planned.day, today)} alle ${planned.time}.`;
    if (route !== 'gruppo operativo' || !(await group.copy(id))) return show({ text: said });
    show({
      text: 'Approvato e copiato. Incollalo nel gruppo, poi conferma che l’hai chiesto.',
      action: { label: 'L’ho chiesto', keys: 'Control+G', run: () => void group.confirm(id) },
    });
  };
  const decline = async (how: Decline) => {
    if (refusal.busy) return;
    const reply = await refusal.run({ id, how });
    if (!reply.ok) return;
    setDeclining(undefined);
    forgetEdit(id);
    show({ text: declined(how, view, today) });
  };
  return {
    text,
    editing: edit !== undefined,
    write: (changed) => editText(id, { seen: edit?.seen ?? rewritten.hash, text: changed }),
    leaveEdit: () => {
      if (!edit) return;
      forgetEdit(id);
      if (edit.text === rewritten.text) return;
      show({
        text: 'Modifica lasciata.',
        action: { label: 'Annulla', keys: 'Control+Z', run: () => editText(id, edit) },
      });
    },
    route,
    chooseRoute: (next) => setChosen({ id, route: next }),
    approve: () => void approve(),
    busy: approval.busy,
    problem: approval.problem ?? group.problem,
    putAway: () => {
      approval.putAway();
      group.putAway();
    },
    declining,
    ask: (kind) => {
      refusal.putAway();
      setDeclining(kind);
    },
    decline: (how) => void decline(how),
    declineProblem: refusal.problem,
  };
}
