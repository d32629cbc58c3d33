import { describe, expect, test } from 'vitest';
import { parseSearch, searchableText } from '#shared/register/search/search.ts';

describe('what is typed becomes a query in which everything is quoted', () => {
  test.each([
    ['farmacia', '"farmacia"*'],
    ['via roma', '"via"* AND "roma"*'],
    ['  via   roma ', '"via"* AND "roma"*'],
    ['"via roma" chiusa', '"via roma" AND "chiusa"*'],
    ['«via roma» “fino al”', '"via roma" AND "fino al"'],
    ['dell’acqua', '"dell acqua"*'],
    ["dell'acqua", '"dell acqua"*'],
    ['comune.valdombra.example/novita/acqua', '"comune valdombra example novita acqua"*'],
    ['5 marzo', '"5" AND "marzo"*'],
    ['NEAR(a b) OR * ^ - :', '"NEAR a"* AND "OR"*'],
    ['caffè', '"caffè"*'],
    ['𝐕𝐢𝐚', '"Via"*'],
  ])('%s', (typed, match) => {
    expect(parseSearch(typed)).toMatchObject({ match, number: null });
  });

  test.each(['', '   ', 'a', '*', '""', '"', '-- ; \u0000', '🎄'])('%j narrows nothing', (typed) => {
    expect(parseSearch(typed)).toEqual({ match: null, number: null, terms: [] });
  });

  test('a quote that is not yet closed already looks for its words in order, the last one as a beginning', () => {
    expect(parseSearch('chiusa "via ro').match).toBe('"chiusa"* AND "via ro"*');
  });

  test('the terms to mark are those looked for, folded', () => {
    expect(parseSearch('"via Roma" Perché dell’acqu 5 a 2026/0042').terms).toEqual([
      { words: ['via', 'roma'], open: false },
      { words: ['perche'], open: true },
      { words: ['dell', 'acqu'], open: true },
      { words: ['5'], open: false },
    ]);
  });
});

describe('a number of the register', () => {
  test.each([
    ['2026/0042', 42, 42],
    ['2026/42', 42, 42],
    ['n. 2026/0042', 42, 42],
    ['N.2026/42', 42, 42],
    ['2026/12345', 12_345, 12_345],
    ['2026/004', 40, 49],
    ['2026/00', 0, 99],
    ['2026/', 0, 999_999],
  ])('%s', (typed, from, to) => {
    expect(parseSearch(typed)).toEqual({ match: null, number: { year: 2026, from, to }, terms: [] });
  });

  test('stands beside words', () => {
    expect(parseSearch('n. 2026/0042 farmacia')).toMatchObject({
      match: '"farmacia"*',
      number: { year: 2026, from: 42, to: 42 },
    });
  });

  test('a date or a longer path is none', () => {
    expect(parseSearch('5/3/2026').number).toBeNull();
    expect(parseSearch('novita/2026/0042').number).toBeNull();
    expect(parseSearch('"2026/0042"')).toMatchObject({ match: '"2026 0042"', number: null });
  });
});

test('the text to search in holds each text once, in plain letters', () => {
  expect(searchableText(['𝗩𝗶𝗮 Roma', null, 'Scuola', 'Scuola'])).toBe('Via Roma\nScuola');
});
