import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCharacters, excerpt, foldText, normaliseText, plural } from '#shared/kernel/text.ts';

const FAMILY = '👨‍👩‍👧‍👦';
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        FAMILY,
        '🇮🇹',
        '👍🏽',
        'è',
        'e\u0300',
        ' ',
        '\t',
        '\r\n',
        '\n',
        '\u00a0',
        'Via Roma',
        'ﬁ',
        'İ',
        'ß',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('countCharacters', () => {
  it.each([
    ['', 0],
    ['Via Roma è chiusa', 17],
    ['e\u0300', 1],
    [FAMILY, 1],
    ['🇮🇹', 1],
    ['👍🏽 ok', 4],
    ['⚠️ Allerta', 9],
    ['a\r\nb', 3],
  ])('%s counts %d', (text, count) => {
    expect(countCharacters(text)).toBe(count);
  });
});

describe('excerpt', () => {
  it.each([
    ['Mercato settimanale', 30, 'Mercato settimanale'],
    ['Mercato settimanale', 19, 'Mercato settimanale'],
    ['Mercato settimanale', 8, 'Mercato…'],
    [`Festa ${FAMILY} in piazza`, 8, `Festa ${FAMILY}…`],
    [`Festa ${FAMILY} in piazza`, 7, 'Festa …'],
  ])('%s in %d', (text, length, cut) => {
    expect(excerpt(text, length)).toBe(cut);
  });

  it('is never longer than asked, never cuts a character in half, and says when it cut', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 12 }), (text, length) => {
        const cut = excerpt(text, length);
        expect(countCharacters(cut)).toBeLessThanOrEqual(length);
        if (cut !== text) {
          expect(cut.endsWith('…')).toBe(true);
          const kept = cut.slice(0, -1);
          expect(text.startsWith(kept)).toBe(true);
          expect(countCharacters(kept) + countCharacters(text.slice(kept.length))).toBe(countCharacters(text));
        }
      }),
    );
  });
});

describe('normaliseText', () => {
  it('takes two spellings of one text for the same', () => {
    expect(normaliseText('  Attivita\u0300 sospese  \r\nda lunedì\t\r\n')).toBe('Attività sospese\nda lunedì');
    expect(normaliseText('uno\rdue')).toBe('uno\ndue');
  });

  it('keeps what a reader sees: spaces inside, empty lines, emoji', () => {
    const text = `*Biblioteca*  chiusa\n\n${FAMILY} Letture\u00a0ad alta voce`;
    expect(normaliseText(text)).toBe(text);
  });

  it('is stable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        expect(once).not.toMatch(/\r|[ \t]\n/);
      }),
    );
  });

  it('takes no longer for a hostile text: 60,000 spaces inside a line', () => {
    const started = performance.now();
    normaliseText(`Avviso${' '.repeat(60_000)}fine`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('foldText', () => {
  it.each([
    ['Chiusura di VIA ROMA: dalle 8:00!', 'chiusura di via roma dalle 8 00'],
    ['Perché la città è così', 'perche la citta e cosi'],
    ['Perche\u0301', 'perche'],
    [`«Festa» ${FAMILY} dell’uva`, 'festa dell uva'],
    ['ﬁera', 'fiera'],
    ['   ', ''],
    ['🎉', ''],
  ])('%s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('is stable and holds only letters, digits and single spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(folded).toMatch(/^(?:[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*)?$/u);
      }),
    );
  });
});

it.each([
  [0, '0 avvisi'],
  [1, '1 avviso'],
  [2, '2 avvisi'],
  [21, '21 avvisi'],
])('plural %d', (count, said) => {
  expect(plural(count, 'avviso', 'avvisi')).toBe(said);
});
