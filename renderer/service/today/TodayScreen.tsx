import { sayAsked, sayCopied } from '#renderer/queue/askedWords.ts';
import './today.css';
import { type ReactNode, useState } from 'react';
import { useAct, useAnswer } from '#renderer/api.ts';
import { ElectionStrip } from '#renderer/people/election/ElectionStrip.tsx';
import type { NoteThing } from '#renderer/people/notes/NotesDialog.tsx';
import { AnswerReading } from '#renderer/queue/AnswerNotice.tsx';
import { CopyDialog } from '#renderer/queue/CopyDialog.tsx';
import { ElectionDialog } from '#renderer/queue/election/ElectionDialog.tsx';
import { PageDialog } from '#renderer/queue/PageDialog.tsx';
import { StoppedBanner } from '#renderer/queue/StoppedBanner.tsx';
import { ToPostDialog } from '#renderer/queue/ToPostDialog.tsx';
import { useGroupRequest } from '#renderer/queue/useGroupRequest.ts';
import { CheckMailbox } from '#renderer/requests/mail/ConnectMailbox.tsx';
import { sayMailbox } from '#renderer/requests/mail/mailboxWords.ts';
import type { SettingsTab } from '#renderer/service/settings/SettingsScreen.tsx';
import { JoinDialog } from '#renderer/service/sharing/JoinDialog.tsx';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  EmptyState,
  Loading,
  Panes,
  ProblemBanner,
  problemOf,
  ScreenHead,
  TodoList,
  type TodoRow,
  useToast,
} from '#renderer/ui/index.ts';
import { RetryButton } from '#renderer/ui/RetryButton.tsx';
import { plural } from '#shared/kernel/text.ts';
import { sayNobody } from '#shared/people/escalation.ts';
import type { Session } from '#shared/people/session.ts';
import type { CopyReader } from '#shared/queue/facts.ts';
import { FIRST_IN_WORK, type InWork } from '#shared/requests/views.ts';
import type { Status } from '#shared/service/status.ts';
import { Beginnings, SkippedBeginnings } from './Beginnings.tsx';
import { sayBeginnings } from './beginningWords.ts';
import { ClockDialog } from './ClockDialog.tsx';
import { ConfirmApprovalDialog } from './ConfirmApprovalDialog.tsx';
import { NotedDialog } from './NotedDialog.tsx';
import { flagOf, Now } from './Now.tsx';
import { StuckDialog } from './StuckDialog.tsx';
import { TodaySituation } from './TodaySituation.tsx';
import type { TargetElsewhere } from './targets.ts';
import { todaySentence, todayTitle } from './todayLists.ts';
import { isInDanger, type TodayRow } from './todayRows.ts';
import { useHeld } from './useHeld.ts';
import { useToday } from './useToday.ts';

export interface TodayScreenProps {
  readonly onGo: (target: TargetElsewhere) => void;
  readonly onCheckMailbox: () => void;
  readonly onWrite: () => void;
  /** Chooses saved e-mails to read. */
  readonly onBring: () => void;
  readonly onSettings: (tab?: SettingsTab) => void;
}

const ofMine = new WeakMap<TodayRow, TodoRow>();
const ofOthers = new WeakMap<TodayRow, TodoRow>();

/** What the list shows of a row: the same object for the same row, which is then not drawn again. */
function shownOf(row: TodayRow, isMine: boolean): TodoRow {
  const known = isMine ? ofMine : ofOthers;
  const shown = known.get(row) ?? { ...row, verb: isMine ? `${row.verb}:` : row.verb, flag: flagOf(row) };
  known.set(row, shown);
  return shown;
}

/** How many of the requests in work come with one step more. */
function moreOf(inWork: InWork | undefined): number {
  if (!inWork) return 0;
  const left = inWork.toDo.total + inWork.waiting.total - inWork.rows.length;
  return Math.min(left, FIRST_IN_WORK.limit);
}

/** Why there is nothing to do: nothing is known of what the offices ask before the mailbox is connected (P66). */
function emptyLines(mailbox: Status['mailbox'] | undefined, session: Session): readonly string[] {
  const service = 'Le e-mail si leggono all’inizio e alla fine del servizio.';
  if (!mailbox) return ['Nessuna richiesta aspetta te.', service];
  if (mailbox.source === 'none')
    return ['L’app non sa dove arrivano le e-mail degli uffici.', 'Finché non la scegli non legge niente.'];
  return [`${sayMailbox(mailbox, session)}: nessuna richiesta aspetta te.`, service];
}

