import { describe, expect, test } from 'vitest';
import {
  areOfOneSeries,
  joinSeries,
  type Series,
  saySeries,
  seriesKey,
  seriesSchema,
} from '#shared/register/series.ts';

const pharmacies = (index: number, of = 52): Series => ({ name: 'Farmacie di turno', index, of });

test('a place is said as people say it', () => {
  expect(saySeries(pharmacies(2, 5))).toBe('2 di 5');
});

test('a place beyond the end of the series is none', () => {
  expect(seriesSchema.safeParse(pharmacies(5, 5)).success).toBe(true);
  expect(seriesSchema.safeParse(pharmacies(6, 5)).success).toBe(false);
  expect(seriesSchema.safeParse({ ...pharmacies(1), name: '' }).success).toBe(false);
});

describe('two notices of one series', () => {
  test('are no doubles, however the name is written', () => {
    expect(areOfOneSeries(pharmacies(1), { ...pharmacies(2), name: ' farmacie  DI turno' })).toBe(true);
    expect(seriesKey({ name: 'Perché sì' })).toBe('perche si');
  });

  test('with the same place may well be: the second week was sent already', () => {
    expect(areOfOneSeries(pharmacies(2), pharmacies(2))).toBe(false);
  });

  test('of two series, or of none, may be too', () => {
    expect(areOfOneSeries(pharmacies(1), { ...pharmacies(2), name: 'Mercato' })).toBe(false);
    expect(areOfOneSeries(pharmacies(1), null)).toBe(false);
    expect(areOfOneSeries(null, null)).toBe(false);
  });
});

describe('joining', () => {
  test('a notice without a series makes it the first of two', () => {
    expect(joinSeries({ series: null, title: 'Raccolta del verde' }, 0)).toEqual({
      name: 'Raccolta del verde',
      index: 2,
      of: 2,
    });
    expect(seriesSchema.safeParse(joinSeries({ series: null, title: 'a'.repeat(200) }, 0)).success).toBe(true);
  });

  test('a series takes the next free place, and makes it longer at its end', () => {
    expect(joinSeries({ series: pharmacies(1), title: '' }, 3)).toEqual(pharmacies(4));
    expect(joinSeries({ series: pharmacies(2, 2), title: '' }, 2)).toEqual(pharmacies(3, 3));
    expect(joinSeries({ series: pharmacies(4), title: '' }, 0)).toEqual(pharmacies(5));
  });
});
