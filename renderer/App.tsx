import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { AppFrame } from '#renderer/frame/AppFrame.tsx';
import { PlaceScreen } from '#renderer/frame/PlaceScreen.tsx';
import { Notices } from '#renderer/frame/Problems.tsx';
import { PLACES, type Place } from '#renderer/frame/places.ts';
import { remedyIn } from '#renderer/frame/remedies.ts';
import { useMailbox } from '#renderer/frame/useMailbox.ts';
import { PinGate } from '#renderer/people/PinGate.tsx';
import { useBringing } from '#renderer/requests/bringing/useBringing.ts';
import { RECOVERABLE, RecoveryScreen } from '#renderer/service/recovery/RecoveryScreen.tsx';
import { WelcomeScreen } from '#renderer/service/welcome/WelcomeScreen.tsx';
import { SessionProvider, useClock } from '#renderer/session.tsx';
import { Loading, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import { RetryButton } from '#renderer/ui/RetryButton.tsx';
import { Remedies } from '#renderer/ui/remedies.ts';
import { saveAllNow } from '#renderer/writing/writing.ts';
import type { MenuCommand } from '#shared/ipc/events.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { onEvent, useAnswer, useFreshAnswers } from './api.ts';

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
function useReady(hasAnswers: boolean): void {
  const queries = useQueryClient();
  const fetching = useIsFetching();
  useEffect(() => {
    if (hasAnswers && fetching === 0 && queries.isFetching() === 0) document.documentElement.dataset.appReady = '';
  }, [queries, hasAnswers, fetching]);
}

/** The app for somebody it knows: a frame, and the screen of the place. */
function KnownApp() {
  const [place, setPlace] = useState<Place>({ section: 'today' });
  const [map, setMap] = useState(false);
  const mailbox = useMailbox();
  const bringing = useBringing(useCallback((request: string) => setPlace({ section: 'requests', request }), []));
  const onMenu = useCallback((command: MenuCommand) => {
    if (command === 'help' || command === 'keys') setMap(true);
    else setPlace({ section: command });
  }, []);
  const events = useEvents(onMenu);
  const remedies = useMemo(() => remedyIn(setPlace), []);
  useEffect(() => {
    if (place.request === undefined) document.title = `${PLACES[place.section].label} - Avvisi PuntoSi`;
  }, [place]);
  return (
    <Remedies value={remedies}>
      <AppFrame place={place} onGo={setPlace} mailbox={mailbox} onBring={bringing.choose} map={map} onMap={setMap}>
        <Notices
          problem={events.problem}
          onPutAway={events.putAway}
          mailbox={mailbox}
          bringing={bringing}
          onCopies={() => setPlace({ section: 'settings', tab: 'copies' })}
          onOtherMails={() => setPlace({ section: 'requests', tab: 'otherMails' })}
        />
        <PlaceScreen place={place} onGo={setPlace} mailbox={mailbox} bringing={bringing} />
      </AppFrame>
    </Remedies>
  );
}

/** The whole window: who is there decides between the welcome and the app. */
export function App() {
  const session = useAnswer('people.session', {});
  // What the frame shows of them is there from the first moment.
  const status = useAnswer('service.status', {});
  const sharing = useAnswer('service.sharing', {});
  useFreshAnswers();
  useClock();
  useReady(!session.loading && !status.loading && !sharing.loading);
  useEffect(() => {
    const keep = () => void saveAllNow();
    window.addEventListener('pagehide', keep);
    return () => window.removeEventListener('pagehide', keep);
  }, []);
  if (session.value && status.value && sharing.value) {
    return (
      <SessionProvider session={session.value}>
        <PinGate>{session.value.person ? <KnownApp /> : <WelcomeScreen />}</PinGate>
      </SessionProvider>
    );
  }
  const problem = session.problem ?? status.problem ?? sharing.problem;
  if (problem && RECOVERABLE.includes(problem.code)) return <RecoveryScreen problem={problem} />;
  return (
    <main className="app-start">
      {problem ? (
        <ProblemBanner {...problemOf(problem)} actions={<RetryButton />} />
      ) : (
        <Loading label="Apro Avvisi PuntoSi" />
      )}
    </main>
  );
}
