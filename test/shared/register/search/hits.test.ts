import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasHit, hitPieces } from '#shared/register/search/hits.ts';
import { parseSearch } from '#shared/register/search/search.ts';

const marked = (text: string, typed: string) =>
  hitPieces(text, parseSearch(typed).terms).flatMap((piece) => (piece.hit ? [piece.text] : []));

test.each([
  ['Raccolta del verde', 'verde', ['verde']],
  ['Raccolta del verde', 'verd', ['verd']],
  ['Inverdimento', 'verd', []],
  ['Viabilità e LAVORI', 'VIABILITA lavori', ['Viabilità', 'LAVORI']],
  ['Perché così', 'perche', ['Perché']],
  ['Perche\u0301 cosi\u0300', 'perché così', ['Perche\u0301', 'cosi\u0300']],
  ['Lavori lavori', 'lavori', ['Lavori', 'lavori']],
  ['Manca l’acqua potabile', 'l’acqua', ['l’acqua']],
  ['Manca l’acqua potabile', '"acqua potabile"', ['acqua potabile']],
  ['Via Piave, via Po', '"via po', ['Via P', 'via Po'].slice(1)],
  ['Una ﬁne', 'fin', ['ﬁn']],
  ['Il 5 marzo, il 25', '5', ['5']],
  ['Festa 🎄 di Natale', 'natale', ['Natale']],
  ['/novita/acqua-via-piave', 'novita/acqua', ['novita/acqua']],
  ['niente', 'altro', []],
  ['niente', '', []],
] as const)('in «%s» the search «%s» marks %j', (text, typed, hits) => {
  expect(marked(text, typed)).toEqual(hits);
});

test('the pieces together are the text, whatever is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 6 }), (text, typed) => {
      const { terms } = parseSearch(typed);
      const pieces = hitPieces(text, terms);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.some(({ hit }) => hit)).toBe(hasHit(text, terms));
    }),
  );
});
