import './register.css';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { partsOf } from '#shared/kernel/day.ts';
import type { Entry } from '#shared/register/entry.ts';
import type { Status } from '#shared/service/status.ts';
import { useAnswer } from '../api.ts';
import { EmptyState, Field, Loading, ProblemBanner, problemOf, ScreenHead } from '../ui/index.ts';
import { RegisterDesk } from './RegisterDesk.tsx';
import { type RegisterRow, rowsOf, sayNumber } from './registerRows.ts';
import { useRegisterView } from './registerTable.ts';

export interface RegisterScreenProps {
  readonly status: Status;
  /** The row to begin with, shown and focused: the newest when not given. */
  readonly selected?: string | undefined;
}

function sentence(rows: readonly RegisterRow[]): string {
  const first = rows.reduce((least, { day }) => (day < least ? day : least), rows[0]?.day ?? '');
  const count = rows.length === 1 ? 'Un avviso' : `${sayNumber(rows.length)} avvisi`;
  return `${count} dal ${partsOf(first).year}. Le righe non si cancellano: le correzioni si aggiungono.`;
}

const SEARCH = 'Cerca nel testo, nell’ufficio, nel link';

interface LoadedProps extends RegisterScreenProps {
  readonly entries: readonly Entry[];
}

function Loaded({ entries, status, selected }: LoadedProps) {
  const [query, setQuery] = useState('');
  const rows = useMemo(() => rowsOf(entries), [entries]);
  const view = useRegisterView(rows, useDeferredValue(query));
  const search = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (selected === undefined) search.current?.focus({ preventScroll: true });
    else requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus());
  }, [selected]);
  const goDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    body.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  };
  const clear = () => {
    setQuery('');
    view.clear();
    search.current?.focus();
  };
  return (
    <>
      <ScreenHead title="Registro" sentence={sentence(rows)}>
        <div className="register-search">
          <Field
            ref={search}
            label={SEARCH}
            placeholder={SEARCH}
            hideLabel
            type="search"
            icon="search"
            keys="/"
            value={query}
            onChange={setQuery}
            onKeyDown={goDown}
          />
        </div>
      </ScreenHead>
      <RegisterDesk view={view} total={entries.length} status={status} first={selected} body={body} onClear={clear} />
    </>
  );
}

/** Every notice that was sent, with its four texts: searched while it is typed (P40, P43). */
export function RegisterScreen({ status, selected }: RegisterScreenProps) {
  const { value: entries, problem } = useAnswer('register.list', { from: null, to: null });
  if (entries && entries.length > 0) return <Loaded entries={entries} status={status} selected={selected} />;
  return (
    <>
      <ScreenHead title="Registro" />
      {problem && <ProblemBanner {...problemOf(problem)} />}
      {!entries && !problem && <Loading label="Leggo il registro" rows={8} />}
      {entries && (
        <EmptyState
          title="Il registro è vuoto"
          lines={[
            'Qui resta ogni avviso inviato, con i suoi quattro testi.',
            'La prima riga nasce quando nella Coda confermi un invio.',
          ]}
        />
      )}
    </>
  );
}
