import './requests.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useAnswer, useKeptAnswer } from '#renderer/api.ts';
import { useNoRequestActs } from '#renderer/requests/other/NoRequestPreview.tsx';
import { OtherMailList } from '#renderer/requests/other/OtherMailList.tsx';
import { useOtherMailActs } from '#renderer/requests/other/OtherMailPreview.tsx';
import { OtherPreview, openOther } from '#renderer/requests/other/OtherPreview.tsx';
import { useOtherMails } from '#renderer/requests/other/otherMails.ts';
import { useSession } from '#renderer/session.tsx';
import {
  Button,
  Field,
  ListBox,
  Loading,
  Panes,
  ProblemBanner,
  problemOf,
  ScreenHead,
  Tabs,
} from '#renderer/ui/index.ts';
import { RetryButton } from '#renderer/ui/RetryButton.tsx';
import { TYPING_MILLISECONDS, useSettled } from '#renderer/ui/useSettled.ts';
import { FIRST_IN_WORK, type RequestRow } from '#shared/requests/views.ts';
import { NoRequests, RequestLine } from './RequestList.tsx';
import {
  openGroups,
  otherGroups,
  type RequestTab,
  type RowViewpoint,
  type Viewpoint,
  viewpointOf,
} from './requestGroups.ts';
import { SelectedRequest } from './SelectedRequest.tsx';

export interface RequestsScreenProps {
  /** The tab to begin with; the open requests when not given. */
  readonly first?: 'other' | undefined;
  /** The request to select at the start: the one just left. */
  readonly selected?: string | undefined;
  /** The one to go on with when that one is no longer listed: it came after it. */
  readonly next?: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onCheckMailbox: () => void;
  readonly onWrite: () => void;
  /** Chooses saved e-mails to read. */
  readonly onBring: () => void;
  /** Asks the office for what is missing, by a letter. */
  readonly onAsk: (id: string) => void;
  /** Notes that it waits for others. */
  readonly onPause: (id: string) => void;
}

/** So many requests are shown at once, and so many more whenever more are wanted. */
const PAGES = {
  other: FIRST_IN_WORK.limit,
  open: FIRST_IN_WORK.limit,
  waiting: FIRST_IN_WORK.limit,
  decided: 100,
} as const;

const NO_ROWS: readonly RequestRow[] = [];

/** What the rows are seen with: the same one until something of it changed, so that a row is drawn again only for that. */
function useRowView({ person, today, waiting, share: { desks } }: Viewpoint): RowViewpoint {
  const key = [...waiting].join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the set
  return useMemo(() => ({ person, today, waiting, share: { desks } }), [person, today, key, desks]);
}

