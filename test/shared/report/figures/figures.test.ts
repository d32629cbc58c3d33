import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '#shared/report/figures/figures.ts';
import { peakOf } from '#shared/report/figures/pressure.ts';
import type { RegisterRow } from '#shared/report/figures/rows.ts';
import { timelinessOf } from '#shared/report/figures/timeliness.ts';
import { CALENDAR, registerRow } from '../../../helpers/reportRows.ts';

const REGISTER: readonly RegisterRow[] = [
  registerRow({ number: '2026/0001', day: '2026-01-14', office: 'Ambiente' }),
  registerRow({ number: '2026/0002', day: '2026-01-14', time: '18:00', office: 'Tributi', route: 'e-mail alla ditta' }),
  registerRow({ number: '2026/0003', day: '2026-02-28', office: 'Ambiente', category: null }),
  registerRow({ number: '2026/0004', day: '2026-03-01', office: 'Ambiente' }),
  registerRow({ number: '2025/0090', day: '2025-12-31', office: 'Scuola' }),
  registerRow({ number: '2025/0003', day: '2025-01-20', office: 'Ambiente' }),
  registerRow({ number: '2024/0003', day: '2024-01-20', office: 'Ambiente' }),
];

describe('the figures of a period', () => {
  const figures = figuresOf('2026-1', REGISTER, CALENDAR);

  test('count the period, the one before and the year before', () => {
    expect(figures.total).toEqual({ label: null, now: 3, before: 1, yearAgo: 1 });
    expect(figures.byOffice).toEqual([
      { label: 'Ambiente', now: 2, before: 0, yearAgo: 1 },
      { label: 'Tributi', now: 1, before: 0, yearAgo: 0 },
      { label: 'Scuola', now: 0, before: 1, yearAgo: 0 },
    ]);
    expect(figures.byCategory.map(({ label, now }) => [label, now])).toEqual([
      ['Servizi e scadenze', 2],
      [null, 1],
    ]);
    expect(figures.byRoute.map(({ label, now }) => [label, now])).toEqual([
      ['gruppo operativo', 2],
      ['e-mail alla ditta', 1],
    ]);
  });

  test('tell days and weeks, with the week of the same place two months before', () => {
    expect(figures.byDay).toEqual([
      { day: '2026-01-14', numbers: ['2026/0001', '2026/0002'] },
      { day: '2026-02-28', numbers: ['2026/0003'] },
    ]);
    expect(figures.byWeek[2]).toEqual({ from: '2026-01-12', to: '2026-01-18', now: 2, before: 0 });
    expect(figures.byWeek.at(-1)).toEqual({ from: '2026-02-23', to: '2026-02-28', now: 1, before: 0 });
  });

  test('show the texts the contractor changed, and none where there was no approval', () => {
    const rows = [
      registerRow({ number: '2026/0010', text: 'Mercoledì 14 gennaio manca l’acqua in via Roma.' }),
      registerRow({ number: '2026/0011', approvedText: null, text: 'Altro' }),
    ];
    const { changedTexts } = figuresOf('2026-1', rows, CALENDAR);
    expect(changedTexts.map(({ number }) => number)).toEqual(['2026/0010']);
    expect(changedTexts[0]?.parts).toContainEqual({ text: 'Roma.', kind: 'added' });
  });

  test('of an empty register are zeros', () => {
    const empty = figuresOf('2026-1', [], CALENDAR);
    expect(empty.total.now).toBe(0);
    expect(empty.byOffice).toEqual([]);
    expect(empty.pressure[0]).toEqual({ windowDays: 7, highest: 0, on: null });
    expect(empty.timeliness.notices).toEqual({ measured: 0, onTime: 0 });
  });

  test('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...REGISTER], { minLength: REGISTER.length }), (shuffled) => {
        expect(figuresOf('2026-1', shuffled, CALENDAR)).toEqual(figures);
      }),
    );
  });
});

describe('timeliness', () => {
  const late = (fields: Partial<RegisterRow>) => timelinessOf([registerRow(fields)], CALENDAR);

  test('intake and approval have one working day each (P26, P30)', () => {
    const fine = late({});
    expect([fine.intake, fine.approval, fine.notices]).toEqual([
      { measured: 1, onTime: 1 },
      { measured: 1, onTime: 1 },
      { measured: 1, onTime: 1 },
    ]);
  });

  test('Monday’s request forwarded on Wednesday at 8:50 is 20 minutes of service late', () => {
    const { intake, notices, late: steps } = late({ forwardedAt: '2026-01-14T07:50:00.000Z', approvedAt: null });
    expect([intake, notices]).toEqual([
      { measured: 1, onTime: 0 },
      { measured: 1, onTime: 0 },
    ]);
    expect(steps).toEqual([
      expect.objectContaining({ phase: 'intake', due: '2026-01-13T16:30:00.000Z', late: 20 * 60_000 }),
    ]);
  });

  test('an urgent request is due on the same day (P14)', () => {
    const fields = { urgent: true, forwardedAt: '2026-01-13T08:30:00.000Z' };
    expect(late(fields).intake.onTime).toBe(0);
    expect(late({ ...fields, urgent: false }).intake.onTime).toBe(1);
  });

  test('time spent waiting for another body does not count (P27)', () => {
    const fields = { forwardedAt: '2026-01-14T07:50:00.000Z' };
    const waits = [{ from: '2026-01-12T09:00:00.000Z', to: '2026-01-12T10:00:00.000Z' }];
    expect(late({ ...fields, waits }).intake.onTime).toBe(1);
    const outside = [{ from: '2026-01-01T09:00:00.000Z', to: '2026-01-02T10:00:00.000Z' }];
    expect(late({ ...fields, waits: outside }).intake.onTime).toBe(0);
  });

  test('what has no approval is not measured there (P32), nor an emergency anywhere (P34)', () => {
    expect(late({ approvedAt: null }).approval.measured).toBe(0);
    expect(late({ receivedAt: null, forwardedAt: null, approvedAt: null }).notices.measured).toBe(0);
  });
});

describe('pressure', () => {
  test('counts the days before the period too', () => {
    const sent = ['2025-12-30', '2025-12-31', '2026-01-02', '2026-01-20'];
    expect(peakOf(sent, 7, '2026-01-01', '2026-02-28')).toEqual({ windowDays: 7, highest: 3, on: '2026-01-02' });
  });

  test('a longer window never counts less', () => {
    const days = fc.array(fc.integer({ min: 1, max: 28 }).map((date) => `2026-01-${String(date).padStart(2, '0')}`));
    fc.assert(
      fc.property(days, (sent) => {
        const [week, month] = [7, 30].map((window) => peakOf(sent, window, '2026-01-01', '2026-01-31').highest);
        expect(week).toBeLessThanOrEqual(month ?? 0);
        expect(month).toBe(sent.length);
      }),
    );
  });
});
