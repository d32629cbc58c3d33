import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseText } from '#shared/kernel/text.ts';
import { textDifference } from '#shared/report/textDifference.ts';

test('the same text, whatever its line ends, has no differences', () => {
  expect(textDifference('Riga uno \r\nriga due', 'Riga uno\nriga due\n')).toEqual([]);
});

test('changed words stand together, approved before sent', () => {
  expect(
    textDifference('acqua dalle 8:30 alle 12:30 in via Euganea', 'acqua dalle 9:00 alle 13:00 in via Euganea'),
  ).toEqual([
    { text: 'acqua dalle ', mark: 'same' },
    { text: '8:30', mark: 'approved' },
    { text: '9:00', mark: 'sent' },
    { text: ' alle ', mark: 'same' },
    { text: '12:30', mark: 'approved' },
    { text: '13:00', mark: 'sent' },
    { text: ' in via Euganea', mark: 'same' },
  ]);
});

test('two neighbours that both changed are one change', () => {
  expect(textDifference('il lunedì mattina chiuso', 'il sabato pomeriggio chiuso')).toEqual([
    { text: 'il ', mark: 'same' },
    { text: 'lunedì mattina', mark: 'approved' },
    { text: 'sabato pomeriggio', mark: 'sent' },
    { text: ' chiuso', mark: 'same' },
  ]);
});

test('words only added or only taken away', () => {
  expect(textDifference('chiuso', 'chiuso domani')).toEqual([
    { text: 'chiuso', mark: 'same' },
    { text: ' domani', mark: 'sent' },
  ]);
  expect(textDifference('chiuso domani', 'chiuso').at(-1)).toEqual({ text: ' domani', mark: 'approved' });
});

test('very long texts are shown whole, one after the other', () => {
  const [approved, sent] = ['a '.repeat(2000).trim(), 'b '.repeat(2000).trim()];
  expect(textDifference(approved, sent)).toEqual([
    { text: approved, mark: 'approved' },
    { text: sent, mark: 'sent' },
  ]);
});

test('the parts give both texts back', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', '\n', ' ', '  '), { maxLength: 30 })
    .map((list) => list.join(' '));
  fc.assert(
    fc.property(words, words, (approved, sent) => {
      const parts = textDifference(approved, sent);
      const side = (mark: 'approved' | 'sent'): string =>
        parts.flatMap((part) => (part.mark === mark || part.mark === 'same' ? [part.text] : [])).join('');
      if (parts.length > 0) {
        expect([side('approved'), side('sent')]).toEqual([normaliseText(approved), normaliseText(sent)]);
      } else expect(normaliseText(approved)).toBe(normaliseText(sent));
    }),
  );
});
