import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hitPieces } from '#renderer/register/hits.ts';

test.each([
  ['Raccolta del verde', ['verde'], ['verde']],
  ['Viabilità e LAVORI', ['viabilita', 'lavori'], ['Viabilità', 'LAVORI']],
  ['Lavori lavori', ['lavori'], ['Lavori', 'lavori']],
  ['Ærø ﬁne', ['fine'], ['ﬁne']],
  ['Festa 🎄 di Natale', ['natale'], ['Natale']],
  ['cima', ['im', 'ma'], ['ima']],
  ['niente', ['altro'], []],
  ['niente', [], []],
] as const)('in «%s» %j marks %j', (text, words, hits) => {
  expect(hitPieces(text, words).flatMap((piece) => (piece.hit ? [piece.text] : []))).toEqual(hits);
});

test('the pieces together are the text, whatever is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ minLength: 1, maxLength: 3 })), (text, words) => {
      expect(
        hitPieces(text, words)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
