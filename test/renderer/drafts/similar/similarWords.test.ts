import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  onlyHere,
  sayAskedBy,
  sayEvent,
  sayLink,
  saySearched,
  saySimilar,
  saySimilarDay,
  saySimilarHead,
  saySimilarWhen,
  withSimilar,
} from '#renderer/drafts/similar/similarWords.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';

const NOTICE: SimilarNotice = {
  id: 'entry-204',
  kind: 'sent',
  number: '2026/0204',
  title: 'Via Po chiusa',
  when: '2026-11-12T09:04:00.000Z',
  office: null,
  askedBy: null,
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
const found = (candidates: SimilarNotice[]) => ({
  candidates,
  sent: 1,
  queued: 0,
  forwarded: 0,
  asked: 0,
  at: NOTICE.when,
});

test('each side is the whole text, and what both have is the same', () => {
  const words = fc.array(fc.constantFrom('via', 'Po', 'è', 'chiusa', '.', '\n', ' ')).map((parts) => parts.join(' '));
  fc.assert(
    fc.property(words, words, (ours, theirs) => {
      const sides = onlyHere(ours, theirs);
      const textOf = (side: typeof sides.ours) => side.map(({ text }) => text).join('');
      // Blanks of one side alone are never marked.
      const sameOf = (side: typeof sides.ours) =>
        textOf(side.filter(({ kind }) => kind === 'same')).replace(/\s+/g, '');
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

test('what waits for the head or is only asked for is named for what it is (P21)', () => {
  const day = '2026-11-13';
  const named = (kind: SimilarNotice['kind']) => {
    const notice = { ...NOTICE, kind, number: null };
    return [saySimilarHead(notice), saySimilarWhen(notice, day)];
  };
  expect(named('forwarded')).toEqual(['Già dal capo settore', 'dal capo settore da giovedì 12 novembre alle 10:04']);
  expect(named('asked')).toEqual(['Già chiesto', 'chiesto giovedì 12 novembre alle 10:04, ieri']);
});

test('it says everywhere it looked, and leaves out what is empty', () => {
  const searched = { candidates: [], sent: 1_604, queued: 3, forwarded: 0, asked: 0, at: NOTICE.when };
  expect(saySearched(searched)).toBe('Cercato in 1.604 avvisi del registro e 3 in coda, alle 10:04');
  expect(saySearched({ ...searched, forwarded: 2, asked: 1 })).toBe(
    'Cercato in 1.604 avvisi del registro, 3 in coda, 2 dal capo settore e 1 richiesta aperta, alle 10:04',
  );
});

test.each([
  ['Via Po è chiusa.', null],
  ['Via Po è chiusa venerdì 4 dicembre.', 'venerdì 4 dicembre'],
  ['Mercato il 5 dicembre e il 12 dicembre.', 'sabato 5 dicembre e sabato 12 dicembre'],
  [
    'Il 5 dicembre, il 6 dicembre, il 7 dicembre e il 9 dicembre.',
    '4 giorni, da sabato 5 dicembre a mercoledì 9 dicembre',
  ],
])('the event of «%s» is %s', (text, said) => {
  expect(sayEvent(text, '2026-11-24')).toBe(said);
});

test('who asked is the office and the person, as far as they are known', () => {
  expect([sayAskedBy('Ambiente', 'Nadia Furlan'), sayAskedBy(null, 'Nadia Furlan'), sayAskedBy(null, null)]).toEqual([
    'Ambiente, Nadia Furlan',
    'Nadia Furlan',
    null,
  ]);
});

test('of two pages of one site only the path is said, else the whole address', () => {
  const page = 'https://www.comune.valdombra.example/novita/verde?x=1';
  expect(sayLink(page, 'https://www.comune.valdombra.example/novita/tigli')).toBe('/novita/verde?x=1');
  expect(sayLink(page, 'https://altrove.example/novita/verde?x=1')).toBe(page);
  expect([sayLink(page, null), sayLink(null, page), sayLink('senza senso', page)]).toEqual([page, null, 'senza senso']);
});
