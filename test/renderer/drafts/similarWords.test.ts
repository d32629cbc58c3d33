import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onlyHere, saySimilar, saySimilarDay, saySimilarWhen, withSimilar } from '#renderer/drafts/similarWords.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';

const NOTICE: SimilarNotice = {
  id: 'entry-204',
  kind: 'sent',
  number: '2026/0204',
  title: 'Via Po chiusa',
  when: '2026-11-12T09:04:00.000Z',
  office: null,
  link: null,
  text: 'Via Po è chiusa.',
  score: 0.86,
  verdict: 'similar',
  why: ['Testo simile'],
  series: null,
  asSeries: { name: 'Via Po chiusa', index: 2, of: 2 },
  decided: null,
};
const LINE = { line: 'duplicati', outcome: 'da vedere', detail: 'simile a n. 2026/0204' } as const;
const found = (candidates: SimilarNotice[]) => ({ candidates, sent: 1, queued: 0, at: NOTICE.when });

test('each side is the whole text, and what both have is the same', () => {
  const words = fc.array(fc.constantFrom('via', 'Po', 'è', 'chiusa', '.', '\n', ' ')).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(words, words, (ours, theirs) => {
      const sides = onlyHere(ours, theirs);
      const textOf = (side: typeof sides.ours) => side.map(({ text }) => text).join('');
      const sameOf = (side: typeof sides.ours) => textOf(side.filter(({ kind }) => kind === 'same'));
      expect(textOf(sides.ours)).toBe(ours);
      expect(textOf(sides.theirs)).toBe(theirs);
      expect(sameOf(sides.ours)).toBe(sameOf(sides.theirs));
    }),
  );
});

test.each([
  ['2026-11-12', 'inviato giovedì 12 novembre alle 10:04, oggi'],
  ['2026-11-13', 'inviato giovedì 12 novembre alle 10:04, ieri'],
  ['2027-01-12', 'inviato giovedì 12 novembre 2026 alle 10:04, 61 giorni fa'],
])('on %s it says %s', (today, words) => {
  expect(saySimilarWhen(NOTICE, today)).toBe(words);
});

test('what is planned has no past', () => {
  expect(saySimilarDay({ ...NOTICE, kind: 'queued' }, '2026-11-10')).toBe('in coda per giovedì 12 novembre');
});

test('a decision taken already stands above the comparison, with its reason', () => {
  const decided = { with: NOTICE.id, number: null, title: '', verdict: 'diverso', why: 'altra via' } as const;
  const { heading } = saySimilar({ ...NOTICE, decided: { ...decided, by: 'bellin', at: NOTICE.when } });
  expect(heading).toBe('Già deciso: è diverso: altra via');
});

test('the line of the checklist counts those nobody decided, and the others stay as they are', () => {
  const other = { line: 'bozza', outcome: 'a posto', detail: 'presente' } as const;
  const search = { found: found([NOTICE, { ...NOTICE, id: 'b' }]), problem: undefined };
  expect(withSimilar([other, LINE], search)).toEqual([other, { ...LINE, detail: '2 simili' }]);
});
