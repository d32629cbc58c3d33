import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isGlobal, isSingleCharacter, matchesKeys, printKeys } from '#renderer/ui/keys.ts';

const press = (key: string, more: Partial<Parameters<typeof matchesKeys>[0]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
});

test.each([
  ['Control+Enter', 'Ctrl Invio'],
  ['Control+Shift+D', 'Ctrl Maiusc D'],
  ['Delete', 'Canc'],
  ['Alt+ArrowUp', 'Alt ↑'],
  ['Control+.', 'Ctrl .'],
  ['Control+Plus', 'Ctrl +'],
  ['PageDown', 'PagGiù'],
  ['F9', 'F9'],
  ['Space', 'Spazio'],
])('%s is printed %s', (chord, printed) => {
  expect(printKeys(chord)).toBe(printed);
});

describe('a key press matches its chord', () => {
  test.each([
    ['Control+Enter', press('Enter', { ctrlKey: true })],
    ['J', press('j')],
    ['J', press('J')],
    ['Control+Shift+D', press('D', { ctrlKey: true, shiftKey: true })],
    ['Space', press(' ')],
    ['Shift+F6', press('F6', { shiftKey: true })],
    // On the Italian keyboard these symbols need Shift.
    ['?', press('?', { shiftKey: true })],
    ['/', press('/', { shiftKey: true })],
    // With Shift the full stop becomes a colon: the place of the key decides.
    ['Control+Shift+.', press(':', { code: 'Period', ctrlKey: true, shiftKey: true })],
    ['Alt+1', press('¹', { code: 'Digit1', altKey: true })],
  ])('%s', (chord, event) => {
    expect(matchesKeys(event, chord)).toBe(true);
  });
});

describe('a key press does not match another chord', () => {
  test.each([
    ['Enter', press('Enter', { ctrlKey: true })],
    ['Control+Enter', press('Enter', { ctrlKey: true, shiftKey: true })],
    ['J', press('J', { shiftKey: true })],
    ['F6', press('F6', { shiftKey: true })],
    // AltGr is Control and Alt together: it writes € and @, and must not open the emergency.
    ['Control+E', press('€', { code: 'KeyE', ctrlKey: true, altKey: true })],
    ['1', press('!', { code: 'Digit1', shiftKey: true })],
    ['Control+K', press('k', { metaKey: true })],
  ])('%s', (chord, event) => {
    expect(matchesKeys(event, chord)).toBe(false);
  });
});

test('only characters without Control or Alt are single, and no chord is both single and global', () => {
  expect(['J', '1', '/', '?', 'Space', 'Shift+M'].every(isSingleCharacter)).toBe(true);
  expect(['Control+J', 'Alt+1', 'F1', 'Enter', 'Delete', 'ArrowUp', 'Escape'].some(isSingleCharacter)).toBe(false);
  expect(['Control+J', 'Alt+1', 'F1', 'Escape', 'Shift+F6'].every(isGlobal)).toBe(true);
  const modifiers = fc.subarray(['Control', 'Alt', 'Shift']);
  const key = fc.constantFrom('a', 'J', '7', '/', '.', 'Enter', 'F1', 'Escape', 'Delete', 'Space', 'ArrowUp');
  fc.assert(
    fc.property(modifiers, key, (held, last) => {
      const chord = [...held, last].join('+');
      expect(isGlobal(chord) && isSingleCharacter(chord)).toBe(false);
    }),
  );
});

test('no two chords with letters answer the same key press', () => {
  const chord = fc
    .tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.constantFrom(...'abcdefgh'))
    .map(([ctrlKey, altKey, shiftKey, key]) => ({
      event: press(key, { ctrlKey, altKey, shiftKey }),
      text: [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift', key].filter(Boolean).join('+'),
    }));
  fc.assert(
    fc.property(chord, chord, (one, other) => {
      expect(matchesKeys(one.event, other.text)).toBe(one.text === other.text);
    }),
  );
});
