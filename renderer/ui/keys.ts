/**
 * A key with its modifiers in the notation of `aria-keyshortcuts`: `Control+Shift+D`, `Alt+ArrowUp`, `F9`, `J`, `/`,
 * `Space`, `Plus`. Modifiers are Control, Alt and Shift, in this order.
 */
export type KeyChord = string;

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>;

const PRINTED: Readonly<Record<string, string>> = {
  Control: 'Ctrl',
  Shift: 'Maiusc',
  Enter: 'Invio',
  Escape: 'Esc',
  Delete: 'Canc',
  Space: 'Spazio',
  Plus: '+',
  Minus: '−',
  PageUp: 'PagSu',
  PageDown: 'PagGiù',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** Names of `KeyboardEvent.code` for punctuation: with Control or Shift the printed character depends on the layout. */
const CODES: Readonly<Record<string, string>> = { '.': 'Period', ',': 'Comma', Plus: 'Equal', Minus: 'Minus' };
const CHARACTERS: Readonly<Record<string, string>> = { Space: ' ', Plus: '+', Minus: '-' };

const split = (chord: KeyChord) => {
  const parts = chord.split('+');
  const key = parts.pop() ?? '';
  return { key, control: parts.includes('Control'), alt: parts.includes('Alt'), shift: parts.includes('Shift') };
};

/** The chord as Italian keyboards name it: `Ctrl Maiusc D`, `Ctrl Invio`, `Canc`. */
export const printKeys = (chord: KeyChord): string =>
  chord
    .split('+')
    .map((part) => PRINTED[part] ?? part)
    .join(' ');

/** True for one printable character without Control or Alt: it must never fire while text is being typed (WCAG 2.1.4). */
export function isSingleCharacter(chord: KeyChord): boolean {
  const { key, control, alt } = split(chord);
  return !control && !alt && (key.length === 1 || key in CHARACTERS);
}

/** True for chords that may fire wherever the focus is: with Control or Alt, function keys, and Escape. */
export function isGlobal(chord: KeyChord): boolean {
  const { key, control, alt } = split(chord);
  return control || alt || key === 'Escape' || /^F\d+$/.test(key);
}

/** True if the key press is the chord. The case of letters is ignored, and Shift too where it only makes the symbol. */
export function matchesKeys(event: KeyPress, chord: KeyChord): boolean {
  const { key, control, alt, shift } = split(chord);
  if (event.ctrlKey !== control || event.altKey !== alt || event.metaKey) return false;
  const character = CHARACTERS[key] ?? key;
  const isSymbol = character.length === 1 && /[^\p{L}\p{N} ]/u.test(character);
  const sameKey = event.key.toLowerCase() === character.toLowerCase();
  if (sameKey) return isSymbol || event.shiftKey === shift;
  const sameCode = event.code === (CODES[key] ?? (/^\d$/.test(key) ? `Digit${key}` : undefined));
  return sameCode && (control || alt) && event.shiftKey === shift;
}
