import './today.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { sayNobody } from '#shared/people/escalation.ts';
import type { Status } from '#shared/service/status.ts';
import { useAnswer } from '../api.ts';
import {
  Button,
  Chip,
  EmptyState,
  Loading,
  Panes,
  ProblemBanner,
  problemOf,
  ScreenHead,
  TodoList,
} from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';
import { RetryButton } from '../ui/RetryButton.tsx';
import { StoppedBanner } from '../ui/StoppedBanner.tsx';
import { TodaySituation } from './TodaySituation.tsx';
import { type Target, type TodayRow, todayLists, todaySentence, todayTitle } from './todayRows.ts';

export interface TodayScreenProps {
  readonly status: Status;
  readonly onGo: (target: Target) => void;
  readonly onCheckMailbox: () => void;
  readonly onWrite: () => void;
  readonly onSettings: () => void;
}

const flagOf = ({ flag }: TodayRow) =>
  flag && (
    <Chip tone={flag.tone} sign={flag.sign}>
      {flag.text}
    </Chip>
  );

function Now({ row, onGo }: { readonly row: TodayRow; readonly onGo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === body || activeElement?.tagName === 'MAIN') button.current?.focus();
  }, []);
  return (
    <section className="now" aria-labelledby="now-title">
      <div className="grow">
        <p className="small muted">Da fare adesso</p>
        <h2 id="now-title">
          {row.verb}: {row.thing}
        </h2>
        <p className="now-story">
          {flagOf(row)}
          <span className="muted">{row.story}</span>
        </p>
      </div>
      <Button ref={button} kind="main" size="large" keys="Enter" onClick={onGo}>
        {row.action}
      </Button>
    </section>
  );
}

/** The first screen of the day: the one thing to do now, then everything else by due moment (L11). */
export function TodayScreen({ status, onGo, onCheckMailbox, onWrite, onSettings }: TodayScreenProps) {
  const requests = useAnswer('requests.list', {});
  const approvals = useAnswer('drafts.waiting', {});
  const irregular = useAnswer('drafts.toRegularise', {});
  const jobs = useAnswer('queue.list', {});
  const answers = [requests, approvals, irregular, jobs];
  const problem = answers.find((answer) => answer.problem)?.problem;
  const loading = answers.some((answer) => answer.loading);
  const lists = todayLists({
    status,
    requests: requests.value ?? [],
    approvals: approvals.value ?? [],
    irregular: irregular.value ?? [],
    jobs: jobs.value ?? [],
  });
  const [now, ...then] = lists.mine;
  const rows = [...lists.mine, ...lists.others, ...lists.news, ...lists.leaving];
  const run = ({ target }: TodayRow) => (target.place === 'mailbox' ? onCheckMailbox() : onGo(target));
  const go = (id: string) => {
    const row = rows.find((one) => one.id === id);
    if (row) run(row);
  };
  const group = (id: string, title: string, own: readonly TodayRow[], aside?: ReactNode) =>
    own.length === 0
      ? []
      : [
          {
            id,
            title,
            aside,
            rows: own.map((row) => ({
              ...row,
              verb: id === 'mine' ? `${row.verb}:` : row.verb,
              flag: flagOf(row),
            })),
          },
        ];
  const { checkedAt } = status.mailbox;
  const nobody = sayNobody(status.duty.uncovered, status.escalation);
  return (
    <>
      <ScreenHead title={todayTitle(status.today)} sentence={todaySentence(status)}>
        <Button icon="plus" onClick={onWrite}>
          Scrivi una richiesta
        </Button>
        <Button icon="refresh" keys="F9" onClick={onCheckMailbox}>
          Controlla la casella
        </Button>
      </ScreenHead>
      {problem && <ProblemBanner {...problemOf(problem)} actions={<RetryButton />} />}
      {status.stopped && <StoppedBanner stopped={status.stopped} today={status.today} />}
      {nobody && (
        <ProblemBanner
          {...nobody}
          actions={
            <Button size="small" onClick={onSettings}>
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
              <div className="today-scroll">
                {now && <Now row={now} onGo={() => run(now)} />}
                {!now && !problem && (
                  <EmptyState
                    title="Niente da fare adesso"
                    lines={[
                      checkedAt
                        ? `Casella letta ${sayMomentAt(checkedAt, status.today)}, nessuna richiesta aspetta te.`
                        : 'La casella non è ancora stata letta.',
                      'Le e-mail si leggono all’inizio e alla fine del servizio.',
                    ]}
                    actions={
                      <Button icon="refresh" keys="F9" onClick={onCheckMailbox}>
                        Controlla adesso
                      </Button>
                    }
                  />
                )}
                <TodoList
                  onOpen={go}
                  groups={[
                    ...group('mine', 'Poi tocca a te', then),
                    ...group('others', 'In attesa di altri', lists.others),
                    ...group('news', 'Da sapere', lists.news),
                    ...group(
                      'leaving',
                      'In partenza oggi',
                      lists.leaving,
                      <button type="button" className="link" onClick={() => onGo({ place: 'queue' })}>
                        Apri la coda
                      </button>,
                    ),
                  ]}
                />
              </div>
            ),
          },
          {
            id: 'situation',
            label: 'Situazione',
            width: 356,
            min: 260,
            sunken: true,
            content: <TodaySituation status={status} onSettings={onSettings} />,
          },
        ]}
      />
    </>
  );
}
