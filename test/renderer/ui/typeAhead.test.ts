import { expect, test } from 'vitest';
import { isTyping, NOTHING_TYPED, placeOfTyped, typeOn } from '#renderer/ui/typeAhead.ts';

const WORDS = ['Mercato', 'Èra di maggio', 'Marciapiedi', undefined, 'Via Roma chiusa'];
const find = (typed: string, index: number) =>
  placeOfTyped(typed, { count: WORDS.length, index, textOf: (at) => WORDS[at] });

test.each([
  ['m', 0, 2],
  ['m', 2, 0],
  ['m', -1, 0],
  ['mm', 0, 2],
  ['M', 4, 0],
  ['ma', 2, 2],
  ['ma', 0, 2],
  ['era', 0, 1],
  ['ERÀ', 0, 1],
  ['via r', 0, 4],
  ['x', 0, undefined],
  ['mx', 0, undefined],
])('«%s» from place %i leads to %j', (typed, index, place) => {
  expect(find(typed, index)).toBe(place);
});

test('letters within 700 ms are one word, later ones begin another', () => {
  const first = typeOn(NOTHING_TYPED, 'v', 1_000);
  expect(typeOn(first, 'i', 1_699).text).toBe('vi');
  expect(typeOn(first, 'i', 1_700).text).toBe('i');
  expect(isTyping(NOTHING_TYPED, 0)).toBe(false);
});

test('an empty list has no place', () => {
  expect(placeOfTyped('a', { count: 0, index: -1, textOf: () => undefined })).toBeUndefined();
});
