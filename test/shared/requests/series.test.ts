import { describe, expect, test } from 'vitest';
import { knownSeries, positionIn, type SeriesMember } from '#shared/requests/series.ts';

const member = (id: string, index: number | null, change: Partial<SeriesMember> = {}): SeriesMember => ({
  id,
  kind: 'sent',
  index,
  number: `2026/000${index ?? 0}`,
  title: `Farmacia ${id}`,
  when: '2026-03-02T08:00:00.000Z',
  series: { name: 'Farmacie di turno', of: 5 },
  ...change,
});

describe('the known series', () => {
  test('gather their notices by name, in order of place', () => {
    const series = knownSeries([
      member('c', 3, { series: { name: 'farmacie di TURNO', of: 6 } }),
      member('x', 1, { series: { name: 'Cantieri', of: 2 } }),
      member('a', 1),
    ]);
    expect(series.map(({ name, of, notices }) => [name, of, notices.map(({ id }) => id)])).toEqual([
      ['Cantieri', 2, ['x']],
      ['farmacie di TURNO', 6, ['a', 'c']],
    ]);
  });

  test('hold a notice once: with its place, when somebody told it', () => {
    const [series] = knownSeries([member('a', null), member('b', 2), member('a', 1), member('b', null)]);
    expect(series?.notices.map(({ id, index }) => [id, index])).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
  });

  test('without a place stand first, then by date', () => {
    const [series] = knownSeries([
      member('b', 2, { when: '2026-03-09T08:00:00.000Z' }),
      member('r', 2, { kind: 'request', when: null }),
      member('a', null),
    ]);
    expect(series?.notices.map(({ id }) => id)).toEqual(['a', 'b', 'r']);
  });
});

describe('the place of a notice', () => {
  const known = knownSeries([member('a', null), member('b', 2), member('c', 4)]);

  test('comes with the highest one taken', () => {
    expect(positionIn(known, 'b')).toEqual({ series: { name: 'Farmacie di turno', index: 2, of: 5 }, taken: 4 });
  });

  test('is the first while nobody said another', () => {
    expect(positionIn(known, 'a')?.series.index).toBe(1);
    expect(positionIn(knownSeries([member('a', null)]), 'a')?.taken).toBe(1);
  });

  test('is none outside every series', () => {
    expect(positionIn(known, 'z')).toBeUndefined();
  });
});
