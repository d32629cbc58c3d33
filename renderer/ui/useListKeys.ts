import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { chooseAt, type Held, type MultipleChoice } from './multiple.ts';
import { lettersAct, singleCharacterShortcuts } from './shortcuts.ts';
import { isTyping, NOTHING_TYPED, placeOfTyped, typeOn } from './typeAhead.ts';

/** A list with a current place, and the keys that walk it. */
export interface Walk {
  readonly count: number;
  /** The current place, -1 while there is none. */
  readonly index: number;
  /** Which arrows walk it; up and down when not given. */
  readonly along?: 'vertical' | 'horizontal';
  /** From the last place on to the first, and back. */
  readonly wraps?: boolean;
  /** How far PagSu and PagGiù go; without it they are left alone. */
  readonly page?: number;
  /** `false` leaves Home and End alone: in a text field they belong to the text. */
  readonly ends?: boolean;
  /** J and K walk too, where the settings allow keys of one character. */
  readonly letters?: boolean;
}

/** The place `key` leads to; undefined when it does not walk this list. */
export function placeOfKey(key: string, walk: Walk): number | undefined {
  const { count, index, along = 'vertical', wraps = false, page, ends = true, letters = false } = walk;
  const [next, before] = along === 'vertical' ? ['ArrowDown', 'ArrowUp'] : ['ArrowRight', 'ArrowLeft'];
  const hasLetters = letters && singleCharacterShortcuts();
  const last = count - 1;
  const places: Readonly<Record<string, number>> = {
    ...(hasLetters ? { j: index + 1, J: index + 1, k: index - 1, K: index - 1 } : {}),
    ...(ends ? { Home: 0, End: last } : {}),
    ...(page === undefined ? {} : { PageDown: index + page, PageUp: index - page }),
    [next]: index + 1,
    [before]: index - 1,
  };
  const place = places[key];
  if (place === undefined || count === 0) return undefined;
  if (wraps) return (place + count) % count;
  return Math.max(0, Math.min(last, place));
}

export interface ListKeysOptions extends Walk {
  /** Another place is the current one. */
  readonly onMove: (index: number) => void;
  /** The words of a place, to go there by its first letters; undefined where they are not here. */
  readonly textOf?: ((index: number) => string | undefined) | undefined;
  /** Several places may be chosen, by Shift, Ctrl, Ctrl+A and the pointer. */
  readonly multiple?: MultipleChoice | undefined;
  /** The id of a place, for `multiple`. */
  readonly idAt?: (index: number) => string | undefined;
}

export interface ListKeys {
  /** Walks, chooses and goes by letters; whether the key was one of these, and is done with. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  /** The pointer picked a place. */
  readonly onPick: (event: MouseEvent, index: number) => void;
}

const ALONE: Held = { ctrlKey: false, shiftKey: false };
const isLetter = (key: string): boolean => /^[\p{L}\p{N} ]$/u.test(key);

/** The keys of every list: arrows, Home, End, pages, first letters (L5), and Shift and Ctrl where several are chosen. */
export function useListKeys(options: ListKeysOptions): ListKeys {
  const { count, index, onMove, textOf, multiple, idAt = () => undefined } = options;
  const typed = useRef(NOTHING_TYPED);
  const anchor = useRef<number>(undefined);

  const choose = (at: number, held: Held) => {
    const from = anchor.current ?? (index < 0 ? at : index);
    anchor.current = held.shiftKey ? from : at;
    multiple?.onChoose(chooseAt(multiple.chosen, idAt, { anchor: Math.min(from, count - 1), at }, held));
  };
  /** Goes to `at`; Shift takes the stretch along, Ctrl only looks. */
  const goTo = (at: number, held: Held) => {
    if (!held.ctrlKey || held.shiftKey) choose(at, held);
    onMove(at);
  };
  /** The place the typed letters lead to: undefined when the key is none of them, null when they go on to nowhere. */
  const typeAhead = (event: KeyboardEvent): number | null | undefined => {
    const { key, timeStamp: now, target } = event;
    const goesOn = isTyping(typed.current, now);
    if (!textOf || event.ctrlKey || event.repeat || !isLetter(key) || (key === ' ' && !goesOn)) return undefined;
    if (target instanceof Element && lettersAct(target)) return undefined;
    typed.current = typeOn(typed.current, key, now);
    return placeOfTyped(typed.current.text, { count, index, textOf }) ?? (goesOn ? null : undefined);
  };
  const chooseByKey = ({ key, ctrlKey }: KeyboardEvent): boolean => {
    if (!multiple || !ctrlKey) return false;
    if (key === ' ' && index >= 0) choose(index, { ctrlKey, shiftKey: false });
    else if (key.toLowerCase() === 'a') {
      multiple.onChoose(new Set(Array.from({ length: count }, (_, at) => idAt(at)).filter((id) => id !== undefined)));
    } else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.altKey || event.metaKey || (event.ctrlKey && !multiple)) return false;
    const walked = placeOfKey(event.key, event.ctrlKey ? { ...options, letters: false } : options);
    // J and K are letters of the word that is being typed.
    const isWord = walked === undefined || isTyping(typed.current, event.timeStamp);
    const word = isWord ? typeAhead(event) : undefined;
    if (typeof word === 'number') goTo(word, ALONE);
    else if (word === undefined && walked !== undefined) goTo(walked, event);
    else if (word === undefined && !chooseByKey(event)) return false;
    event.preventDefault();
    return true;
  };
  const onPick = (event: MouseEvent, at: number) => {
    choose(at, event);
    onMove(at);
  };
  return { onKeyDown, onPick };
}
