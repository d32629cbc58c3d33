import { useEffect, useRef } from 'react';
import { useKeptForm } from './keptForm.ts';

const MOST_CHARACTERS_OF_A_NAME = 200;

function readText(kept: string): string | undefined {
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A text of a dialog, where it begins, how it changes, and what puts it away once it went its way. */
export type KeptText = readonly [text: string, write: (text: string) => void, forget: () => void];

/**
 * Like `useState` for a text typed in a dialog: it outlives Esc, the screen, a change of person and a crash (P67). `name`
 * says of what it is, so that the same dialog about another thing begins anew; `initial` is never kept.
 */
export function useKeptText(name: string, initial = ''): KeptText {
  const begun = useRef(initial).current;
  const kept = useKeptForm(name.slice(0, MOST_CHARACTERS_OF_A_NAME), readText);
  const write = (text: string) => (text === begun ? kept.forget() : kept.write(text));
  return [kept.value ?? begun, write, kept.forget];
}

/**
 * For a dialog whose parent acts and closes it: `decide` before the act, `leave` when it is closed undecided. Closed after a
 * decision, and only then, what was typed went its way and is forgotten.
 */
export function useForgetOnceDecided(forget: () => void): { readonly decide: () => void; readonly leave: () => void } {
  const isDecided = useRef(false);
  const last = useRef(forget);
  last.current = forget;
  useEffect(
    () => () => {
      if (isDecided.current) last.current();
    },
    [],
  );
  return {
    decide: () => {
      isDecided.current = true;
    },
    leave: () => {
      isDecided.current = false;
    },
  };
}
