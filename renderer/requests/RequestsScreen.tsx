import './requests.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Status } from '#shared/service/status.ts';
import { useAnswer } from '../api.ts';
import { Button, Field, ListBox, Loading, Panes, ProblemBanner, problemOf, ScreenHead, Tabs } from '../ui/index.ts';
import { RetryButton } from '../ui/RetryButton.tsx';
import { NoRequests, RequestLine } from './RequestList.tsx';
import { matching, openGroups, otherGroups, type RequestTab, tabOf, viewpointOf } from './requestGroups.ts';
import { SelectedRequest } from './SelectedRequest.tsx';

export interface RequestsScreenProps {
  readonly status: Status;
  /** The request to select at the start: the one just left. */
  readonly selected?: string | undefined;
  /** The one to go on with when that one is no longer listed: it came after it. */
  readonly next?: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onCheckMailbox: () => void;
  readonly onWrite: () => void;
  /** Asks the office for what is missing, by a letter. */
  readonly onAsk: (id: string) => void;
  /** Notes that it waits for others. */
  readonly onPause: (id: string) => void;
}

/** The requests by what is due first, with the selected one beside (L3); Invio opens it and takes it in charge. */
export function RequestsScreen(props: RequestsScreenProps) {
  const { status, selected: left, next, onOpen, onCheckMailbox, onWrite, onAsk, onPause } = props;
  const answer = useAnswer('requests.list', {});
  const waiting = useAnswer('drafts.waiting', {});
  const [tab, setTab] = useState<RequestTab>('open');
  const [filter, setFilter] = useState('');
  const [selected, setSelected] = useState<string | null>(left ?? null);
  const [shown, setShown] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const view = useMemo(() => viewpointOf(status, waiting.value ?? []), [status, waiting.value]);
  const rows = answer.value;
  const found = matching(rows ?? [], filter);
  const groups = tab === 'open' ? openGroups(found, view) : otherGroups(tab, found, view);
  const first = groups[0]?.rows[0]?.id ?? null;
  const isOption = (id: string | undefined) => groups.some((group) => group.rows.some((row) => row.id === id));
  const current = (selected === (left ?? null) ? [left, next].find(isOption) : selected) ?? first;
  const isListed = current !== null && isOption(current);
  const loaded = rows !== undefined;

  useEffect(() => {
    if (loaded) list.current?.focus({ preventScroll: true });
  }, [loaded]);

  const count = (one: RequestTab) => (rows ?? []).filter((row) => tabOf(row, view) === one).length;
  const back = (next: RequestTab) => {
    setTab(next);
    setSelected(null);
  };

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
        <Button icon="refresh" keys="F9" onClick={onCheckMailbox}>
          Controlla la casella
        </Button>
      </ScreenHead>
      {answer.problem && <ProblemBanner {...problemOf(answer.problem)} actions={<RetryButton />} />}
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
                  { id: 'open', label: 'Aperte', count: loaded ? count('open') : undefined },
                  { id: 'waiting', label: 'In attesa', count: loaded ? count('waiting') : undefined },
                  { id: 'decided', label: 'Decise' },
                ]}
                selected={tab}
                onSelect={back}
              >
                {answer.loading && <Loading label="Leggo le richieste" rows={8} />}
                {loaded && groups.length > 0 && (
                  <ListBox
                    ref={list}
                    label="Richieste"
                    groups={groups.map((group) => ({
                      ...group,
                      options: group.rows.map((row) => ({
                        id: row.id,
                        content: <RequestLine row={row} view={view} />,
                      })),
                    }))}
                    selected={current}
                    onSelect={setSelected}
                    onActive={setShown}
                    onOpen={onOpen}
                  />
                )}
                {loaded && groups.length === 0 && (
                  <NoRequests
                    tab={tab}
                    filter={filter}
                    status={status}
                    onForget={() => setFilter('')}
                    onCheckMailbox={onCheckMailbox}
                  />
                )}
                <p className="visually-hidden" role="status">
                  {filter.trim() !== '' &&
                    `${groups.reduce((sum, group) => sum + group.rows.length, 0)} di ${count(tab)}`}
                </p>
              </Tabs>
            ),
          },
          {
            id: 'preview',
            label: 'Anteprima',
            content: isListed && current !== null && (
              <SelectedRequest
                id={isOption(shown) && shown !== undefined ? shown : current}
                rows={rows ?? []}
                status={status}
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
