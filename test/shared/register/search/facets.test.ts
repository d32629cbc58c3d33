import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countFacets, type FacetCell, isWanted } from '#shared/register/search/facets.ts';
import { EVERY_ROW } from '#shared/register/search/search.ts';

const cell = (id: number, change: Partial<FacetCell> = {}): FacetCell => ({
  cell: id,
  office: 'Scuola',
  category: 'Eventi',
  route: 'gruppo operativo',
  year: 2026,
  note: [],
  state: 'inviato',
  ...change,
});
const CELLS = [
  cell(1),
  cell(2, { office: 'Ambiente' }),
  cell(3, { office: 'Ambiente', year: 2025, route: 'e-mail alla ditta' }),
  cell(4, { office: null, category: null, note: ['emergenza', 'testo cambiato'], state: 'rettificato' }),
  cell(5, { office: 'Sport' }),
];
const COUNTS = new Map([
  [1, 3],
  [2, 2],
  [3, 4],
  [4, 1],
]);
const count = (chosen: Partial<typeof EVERY_ROW>) => countFacets(CELLS, COUNTS, { ...EVERY_ROW, ...chosen });

describe('facets', () => {
  test('the most frequent first, without zeros; rows without an office are named too', () => {
    const { facets, total } = count({});
    expect(total).toBe(10);
    expect(facets.office).toEqual([
      { value: 'Ambiente', count: 6 },
      { value: 'Scuola', count: 3 },
      { value: null, count: 1 },
    ]);
    expect(facets.year).toEqual([
      { value: 2026, count: 6 },
      { value: 2025, count: 4 },
    ]);
  });

  test('a facet counts after the other filters, not after its own: one can still choose another office', () => {
    const { facets, total } = count({ office: ['Ambiente'] });
    expect(total).toBe(6);
    expect(facets.office.map(({ value }) => value)).toEqual(['Ambiente', 'Scuola', null]);
    expect(facets.route).toEqual([
      { value: 'e-mail alla ditta', count: 4 },
      { value: 'gruppo operativo', count: 2 },
    ]);
    expect(facets.year.map(({ count }) => count)).toEqual([2, 4]);
  });

  test('a chosen value stays although nothing is left of it, so that it can be taken off', () => {
    const { facets, total } = count({ office: ['Sport', null], note: ['testo cambiato'] });
    expect(total).toBe(1);
    expect(facets.office).toEqual([
      { value: null, count: 1 },
      { value: 'Sport', count: 0 },
    ]);
  });

  test('a row with two deviations counts in each of them', () => {
    expect(count({}).facets.note).toEqual([
      { value: 'emergenza', count: 1 },
      { value: 'testo cambiato', count: 1 },
    ]);
    expect(count({ note: ['emergenza'] }).total).toBe(1);
    expect(count({ state: ['inviato'] }).facets.note).toEqual([]);
  });

  test('the same count in Italian alphabetical order', () => {
    const cells = ['Zona', 'Èlite', 'Eventi'].map((category, index) => cell(index, { category }));
    const counts = new Map(cells.map((one) => [one.cell, 1]));
    expect(countFacets(cells, counts, EVERY_ROW).facets.category.map(({ value }) => value)).toEqual([
      'Èlite',
      'Eventi',
      'Zona',
    ]);
  });
});

test('the count of a value is the total one gets by choosing that value alone', () => {
  const anyCell = fc.record({
    office: fc.constantFrom('A', 'B', null),
    category: fc.constantFrom('X', null),
    route: fc.constantFrom('gruppo operativo', 'e-mail alla ditta'),
    year: fc.constantFrom(2025, 2026),
    note: fc.subarray(['emergenza', 'rettifica'] as const),
    state: fc.constantFrom('inviato', 'rettificato'),
  });
  const chosen = fc.record({
    office: fc.subarray(['A', 'B', null]),
    category: fc.subarray(['X', null]),
    route: fc.subarray(['gruppo operativo', 'e-mail alla ditta'] as const),
    year: fc.subarray([2025, 2026]),
    note: fc.subarray(['emergenza', 'rettifica'] as const),
    state: fc.subarray(['inviato', 'rettificato'] as const),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(anyCell, fc.nat(9)), { maxLength: 12 }), chosen, (made, choice) => {
      const cells = made.map(([values], index): FacetCell => ({ cell: index, ...values }) as FacetCell);
      const counts = new Map(made.map(([, rows], index) => [index, rows]));
      const { facets, total } = countFacets(cells, counts, choice);
      const rows = (wanted: typeof choice): number =>
        cells.filter((one) => isWanted(one, wanted)).reduce((sum, one) => sum + (counts.get(one.cell) ?? 0), 0);
      expect(total).toBe(rows(choice));
      for (const { value, count } of facets.office) expect(count).toBe(rows({ ...choice, office: [value] as never }));
      for (const { value, count } of facets.note) expect(count).toBe(rows({ ...choice, note: [value] as never }));
      for (const { value, count } of facets.year) expect(count).toBe(rows({ ...choice, year: [value] }));
    }),
  );
});
