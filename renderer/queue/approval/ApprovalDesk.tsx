import { useEffect, useRef, useState } from 'react';
import type { EditorHandle } from '#renderer/drafts/editor/Editor.tsx';
import { joinedReasons } from '#renderer/drafts/editor/judging.ts';
import { ForwardDialog } from '#renderer/drafts/request/ForwardDialog.tsx';
import { ElectionStrip } from '#renderer/people/election/ElectionStrip.tsx';
import { RouteLacks, useQueueLacks } from '#renderer/people/RouteLacks.tsx';
import { AnswerNotice, AnswerReading } from '#renderer/queue/AnswerNotice.tsx';
import { goToQuestion } from '#renderer/queue/election/ElectionForm.tsx';
import { ElectionOpen } from '#renderer/queue/election/ElectionOpen.tsx';
import type { ElectionQuestion } from '#renderer/queue/election/electionAnswers.ts';
import { useSession } from '#renderer/session.tsx';
import { Button, isFocusFree, Panes, ProblemBanner, problemOf, useShortcuts } from '#renderer/ui/index.ts';
import type { ApprovalView } from '#shared/drafts/views.ts';
import { nextWorkingDay, plannedMoment } from '#shared/kernel/workdays.ts';
import { lastDayOf } from '#shared/people/profile/elections.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import { stopsQueueing } from '#shared/queue/routeLacks.ts';
import { ApprovalBar } from './ApprovalBar.tsx';
import { ApprovalConflict } from './ApprovalConflict.tsx';
import { ApprovalDecided } from './ApprovalDecided.tsx';
import { ApprovalDecline } from './ApprovalDecline.tsx';
import { ApprovalEditor } from './ApprovalEditor.tsx';
import { ApprovalElection } from './ApprovalElection.tsx';
import { ApprovalFacts } from './ApprovalFacts.tsx';
import { ApprovalList } from './ApprovalList.tsx';
import { ApprovalMoment } from './ApprovalMoment.tsx';
import { ApprovalNotice } from './ApprovalNotice.tsx';
import { ApprovalReadiness } from './ApprovalReadiness.tsx';
import { ApprovalSide } from './ApprovalSide.tsx';
import { ApprovalText, nextTextView, type TextView } from './ApprovalText.tsx';
import { ApprovalToAsk } from './ApprovalToAsk.tsx';
import { useApprovalActs } from './approvalActs.ts';
import { useApprovalChecks } from './approvalChecks.ts';
import { approvalGroups, toDay } from './approvalGroups.ts';
import { ElsewhereDialog } from './ElsewhereDialog.tsx';

export interface ApprovalDeskProps {
  /** At least one. */
  readonly views: readonly [ApprovalView, ...ApprovalView[]];
  readonly isHead: boolean;
  /** The text to begin with; the first due when not given. */
  readonly first?: string | undefined;
  /** What the head decided about it is written down at once. */
  readonly heard?: boolean | undefined;
  readonly onOpenRequest: ((id: string) => void) | undefined;
}

const WITH_REASON = {
  title: 'Approva con un motivo',
  explanation:
    'Nel testo come l’hai cambiato qualcosa non è a posto. Se va bene così, scrivi perché: resta nel registro.',
  action: 'Approva con le modifiche',
};

/** The text as it would be approved: of texts in conflict the one the head took, with its author and its checks. */
function withText(view: ApprovalView, taken: string | undefined, { people }: Session): ApprovalView {
  const text = view.conflicts.find(({ fact }) => fact === taken);
  return text ? { ...view, rewritten: text, rewrittenByName: nameOf({ people }, text.by), checks: text.checks } : view;
}

