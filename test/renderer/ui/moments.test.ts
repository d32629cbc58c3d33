import { describe, expect, test } from 'vitest';
import {
  capitalised,
  sayClock,
  sayMoment,
  sayMomentAt,
  sayNearDay,
  sayPlainDay,
  sayUntil,
} from '#renderer/ui/moments.ts';

const TODAY = '2026-11-24';

describe('a day seen from today', () => {
  test.each([
    ['2026-11-23', 'ieri'],
    ['2026-11-24', 'oggi'],
    ['2026-11-25', 'domani'],
    ['2026-11-20', 'venerdì 20'],
    ['2026-11-30', 'lunedì 30'],
    ['2026-12-01', '1° dicembre'],
    ['2026-11-17', '17 novembre'],
    ['2025-11-24', '24 novembre 2025'],
    ['2027-01-04', '4 gennaio 2027'],
  ])('%s is %s', (day, said) => {
    expect(sayNearDay(day, TODAY)).toBe(said);
  });

  test('a near day in the next year keeps its weekday', () => {
    expect(sayNearDay('2027-01-01', '2026-12-30')).toBe('venerdì 1°');
  });
});

describe('a moment', () => {
  test('is told on the clocks of Rome, also where the day changes', () => {
    expect(sayClock('2026-11-24T08:12:00.000Z')).toBe('09:12');
    expect(sayMoment('2026-11-23T23:30:00.000Z', TODAY)).toBe('oggi 00:30');
    expect(sayMomentAt('2026-07-01T15:30:00.000Z', '2026-07-01')).toBe('oggi alle 17:30');
  });

  test('has a plain form for a letterhead or a bubble', () => {
    expect(sayPlainDay('2026-12-04')).toBe('4 dicembre 2026');
    expect(sayPlainDay('2026-05-01')).toBe('1° maggio 2026');
  });
});

describe('the time left', () => {
  const now = '2026-11-24T08:12:00.000Z';
  test.each([
    ['2026-11-24T08:12:59.000Z', 'adesso'],
    ['2026-11-24T08:13:00.000Z', 'tra un minuto'],
    ['2026-11-24T09:00:00.000Z', 'tra 48 minuti'],
    ['2026-11-24T09:12:00.000Z', 'tra 1 h'],
    ['2026-11-24T11:00:00.000Z', 'tra 2 h 48 min'],
    ['2026-11-24T07:00:00.000Z', 'in ritardo'],
  ])('until %s is %s', (to, said) => {
    expect(sayUntil(now, to)).toBe(said);
  });
});

test('a sentence begins with a capital letter', () => {
  expect(capitalised('oggi alle 17:30')).toBe('Oggi alle 17:30');
  expect(capitalised('')).toBe('');
});
