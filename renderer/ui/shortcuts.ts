import type { RefObject } from 'react';
import { isGlobal, isSingleCharacter, type KeyChord, matchesKeys } from './keys.ts';

/** A key of a screen and what it does. */
export interface Shortcut {
  readonly keys: KeyChord;
  /** What it does, as the map of keys (F1) says it: a verb, `Inoltra al capo settore`. */
  readonly label: string;
  readonly run: () => void;
  /** What follows is the window's own: the key is only told in the map. */
  readonly isNative?: boolean | undefined;
  /** The list or group of decisions that must hold the focus. Obligatory for letters and digits (L5, WCAG 2.1.4). */
  readonly within?: RefObject<HTMLElement | null> | undefined;
}

/** Where a shortcut stands in the map and who wins when two want the same key. */
export interface ShortcutPlace {
  readonly group: string;
  /** True for the keys of the frame: a screen's own shortcut comes first. */
  readonly everywhere: boolean;
  /** The dialog the shortcut belongs to; while a dialog is open only its own shortcuts fire. */
  readonly layer: symbol | null;
}

interface Registration extends ShortcutPlace {
  readonly shortcuts: () => readonly Shortcut[];
}

const TEXT_FIELDS = 'textarea, select, [contenteditable="true"], [role="textbox"]';
const INPUTS_WITHOUT_TEXT = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'];
const ACTIVATED_BY_ENTER = 'button, a[href], summary, input, [role="button"], [role="tab"], [role="option"]';
const EDITING = /^Control\+(Shift\+)?([ACVXYZ]|Arrow\w+|Home|End|Backspace|Delete)$/;

const LETTER = /^(Shift\+)?[\p{L}\p{N}]$/u;

const registrations: Registration[] = [];
const layers: symbol[] = [];
let singleCharacters = true;

/** Turns shortcuts of one character (letters, digits, `/`, `?`) on or off, as the settings say. */
export function setSingleCharacterShortcuts(enabled: boolean): void {
  singleCharacters = enabled;
}

/** Whether shortcuts of one character are on. */
export const singleCharacterShortcuts = (): boolean => singleCharacters;

function isTyping(target: Element | null): boolean {
  if (target instanceof HTMLInputElement) return !INPUTS_WITHOUT_TEXT.includes(target.type);
  return target?.closest(TEXT_FIELDS) != null;
}

function mayFire(shortcut: Shortcut, target: Element | null): boolean {
  const typing = isTyping(target);
  if (shortcut.within && !shortcut.within.current?.contains(target)) return false;
  if (isGlobal(shortcut.keys)) return !(typing && EDITING.test(shortcut.keys));
  if (typing || (!singleCharacters && isSingleCharacter(shortcut.keys))) return false;
  const activates = shortcut.keys === 'Enter' || shortcut.keys === 'Space';
  return !(activates && target?.matches(ACTIVATED_BY_ENTER));
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const target = event.target instanceof Element ? event.target : null;
  const layer = layers.at(-1) ?? null;
  for (const registration of registrations) {
    if (registration.layer !== layer) continue;
    const found = registration.shortcuts().find((each) => matchesKeys(event, each.keys) && mayFire(each, target));
    if (!found) continue;
    if (found.isNative) return;
    event.preventDefault();
    found.run();
    return;
  }
}

/** Makes shortcuts work until the returned function is called. The newest registration is asked first. */
export function registerShortcuts(place: ShortcutPlace, shortcuts: () => readonly Shortcut[]): () => void {
  for (const { keys, within } of shortcuts()) {
    if (!within && isSingleCharacter(keys) && LETTER.test(keys)) {
      throw new Error(`The shortcut ${keys} needs "within": letters and digits fire only inside a list.`);
    }
  }
  const registration: Registration = { ...place, shortcuts };
  if (registrations.length === 0) document.addEventListener('keydown', onKeyDown);
  if (place.everywhere) registrations.push(registration);
  else registrations.unshift(registration);
  return () => {
    registrations.splice(registrations.indexOf(registration), 1);
    if (registrations.length === 0) document.removeEventListener('keydown', onKeyDown);
  };
}

/** Silences every shortcut outside `layer` (an open dialog) until the returned function is called. */
export function pushLayer(layer: symbol): () => void {
  layers.push(layer);
  return () => {
    layers.splice(layers.indexOf(layer), 1);
  };
}

/** Whether letters typed at `target` are keys of the screen now: then none of them may begin a search by first letters. */
export function lettersAct(target: Element): boolean {
  const layer = layers.at(-1) ?? null;
  const acts = ({ keys, within }: Shortcut): boolean => LETTER.test(keys) && within?.current?.contains(target) === true;
  return singleCharacters && registrations.some((each) => each.layer === layer && each.shortcuts().some(acts));
}

/**
 * The keys that work now, by group, for the map of keys: the groups of the screen before those of everywhere, by name and
 * then by key, whatever was shown first. A key two groups want is listed with the one that wins.
 */
export function listShortcuts(): ReadonlyMap<string, readonly Shortcut[]> {
  const layer = layers.at(-1) ?? null;
  const seen = new Set<KeyChord>();
  const groups = new Map<string, { readonly everywhere: boolean; readonly shortcuts: Shortcut[] }>();
  for (const registration of registrations) {
    if (registration.layer !== layer) continue;
    for (const shortcut of registration.shortcuts()) {
      const id = `${shortcut.keys} ${shortcut.within ? shortcut.label : ''}`;
      if (seen.has(id)) continue;
      seen.add(id);
      const { group, everywhere } = registration;
      const before = groups.get(group)?.shortcuts ?? [];
      groups.set(group, { everywhere, shortcuts: [...before, shortcut] });
    }
  }
  const byKeys = (one: Shortcut, other: Shortcut) => one.keys.localeCompare(other.keys, 'it', { numeric: true });
  return new Map(
    [...groups]
      .sort(
        ([one, { everywhere }], [other, second]) =>
          Number(everywhere) - Number(second.everywhere) || one.localeCompare(other, 'it'),
      )
      .map(([name, { shortcuts }]) => [name, shortcuts.sort(byKeys)]),
  );
}

/**
 * What the screen can do wherever the focus is, for the command box; nothing while a dialog is open. A key that two parts of
 * it want stands once, with the one that wins.
 */
export function screenActions(): readonly Shortcut[] {
  if (layers.length > 0) return [];
  const acting = registrations
    .filter(({ everywhere }) => !everywhere)
    .flatMap(({ shortcuts }) => shortcuts())
    .filter(({ keys, label, within, isNative }) => !within && !isNative && isGlobal(keys) && label !== '');
  return [...Map.groupBy(acting, ({ keys }) => keys).values()].flatMap(([winner]) => (winner ? [winner] : []));
}