/** The list of texts, the one chosen with its changes, its checks and preview, and the decision. */
export function ApprovalDesk({ views, isHead, first, heard, onOpenRequest }: ApprovalDeskProps) {
  const session = useSession();
  const { now, today } = session;
  const ordered = approvalGroups(views, now, today).flatMap((group) => group.views);
  const [chosen, setChosen] = useState<string | null>(first ?? null);
  const selected = chosen ?? ordered[0]?.id ?? null;
  const found = ordered.find(({ id }) => id === selected) ?? views[0];
  const [taken, setTaken] = useState<string>();
  const view = withText(found, taken, session);
  const [textView, setTextView] = useState<TextView>('differences');
  const isOperator = session.person?.roles.includes('operatore') ?? false;
  const [elsewhere, setElsewhere] = useState(Boolean(heard) && isOperator && found.id === first);
  // What the head wrote herself she knows: the desk reads it, and writes her decision down.
  const unread = view.request.unread.filter(({ fromHead }) => !(isHead && fromHead));
  const [isReading, setReading] = useState(false);
  const [sideOpen, setSideOpen] = useState(false);
  const closeSide = () => setSideOpen(false);
  const list = useRef<HTMLDivElement>(null);
  // Away from the button: pressed again it would decide the next text, which nobody has read.
  const acts = useApprovalActs(view, session, () => requestAnimationFrame(() => list.current?.focus()));
  const shown = view.conflicts.findLast(({ hash }) => hash === view.rewritten.hash)?.fact;
  const judged = useApprovalChecks(view, acts.text, acts.changed, session);
  const [explaining, setExplaining] = useState(false);
  const [tried, setTried] = useState(false);
  const editor = useRef<EditorHandle>(null);
  const lacks = useQueueLacks(acts.route);
  const stopping = stopsQueueing(lacks, false);
  const screen = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLDivElement>(null);
  const goTo = (question: ElectionQuestion) => {
    setSideOpen(true);
    // Where the side was folded, it is there after this step.
    requestAnimationFrame(() => goToQuestion(form.current, question));
  };
  const { calendar } = session.profile;
  const after = acts.election && nextWorkingDay(calendar, lastDayOf(acts.election.period));
  const { sendDate, sendTime } = view.request.data;
  const leaves = acts.at ?? plannedMoment(calendar, now, sendDate, sendTime);

  useEffect(() => {
    if (isFocusFree()) list.current?.focus({ preventScroll: true });
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

  const goToObstacle = () => {
    const [error] = judged.errors;
    acts.edit();
    requestAnimationFrame(() => (error ? editor.current?.show(error) : editor.current?.focus()));
  };
  const approve = () => {
    setTried(true);
    if (stopping.length > 0) return;
    if (!acts.changed) acts.approve();
    else if (judged.toExplain.length > 0) setExplaining(true);
    else acts.approve(judged.reasons);
  };
  const tools = (
    <Button size="small" icon="eye" className="only-compact" onClick={() => setSideOpen(true)}>
      Controlli
    </Button>
  );
  const content = (
    <>
      <ElectionStrip moment={leaves} note={isHead ? undefined : 'Servono le due risposte del capo settore.'} />
      <ApprovalFacts view={view} at={acts.at} route={acts.route} onRoute={isHead ? acts.chooseRoute : undefined} />
      {isHead && (
        <RouteLacks
          route={acts.route}
          lacks={lacks}
          asked={tried && stopping.length > 0}
          heading={
            stopping.length > 0
              ? 'Per questa via manca ancora qualcosa'
              : 'Nessuna postazione ha detto di avere la cartella da cui parte'
          }
        />
      )}
      <AnswerNotice
        id={view.id}
        unread={unread}
        holds="Finché qualcuno non l’ha letta non si può decidere."
        onOpenRequest={onOpenRequest}
      />
      <ApprovalNotice view={view} isHead={isHead} />
      <ApprovalMoment view={view} text={acts.text} at={acts.at} onChoose={isHead ? acts.chooseMoment : undefined} />
      {view.conflicts.length > 0 && (
        <ApprovalConflict
          key={view.id}
          conflicts={view.conflicts}
          approved={view.state === 'approved'}
          shown={shown}
          people={[...session.people, ...session.retired]}
          today={today}
          onChoose={isHead && !acts.editing ? setTaken : undefined}
        />
      )}
      {acts.editing ? (
        <ApprovalEditor
          key={view.id}
          id={view.id}
          asked={view.asked}
          text={acts.text}
          onText={acts.write}
          judged={judged}
          editor={editor}
          tools={tools}
        />
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
              <>
                <ApprovalList views={views} selected={selected} onSelect={select} onOpen={onOpenRequest} ref={list} />
                {isHead && <ApprovalDecided />}
                <ElectionOpen />
                {isHead && <ApprovalToAsk />}
              </>
            ),
          },
          { id: 'text', label: 'Testo', content },
          {
            id: 'side',
            label: 'Controlli e anteprima',
            width: 309,
            folds: true,
            content: (
              <ApprovalSide
                view={view}
                checks={judged.checks}
                isLive={acts.changed}
                text={acts.text}
                at={acts.at}
                above={
                  isHead &&
                  acts.election && (
                    <ApprovalElection answers={acts.election} keysWithin={screen} form={form} onGo={goTo} />
                  )
                }
                onClose={closeSide}
              />
            ),
          },
        ]}
      />
      <ApprovalBar
        acts={acts}
        author={view.rewrittenByName}
        state={
          <ApprovalReadiness
            missing={judged.missing.includes('bozza')}
            errors={judged.errors.length}
            onGo={goToObstacle}
          />
        }
        onApprove={approve}
        isHead={isHead}
        keysWithin={screen}
        onOpenRequest={onOpenRequest && (() => onOpenRequest(view.id))}
        onRead={unread.length > 0 ? () => setReading(true) : undefined}
        onAnswer={() => goTo(acts.election?.missing[0] ?? 'impersonal')}
        postponeTo={after && toDay(after, today)}
        onElsewhere={isOperator ? () => setElsewhere(true) : undefined}
      />
      {isReading && <AnswerReading id={view.id} onOpenRequest={onOpenRequest} onClose={() => setReading(false)} />}
      {elsewhere && <ElsewhereDialog view={view} onClose={() => setElsewhere(false)} />}
      {explaining && (
        <ForwardDialog
          lines={judged.toExplain}
          errors={judged.errors}
          text={acts.text}
          words={WITH_REASON}
          problem={acts.problem}
          onForward={(reasons) => {
            setExplaining(false);
            acts.approve(joinedReasons(judged.reasons, reasons));
          }}
          onClose={() => setExplaining(false)}
        />
      )}
      {acts.declining && (
        <ApprovalDecline
          kind={acts.declining}
          view={view}
          today={today}
          until={after}
          problem={acts.declineProblem}
          onRun={acts.decline}
          onClose={() => acts.ask(undefined)}
        />
      )}
    </div>
  );
}
