import { useEffect, useRef } from 'react';
import { call } from '#renderer/api.ts';
import { saveNow, useWritings, write } from './writing.ts';

/** A form or a text that is being written, kept on this desk like the texts of the requests (P67). */
export interface KeptForm<Value> {
  /** What was written; undefined when nothing was, or it was put away. */
  readonly value: Value | undefined;
  readonly write: (value: Value) => void;
  /** It went its way, or is left for good: nothing of it is kept. */
  readonly forget: () => void;
}

/** Keeps a form at once under its name, or nothing of it. */
function put(name: string, text: string): void {
  write(name, text);
  void saveNow(name);
}

/**
 * What is typed outlives Esc, the screen, a change of person and a crash: it lies in memory at once and on the disk a moment
 * later. `read` gives undefined for words that are no such form.
 */
export function useKeptForm<Value>(name: string, read: (text: string) => Value | undefined): KeptForm<Value> {
  const writing = useWritings(({ texts }) => texts[name]);
  const isKnown = writing !== undefined;
  const asked = useRef('');
  useEffect(() => {
    if (isKnown || asked.current === name) return;
    asked.current = name;
    // After a crash: only what nobody has typed anew meanwhile.
    void call('drafts.kept', { id: name }).then((reply) => {
      if (!reply.ok || !reply.value || useWritings.getState().texts[name]) return;
      const { text, savedAt } = reply.value;
      useWritings.setState(({ texts }) => ({
        texts: { ...texts, [name]: { text, state: 'saved', savedAt, problem: undefined } },
      }));
    });
  }, [isKnown, name]);
  return {
    value: writing === undefined || writing.text === '' ? undefined : read(writing.text),
    write: (value) => write(name, JSON.stringify(value)),
    forget: () => {
      if (useWritings.getState().texts[name]?.text !== '') put(name, '');
    },
  };
}