/** The requests by what is due first, with the selected one beside (L3); Invio opens it and takes it in charge. */
export function RequestsScreen(props: RequestsScreenProps) {
  const { first: firstTab, selected: left, next, onOpen, onCheckMailbox, onWrite, onBring, onAsk, onPause } = props;
  const waiting = useAnswer('drafts.waiting', {}).value;
  const share = useAnswer('service.sharing', {}).value;
  const session = useSession();
  const [tab, setTab] = useState<RequestTab | 'other'>(firstTab ?? 'open');
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState<number>(PAGES.open);
  const [selected, setSelected] = useState<string | null>(left ?? null);
  const [selectedMail, setSelectedMail] = useState<string | null>(null);
  const [shown, setShown] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const view = useMemo(() => viewpointOf(session, waiting, share), [session, waiting, share]);
  const rowView = useRowView(view);
  const isDecided = tab === 'decided';
  const settled = useSettled(filter, TYPING_MILLISECONDS);
  const others = useOtherMails(tab === 'other' ? settled : '');
  const otherActs = useOtherMailActs(list);
  const noRequestActs = useNoRequestActs(list, onOpen, () => setSelectedMail(null));
  const text = tab === 'other' ? '' : settled;
  const inWork = useKeptAnswer('requests.list', isDecided ? FIRST_IN_WORK : { text, limit });
  const decided = useKeptAnswer('requests.decided', {
    text: isDecided ? text : '',
    limit: isDecided ? limit : PAGES.decided,
  });
  const { value, loading: isReading } = isDecided ? decided : inWork;
  const found = value?.rows ?? NO_ROWS;
  const isRead = value !== undefined;
  const problem = inWork.problem ?? decided.problem;
  const groups = useMemo(
    () => (tab === 'other' ? [] : tab === 'open' ? openGroups(found, view) : otherGroups(tab, found, view)),
    [tab, found, view],
  );
  const first = groups[0]?.rows[0]?.id ?? null;
  const isOption = (id: string | undefined) => groups.some((group) => group.rows.some((row) => row.id === id));
  const current = (selected === (left ?? null) ? [left, next].find(isOption) : selected) ?? first;
  const isListed = current !== null && isOption(current);
  const mails = others.groups.flatMap(({ rows }) => rows);
  const mail = mails.find(({ key }) => key === selectedMail) ?? mails[0];
  const loaded = inWork.value !== undefined && (tab !== 'other' || !others.loading);

  useEffect(() => {
    if (loaded) list.current?.focus({ preventScroll: true });
  }, [loaded]);

  const back = (next: RequestTab | 'other') => {
    setTab(next);
    setSelected(null);
    setLimit(PAGES[next]);
  };
  const ofMails = { found: others.found, total: others.total ?? 0 };
  const counts = { open: inWork.value?.toDo, waiting: inWork.value?.waiting, decided: decided.value, other: ofMails }[
    tab
  ];
  const more = (counts?.found ?? 0) - groups.reduce((sum, group) => sum + group.rows.length, 0);

  return (
    <>
      <ScreenHead title="Richieste">
        <div className="requests-filter">
          <Field
            ref={search}
            label="Filtra le richieste"
            hideLabel
            type="search"
            icon="search"
            keys="/"
            placeholder="Filtra per testo, ufficio, link"
            value={filter}
            onChange={setFilter}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' && event.key !== 'Enter' && event.key !== 'ArrowDown') return;
              if (event.key === 'Escape') setFilter('');
              event.preventDefault();
              list.current?.focus();
            }}
          />
        </div>
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
      <Panes
        panes={[
          {
            id: 'list',
            label: 'Elenco',
            width: 500,
            min: 320,
            content: (
              <Tabs
                label="Richieste"
                tabs={[
                  { id: 'open', label: 'Aperte', count: inWork.value?.toDo.total },
                  { id: 'waiting', label: 'In attesa', count: inWork.value?.waiting.total },
                  { id: 'decided', label: 'Decise' },
                  { id: 'other', label: 'Altre e-mail', count: others.total },
                ]}
                selected={tab}
                onSelect={back}
              >
                {tab === 'other' && (
                  <OtherMailList
                    mails={others}
                    filter={settled}
                    selected={mail?.key ?? null}
                    onSelect={setSelectedMail}
                    onOpen={(row) => openOther(row, otherActs, noRequestActs)}
                    onForget={() => setFilter('')}
                    onCheckMailbox={onCheckMailbox}
                    list={list}
                  />
                )}
                {tab !== 'other' && isReading && <Loading label="Leggo le richieste" rows={8} />}
                {isRead && groups.length > 0 && (
                  <ListBox
                    ref={list}
                    label="Richieste"
                    groups={groups.map((group) => ({
                      ...group,
                      options: group.rows.map((row) => ({
                        id: row.id,
                        content: <RequestLine row={row} view={rowView} />,
                      })),
                    }))}
                    selected={current}
                    onSelect={setSelected}
                    onActive={setShown}
                    onOpen={onOpen}
                  />
                )}
                {tab !== 'other' && isRead && more > 0 && (
                  <Button kind="quiet" onClick={() => setLimit(limit + PAGES[tab])}>
                    {more === 1 ? 'Mostra un’altra' : `Mostra altre ${Math.min(more, PAGES[tab])}`}
                  </Button>
                )}
                {tab !== 'other' && isRead && groups.length === 0 && (
                  <NoRequests
                    tab={tab}
                    filter={filter}
                    onForget={() => setFilter('')}
                    onCheckMailbox={onCheckMailbox}
                  />
                )}
                <p className="visually-hidden" role="status">
                  {filter.trim() !== '' && `${counts?.found ?? 0} di ${counts?.total ?? 0}`}
                </p>
              </Tabs>
            ),
          },
          {
            id: 'preview',
            label: 'Anteprima',
            content:
              tab === 'other'
                ? mail && <OtherPreview key={mail.key} row={mail} acts={otherActs} noRequestActs={noRequestActs} />
                : isListed &&
                  current !== null && (
                    <SelectedRequest
                      id={isOption(shown) && shown !== undefined ? shown : current}
                      view={view}
                      onOpen={onOpen}
                      onAsk={onAsk}
                      onPause={onPause}
                    />
                  ),
          },
        ]}
      />
    </>
  );
}
