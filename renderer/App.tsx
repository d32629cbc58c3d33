import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import type { MenuCommand } from '#shared/ipc/events.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Status } from '#shared/service/status.ts';
import { AppFrame } from './AppFrame.tsx';
import { onEvent, useAnswer, useFreshAnswers } from './api.ts';
import { saveAllNow } from './drafts/writing.ts';
import { Notices } from './Notices.tsx';
import { PlaceScreen } from './PlaceScreen.tsx';
import { WelcomeScreen } from './people/WelcomeScreen.tsx';
import { PLACES, type Place } from './places.ts';
import { Loading, ProblemBanner, problemOf } from './ui/index.ts';
import { RetryButton } from './ui/RetryButton.tsx';
import { useMailbox } from './useMailbox.ts';

/** How often "tra 48 minuti" and "oggi" are asked again: the core owns the clock. */
const CLOCK_MS = 60_000;

/** Hears what the core and the menu say: a problem of the core is kept until it is put away. */
function useEvents(onMenu: (command: MenuCommand) => void) {
  const [problem, setProblem] = useState<Problem>();
  useEffect(
    () =>
      onEvent((event) => {
        if (event.name === 'menu') onMenu(event.command);
        if (event.name === 'restarted') void saveAllNow();
        if (event.name === 'restarted' || event.name === 'stopped') setProblem(event.problem);
      }),
    [onMenu],
  );
  return { problem, putAway: useCallback(() => setProblem(undefined), []) };
}

/** Tells programs that start the app (`data-app-ready`) when the first screen has its answers. */
function useReady(hasStatus: boolean): void {
  const queries = useQueryClient();
  const fetching = useIsFetching();
  useEffect(() => {
    if (hasStatus && fetching === 0 && queries.isFetching() === 0) document.documentElement.dataset.appReady = '';
  }, [queries, hasStatus, fetching]);
}

function useClock(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ['service.status'] }), CLOCK_MS);
    return () => clearInterval(timer);
  }, [queries]);
}

interface KnownAppProps {
  readonly status: Status;
}

/** The app for somebody it knows: a frame, and the screen of the place. */
function KnownApp({ status }: KnownAppProps) {
  const [place, setPlace] = useState<Place>({ section: 'today' });
  const [map, setMap] = useState(false);
  const mailbox = useMailbox();
  const onMenu = useCallback((command: MenuCommand) => {
    if (command === 'help' || command === 'keys') setMap(true);
    else setPlace({ section: command });
  }, []);
  const events = useEvents(onMenu);
  useEffect(() => {
    if (place.request === undefined) document.title = `${PLACES[place.section].label} - Avvisi PuntoSi`;
  }, [place]);
  return (
    <AppFrame status={status} place={place} onGo={setPlace} mailbox={mailbox} map={map} onMap={setMap}>
      <Notices problem={events.problem} onPutAway={events.putAway} mailbox={mailbox} />
      <PlaceScreen status={status} place={place} onGo={setPlace} mailbox={mailbox} />
    </AppFrame>
  );
}

/** The whole window: who is there decides between the welcome and the app. */
export function App() {
  const status = useAnswer('service.status', {});
  useFreshAnswers();
  useClock();
  useReady(!status.loading);
  useEffect(() => {
    const keep = () => void saveAllNow();
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, []);
  if (status.value) {
    return status.value.person ? <KnownApp status={status.value} /> : <WelcomeScreen status={status.value} />;
  }
  return (
    <main className="app-start">
      {status.problem ? (
        <ProblemBanner {...problemOf(status.problem)} actions={<RetryButton />} />
      ) : (
        <Loading label="Apro Avvisi PuntoSi" />
      )}
    </main>
  );
}
