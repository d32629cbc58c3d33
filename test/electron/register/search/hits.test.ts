import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasHit } from '#shared/register/search/hits.ts';
import { parseSearch, searchableText } from '#shared/register/search/search.ts';
import { openTownDesk } from '../../../helpers/desk.ts';

/** What Italian notices are written with, and what is typed to find it. */
const piece = fc.constantFrom(
  ...['via', 'Viabilità', 'VIA', 'è', 'perché', 'PERCHÉ', 'acqua', 'l’acqua', "dell'acqua", 'più', 'citta', 'Città'],
  ...[
    '2026/0042',
    '25',
    '5',
    '10.30',
    'a',
    'ù',
    'e\u0300',
    'cosi\u0300',
    'Piave,',
    '(Po)',
    '🎄',
    '«',
    '»',
    '"',
    '-',
    '…',
  ],
  ...['ﬁne', '𝐕𝐢𝐚', 'n. 5', 'https://www.comune.valdombra.example/novita', 'x', 'strade', 'strad', 'Straße', 'ñ'],
);
const words = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' '));

test('the screen marks a hit exactly where the index of words finds one', () => {
  const { database } = openTownDesk();
  const put = database.prepare('INSERT INTO entry_words (rowid, words) VALUES (1, ?)');
  const take = database.prepare('DELETE FROM entry_words WHERE rowid = 1');
  const find = database.prepare<[string], number>('SELECT count(*) FROM entry_words WHERE entry_words MATCH ?').pluck();
  fc.assert(
    fc.property(words, words, (text, typed) => {
      put.run(searchableText([text]));
      try {
        const { match, terms } = parseSearch(typed);
        if (match === null) return;
        expect(find.get(match) === 1).toBe(terms.every((term) => hasHit(text, [term])));
      } finally {
        take.run();
      }
    }),
    { numRuns: 1_000 },
  );
});
