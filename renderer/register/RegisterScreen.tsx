import './register.css';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useAnswer } from '#renderer/api.ts';
import { Button, EmptyState, Field, Loading, ProblemBanner, problemOf, ScreenHead } from '#renderer/ui/index.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import type { RegisterSearch } from '#shared/register/views.ts';
import { RegisterDesk } from './RegisterDesk.tsx';
import { RegisterExport } from './RegisterExport.tsx';
import { RegisterSharing } from './RegisterSharing.tsx';
import { sayNumber } from './registerWords.ts';
import { type RegisterView, useRegisterSearch } from './useRegisterSearch.ts';

export interface RegisterScreenProps {
  /** The row to begin with, shown and focused: the newest when not given. */
  readonly selected?: string | undefined;
  /** A notice that was sent is wrong: the way to the one that puts it right (P37). */
  readonly onCorrect?: ((wrong: NoticeRef) => void) | undefined;
}

function sentence({ all, since }: RegisterSearch): string {
  const count = all === 1 ? 'Un avviso' : `${sayNumber(all)} avvisi`;
  return `${count} dal ${since}. Le righe non si cancellano: le correzioni si aggiungono.`;
}

const SEARCH = 'Cerca nel testo, nell’ufficio, nel link';

interface LoadedProps extends RegisterScreenProps {
  readonly view: RegisterView;
  readonly found: RegisterSearch;
}

function Loaded({ view, found, selected, onCorrect }: LoadedProps) {
  const share = useAnswer('service.sharing', {}).value;
  const desk = useAnswer('register.view', {});
  const [exporting, setExporting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (selected === undefined) search.current?.focus({ preventScroll: true });
  }, [selected]);
  const goDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    body.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  };
  return (
    <>
      <ScreenHead title="Registro" sentence={sentence(found)}>
        <div className="register-search">
          <Field
            ref={search}
            label={SEARCH}
            placeholder={SEARCH}
            hideLabel
            type="search"
            icon="search"
            keys="/"
            maxLength={300}
            value={view.filter.text}
            onChange={(text) => view.change({ text })}
            onKeyDown={goDown}
          />
        </div>
        <Button icon="download" keys="Control+S" onClick={() => setExporting(true)}>
          Esporta…
        </Button>
      </ScreenHead>
      {desk.problem && <ProblemBanner {...problemOf(desk.problem)} />}
      {share && <RegisterSharing share={share} />}
      {desk.value && (
        <RegisterDesk
          view={view}
          found={found}
          desk={desk.value}
          first={selected}
          onCorrect={onCorrect}
          body={body}
          onCleared={() => search.current?.focus()}
        />
      )}
      {exporting && <RegisterExport view={view} found={found} onClose={() => setExporting(false)} />}
    </>
  );
}

/** Every notice that was sent, with its four texts: searched while it is typed (P40, P43). */
export function RegisterScreen({ selected, onCorrect }: RegisterScreenProps) {
  const view = useRegisterSearch();
  const { found, problem } = view;
  if (found && found.all > 0) return <Loaded view={view} found={found} selected={selected} onCorrect={onCorrect} />;
  return (
    <>
      <ScreenHead title="Registro" />
      {problem && <ProblemBanner {...problemOf(problem)} />}
      {!found && !problem && <Loading label="Leggo il registro" rows={8} />}
      {found && (
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
