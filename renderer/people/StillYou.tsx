import { useEffect, useRef, useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { useSession } from '#renderer/session.tsx';
import { addMilliseconds } from '#shared/kernel/instant.ts';
import { asksStillYou } from '#shared/people/stillYou.ts';
import { PersonDialog } from './PersonDialog.tsx';

/** How often it is looked whether nobody touched anything for long. */
const LOOK_MILLISECONDS = 20_000;
const TOUCHES = ['keydown', 'pointerdown', 'wheel'] as const;

/** Asks once, after a pause and at the change of shift, whether the same person sits there (P6); what was typed stays. */
export function StillYou() {
  const { now, person, people, profile } = useSession();
  const [asking, setAsking] = useState(false);
  const { run: forgetPin } = useAct('people.forgetPin');
  const { calendar, pauseMinutes } = profile;
  // The clock of the app may run apart from that of the window: only what passed here is added to it.
  const clock = useRef({ app: now, window: Date.now() });
  const touched = useRef(now);
  useEffect(() => {
    clock.current = { app: now, window: Date.now() };
  }, [now]);
  const isAsked = person !== null && people.length > 1;
  useEffect(() => {
    if (!isAsked || asking) return;
    const present = () => addMilliseconds(clock.current.app, Date.now() - clock.current.window);
    touched.current = present();
    const ask = () => {
      // Somebody else may have come: a PIN typed before counts no more.
      void forgetPin({});
      setAsking(true);
    };
    const look = () => {
      if (asksStillYou({ calendar, pauseMinutes }, touched.current, present())) ask();
    };
    const touch = (event: Event) => {
      if (asksStillYou({ calendar, pauseMinutes }, touched.current, present())) {
        // The first key after the pause does nothing under a name that may be another's.
        event.preventDefault();
        event.stopPropagation();
        ask();
        return;
      }
      touched.current = present();
    };
    const timer = setInterval(look, LOOK_MILLISECONDS);
    for (const name of TOUCHES) window.addEventListener(name, touch, { capture: true, passive: false });
    return () => {
      clearInterval(timer);
      for (const name of TOUCHES) window.removeEventListener(name, touch, { capture: true });
    };
  }, [isAsked, asking, calendar, pauseMinutes, forgetPin]);
  if (!asking || !person) return null;
  return (
    <PersonDialog
      people={people}
      current={person.id}
      still={person.name}
      onSettings={() => setAsking(false)}
      onClose={() => setAsking(false)}
    />
  );
}