/** The first screen of the day: the one thing to do now, then everything else by due moment (L11). */
export function TodayScreen({ onGo, onCheckMailbox, onWrite, onBring, onSettings }: TodayScreenProps) {
  const session = useSession();
  const { today } = session;
  const [limit, setLimit] = useState(FIRST_IN_WORK.limit);
  const { lists: all, isLoading: loading, isWhole, problem, ...known } = useToday(limit);
  const { status, share, stuck } = known;
  const { lists, fresh, show: showFresh, area } = useHeld(all, isWhole);
  const beginnings = { rows: useAnswer('service.beginnings', {}).value ?? [], onCheckMailbox, onSettings };
  const [confirming, setConfirming] = useState<string>();
  const [copying, setCopying] = useState<{ readonly id: string; readonly who: CopyReader }>();
  const [noted, setNoted] = useState<NoteThing>();
  const [answering, setAnswering] = useState<string>();
  const [reading, setReading] = useState<string>();
  const [isClockOpen, setClockOpen] = useState(false);
  const [isJoining, setJoining] = useState(false);
  const [paged, setPaged] = useState<string>();
  const [isPosting, setPosting] = useState(false);
  const retry = useAct('service.retry');
  const group = useGroupRequest(session.training);
  const toast = useToast();
  const [asked, setAsked] = useState<string>();
  const answered = known.elections.find(({ id }) => id === answering);
  const unbound = known.jobs.find(({ id }) => id === confirming);
  const uncopied = known.jobs.find((job) => job.id === copying?.id && job[`${copying.who}Copy`] === 'due');
  const shownPage = known.jobs.find(({ id }) => id === paged);
  const more = moreOf(known.requests);
  const [now, ...then] = lists.mine;
  const rows = [
    ...lists.mine,
    ...lists.groups.flatMap((one) => one.rows),
    ...lists.others,
    ...lists.news,
    ...lists.leaving,
  ];
  const tryAgain = async (effect: string) => {
    setAsked(undefined);
    if (retry.busy || !(await retry.run({ id: effect })).ok) return;
    toast({ text: 'Riprovo adesso. Se non riesce, resta qui con il motivo.' });
  };
  const confirmAsked = async (id: string, title: string) => {
    if (await group.confirm(id)) toast({ text: sayAsked(title) });
  };
  const copy = async (id: string, title: string) => {
    const paste = await group.copy(id);
    if (paste === null) return;
    toast({
      text: sayCopied(paste),
      action: { label: 'L’ho già chiesto', keys: 'Control+G', run: () => void confirmAsked(id, title) },
    });
  };
  const run = ({ target }: Pick<TodayRow, 'target'>) => {
    if (target.place === 'mailbox') onCheckMailbox();
    else if (target.place === 'answer') setReading(target.id);
    else if (target.place === 'ask') void (group.busy || copy(target.id, target.title));
    else if (target.place === 'asked') void (group.busy || confirmAsked(target.id, target.title));
    else if (target.place === 'stuck') void tryAgain(target.id);
    else if (target.place === 'clock') setClockOpen(true);
    else if (target.place === 'register') setJoining(true);
    else if (target.place === 'toPost') setPosting(true);
    else if (target.place === 'unbound') setConfirming(target.id);
    else if (target.place === 'copy') setCopying({ id: target.id, who: target.who });
    else if (target.place === 'page') setPaged(target.id);
    else if (target.place === 'note') setNoted(target);
    else if (target.place === 'election') setAnswering(target.id);
    else onGo(target);
  };
  const go = (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row?.target.place === 'stuck') setAsked(row.target.id);
    else if (row) run(row);
  };
  const open = stuck.find(({ id }) => id === asked);
  const openRow = rows.find(({ target }) => target.place === 'stuck' && target.id === open?.id);
  const section = (id: string, title: string, own: readonly TodayRow[], aside?: ReactNode) =>
    own.length === 0
      ? []
      : [
          {
            id,
            title,
            aside,
            rows: own.map((row) => shownOf(row, id === 'mine' || /^(absent|turn) /.test(id))),
          },
        ];
  const band = now && <Now row={now} onGo={() => run(now)} onSecond={run} />;
  const isUrgent = now !== undefined && isInDanger(now);
  const nobody = sayNobody(session.duty.uncovered, session.escalation);
  return (
    <>
      <ScreenHead title={todayTitle(today)} sentence={sayBeginnings(beginnings.rows) ?? todaySentence(session)}>
        <Button icon="plus" onClick={onWrite}>
          Scrivi una richiesta
        </Button>
        <Button icon="mail" keys="Control+O" onClick={onBring}>
          Apri un’e-mail…
        </Button>
        <Button icon="refresh" keys="F9" onClick={onCheckMailbox}>
          Controlla la casella
        </Button>
      </ScreenHead>
      {problem && <ProblemBanner {...problemOf(problem)} actions={<RetryButton />} />}
      {retry.problem && <ProblemBanner {...problemOf(retry.problem)} />}
      {group.problem && <ProblemBanner {...problemOf(group.problem)} />}
      {open && openRow && (
        <StuckDialog
          row={openRow}
          why={open.problem}
          onRequest={open.request === null ? undefined : () => onGo({ place: 'request', id: open.request ?? '' })}
          onRetry={() => void tryAgain(open.id)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {status?.stopped && <StoppedBanner stopped={status.stopped} today={today} />}
      <ElectionStrip moment={session.now} />
      {nobody && (
        <ProblemBanner
          {...nobody}
          actions={
            <Button size="small" onClick={() => onSettings()}>
              Vai alle persone
            </Button>
          }
        />
      )}
      <Panes
        panes={[
          {
            id: 'todo',
            label: 'Da fare',
            content: loading ? (
              <Loading label="Leggo le cose da fare" />
            ) : (
              // What holds still is the lists: the pointer and the focus are watched, nothing is done with them.
              <div className="today-scroll" {...area}>
                {isUrgent && band}
                <Beginnings {...beginnings} />
                {fresh.length > 0 && (
                  <p className="today-fresh" role="status">
                    <button type="button" className="link" onClick={showFresh}>
                      {plural(fresh.length, 'nuova', 'nuove')}
                      {fresh.some(({ flag }) => flag?.tone === 'bad') && ', urgente'}, mostra
                    </button>
                  </p>
                )}
                {!isUrgent && band}
                {!now && !problem && (
                  <EmptyState
                    title={status?.mailbox.source === 'none' ? 'Collega la casella' : 'Niente da fare adesso'}
                    lines={emptyLines(status?.mailbox, session)}
                    actions={<CheckMailbox source={status?.mailbox.source} onCheck={onCheckMailbox} />}
                  />
                )}
                <TodoList
                  onOpen={go}
                  groups={[
                    ...section('mine', 'Poi tocca a te', then),
                    ...lists.groups.flatMap((one) => section(one.id, one.title, one.rows)),
                    ...section('others', 'In attesa di altri', lists.others),
                    ...section('news', 'Da sapere', lists.news),
                    ...section(
                      'leaving',
                      'In partenza oggi',
                      lists.leaving,
                      <button type="button" className="link" onClick={() => onGo({ place: 'queue' })}>
                        Apri la coda
                      </button>,
                    ),
                  ]}
                />
                <SkippedBeginnings {...beginnings} />
                {more > 0 && (
                  <Button kind="quiet" onClick={() => setLimit(limit + FIRST_IN_WORK.limit)}>
                    {more === 1 ? 'Mostra un’altra richiesta' : `Mostra altre ${more} richieste`}
                  </Button>
                )}
              </div>
            ),
          },
          {
            id: 'situation',
            label: 'Situazione',
            width: 356,
            min: 260,
            sunken: true,
            content: <TodaySituation onSettings={() => onSettings()} />,
          },
        ]}
      />
      {unbound && <ConfirmApprovalDialog job={unbound} onClose={() => setConfirming(undefined)} />}
      {isJoining && share?.state === 'unconfirmed' && <JoinDialog onClose={() => setJoining(false)} />}
      {uncopied && copying && <CopyDialog job={uncopied} who={copying.who} onClose={() => setCopying(undefined)} />}
      {shownPage && <PageDialog job={shownPage} onClose={() => setPaged(undefined)} />}
      {noted && <NotedDialog {...noted} onGo={onGo} onClose={() => setNoted(undefined)} />}
      {reading !== undefined && (
        <AnswerReading
          id={reading}
          onOpenRequest={(id) => onGo({ place: 'request', id })}
          onClose={() => setReading(undefined)}
        />
      )}
      {answered && <ElectionDialog open={answered} onClose={() => setAnswering(undefined)} />}
      {isPosting && <ToPostDialog onClose={() => setPosting(false)} />}
      {isClockOpen && share && <ClockDialog clock={share.clock} onClose={() => setClockOpen(false)} />}
    </>
  );
}
