import { expect, test } from 'vitest';
import { chooseAt } from '#renderer/ui/multiple.ts';

const IDS = ['a', 'b', 'c', 'd'];
const choose = (chosen: string, anchor: number, at: number, held: string) =>
  [
    ...chooseAt(
      new Set(chosen),
      (place) => IDS[place],
      { anchor, at },
      {
        ctrlKey: held.includes('Ctrl'),
        shiftKey: held.includes('Shift'),
      },
    ),
  ]
    .sort()
    .join('');

test.each([
  ['ab', 0, 2, '', 'c'],
  ['ab', 0, 2, 'Ctrl', 'abc'],
  ['abc', 0, 1, 'Ctrl', 'ac'],
  ['a', 1, 3, 'Shift', 'bcd'],
  ['a', 3, 1, 'Shift', 'bcd'],
  ['a', 2, 3, 'Ctrl Shift', 'acd'],
  ['a', 0, 9, 'Shift', 'abcd'],
])('of %s, from %i to %i with «%s»: %s', (chosen, anchor, at, held, expected) => {
  expect(choose(chosen, anchor, at, held)).toBe(expected);
});
