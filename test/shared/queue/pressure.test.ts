import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { type NoticeDays, pressureToday, pressureWith } from '#shared/queue/pressure.ts';

const TODAY = '2026-11-24';
const LIMITS = { sevenDays: 8, thirtyDays: 30 };
const times = (count: number, day: Day): readonly Day[] => Array.from({ length: count }, () => day);
const ago = (days: number): Day => addDays(TODAY, -days);
/** The morning of the mock-up: 7 in the last 7 days, 18 more in the last 30, 4 planned today. */
const MORNING: NoticeDays = { sent: [...times(7, ago(3)), ...times(18, ago(20))], planned: times(4, TODAY) };

describe('the gauge of today', () => {
  test('counts sent and planned in the windows that end today, and says when a threshold is passed', () => {
    expect(pressureToday(TODAY, MORNING, LIMITS)).toEqual({
      day: TODAY,
      windows: [
        { days: 7, sent: 7, planned: 4, limit: 8, isOver: true },
        { days: 30, sent: 25, planned: 4, limit: 30, isOver: false },
      ],
      sentence: 'Con i 4 di oggi si supera la soglia dei 7 giorni. Valuta se rinviarne qualcuno.',
    });
  });

  test('the window has exactly 7 days: the eighth day ago is out, tomorrow too', () => {
    const { windows } = pressureToday(TODAY, { sent: [ago(6), ago(7)], planned: [addDays(TODAY, 1)] }, LIMITS);
    expect(windows).toMatchObject([
      { sent: 1, planned: 0 },
      { sent: 2, planned: 0 },
    ]);
  });

  test('at the threshold there is nothing to say', () => {
    const calm = { sent: times(7, ago(1)), planned: [TODAY] };
    expect(pressureToday(TODAY, calm, LIMITS).sentence).toBeNull();
    expect(pressureToday(TODAY, { sent: [], planned: [] }, LIMITS).sentence).toBeNull();
  });

  test.each<[string, NoticeDays, string]>([
    [
      'one of today',
      { sent: times(8, ago(1)), planned: [TODAY] },
      'Con quello di oggi si supera la soglia dei 7 giorni. Valuta se rinviarlo.',
    ],
    [
      'both thresholds',
      { sent: times(8, ago(1)).concat(times(21, ago(20))), planned: times(2, TODAY) },
      'Con i 2 di oggi si superano le soglie dei 7 e dei 30 giorni. Valuta se rinviarne qualcuno.',
    ],
    [
      'already passed',
      { sent: times(9, ago(1)), planned: [TODAY] },
      'La soglia dei 7 giorni è già superata. Invia oggi solo quello che non può aspettare.',
    ],
    [
      'both already passed',
      { sent: times(31, ago(1)), planned: [] },
      'Le soglie dei 7 e dei 30 giorni sono già superate. Invia oggi solo quello che non può aspettare.',
    ],
    [
      'one already passed, the other not yet',
      { sent: times(9, ago(1)).concat(times(21, ago(20))), planned: [TODAY] },
      'La soglia dei 7 giorni è già superata. Invia oggi solo quello che non può aspettare.',
    ],
    [
      'what waits since yesterday goes out today',
      { sent: times(8, ago(1)), planned: [ago(1)] },
      'Con quello di oggi si supera la soglia dei 7 giorni. Valuta se rinviarlo.',
    ],
  ])('%s', (_, notices, sentence) => {
    expect(pressureToday(TODAY, notices, LIMITS).sentence).toBe(sentence);
  });
});

describe('one more notice', () => {
  test('counts itself', () => {
    const friday = addDays(TODAY, 3);
    const notices = { sent: times(3, ago(1)), planned: times(4, TODAY) };
    expect(pressureWith(friday, TODAY, notices, LIMITS)).toEqual({
      day: friday,
      windows: [
        { days: 7, sent: 3, planned: 5, limit: 8, isOver: false },
        { days: 30, sent: 3, planned: 5, limit: 30, isOver: false },
      ],
      sentence: 'Con questo: 8 avvisi in 7 giorni, soglia 8.',
    });
  });

  test('looks also at what is planned after it', () => {
    const notices = { sent: [], planned: times(8, addDays(TODAY, 6)) };
    expect(pressureWith(TODAY, TODAY, notices, LIMITS)).toMatchObject({
      windows: [{ days: 7, planned: 9, isOver: true }, { isOver: false }],
      sentence: 'Con questo: 9 avvisi in 7 giorni, soglia 8. Valuta se rinviarlo.',
    });
    expect(pressureWith(addDays(TODAY, 13), TODAY, notices, LIMITS).windows[0]).toMatchObject({ planned: 1 });
  });

  test('wanted for a day that is over, it would go out today', () => {
    const notices = { sent: [], planned: times(8, addDays(TODAY, 6)) };
    expect(pressureWith(ago(3), TODAY, notices, LIMITS)).toEqual(pressureWith(TODAY, TODAY, notices, LIMITS));
  });

  test('alone is one notice', () => {
    const alone = pressureWith(TODAY, TODAY, { sent: [], planned: [] }, LIMITS);
    expect(alone.sentence).toBe('Con questo: 1 avviso in 7 giorni, soglia 8.');
  });

  test('names every threshold it passes', () => {
    const notices = { sent: times(30, ago(1)), planned: [] };
    expect(pressureWith(TODAY, TODAY, notices, LIMITS).sentence).toBe(
      'Con questo: 31 avvisi in 7 giorni, soglia 8; 31 avvisi in 30 giorni, soglia 30. Valuta se rinviarlo.',
    );
  });

  test('never counts less than today’s gauge with it, and at most one more than all there is', () => {
    const someDays = fc.array(fc.integer({ min: -40, max: 40 }).map((ahead) => addDays(TODAY, ahead)));
    fc.assert(
      fc.property(someDays, someDays, (before, after) => {
        const notices = { sent: before.filter((day) => day <= TODAY), planned: after };
        const gauge = pressureToday(TODAY, { ...notices, planned: [...after, TODAY] }, LIMITS).windows;
        const added = pressureWith(TODAY, TODAY, notices, LIMITS).windows;
        for (const [index, one] of added.entries()) {
          const now = gauge[index];
          expect(one.sent + one.planned).toBeGreaterThanOrEqual((now?.sent ?? 0) + (now?.planned ?? 0));
          expect(one.sent + one.planned).toBeLessThanOrEqual(notices.sent.length + after.length + 1);
        }
      }),
    );
  });
});
