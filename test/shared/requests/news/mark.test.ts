/** Whether a page changed, and not only what each look changes (P22). */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSamePage, markOf, type PageMark } from '#shared/requests/news/mark.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const NEWS = 'Ecocentro chiuso per lavori\nL’ecocentro di via Argine resta chiuso venerdì 27 e sabato 28 novembre.';
const mark = (text: string, on = '2026-11-24', title = 'Ecocentro chiuso'): PageMark =>
  markOf({ title, ogTitle: null, text }, on, sha256) ?? expect.fail('no mark');
const same = (one: string, other: string, days: readonly [string, string] = ['2026-11-24', '2026-11-24']) =>
  isSamePage(mark(one, days[0]), mark(other, days[1]));

describe('a page that was not changed', () => {
  it.each([
    ['counts its readers', 'Visualizzazioni: 1.203', 'Visualizzazioni: 1.204'],
    ['counts its readers in words', 'Letto 12 volte', 'Letto 13 volte'],
    ['shows a bare number', '1.203', '1.204'],
    ['shows a clock', 'Ore 10:42:07', 'Ore 10:43:11'],
    ['says when it was made', 'Pagina generata il 24/11/2026 alle 10:42', 'Pagina generata il 24/11/2026 alle 10:43'],
    ['says how long ago', '3 minuti fa', '4 minuti fa'],
    ['carries a token', 'rif 9f2c41d07ab3e5d18c', 'rif a81be0417cd2f00931'],
    ['tells the weather', 'Meteo: sereno, 12 gradi', 'Meteo: nuvoloso, 9 gradi'],
  ])('%s: it is the same', (_what, before, after) => {
    expect(same(`${NEWS}\n${before}`, `${NEWS}\n${after}`)).toBe(true);
  });

  it('shows the day of today, on another day: it is the same', () => {
    const days = ['2026-11-24', '2026-11-25'] as const;
    expect(same(`${NEWS}\nmartedì 24 novembre 2026`, `${NEWS}\nmercoledì 25 novembre 2026`, days)).toBe(true);
  });

  it('tells its own day, and is looked at on that day: it is the same', () => {
    expect(same(`${NEWS}\n27 novembre 2026`, `${NEWS}\n27 novembre 2026`, ['2026-11-24', '2026-11-27'])).toBe(true);
  });
});

describe('a page that was changed', () => {
  it.each([
    ['the day in a sentence', NEWS, NEWS.replace('27', '26')],
    ['the day on a line of its own', `${NEWS}\n4 dicembre 2026`, `${NEWS}\n5 dicembre 2026`],
    ['the hour', `${NEWS}\nOrario: dalle 8 alle 12`, `${NEWS}\nOrario: dalle 9 alle 12`],
    ['a sentence more', NEWS, `${NEWS}\nL’apertura è rinviata.`],
  ])('%s: it is another', (_what, before, after) => {
    expect(same(before, after)).toBe(false);
  });

  it('in its title alone: it is another', () => {
    expect(isSamePage(mark(NEWS), mark(NEWS, '2026-11-24', 'Annullato: ecocentro chiuso'))).toBe(false);
  });
});

it('too few words cannot be compared', () => {
  expect(markOf({ title: 'Avviso', ogTitle: null, text: '' }, '2026-11-24', sha256)).toBeNull();
});

it('a page is the same as itself, and as none with another sentence', () => {
  const anything = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(anything, anything, (text, more) => {
      const whole = `${NEWS}\n${text}`;
      expect(isSamePage(mark(whole), mark(whole))).toBe(true);
      expect(same(whole, `Annullato del tutto. ${more}\n${whole}`)).toBe(false);
    }),
  );
});
