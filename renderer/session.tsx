import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { Session } from '#shared/people/session.ts';
import { askAgain, onEvent } from './api.ts';
import { ServiceDays } from './ui/index.ts';

const SessionContext = createContext<Session | undefined>(undefined);

export interface SessionProviderProps {
  readonly session: Session;
  readonly children: ReactNode;
}

/** Gives every screen inside the session that the app asked for. */
export function SessionProvider({ session, children }: SessionProviderProps) {
  const queries = useQueryClient();
  const { today } = session;
  const shown = useRef(today);
  // A new day moves deadlines, gauges and countdowns that no fact tells of.
  useEffect(() => {
    if (shown.current === today) return;
    shown.current = today;
    void queries.invalidateQueries();
  }, [queries, today]);
  return (
    <SessionContext value={session}>
      <ServiceDays value={session.profile.calendar}>{children}</ServiceDays>
    </SessionContext>
  );
}

/** What every screen stands on: the moment, who sits at the desk, of which municipality, and whose turn it is. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession fuori da SessionProvider');
  return session;
}

/** How often "tra 48 minuti" and "oggi" are asked again: the core owns the clock. */
const CLOCK_MS = 60_000;
/** The questions whose answer changes as time passes, without a fact. */
const TIMED: readonly string[] = ['people.session', 'service.status', 'service.sharing'];

/** What moves no moment of this desk: how the others are, which request is open, a text being written. */
const OTHERS: readonly string[] = ['share', 'presence', 'writing'];

/** Asks again as time passes; and the moment also with every change, so that what was just done does not lie ahead of it. */
export function useClock(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const ask = (methods: readonly string[]) => askAgain(queries, (method) => methods.includes(method));
    const timer = setInterval(() => ask(TIMED), CLOCK_MS);
    const stop = onEvent((event) => {
      if (event.name === 'changed' && event.topics.some((topic) => !OTHERS.includes(topic))) ask(['people.session']);
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [queries]);
}
