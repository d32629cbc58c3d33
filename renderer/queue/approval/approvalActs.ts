import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import type { Reasons } from '#renderer/drafts/editor/judging.ts';
import { ASKED, sayCopied } from '#renderer/queue/askedWords.ts';
import { type TextAnswers, useTextAnswers } from '#renderer/queue/election/electionAnswers.ts';
import { useGroupRequest } from '#renderer/queue/useGroupRequest.ts';
import { useToast } from '#renderer/ui/index.ts';
import { useKeptForm } from '#renderer/writing/keptForm.ts';
import type { Decline } from '#shared/drafts/decide.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import type { Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import type { Session } from '#shared/people/session.ts';
import { type ApprovalEdit, editName, readEdit } from './approvalEdit.ts';
import { onDay } from './approvalGroups.ts';

/** What the head does with one text. */
export interface ApprovalActs {
  /** The text as it would be approved now: the head's own change when there is one. */
  readonly text: string;
  readonly editing: boolean;
  /** The head changed the text, whether the editor is open or not: nothing typed is lost (P67). */
  readonly changed: boolean;
  readonly write: (text: string) => void;
  readonly edit: () => void;
  /** Closes the editor; what was changed stays. */
  readonly leaveEdit: () => void;
  /** Back to the text as it was forwarded; it can be taken back for 10 seconds. */
  readonly dropEdit: () => void;
  /** The way it leaves when it is approved: the normal one until another is chosen (P31–P33). */
  readonly route: Route;
  readonly chooseRoute: (route: Route) => void;
  /** When it leaves if it is approved: as planned until another moment is chosen (P5). */
  readonly at: Instant | undefined;
  /** The two answers, where it leaves in an election period (P39). */
  readonly election: TextAnswers | undefined;
  readonly chooseMoment: (moment: Instant) => void;
  /** With the operational group the text is also copied, ready to be asked there. */
  readonly approve: (reasons?: Reasons) => void;
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
export function useApprovalActs(
  view: ApprovalView,
  { today, profile, training }: Session,
  onDecided: () => void,
): ApprovalActs {
  const approval = useAct('queue.approve');
  const refusal = useAct('drafts.decline');
  const undo = useAct('queue.undo');
  const group = useGroupRequest(training);
  const show = useToast();
  const [chosen, setChosen] = useState<{ readonly id: string; readonly route: Route }>();
  const [moment, setMoment] = useState<{ readonly id: string; readonly at: Instant }>();
  const [declining, setDeclining] = useState<Decline['kind']>();
  const { id, rewritten } = view;
  const kept = useKeptForm<ApprovalEdit>(editName(id), readEdit);
  const edit = kept.value;
  const [opened, setOpened] = useState<string>();
  const changed = edit !== undefined && edit.text !== rewritten.text;
  const text = edit?.text ?? rewritten.text;
  const { normalRoute } = profile;
  const at = moment?.id === id ? moment.at : undefined;
  const route = chosen?.id === id ? chosen.route : normalRoute;

  /** Within ten seconds (P67). */
  const takeBack = async (which: string, said: string) => {
    if ((await undo.run({ id: which })).ok) show({ text: said });
  };
  const election = useTextAnswers(view, text, at);

  const approve = async (reasons: Reasons = {}) => {
    if (approval.busy) return;
    const reply = await approval.run({
      id,
      seen: edit?.seen ?? rewritten.hash,
      text,
      route: route === normalRoute ? null : route,
      ...(at === undefined ? {} : { at }),
      ...(changed ? { reasons } : {}),
      ...(election?.kept ? { answers: election.kept } : {}),
    });
    if (!reply.ok) return;
    forget();
    onDecided();
    const planned = romeOf(reply.value.plannedFor);
    const said = `Approvato, parte ${onDay(planned.day, today)} alle ${planned.time}.`;
    const paste = route === 'gruppo operativo' ? await group.copy(id) : null;
    const back = () => void takeBack(id, 'Approvazione ripresa: il testo aspetta di nuovo.');
    if (paste === null) return show({ text: said, undo: back });
    show({
      text: sayCopied(paste, 'Approvato e copiato'),
      undo: back,
      action: { label: ASKED, keys: 'Control+G', run: () => void group.confirm(id) },
    });
  };
  const forget = () => {
    if (edit) kept.forget();
    setOpened(undefined);
  };
  const decline = async (how: Decline) => {
    if (refusal.busy) return;
    const reply = await refusal.run({ id, how });
    if (!reply.ok) return;
    setDeclining(undefined);
    forget();
    onDecided();
    show({
      text: declined(how, view, today),
      undo: () => void takeBack(id, 'Decisione ripresa: il testo aspetta di nuovo.'),
    });
  };
  return {
    text,
    editing: opened === id,
    changed,
    write: (next) => kept.write({ seen: edit?.seen ?? rewritten.hash, text: next }),
    edit: () => setOpened(id),
    leaveEdit: () => setOpened(undefined),
    dropEdit: () => {
      setOpened(undefined);
      if (!edit || !changed) return;
      kept.forget();
      show({
        text: `Di nuovo il testo di ${view.rewrittenByName}.`,
        action: { label: 'Annulla', keys: 'Control+Z', run: () => kept.write(edit) },
      });
    },
    route,
    chooseRoute: (next) => setChosen({ id, route: next }),
    at,
    election,
    chooseMoment: (next) => {
      approval.putAway();
      setMoment({ id, at: next });
    },
    approve: (reasons) => void approve(reasons),
    busy: approval.busy,
    problem: approval.problem ?? group.problem ?? undo.problem,
    putAway: () => {
      approval.putAway();
      undo.putAway();
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
