import { useEffect, useRef, useState } from 'react';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Status } from '#shared/service/status.ts';
import { Button, Panes, ProblemBanner, problemOf, useShortcuts } from '../ui/index.ts';
import { ApprovalBar } from './ApprovalBar.tsx';
import { ApprovalConflict } from './ApprovalConflict.tsx';
import { ApprovalDecline } from './ApprovalDecline.tsx';
import { ApprovalFacts } from './ApprovalFacts.tsx';
import { ApprovalList } from './ApprovalList.tsx';
import { ApprovalNotice } from './ApprovalNotice.tsx';
import { ApprovalSide } from './ApprovalSide.tsx';
import { ApprovalEditor, ApprovalText, nextTextView, type TextView } from './ApprovalText.tsx';
import { useApprovalActs } from './approvalActs.ts';
import { approvalGroups } from './approvalGroups.ts';
import { ElsewhereDialog } from './ElsewhereDialog.tsx';

export interface ApprovalDeskProps {
  /** At least one. */
  readonly views: readonly [ApprovalView, ...ApprovalView[]];
  readonly status: Status;
  readonly isHead: boolean;
  readonly onOpenRequest: ((id: string) => void) | undefined;
}

/** The text as it would be approved: of texts in dispute the one the head took, with its author and its checks. */
function withText(view: ApprovalView, taken: string | undefined, { people }: Status): ApprovalView {
  const text = view.conflicts.find(({ fact }) => fact === taken);
  return text ? { ...view, rewritten: text, rewrittenByName: nameOf({ people }, text.by), checks: text.checks } : view;
}

/** The list of texts, the one chosen with its changes, its checks and preview, and the decision. */
export function ApprovalDesk({ views, status, isHead, onOpenRequest }: ApprovalDeskProps) {
  const { now, today } = status;
  const ordered = approvalGroups(views, now, today).flatMap((group) => group.views);
  const [chosen, setChosen] = useState<string | null>(null);
  const selected = chosen ?? ordered[0]?.id ?? null;
  const found = ordered.find(({ id }) => id === selected) ?? views[0];
  const [taken, setTaken] = useState<string>();
  const view = withText(found, taken, status);
  const [textView, setTextView] = useState<TextView>('differences');
  const [elsewhere, setElsewhere] = useState(false);
  const isOperator = status.person?.roles.includes('operatore') ?? false;
  const [sideOpen, setSideOpen] = useState(false);
  const closeSide = () => setSideOpen(false);
  const acts = useApprovalActs(view, status);
  const shown = view.conflicts.findLast(({ hash }) => hash === view.rewritten.hash)?.fact;
  const screen = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus({ preventScroll: true });
  }, []);

  const select = (id: string) => {
    acts.putAway();
    setChosen(id);
  };
  const step = (by: 1 | -1) => () => {
    const next = ordered[ordered.indexOf(found) + by];
    if (next) select(next.id);
  };
  useShortcuts([
    { keys: 'J', label: 'Testo seguente', within: screen, run: step(1) },
    { keys: 'K', label: 'Testo precedente', within: screen, run: step(-1) },
    { keys: 'V', label: 'Differenze, affiancati, testo finale', within: screen, run: () => setTextView(nextTextView) },
  ]);

  const tools = (
    <Button size="small" icon="eye" className="only-compact" onClick={() => setSideOpen(true)}>
      Controlli
    </Button>
  );
  const content = (
    <>
      <ApprovalFacts view={view} status={status} route={acts.route} onRoute={isHead ? acts.chooseRoute : undefined} />
      <ApprovalNotice view={view} status={status} isHead={isHead} />
      {view.conflicts.length > 0 && (
        <ApprovalConflict
          key={view.id}
          conflicts={view.conflicts}
          approved={view.state === 'approved'}
          shown={shown}
          people={status.people}
          today={today}
          onChoose={isHead && !acts.editing ? setTaken : undefined}
        />
      )}
      {acts.editing ? (
        <ApprovalEditor key={view.id} asked={view.asked} text={acts.text} onText={acts.write} tools={tools} />
      ) : (
        <ApprovalText asked={view.asked} text={acts.text} view={textView} onView={setTextView} tools={tools} />
      )}
      {acts.problem && <ProblemBanner {...problemOf(acts.problem)} />}
    </>
  );
  return (
    <div ref={screen} className="approval">
      <Panes
        openPane={sideOpen ? 'side' : undefined}
        onClosePane={closeSide}
        panes={[
          {
            id: 'list',
            label: 'Testi che aspettano',
            width: 300,
            content: (
              <ApprovalList
                views={views}
                status={status}
                selected={selected}
                onSelect={select}
                onOpen={onOpenRequest}
                ref={list}
              />
            ),
          },
          { id: 'text', label: 'Testo', content },
          {
            id: 'side',
            label: 'Controlli e anteprima',
            width: 309,
            folds: true,
            content: <ApprovalSide view={view} text={acts.text} status={status} onClose={closeSide} />,
          },
        ]}
      />
      <ApprovalBar
        acts={acts}
        isHead={isHead}
        keysWithin={screen}
        onOpenRequest={onOpenRequest && (() => onOpenRequest(view.id))}
        onElsewhere={isOperator ? () => setElsewhere(true) : undefined}
      />
      {elsewhere && <ElsewhereDialog view={view} status={status} onClose={() => setElsewhere(false)} />}
      {acts.declining && (
        <ApprovalDecline
          kind={acts.declining}
          view={view}
          today={today}
          problem={acts.declineProblem}
          onRun={acts.decline}
          onClose={() => acts.ask(undefined)}
        />
      )}
    </div>
  );
}
