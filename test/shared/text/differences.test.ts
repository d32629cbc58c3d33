import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, differences, WHOLE_WORDS } from '#shared/text/differences.ts';

const joinedOf = (runs: readonly Difference[], side: 'added' | 'removed'): string =>
  runs
    .filter(({ kind }) => kind === 'same' || kind === side)
    .map(({ text }) => text)
    .join('');

/** Two texts with much in common, as a draft and its rewriting. */
const words = fc.array(
  fc.constantFrom('il', 'parco', 'è', 'chiuso', 'lunedì', '30', ' ', ' ', '\n', ',', '.', '👩‍👩‍👧‍👦', '*'),
  { maxLength: 40 },
);
const pair = fc.oneof(
  fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
  fc.tuple(words, words).map(([old, fresh]) => [old.join(''), fresh.join('')] as const),
);

describe('differences', () => {
  it('rebuilds both texts: same and removed are the old one, same and added the new one', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        const runs = differences(old, fresh);
        expect(joinedOf(runs, 'removed')).toBe(old);
        expect(joinedOf(runs, 'added')).toBe(fresh);
      }),
      { numRuns: 500 },
    );
  });

  it('never has two runs of one kind side by side, and removes before it adds', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        const kinds = differences(old, fresh).map(({ kind }) => kind);
        for (const [index, kind] of kinds.entries()) {
          expect(kind).not.toBe(kinds[index + 1]);
          if (kind === 'added') expect(kinds[index + 1]).not.toBe('removed');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('says nothing changed only when nothing did', () => {
    fc.assert(
      fc.property(pair, ([old, fresh]) => {
        expect(differences(old, fresh).every(({ kind }) => kind === 'same')).toBe(old === fresh);
      }),
    );
  });

  it('shows a changed word, not its letters', () => {
    expect(differences('Il parco è chiuso lunedì.', 'Il parco resta chiuso martedì.')).toEqual([
      { kind: 'same', text: 'Il parco ' },
      { kind: 'removed', text: 'è' },
      { kind: 'added', text: 'resta' },
      { kind: 'same', text: ' chiuso ' },
      { kind: 'removed', text: 'lunedì' },
      { kind: 'added', text: 'martedì' },
      { kind: 'same', text: '.' },
    ]);
  });

  it('reads several changed words in a row as one change', () => {
    expect(differences('Si avvisa che apre.', 'Da domani apre.')).toEqual([
      { kind: 'removed', text: 'Si avvisa che' },
      { kind: 'added', text: 'Da domani' },
      { kind: 'same', text: ' apre.' },
    ]);
  });

  it('keeps the longest common part', () => {
    const old = 'a b c d e f g h';
    expect(joinedOf(differences(old, 'x c d e y h'), 'added')).toBe('x c d e y h');
    expect(differences(old, 'x c d e y h').filter(({ kind }) => kind === 'same')).toEqual([
      { kind: 'same', text: ' c d e ' },
      { kind: 'same', text: ' h' },
    ]);
  });

  it('compares two different texts of 1,000 characters in a few milliseconds of computing', () => {
    const old = 'Il parco resta chiuso lunedì 30 novembre per lavori. '.repeat(20);
    const fresh = 'La biblioteca riapre martedì 1° dicembre con i soliti orari. '.repeat(18);
    const times = Array.from({ length: 8 }, () => {
      const start = process.cpuUsage();
      differences(old, fresh);
      return process.cpuUsage(start).user / 1_000;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });

  it('keeps times and dates whole where whole words are asked for', () => {
    expect(
      differences(
        'acqua dalle 8:30 alle 12:30 in via Euganea',
        'acqua dalle 9:00 alle 13:00 in via Euganea',
        WHOLE_WORDS,
      ),
    ).toEqual([
      { kind: 'same', text: 'acqua dalle ' },
      { kind: 'removed', text: '8:30' },
      { kind: 'added', text: '9:00' },
      { kind: 'same', text: ' alle ' },
      { kind: 'removed', text: '12:30' },
      { kind: 'added', text: '13:00' },
      { kind: 'same', text: ' in via Euganea' },
    ]);
  });

  it('says words only added or only taken away', () => {
    expect(differences('chiuso', 'chiuso domani')).toEqual([
      { kind: 'same', text: 'chiuso' },
      { kind: 'added', text: ' domani' },
    ]);
    expect(differences('chiuso domani', 'chiuso').at(-1)).toEqual({ kind: 'removed', text: ' domani' });
  });

  it('shows two long texts with nothing in common one after the other', () => {
    const [old, fresh] = ['a '.repeat(2000).trim(), 'b\n'.repeat(2000).trim()];
    expect(differences(old, fresh)).toEqual([
      { kind: 'removed', text: old },
      { kind: 'added', text: fresh },
    ]);
  });
});
